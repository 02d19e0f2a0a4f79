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
  private @Nullable GuestThread first;
  private @Nullable GuestThread last;
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

  /// Adds a thread that is about to be parked.
  ///
  /// @return the refusal, or null
  // [impl->req~async-tasks-bound~1]
  @Nullable Fault add(GuestThread thread) {
    if (size == max) {
      return new LimitFault(ComponentCode.TASKS_EXHAUSTED, "blocked tasks", size + 1L, max);
    }
    append(thread);
    return null;
  }

  private void append(GuestThread thread) {
    GuestThread before = last;
    thread.previous = before;
    if (before == null) {
      first = thread;
    } else {
      before.next = thread;
    }
    last = thread;
    size++;
  }

  /// Takes a thread out.
  void remove(GuestThread thread) {
    GuestThread before = thread.previous;
    GuestThread after = thread.next;
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
    thread.previous = null;
    thread.next = null;
    size--;
  }

  /// A suspended thread begins to wait: it is the last of those that do.
  void startWaiting(GuestThread thread, Readiness until) {
    remove(thread);
    thread.waitingFor = until;
    append(thread);
  }

  /// Whether some thread fits.
  boolean any(Predicate<GuestThread> fits) {
    for (GuestThread t = first; t != null; t = t.next) {
      if (fits.test(t)) {
        return true;
      }
    }
    return false;
  }

  /// One of the threads that fit, as the scheduler chooses; null if none does.
  // [impl->req~async-scheduler~1]
  @Nullable GuestThread choose(Predicate<GuestThread> fits) {
    int candidates = 0;
    GuestThread oldest = null;
    for (GuestThread t = first; t != null; t = t.next) {
      if (fits.test(t)) {
        candidates++;
        if (oldest == null) {
          oldest = t;
          if (scheduler == Scheduler.OLDEST) {
            return t;
          }
        }
      }
    }
    return candidates < 2 ? oldest : nth(fits, scheduler.choose(candidates));
  }

  private @Nullable GuestThread nth(Predicate<GuestThread> fits, int n) {
    int left = n;
    for (GuestThread t = first; t != null; t = t.next) {
      if (fits.test(t) && left-- == 0) {
        return t;
      }
    }
    return null;
  }

  /// Some thread that is still parked, which is thereby taken out; null when none is left.
  @Nullable GuestThread drain() {
    GuestThread newest = last;
    if (newest != null) {
      remove(newest);
    }
    return newest;
  }
}
