package dev.wrt.engine;

/// What the collector does with the references that are not in the heap: those that roots hold.
///
/// It comes to every root twice, first to mark what is reached from there, then to put in where the
/// object has gone. So whoever holds references hands each of them over and keeps the answer: `slot
/// = visitor.visit(slot)`.
interface RefVisitor {
  /// Visits a reference of the hierarchies of `any`, `extern` or `exn`, as it lies in a slot.
  ///
  /// @param ref null, an `i31`, the host's, or an object
  /// @return what is to be held from now on
  long visit(long ref);
}
