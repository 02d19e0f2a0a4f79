package dev.wrt.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// `Thread` of CanonicalABI.md: one flow of control of a task.
///
/// While it runs it is a segment of the driver's stack, together with the machine's frames above
/// the point where it was resumed. When it blocks, the segment is taken off and kept here; a thread
/// that never blocks costs no copy.
final class GuestThread {
  final Task task;

  /// Its index in `threads` of its instance; 0 while it has none.
  int index;

  /// What it waits for; null while it runs, and while it is suspended.
  @Nullable Readiness waitingFor;

  /// Whether the block that it is in may end by cancellation.
  boolean cancellable;

  /// How the last block ended: true if by cancellation.
  boolean cancelled;

  GuestThread(Task task) {
    this.task = task;
  }
}
