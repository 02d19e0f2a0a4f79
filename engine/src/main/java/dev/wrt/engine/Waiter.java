package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A machine's place in {@link Waiters}, and what it waits on.
final class Waiter {
  private @Nullable State state;
  private int slot;

  /// The next one in the queue.
  @Nullable Waiter next;

  /// The memory; null while the machine does not wait.
  @Nullable MemInst mem;

  /// Where in it.
  int address;

  /// Nanoseconds, at least 1, or less than 0 for ever.
  long timeoutNanos;

  /// Begins to wait.
  ///
  /// @param resultSlot where the result of the instruction goes
  void begin(State s, MemInst on, int at, long timeout, int resultSlot) {
    state = s;
    mem = on;
    address = at;
    timeoutNanos = timeout;
    slot = resultSlot;
  }

  /// Ends the wait with the instruction's result; the machine can run again.
  void end(int result) {
    State s = state;
    if (s == null) {
      throw new Invariant.Violation("only a machine that waits is woken");
    }
    state = null;
    boolean intact = s.intact();
    s.slot(slot, result);
    s.status = null;
    if (intact) {
      s.keep();
    }
  }
}
