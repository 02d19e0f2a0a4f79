package dev.wrt.component;

import dev.wrt.component.CopyEnd.CopyResult;
import dev.wrt.decoder.component.ValType;
import java.util.Optional;

/// `SharedFutureImpl` of CanonicalABI.md
final class SharedFuture extends Shared {
  private final ValType.FutureType type;

  SharedFuture(Streams streams, ValType.FutureType type) {
    super(streams, type);
    this.type = type;
  }

  @Override
  boolean isFuture() {
    return true;
  }

  @Override
  Optional<ValType> element() {
    return type.element();
  }

  @Override
  void afterMove(GuestBuffer first, GuestBuffer second) {
    notifyPending(CopyResult.COMPLETED);
    second.end.copyDone(CopyResult.COMPLETED);
  }

  /// Buffers of futures have one element.
  @Override
  boolean bothSettle(GuestBuffer second, GuestBuffer first) {
    return false;
  }
}
