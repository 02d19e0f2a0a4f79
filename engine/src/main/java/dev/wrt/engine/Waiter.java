package dev.wrt.engine;

import org.checkerframework.checker.nullness.qual.Nullable;

/// A machine's place in {@link Waiters}, and what it waits on.
final class Waiter {
  private final State s;
  private int slot;

  /// The next one in the queue.
  @Nullable Waiter next;

  /// The memory; null while the machine does not wait.
  @Nullable MemInst mem;

  /// Where in it.
  int address;

  /// Nanoseconds, at least 1, or less than 0 for ever.
  long timeoutNanos;

  Waiter(State s) {
    this.s = s;
  }

  /// Begins to wait.
  ///
  /// @param resultSlot where the result of the instruction goes
  void begin(MemInst on, int at, long timeout, int resultSlot) {
    mem = on;
    address = at;
    timeoutNanos = timeout;
    slot = resultSlot;
  }

  /// Ends the wait with the instruction's result; the machine can run again.
  void end(int result) {
    s.stack[slot] = result;
    s.status = null;
  }
}
