package dev.wrt.engine;

import org.checkerframework.checker.nullness.qual.Nullable;

/// The machines of a store that wait at an address of a shared memory, longest first.
///
/// A queue of links that the machines themselves hold, so it has no capacity of its own: there are
/// at most as many waiters as machines, each paid for by its budget. Who is woken depends on
/// nothing but the order of the waits, and time only passes when the host says so ({@link
/// Machine#timeOut}).
final class Waiters {
  /// Result of `wait`: woken by `notify`.
  static final int WOKEN = 0;

  /// Result of `wait`: the time is over.
  static final int TIMED_OUT = 2;

  private @Nullable Waiter first;
  private @Nullable Waiter last;

  /// Appends a waiter, which is not in the queue.
  void add(Waiter waiter) {
    Waiter before = last;
    if (before == null) {
      first = waiter;
    } else {
      before.next = waiter;
    }
    last = waiter;
  }

  /// Takes a waiter out.
  void remove(Waiter waiter) {
    Waiter before = null;
    for (Waiter at = first; at != null; at = at.next) {
      if (at == waiter) {
        unlink(before, at);
        return;
      }
      before = at;
    }
  }

  /// Wakes the longest waiters at an address (`memory.atomic.notify`).
  ///
  /// @param count how many at most
  /// @return how many
  // [impl->req~engine-wait~1]
  int wake(MemInst mem, int address, long count) {
    int woken = 0;
    Waiter before = null;
    Waiter at = first;
    while (at != null && woken < count) {
      Waiter next = at.next;
      if (at.mem == mem && at.address == address) {
        unlink(before, at);
        at.end(WOKEN);
        woken++;
      } else {
        before = at;
      }
      at = next;
    }
    return woken;
  }

  private void unlink(@Nullable Waiter before, Waiter waiter) {
    if (before == null) {
      first = waiter.next;
    } else {
      before.next = waiter.next;
    }
    if (last == waiter) {
      last = before;
    }
    waiter.next = null;
    waiter.mem = null;
  }
}
