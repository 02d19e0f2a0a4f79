package dev.wrt.component;

import dev.wrt.component.CopyEnd.CopyResult;
import dev.wrt.decoder.component.ValType;
import java.util.Optional;

/// `SharedStreamImpl` of CanonicalABI.md
final class SharedStream extends Shared {
  private final ValType.StreamType type;

  SharedStream(Streams streams, ValType.StreamType type) {
    super(streams, type);
    this.type = type;
  }

  @Override
  boolean isFuture() {
    return false;
  }

  @Override
  Optional<ValType> element() {
    return type.element();
  }

  /// The side that came first may get more until it is told.
  @Override
  void afterMove(GuestBuffer first, GuestBuffer second) {
    first.end.copied();
    second.end.copyDone(CopyResult.COMPLETED);
  }

  /// A write of no elements that finds a read of none lets the read wait for the next write.
  @Override
  boolean bothSettle(GuestBuffer second, GuestBuffer first) {
    return second.end.writable && second.isZeroLength() && first.isZeroLength();
  }
}
