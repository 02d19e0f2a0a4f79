package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The entering of a component instance by a call: `Store.lift`, and of `canon_lift` what the
/// caller's thread does.
///
/// It ends when the callee has blocked or ended. A synchronous function has to be resolved by then:
/// until it is, other threads of the instance go on in its place.
final class Entry extends Activation {
  private final Task task;
  private final boolean guarded;
  private boolean begun;
  private boolean started;
  private boolean inside;

  private Entry(Task task, boolean guarded) {
    this.task = task;
    this.guarded = guarded;
  }

  /// A call from outside the instance.
  static Entry of(Task task) {
    return new Entry(task, true);
  }

  /// The start function of a core instance, which runs while the instance can't be entered yet.
  static Entry ofStart(Task task) {
    return new Entry(task, false);
  }

  @Override
  Next step(Driver driver) {
    if (!begun) {
      return begin(driver);
    }
    return started ? goOn(driver) : start(driver);
  }

  // [impl->req~async-no-reentry~1]
  private Next begin(Driver driver) {
    begun = true;
    ComponentInstance inst = task.instance();
    if (guarded) {
      @Nullable ComponentInstance from = task.caller.instance();
      driver.tree().counted(task.callee);
      if (!inst.mayEnterFrom(from) || !inst.isApartFrom(from)) {
        return driver.fail(new Trap(ComponentCode.CANNOT_ENTER, inst.name(), List.of()));
      }
      inst.enterFrom(from);
      inside = true;
    }
    GuestThread holder = inst.exclusiveThread;
    return holder != null && goesFirst(holder)
        ? driver.threads().resume(holder, false)
        : start(driver);
  }

  /// Whether a thread that the callee would have to wait for can go on, and so does before the
  /// call: the specification leaves open when ready threads go on, and the reference tests expect
  /// that a call does not wait for one of them.
  // [impl->req~async-holder-first~1]
  private boolean goesFirst(GuestThread holder) {
    ComponentInstance inst = task.instance();
    boolean waits = guarded && task.isAsync() && task.needsExclusive();
    boolean free = inst.backpressure == 0 && inst.numWaitingToEnter == 0;
    return waits && free && holder.ready();
  }

  private Next start(Driver driver) {
    started = true;
    return driver.threads().start(task.implicitThread, new LiftCall(task));
  }

  // [impl->req~async-sync-call~1]
  private Next goOn(Driver driver) {
    if (!task.isAsync() && !task.resolved()) {
      GuestThread next = driver.parked().choose(t -> mayGoOn(t, task.instance()));
      return next == null
          ? driver.fail(driver.threads().cannotBlock())
          : driver.threads().resume(next, false);
    }
    leave();
    return Next.DONE;
  }

  /// Whether a thread may run while a synchronous call of the instance is under way: it is ready,
  /// and not of those that would need the instance's one stack in memory.
  static boolean mayGoOn(GuestThread thread, ComponentInstance inst) {
    Task task = thread.task;
    boolean needsStack = thread == task.implicitThread && task.needsExclusive();
    return task.instance() == inst && thread.index != 0 && !needsStack && thread.ready();
  }

  private void leave() {
    if (inside) {
      inside = false;
      task.instance().leaveTo(task.caller.instance());
    }
  }

  @Override
  void aborted(Fault fault) {
    task.caller.hooks().aborted(fault);
    if (!(task.caller instanceof ImplicitCaller)) {
      task.caller.scope().release(task.instance().tree.hostHandles);
    }
    leave();
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
