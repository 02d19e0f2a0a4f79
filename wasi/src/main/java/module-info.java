/// WASI 0.2 for components, with capabilities.
module dev.wrt.wasi {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.component;

  exports dev.wrt.wasi;
}
