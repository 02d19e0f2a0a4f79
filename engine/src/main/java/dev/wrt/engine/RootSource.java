package dev.wrt.engine;

/// Those who hold references from outside of the heap.
interface RootSource {
  /// Hands each reference to a visitor and keeps what it answers.
  void visit(RefVisitor visitor);
}
