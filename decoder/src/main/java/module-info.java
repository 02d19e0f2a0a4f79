/// WebAssembly binaries: core modules and components, decoded and validated within limits.
module dev.wrt.decoder {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.bounded;

  exports dev.wrt.decoder;
  exports dev.wrt.decoder.core;
  exports dev.wrt.decoder.core.text;
  exports dev.wrt.decoder.component;
}
