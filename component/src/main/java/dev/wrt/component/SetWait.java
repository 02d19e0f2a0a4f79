package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.engine.Machine;

/// `canon waitable-set.wait` under way: its thread is blocked until the set has an event or the
/// task is asked to cancel itself.
///
/// Where there is an event already the thread goes on at once. The specification leaves that open;
/// its test suite expects it, and a guest that has something to do need not be taken off.
final class SetWait extends Activation {
  private final CoreCallee.Builtin canon;
  private final WaitableSet set;
  private final long ptr;
  private boolean waiting;

  /// @param canon the definition
  /// @param set what is waited for
  /// @param ptr where the guest wants the event's payload
  SetWait(CoreCallee.Builtin canon, WaitableSet set, long ptr) {
    this.canon = canon;
    this.set = set;
    this.ptr = ptr;
  }

  @Override
  Next step(Driver driver) {
    if (waiting) {
      stopWaiting();
      return told(
          driver, driver.current().cancelled ? WaitableEvent.TASK_CANCELLED : taken(driver, set));
    }
    if (driver.current().task.deliverPendingCancel(canon.flag())) {
      return told(driver, WaitableEvent.TASK_CANCELLED);
    }
    if (set.hasPendingEvent()) {
      return told(driver, taken(driver, set));
    }
    waiting = true;
    set.waits(1);
    return driver.block(new Readiness.SetEvent(set, null), canon.flag());
  }

  private Next told(Driver driver, WaitableEvent event) {
    Machine machine = canon.instance().tree.machine;
    Fault fault = WaitableBuiltins.store(canon.memory(), ptr, event);
    if (fault != null) {
      return driver.fail(fault);
    }
    driver.answer(machine, event.code());
    return Next.DONE;
  }

  /// `WaitableSet.get_pending_event`, of which the scheduler chooses one.
  static WaitableEvent taken(Driver driver, WaitableSet set) {
    return set.takePendingEvent(driver.choose(set.pendingCount()));
  }

  private void stopWaiting() {
    if (waiting) {
      waiting = false;
      set.waits(-1);
    }
  }

  @Override
  void aborted(Fault fault) {
    stopWaiting();
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
