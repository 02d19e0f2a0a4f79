/// The built-in interceptors and their configuration.
module dev.wrt.intercept {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.component;

  exports dev.wrt.intercept;
}
