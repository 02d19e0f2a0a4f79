/// The stackless execution engine for core modules.
module dev.wrt.engine {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.decoder;
  requires transitive dev.wrt.memory;

  exports dev.wrt.engine;
}
