package dev.wrt.wasi;

/// A `pollable` of `wasi:clocks/monotonic-clock@0.2.12`: ready from an instant on.
///
/// @param clock the clock that it looks at
/// @param whenNanos the instant; {@link Readiness#NO_TIME} never comes
record Timer(HostClock clock, long whenNanos) implements Readiness {
  /// A timer for an instant of the guest, which is unsigned.
  static Timer at(HostClock clock, long instant) {
    return new Timer(clock, instant < 0 ? NO_TIME : instant);
  }

  /// A timer for a duration of the guest from now, which is unsigned.
  static Timer after(HostClock clock, long duration) {
    long when = duration < 0 ? NO_TIME : Waiting.later(clock.monotonicNanos(), duration);
    return new Timer(clock, when);
  }

  @Override
  public boolean ready() {
    return whenNanos != NO_TIME && clock.monotonicNanos() >= whenNanos;
  }

  @Override
  public long wakeNanos() {
    return whenNanos;
  }
}
