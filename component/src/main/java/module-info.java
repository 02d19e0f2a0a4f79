/// The Component Model: linking, values, the canonical ABI, resources, memory strategies.
module dev.wrt.component {
  requires static transitive org.checkerframework.checker.qual;
  requires transitive dev.wrt.engine;

  exports dev.wrt.component;
  exports dev.wrt.component.value;
  exports dev.wrt.component.abi;
}
