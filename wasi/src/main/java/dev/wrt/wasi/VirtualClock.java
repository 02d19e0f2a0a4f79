package dev.wrt.wasi;

import java.time.Instant;

/// A clock without a host: each reading moves it by one microsecond, and waiting for an instant
/// moves it there at once. So a run that reads the same clocks in the same order sees the same
/// times, and no test has to sleep.
public final class VirtualClock implements HostClock {
  private static final long STEP_NANOS = 1_000;

  private final Instant start;
  private long nanos;

  /// Starts a clock.
  ///
  /// @param start the wall time at the beginning
  public VirtualClock(Instant start) {
    this.start = start;
  }

  @Override
  public long monotonicNanos() {
    nanos += STEP_NANOS;
    return nanos;
  }

  @Override
  public Instant wallTime() {
    nanos += STEP_NANOS;
    return start.plusNanos(nanos);
  }

  @Override
  public long resolutionNanos() {
    return STEP_NANOS;
  }

  /// Moves the clock forward.
  ///
  /// @param byNanos how far, at least 0
  public void advance(long byNanos) {
    nanos = byNanos > Long.MAX_VALUE - nanos ? Long.MAX_VALUE : nanos + byNanos;
  }
}
