package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.Activation.Next;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host's end of a stream or future.
///
/// The other end is a guest's. As soon as the guest's read or write is there, and again each time
/// that the host says it may be asked again, the end is {@link #serve}d; nothing happens in
/// between, so both sides hold each other back.
abstract sealed class HostEnd permits SourceEnd, SinkEnd, RelayEnd {
  final Shared shared;

  /// Whether it waits to be asked again.
  boolean asleep;

  private boolean told;

  HostEnd(Shared shared) {
    this.shared = shared;
  }

  /// Asks the host on behalf of a guest's copy, which is pending.
  ///
  /// @param guest the guest's buffer
  abstract Next serve(Driver driver, GuestBuffer guest);

  /// Whether something was taken from the guest that the host has not taken yet.
  boolean keeps() {
    return false;
  }

  /// Asks the host to take what is kept, there being no guest.
  Next serveKept(Driver driver) {
    return Next.AGAIN;
  }

  /// Whether the host was told that it is over.
  final boolean isOver() {
    return told;
  }

  /// Whether there is a reason to ask the host.
  boolean isWanted() {
    return !told && (shared.pending() != null || keeps());
  }

  /// Gives back what is kept for a later copy, and tells the host that all is over.
  abstract void end(@Nullable Fault fault);

  /// It is over; the host is told once, and not before it has what was taken for it.
  ///
  /// @param fault why, where it is not by the program's own will
  // [impl->req~host-end-told-once~1]
  final void over(@Nullable Fault fault) {
    if (fault == null && keeps()) {
      shared.streams.sleep(this);
    } else if (!told) {
      told = true;
      shared.streams.left(this);
      end(fault);
    }
  }

  /// The host has nothing more to do here.
  void finish() {
    shared.dropHost();
    over(null);
  }
}
