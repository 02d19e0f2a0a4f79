/// Components from plain Java: WIT types as records, sealed interfaces and arrays, exports as Java
/// interfaces, Java objects as imports.
module dev.wrt.embed {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.component;

  exports dev.wrt.embed;
}
