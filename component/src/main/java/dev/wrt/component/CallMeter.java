package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.component.abi.ByteMeter;
import java.util.function.LongSupplier;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What one call of an export has used of the bounds that are set for a call: bytes that cross
/// borders, and time in functions of the host. All calls that follow from it share its meter.
///
/// Time is looked at when a function of the host has returned: one that does not return is not
/// ended. Where there is no bound, the clock is not read at all.
final class CallMeter {
  private final ByteMeter bytes;
  private final LongSupplier clock;
  private final long nanosMax;
  private long nanos;
  private long begun;

  /// @param options bounds and clock
  CallMeter(ComponentOptions options) {
    this.bytes = new ByteMeter(options.limits().callBytes());
    this.clock = options.hostClock();
    this.nanosMax = options.limits().hostTime();
  }

  /// Bytes that have crossed.
  ByteMeter bytes() {
    return bytes;
  }

  /// Nanoseconds in functions of the host, where they are bounded.
  long nanos() {
    return nanos;
  }

  /// A function of the host is about to be called.
  void enterHost() {
    if (nanosMax != Long.MAX_VALUE) {
      begun = clock.getAsLong();
    }
  }

  /// The function of the host has returned.
  ///
  /// @return the refusal to go on, or null
  // [impl->req~limits-host-time~1]
  @Nullable Fault leaveHost() {
    if (nanosMax == Long.MAX_VALUE) {
      return null;
    }
    nanos += clock.getAsLong() - begun;
    return nanos <= nanosMax
        ? null
        : new LimitFault(
            ComponentCode.HOST_TIME_EXCEEDED, GuestLimit.HOST_TIME.word(), nanos, nanosMax);
  }
}
