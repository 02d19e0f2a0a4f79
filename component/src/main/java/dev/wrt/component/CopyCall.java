package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;

/// `stream_copy` and `future_copy` of CanonicalABI.md, after their checks: a read or write of a
/// guest, from its begin until the guest is answered.
final class CopyCall extends Activation {
  /// `BLOCKED`: the answer to a guest that is told later.
  static final long BLOCKED = 0xFFFF_FFFFL;

  private enum State {
    BEGIN,
    ANSWER,
    WAIT
  }

  private final CopyEnd end;
  private final GuestBuffer buffer;
  private final ComponentInstance instance;
  private final boolean async;
  private State state = State.BEGIN;

  /// @param canon the built-in that was called
  /// @param buffer what it copies from or to
  CopyCall(CoreCallee.Copy canon, GuestBuffer buffer) {
    this.end = buffer.end;
    this.buffer = buffer;
    this.instance = canon.instance();
    this.async = canon.async();
  }

  @Override
  Next step(Driver driver) {
    return switch (state) {
      case BEGIN -> begin(driver);
      case ANSWER -> answer(driver);
      case WAIT -> {
        end.syncWaiter(false);
        yield told(driver);
      }
    };
  }

  private Next begin(Driver driver) {
    state = State.ANSWER;
    end.begin(buffer);
    Shared shared = end.shared;
    return switch (shared.meet(buffer)) {
      case SETTLED -> Next.AGAIN;
      case MOVE -> driver.push(CopyElements.between(shared, buffer));
      case HOST -> {
        HostEnd host = Invariant.present(shared.host(), "the host has the other end");
        yield host.asleep ? Next.AGAIN : host.serve(driver, buffer);
      }
      case REFUSED -> driver.fail(shared.intraComponent());
    };
  }

  private Next answer(Driver driver) {
    if (end.hasPendingEvent()) {
      return told(driver);
    }
    if (async) {
      driver.answer(instance.tree.machine, BLOCKED);
      return Next.DONE;
    }
    // [impl->req~stream-synchronous~1]
    state = State.WAIT;
    end.syncWaiter(true);
    return driver.block(new Readiness.PendingEvent(end), false);
  }

  private Next told(Driver driver) {
    WaitableEvent event = end.takePendingEvent();
    driver.answer(instance.tree.machine, Integer.toUnsignedLong(event.p2()));
    return Next.DONE;
  }

  @Override
  void aborted(Fault fault) {
    end.syncWaiter(false);
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
