package dev.wrt.component;

/// `Task` of CanonicalABI.md: one call of a lifted function, from the callee's side.
final class Task {
  final ComponentFunc.Lifted callee;

  Task(ComponentFunc.Lifted callee) {
    this.callee = callee;
  }

  /// The instance that it runs in.
  ComponentInstance instance() {
    return callee.instance();
  }

  /// `has_backpressure`: whether the task has to wait before it can start.
  boolean hasBackpressure() {
    return false;
  }
}
