package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The threads that are off the stack, and among them `Store.waiting`: those that wait, in the
/// order in which they began to.
///
/// Their number is bounded; what each holds is paid by the account of its instance.
final class ParkedThreads {
  private final int max;
  private final Scheduler scheduler;
  private @Nullable Parking first;
  private @Nullable Parking last;
  private int size;

  /// @param max the most threads that may be parked
  /// @param scheduler chooses among several
  ParkedThreads(int max, Scheduler scheduler) {
    this.max = max;
    this.scheduler = scheduler;
  }

  /// Number of parked threads.
  int size() {
    return size;
  }

  /// The refusal of a further thread, or null where there is room for it.
  // [impl->req~async-floods~1]
  // [impl->req~async-tasks-bound~1]
  @Nullable Fault refusal() {
    return size < max
        ? null
        : new LimitFault(ComponentCode.TASKS_EXHAUSTED, GuestLimit.TASKS.word(), size + 1L, max);
  }

  /// Adds a thread, for which there is room.
  ///
  /// @param until what it waits for; null to be suspended
  void add(Parking parking, @Nullable Readiness until) {
    parking.waitingFor = until;
    parking.thread.parking = parking;
    append(parking);
  }

  private void append(Parking parking) {
    Parking before = last;
    parking.previous = before;
    if (before == null) {
      first = parking;
    } else {
      before.next = parking;
    }
    last = parking;
    size++;
  }

  /// Takes a thread out.
  void remove(Parking parking) {
    unlink(parking);
    parking.thread.parking = null;
  }

  private void unlink(Parking parking) {
    Parking before = parking.previous;
    Parking after = parking.next;
    if (before == null) {
      first = after;
    } else {
      before.next = after;
    }
    if (after == null) {
      last = before;
    } else {
      after.previous = before;
    }
    parking.previous = null;
    parking.next = null;
    size--;
  }

  /// A suspended thread begins to wait: it is the last of those that do.
  void startWaiting(Parking parking, Readiness until) {
    unlink(parking);
    parking.waitingFor = until;
    append(parking);
  }

  /// Whether some thread fits.
  boolean any(Predicate<GuestThread> fits) {
    for (Parking p = first; p != null; p = p.next) {
      if (fits.test(p.thread)) {
        return true;
      }
    }
    return false;
  }

  /// One of the threads that fit, as the scheduler chooses; null if none does.
  // [impl->req~async-scheduler~1]
  @Nullable GuestThread choose(Predicate<GuestThread> fits) {
    GuestThread oldest = nth(fits, 0);
    if (oldest == null || scheduler == Scheduler.OLDEST) {
      return oldest;
    }
    int candidates = 0;
    for (Parking p = first; p != null; p = p.next) {
      candidates += fits.test(p.thread) ? 1 : 0;
    }
    return candidates == 1 ? oldest : nth(fits, scheduler.choose(candidates));
  }

  private @Nullable GuestThread nth(Predicate<GuestThread> fits, int n) {
    int left = n;
    for (Parking p = first; p != null; p = p.next) {
      if (fits.test(p.thread) && left-- == 0) {
        return p.thread;
      }
    }
    return null;
  }

  /// Ends all threads for good.
  void discard(Fault why) {
    Parking newest = last;
    while (newest != null) {
      remove(newest);
      newest.discard(why);
      newest = last;
    }
  }
}
