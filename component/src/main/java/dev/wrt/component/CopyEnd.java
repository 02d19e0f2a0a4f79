package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `CopyEnd` of CanonicalABI.md: the readable or writable end of a stream or future that a guest
/// holds (`ReadableStreamEnd`, `WritableStreamEnd`, `ReadableFutureEnd`, `WritableFutureEnd`).
///
/// At most one copy is under way at a time. It is over when the guest has been told so, not when
/// the last element was copied: as long as the event is pending, the buffer belongs to the copy.
final class CopyEnd extends Waitable {
  /// `CopyState`
  enum State {
    /// Nothing is under way.
    IDLE,
    /// A read or write is under way.
    COPYING,
    /// It has been asked to end.
    CANCELLING_COPY,
    /// There will be no further copy.
    DONE
  }

  /// `CopyResult`; the ordinal is what the guest is told.
  enum CopyResult {
    /// Elements were copied, or a copy of none has met the other side.
    COMPLETED,
    /// The other end was dropped.
    DROPPED,
    /// The copy was cancelled.
    CANCELLED
  }

  /// Bits of a stream's result below the number of elements.
  private static final int RESULT_BITS = 4;

  final Shared shared;
  final boolean writable;

  private State state = State.IDLE;

  private @Nullable GuestBuffer buffer;
  private CopyResult result = CopyResult.COMPLETED;
  private boolean reclaims;

  /// @param shared what it is an end of
  /// @param writable which of the two ends
  CopyEnd(Shared shared, boolean writable) {
    this.shared = shared;
    this.writable = writable;
  }

  @Override
  public String kind() {
    return kind(writable, shared.isFuture());
  }

  /// An end in words.
  static String kind(boolean writable, boolean future) {
    return "the " + (writable ? "writable" : "readable") + " end of a " + word(future);
  }

  private static String word(boolean future) {
    return future ? "future" : "stream";
  }

  /// `state`
  private void become(State next) {
    stateChanges(state.ordinal(), next.ordinal());
    state = next;
  }

  @Override
  int stateWord() {
    return state.ordinal();
  }

  /// `copying`
  boolean copying() {
    return state == State.COPYING || state == State.CANCELLING_COPY;
  }

  /// A copy begins.
  void begin(GuestBuffer with) {
    become(State.COPYING);
    buffer = with;
  }

  /// `on_copy`: elements were copied; there may be more until the guest is told.
  void copied() {
    result = CopyResult.COMPLETED;
    reclaims = true;
    setPendingEvent();
  }

  /// `on_copy_done`: the copy has ended.
  void copyDone(CopyResult how) {
    result = how;
    reclaims = false;
    setPendingEvent();
  }

  /// `cancel_copy`, after its checks: the copy ends now, and its event is pending.
  ///
  /// A stream's copy whose buffer is not used up has not ended by itself although some elements may
  /// have been copied: it is told as cancelled then. The text of `cancel_copy` would say completed;
  /// the specification's test suite says cancelled (`cancel-stream.wast`), and decides.
  // [impl->req~stream-cancel-partial~1]
  void cancel() {
    become(State.CANCELLING_COPY);
    if (!hasPendingEvent()) {
      shared.cancel();
    } else if (reclaims && Invariant.present(buffer, "a copy has a buffer").remain() > 0) {
      result = CopyResult.CANCELLED;
    }
  }

  /// `stream_event`, `future_event`
  @Override
  WaitableEvent deliver() {
    GuestBuffer copied = Invariant.present(buffer, "an event of an end tells of a copy");
    buffer = null;
    if (reclaims) {
      shared.resetPending();
    }
    boolean future = shared.isFuture();
    boolean done = future ? result != CopyResult.CANCELLED : result == CopyResult.DROPPED;
    become(done ? State.DONE : State.IDLE);
    int packed = future ? 0 : copied.progress() << RESULT_BITS;
    return new WaitableEvent(eventCode(), index, result.ordinal() | packed);
  }

  private int eventCode() {
    if (shared.isFuture()) {
      return writable ? WaitableEvent.FUTURE_WRITE : WaitableEvent.FUTURE_READ;
    }
    return writable ? WaitableEvent.STREAM_WRITE : WaitableEvent.STREAM_READ;
  }

  /// Why no copy can begin, or null.
  ///
  /// @param synchronous whether the guest waits for it
  // [impl->req~stream-end-state~1]
  @Nullable Fault copyRefusal(boolean synchronous) {
    if (state == State.DONE) {
      return done(writable ? "write to" : "read from");
    }
    if (copying()) {
      return busy("have concurrent operations active on a future/stream:");
    }
    return setRefusal(synchronous);
  }

  /// Why the copy can't be cancelled, or null.
  ///
  /// @param synchronous whether the guest waits for its end
  // [impl->req~stream-end-state~1]
  @Nullable Fault cancelRefusal(boolean synchronous) {
    if (state != State.COPYING || hasSyncWaiter()) {
      return new Trap(ComponentCode.END_IDLE, writable ? "write" : "read", List.of());
    }
    return setRefusal(synchronous);
  }

  private @Nullable Fault setRefusal(boolean synchronous) {
    return synchronous && inWaitableSet()
        ? new Trap(ComponentCode.SYNC_IN_SET, "", List.of())
        : null;
  }

  /// Why the readable end can't leave the component, or null.
  // [impl->req~stream-end-state~1]
  @Nullable Fault liftRefusal() {
    if (state == State.DONE) {
      return done("lift");
    }
    if (copying()) {
      return busy("remove busy");
    }
    return inWaitableSet()
        ? new Trap(ComponentCode.END_IN_SET, word(shared.isFuture()), List.of())
        : null;
  }

  /// Why the end can't be dropped, or null.
  // [impl->req~stream-end-state~1]
  @Nullable Fault dropRefusal() {
    if (copying()) {
      return busy(writable ? "drop busy" : "remove busy");
    }
    return writable && shared.isFuture() && state != State.DONE
        ? new Trap(ComponentCode.FUTURE_UNWRITTEN, "", List.of())
        : null;
  }

  /// `CopyEnd.drop`, after its checks; the end has left its table.
  void drop() {
    if (!writable) {
      shared.readable = Shared.Place.GONE;
    }
    shared.drop(null);
    dropWaitable();
  }

  private Fault busy(String what) {
    return new Trap(ComponentCode.END_BUSY, what + " " + word(shared.isFuture()), List.of());
  }

  private Fault done(String what) {
    String because;
    if (shared.isFuture()) {
      because =
          writable ? "previous write succeeded or readable end dropped" : "previous read succeeded";
    } else {
      because = "being notified that the " + (writable ? "readable" : "writable") + " end dropped";
    }
    String subject = what + " " + word(shared.isFuture()) + " after " + because;
    return new Trap(ComponentCode.END_DONE, subject, List.of());
  }
}
