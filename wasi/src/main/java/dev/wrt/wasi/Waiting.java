package dev.wrt.wasi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;

/// The one place where a guest's call waits, with the deadline of the run.
///
/// A virtual clock is moved to the time waited for; only for what no clock brings (stdin) the
/// thread really waits then.
// [impl->req~wasi-deadline~1]
final class Waiting {
  private final HostClock clock;
  private final Bell bell;
  private long deadlineNanos = Readiness.NO_TIME;

  Waiting(HostClock clock, Bell bell) {
    this.clock = clock;
    this.bell = bell;
  }

  /// From now on waiting ends with a fault when so much time has passed.
  ///
  /// @param nanos at least 0
  void timeout(long nanos) {
    deadlineNanos = later(clock.monotonicNanos(), nanos);
  }

  /// Waits until something is ready.
  Result<Unit> until(Readiness what) {
    while (true) {
      long seen = bell.rings();
      if (what.ready()) {
        return Result.ok(Unit.UNIT);
      }
      long now = clock.monotonicNanos();
      if (now >= deadlineNanos) {
        return Result.err(
            new Fault.LimitFault(WasiCode.DEADLINE_PASSED, "timeout", now, deadlineNanos));
      }
      try {
        pause(seen, now, what.wakeNanos());
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return Result.err(new Fault.HostFault(WasiCode.INTERRUPTED, "poll", ""));
      }
    }
  }

  private void pause(long seen, long now, long wake) throws InterruptedException {
    switch (clock) {
      case VirtualClock virtual when wake != Readiness.NO_TIME ->
          virtual.advance(Math.max(0, Math.min(wake, deadlineNanos) - now));
      case VirtualClock _ -> bell.await(seen, Readiness.NO_TIME);
      case SystemClock _ -> bell.await(seen, Math.max(1, Math.min(wake, deadlineNanos) - now));
    }
  }

  /// A time after another one, without overflow.
  static long later(long nanos, long byNanos) {
    return byNanos > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + byNanos;
  }
}
