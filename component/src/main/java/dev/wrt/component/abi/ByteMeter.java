package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;

/// Counts the bytes that are read from and written to the memories of guests in one call of an
/// export, whatever the strategy, up to a bound.
public final class ByteMeter {
  private final long max;
  private long bytes;

  /// Makes a meter that has counted nothing.
  ///
  /// @param max the most bytes that may cross
  public ByteMeter(long max) {
    this.max = max;
  }

  /// Bytes that have crossed.
  public long bytes() {
    return bytes;
  }

  /// Counts bytes, or none where they would be too many.
  // [impl->req~limits-call-bytes~1]
  boolean offer(long more) {
    boolean fits = more <= max - bytes;
    bytes += fits ? more : 0;
    return fits;
  }

  /// The fault of an offer that was refused.
  Fault refusal(long more) {
    return new LimitFault(AbiCode.CALL_BYTES_LIMIT, "call-bytes", bytes + more, max);
  }
}
