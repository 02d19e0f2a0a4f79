package dev.wrt.wasi;

import java.time.Instant;

/// The host's own clocks.
final class SystemClock implements HostClock {
  private final long origin = System.nanoTime();

  @Override
  public long monotonicNanos() {
    return System.nanoTime() - origin;
  }

  @Override
  public Instant wallTime() {
    return Instant.now();
  }

  @Override
  public long resolutionNanos() {
    return 1;
  }
}
