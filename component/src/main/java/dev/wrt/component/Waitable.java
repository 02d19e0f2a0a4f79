package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Waitable` of CanonicalABI.md: something under way that a guest can wait for.
///
/// It has at most one pending event. The event is made when it is delivered and not when it is set,
/// because it tells the state at that time: {@link #deliver} of the subclasses, which also does
/// what is due right before the guest learns of it.
///
/// A waitable is waited for by its waitable set or by one thread that blocks on it, never by both.
abstract non-sealed class Waitable implements HandleElement {
  /// Its index in the handle table that holds it; 0 while none does.
  int index;

  private boolean hasSyncWaiter;

  /// Neighbours among the waitables of the set that have a pending event.
  @Nullable Waitable previousPending;

  @Nullable Waitable nextPending;

  private @Nullable WaitableSet wset;
  private boolean pending;

  /// What {@link #word} is meant to be: a second copy that follows each change on its own.
  private int kept;

  /// Makes the pending event, and does what is due right before it is delivered.
  abstract WaitableEvent deliver();

  /// What of the subclass decides how it may be used, as a small number.
  abstract int stateWord();

  private int word() {
    int flags = bit(pending) | bit(hasSyncWaiter) << 1 | bit(wset != null) << 2;
    return flags | stateWord() << 3;
  }

  private static int bit(boolean set) {
    return set ? 1 : 0;
  }

  /// {@link #stateWord} changes.
  final void stateChanges(int from, int to) {
    kept += to - from << 3;
  }

  /// Whether the fields that decide how it may be used agree with their second copy.
  // [impl->req~handles-waitables-checked~1]
  final boolean isIntact() {
    return kept == word();
  }

  /// Whether a thread blocks on it: `has_sync_waiter`.
  final boolean hasSyncWaiter() {
    return hasSyncWaiter;
  }

  /// A thread blocks on it, or does no longer.
  final void syncWaiter(boolean waits) {
    kept += bit(waits) - bit(hasSyncWaiter) << 1;
    hasSyncWaiter = waits;
  }

  /// `set_pending_event`: from now on there is something to be told; what that is, is decided by
  /// the state at the time of delivery.
  final void setPendingEvent() {
    if (!pending) {
      pending = true;
      kept += 1;
      WaitableSet set = wset;
      if (set != null) {
        set.pend(this);
      }
    }
  }

  /// `has_pending_event`
  final boolean hasPendingEvent() {
    return pending;
  }

  /// `get_pending_event`: delivers the pending event, of which there must be one.
  final WaitableEvent takePendingEvent() {
    Invariant.check(pending, "an event is pending");
    pending = false;
    kept -= 1;
    WaitableSet set = wset;
    if (set != null) {
      set.unpend(this);
    }
    return deliver();
  }

  /// `in_waitable_set`
  final boolean inWaitableSet() {
    return wset != null;
  }

  /// `join`: leaves the set it is in, and enters another one.
  ///
  /// @param to the set; null to be in none
  final void join(@Nullable WaitableSet to) {
    Invariant.check(!hasSyncWaiter, "a waitable is waited for in one way");
    WaitableSet from = wset;
    if (from != null) {
      from.left();
      if (pending) {
        from.unpend(this);
      }
    }
    kept += bit(to != null) - bit(from != null) << 2;
    wset = to;
    if (to != null) {
      to.entered();
      if (pending) {
        to.pend(this);
      }
    }
  }

  /// `Waitable.drop`: it has left its table, and leaves its set.
  final void dropWaitable() {
    Invariant.check(!pending, "a dropped waitable has nothing to tell");
    join(null);
  }
}
