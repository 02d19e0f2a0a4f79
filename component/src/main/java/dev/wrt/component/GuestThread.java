package dev.wrt.component;

import dev.wrt.engine.Machine;
import org.checkerframework.checker.initialization.qual.NotOnlyInitialized;
import org.checkerframework.checker.initialization.qual.UnknownInitialization;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Thread` of CanonicalABI.md: one flow of control of a task.
///
/// While it runs it is a segment of the driver's stack, together with the machine's frames above
/// the point where it was resumed. When it blocks, the segment is taken off and kept aside: it is
/// parked. A thread that never blocks costs no copy.
final class GuestThread {
  final @NotOnlyInitialized Task task;

  /// Its index in the table of its instance; 0 while it has none.
  int index;

  /// Whether the block that it is in may end by cancellation.
  boolean cancellable;

  /// How the last block ended: true if by cancellation.
  boolean cancelled;

  /// The thread that goes on when this one blocks or ends; null where the driver does.
  @Nullable GuestThread resumer;

  /// What is kept of it while it is off the stack; null while it is on it.
  @Nullable Parking parking;

  private @Nullable ContextSlots context;
  private int base;
  private int machineBase;

  GuestThread(@UnknownInitialization Task task) {
    this.task = task;
  }

  /// `suspended`: parked without waiting for anything.
  boolean suspended() {
    Parking parked = parking;
    return parked != null && parked.waitingFor == null;
  }

  /// `ready`: parked, and what it waits for has come.
  boolean ready() {
    Parking parked = parking;
    return parked != null && parked.ready();
  }

  /// Its `storage`.
  ContextSlots context() {
    ContextSlots slots = context;
    if (slots == null) {
      slots = new ContextSlots();
      context = slots;
    }
    return slots;
  }

  /// It comes on top of the stack and of the machine.
  void placed(int height, Machine machine) {
    base = height;
    machineBase = machine.depth();
  }

  /// The height of its first activation while it is on the stack.
  int base() {
    return base;
  }

  /// Activations of the machine below its own.
  int machineBase() {
    return machineBase;
  }
}
