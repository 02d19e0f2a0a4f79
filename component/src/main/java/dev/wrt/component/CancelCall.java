package dev.wrt.component;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Task.request_cancellation`: tells one of the task's threads at once, if one can be told.
// [impl->req~async-cancel~1]
final class CancelCall extends Activation {
  private final Task task;
  private final @Nullable ComponentInstance from;
  private boolean begun;
  private boolean inside;

  /// @param from the component instance that asks; null for the host
  CancelCall(Task task, @Nullable ComponentInstance from) {
    this.task = task;
    this.from = from;
  }

  @Override
  Next step(Driver driver) {
    if (begun) {
      leave();
      return Next.DONE;
    }
    begun = true;
    if (task.resolved()) {
      return Next.DONE;
    }
    if (task.initial()) {
      task.deliverCancel();
      return driver.threads().resume(task.implicitThread, true);
    }
    GuestThread told = driver.parked().choose(this::canBeTold);
    if (told == null || !task.instance().mayEnterFrom(from)) {
      task.pendCancel();
      return Next.DONE;
    }
    task.deliverCancel();
    task.instance().enterFrom(from);
    inside = true;
    return driver.threads().resume(told, true);
  }

  private boolean canBeTold(GuestThread thread) {
    if (thread.task != task || !thread.cancellable) {
      return false;
    }
    GuestThread exclusive = task.instance().exclusiveThread;
    return thread != task.implicitThread
        || !task.needsExclusive()
        || exclusive == null
        || exclusive == thread;
  }

  private void leave() {
    if (inside) {
      inside = false;
      task.instance().leaveTo(from);
    }
  }

  @Override
  void aborted(Fault fault) {
    leave();
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
