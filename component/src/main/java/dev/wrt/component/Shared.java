package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.CopyEnd.CopyResult;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.TypeMatching;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `SharedBase` of CanonicalABI.md: what the two ends of a stream or future share, and the place
/// where a read and a write meet.
///
/// Nothing is stored here: the side that comes first leaves its buffer, the side that comes second
/// copies from memory to memory. Where the host has one end, there is no second buffer: the host is
/// asked as soon as the guest's is there.
abstract sealed class Shared implements ReadableEnd permits SharedStream, SharedFuture {
  /// What a read or write comes to at first.
  enum Meeting {
    /// Nothing to copy: either an event is pending, or the other side is waited for.
    SETTLED,
    /// Elements are to be copied, and then {@link Shared#moved} is to be called.
    MOVE,
    /// The host has the other end and is to be asked.
    HOST,
    /// It is a trap.
    REFUSED
  }

  /// Where the readable end is.
  enum Place {
    /// In a value: on its way, or with the host.
    VALUE,
    /// In a handle table.
    TABLE,
    /// With a sink of the host.
    SINK,
    /// Dropped.
    GONE
  }

  final Streams streams;
  Place readable = Place.TABLE;

  private final ValType type;
  private boolean dropped;
  private @Nullable GuestBuffer pending;
  private @Nullable HostEnd host;
  private int ends = 2;

  Shared(Streams streams, ValType type) {
    this.streams = streams;
    this.type = type;
  }

  @Override
  public final ValType type() {
    return type;
  }

  /// Whether it is a future.
  abstract boolean isFuture();

  /// Type of the elements, if they carry a value.
  abstract Optional<ValType> element();

  /// What remains to be settled when a read and a write have met.
  abstract void afterMove(GuestBuffer first, GuestBuffer second);

  /// What a buffer of no elements that finds another one comes to.
  abstract boolean bothSettle(GuestBuffer second, GuestBuffer first);

  /// Whether it is of this type.
  final boolean isOf(ValType other) {
    return type == other || TypeMatching.equal(type, other);
  }

  /// Whether one end was dropped.
  final boolean isDropped() {
    return dropped;
  }

  /// The buffer that waits for the other side.
  final @Nullable GuestBuffer pending() {
    return pending;
  }

  /// The host's end, if it has one.
  final @Nullable HostEnd host() {
    return host;
  }

  /// The host takes an end.
  final void host(HostEnd end) {
    host = end;
  }

  /// `SharedStreamImpl.read`, `SharedStreamImpl.write` and those of futures, up to the copying.
  // [impl->req~stream-rendezvous~1]
  final Meeting meet(GuestBuffer second) {
    GuestBuffer first = pending;
    if (dropped) {
      second.end.copyDone(CopyResult.DROPPED);
      return Meeting.SETTLED;
    }
    if (first == null) {
      pending = second;
      return host == null ? Meeting.SETTLED : Meeting.HOST;
    }
    // [impl->req~stream-same-instance~1]
    if (first.instance == second.instance && !isNoneOrNumber()) {
      return Meeting.REFUSED;
    }
    if (first.remain() > 0) {
      if (second.remain() > 0) {
        return Meeting.MOVE;
      }
      second.end.copyDone(CopyResult.COMPLETED);
    } else if (bothSettle(second, first)) {
      second.end.copyDone(CopyResult.COMPLETED);
    } else {
      notifyPending(CopyResult.COMPLETED);
      pending = second;
    }
    return Meeting.SETTLED;
  }

  /// The trap of a component that reads what it writes.
  final Fault intraComponent() {
    return new Trap(ComponentCode.INTRA_COMPONENT, isFuture() ? "future" : "stream", List.of());
  }

  /// The elements of a {@link Meeting#MOVE} were copied.
  final void moved(GuestBuffer second) {
    GuestBuffer first = Invariant.present(pending, "a copy has two sides");
    afterMove(first, second);
  }

  /// `none_or_number_type`
  private boolean isNoneOrNumber() {
    return switch (element().orElse(null)) {
      case null -> true;
      case PrimValType number ->
          switch (number) {
            case S8, U8, S16, U16, S32, U32, S64, U64, F32, F64 -> true;
            case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
          };
      default -> false;
    };
  }

  /// `reset_pending`
  final void resetPending() {
    pending = null;
  }

  /// `reset_and_notify_pending`
  final void notifyPending(CopyResult result) {
    GuestBuffer first = Invariant.present(pending, "who is told waits");
    pending = null;
    first.end.copyDone(result);
  }

  /// `cancel`: the copy that waits ends.
  final void cancel() {
    notifyPending(CopyResult.CANCELLED);
  }

  /// The host gives its end up.
  final void dropHost() {
    host = null;
    drop(null);
  }

  /// `drop`: one of the ends is gone. The host's end is told, and a copy that waits ends.
  ///
  /// @param fault why, where it is not by the program's own will
  final void drop(@Nullable Fault fault) {
    ends--;
    if (!dropped) {
      dropped = true;
      if (pending != null) {
        notifyPending(CopyResult.DROPPED);
      }
      HostEnd other = host;
      if (other != null) {
        host = null;
        ends--;
        other.over(fault);
      }
    }
    if (ends == 0) {
      streams.ended(this);
    }
  }
}
