package dev.wrt.component;

import dev.wrt.bounded.ControlWord;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `WaitableSet` of CanonicalABI.md: waitables of which a guest waits for any.
///
/// The set knows how many waitables it has, and which of them have a pending event, linked through
/// the waitables themselves in the order in which the events were set. So whether there is an event
/// costs nothing to ask, and the oldest event comes first unless the scheduler chooses otherwise.
final class WaitableSet implements HandleElement {
  private final ControlWord numWaiting = new ControlWord(0);
  private final ControlWord size = new ControlWord(0);
  private final ControlWord pendingCount = new ControlWord(0);
  private @Nullable Waitable firstPending;
  private @Nullable Waitable lastPending;

  @Override
  public String kind() {
    return "a waitable set";
  }

  /// Number of waitables in it.
  int size() {
    return (int) size.value();
  }

  /// `num_waiting`: so many more threads wait for an event of this set, or fewer.
  void waits(int threads) {
    numWaiting.add(threads);
  }

  /// Whether its counts agree with their inverses.
  // [impl->req~handles-waitables-checked~1]
  boolean isIntact() {
    return numWaiting.intact() && size.intact() && pendingCount.intact();
  }

  /// Its counts; for tests that flip bits behind the API.
  List<ControlWord> controls() {
    return List.of(numWaiting, size, pendingCount);
  }

  /// `has_pending_event`
  boolean hasPendingEvent() {
    return pendingCount() > 0;
  }

  /// How many of its waitables have a pending event.
  int pendingCount() {
    return (int) pendingCount.value();
  }

  /// `get_pending_event`: delivers one of the pending events.
  ///
  /// @param choice which: 0 for the oldest, less than {@link #pendingCount}
  WaitableEvent takePendingEvent(int choice) {
    return pending(choice).takePendingEvent();
  }

  /// One of the waitables that have a pending event.
  ///
  /// @param choice which: 0 for the oldest, less than {@link #pendingCount}
  Waitable pending(int choice) {
    Waitable chosen = firstPending;
    for (int i = 0; i < choice && chosen != null; i++) {
      chosen = chosen.nextPending;
    }
    if (chosen == null) {
      throw new Invariant.Violation("an event of a set is chosen among the pending ones");
    }
    return chosen;
  }

  /// `WaitableSet.drop`: the reason why it can't be dropped, or null.
  @Nullable Fault dropRefusal() {
    if (size.value() > 0 || numWaiting.value() > 0) {
      return new Trap(
          numWaiting.value() > 0 ? ComponentCode.SET_WAITERS : ComponentCode.SET_NOT_EMPTY,
          "",
          List.of());
    }
    return null;
  }

  void entered() {
    size.add(1);
  }

  void left() {
    size.add(-1);
  }

  void pend(Waitable waitable) {
    Waitable last = lastPending;
    waitable.previousPending = last;
    if (last == null) {
      firstPending = waitable;
    } else {
      last.nextPending = waitable;
    }
    lastPending = waitable;
    pendingCount.add(1);
  }

  void unpend(Waitable waitable) {
    Waitable before = waitable.previousPending;
    Waitable after = waitable.nextPending;
    if (before == null) {
      firstPending = after;
    } else {
      before.nextPending = after;
    }
    if (after == null) {
      lastPending = before;
    } else {
      after.previousPending = before;
    }
    waitable.previousPending = null;
    waitable.nextPending = null;
    pendingCount.add(-1);
  }
}
