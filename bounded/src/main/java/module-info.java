/// Results, faults, the memory budget and the fixed-capacity collections that all of wrt stands on.
module dev.wrt.bounded {
  requires static transitive org.checkerframework.checker.qual;
  requires org.eclipse.collections.api;
  requires org.eclipse.collections.impl;

  exports dev.wrt.bounded;
}
