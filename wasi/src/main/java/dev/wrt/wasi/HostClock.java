package dev.wrt.wasi;

import java.time.Instant;

/// The time that a guest sees: both of `wasi:clocks` and the timestamps that are set to "now".
public sealed interface HostClock permits SystemClock, VirtualClock {
  /// Nanoseconds since this clock was made; never decreases.
  long monotonicNanos();

  /// The date and time.
  Instant wallTime();

  /// The smallest step of both clocks.
  long resolutionNanos();

  /// The host's clocks.
  static HostClock system() {
    return new SystemClock();
  }

  /// A clock that moves only as {@link VirtualClock} says, for results that can be reproduced.
  ///
  /// @param start its wall time at the beginning
  static HostClock virtual(Instant start) {
    return new VirtualClock(start);
  }
}
