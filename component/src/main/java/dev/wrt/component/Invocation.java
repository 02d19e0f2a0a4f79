package dev.wrt.component;

import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A call of an export by the host: `Store.invoke`, and then `Store.tick` until the call has
/// returned.
final class Invocation extends Execution {
  private final Task task;
  private final HostCaller caller;
  private boolean cancelling;

  private Invocation(Task task, HostCaller caller) {
    super(task.instance().tree, Entry.of(task));
    this.task = task;
    this.caller = caller;
  }

  /// Prepares a call.
  ///
  /// @param arguments conform to the function's type
  static Invocation of(Tree tree, ComponentFunc.Lifted callee, Hooks hooks, Values arguments) {
    HookRun run = HookRun.of(hooks, 1, tree.driver.openHooks());
    HostCaller caller = new HostCaller(tree.hostHandles, run, tree.meter(), arguments);
    return new Invocation(new Task(callee, caller, callee.instance().passages), caller);
  }

  @Override
  @Nullable Outcome goOn(Driver driver) {
    Outcome end = caller.end();
    if (end != null) {
      return end;
    }
    if (cancelling) {
      cancelling = false;
      driver.push(new CancelCall(task, null));
      return null;
    }
    if (!takesTurn(driver)) {
      return new Outcome.Waiting();
    }
    return driver.tick() ? null : driver.stuck();
  }

  @Override
  boolean isResolved() {
    return caller.end() != null;
  }

  @Override
  public void cancel() {
    cancelling = caller.end() == null;
  }
}
