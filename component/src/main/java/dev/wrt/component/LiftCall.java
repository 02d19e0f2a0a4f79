package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.value.Values;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `thread_func` of `canon_lift`: what the implicit thread of a task does, from the moment in which
/// it may enter the instance to its end.
///
/// The states are the steps of the ABI in their order. Where a result is lifted here, for a
/// function lifted synchronously, {@link Resolving} passes it on before `post-return` runs.
final class LiftCall extends Lowering {
  private enum State {
    ENTER,
    WAITED,
    START,
    LOWER_ARGUMENTS,
    CALL_CORE,
    CORE_RETURNED,
    POST_RETURN,
    EXIT,
    CANCELLED
  }

  private final Task task;
  private State state = State.ENTER;

  /// The passage of the arguments while they pass.
  private @Nullable Crossing crossing;

  /// Core values: the arguments, then the results.
  private long[] flat = Task.NO_VALUES;

  private boolean entered;

  LiftCall(Task task) {
    this.task = task;
  }

  @Override
  Next step(Driver driver) {
    return switch (state) {
      case ENTER -> enter(driver);
      case WAITED -> waited(driver);
      case START -> start(driver);
      case LOWER_ARGUMENTS -> lower(driver);
      case CALL_CORE -> driver.enter(this, task.callee.core(), flat);
      case CORE_RETURNED -> coreReturned(driver);
      case POST_RETURN -> postReturn(driver);
      case EXIT -> exit(driver);
      case CANCELLED -> Next.DONE;
    };
  }

  private Next go(State next) {
    state = next;
    return Next.AGAIN;
  }

  /// `enter_implicit_thread`: tasks of asynchronous functions wait where there is backpressure, and
  /// behind those that wait.
  // [impl->req~async-backpressure~1]
  private Next enter(Driver driver) {
    ComponentInstance inst = task.instance();
    if (!task.isAsync() || !task.hasBackpressure() && inst.numWaitingToEnter == 0) {
      return go(State.START);
    }
    inst.numWaitingToEnter++;
    state = State.WAITED;
    return driver.block(new Readiness.NoBackpressure(task), true);
  }

  private Next waited(Driver driver) {
    task.instance().numWaitingToEnter--;
    if (!driver.current().cancelled) {
      return go(State.START);
    }
    state = State.CANCELLED;
    Fault why = driver.cancel(task);
    return why == null ? Next.AGAIN : driver.fail(why);
  }

  private Next start(Driver driver) {
    Fault refusal = driver.tree().boundary(task.instance());
    if (refusal == null) {
      refusal = task.enter();
    }
    if (refusal == null) {
      task.started();
      refusal = driver.event(task.instance(), Point.TASK_START, "task", task.caller.depth());
    }
    if (refusal != null) {
      return driver.fail(refusal);
    }
    if (task.caller instanceof ImplicitCaller implicit) {
      flat = implicit.flat();
      entered = true;
      return go(State.CALL_CORE);
    }
    Crossing taken = task.passages.take(task.caller.meter());
    crossing = taken;
    return switch (task.caller.start(driver, taken)) {
      case Result.Ok<Values> ok -> before(driver, ok.value(), taken);
      case Result.Err<Values> err -> driver.fail(err.fault());
    };
  }

  private Next before(Driver driver, Values arguments, Crossing taken) {
    HookRun hooks = task.caller.hooks();
    HookRun.Decision decision = hooks.before(arguments);
    Fault refusal = decision.fault();
    if (refusal != null) {
      return driver.fail(refusal);
    }
    if (decision.before() == HookRun.Before.ANSWERED) {
      state = State.EXIT;
      return driver.push(Resolving.answer(task, hooks.values(Values.NONE)));
    }
    entered = true;
    driver
        .tree()
        .lower
        .start(
            task.side(driver, taken),
            task.layout().params(),
            hooks.values(arguments),
            FuncLayout.MAX_FLAT_PARAMS);
    return go(State.LOWER_ARGUMENTS);
  }

  @Override
  Destination destination() {
    return new Destination(task.instance(), task.options().realloc());
  }

  @Override
  Next lowered(Driver driver, Lower lower) {
    flat = flat(lower);
    giveBack();
    return go(State.CALL_CORE);
  }

  private void giveBack() {
    Crossing taken = crossing;
    if (taken != null) {
      crossing = null;
      task.passages.giveBack(taken);
    }
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    if (reallocated(driver, machine)) {
      return;
    }
    if (state == State.POST_RETURN) {
      task.instance().mayLeave = true;
      state = State.EXIT;
      return;
    }
    int count = task.callee.core().type().resultCount();
    flat = count == 0 ? Task.NO_VALUES : new long[count];
    for (int i = 0; i < count; i++) {
      flat[i] = machine.result(i);
    }
    state = State.CORE_RETURNED;
  }

  private Next coreReturned(Driver driver) {
    Fault wrong = driver.tree().boundary(task.instance());
    if (wrong != null) {
      return driver.fail(wrong);
    }
    if (task.caller instanceof ImplicitCaller) {
      task.returned();
      return go(State.EXIT);
    }
    FuncInst callback = task.options().callback();
    if (callback != null) {
      state = State.EXIT;
      return driver.push(new CallbackLoop(task, callback, (int) flat[0]));
    }
    return task.options().async() ? go(State.EXIT) : liftResults(driver);
  }

  private Next liftResults(Driver driver) {
    state = State.POST_RETURN;
    return Resolving.lifting(
        driver, task, task.side(driver, task.passages.take(task.caller.meter())), flat);
  }

  private Next postReturn(Driver driver) {
    FuncInst postReturn = task.options().postReturn();
    if (postReturn == null) {
      return go(State.EXIT);
    }
    task.instance().mayLeave = false;
    return driver.enter(this, postReturn, flat);
  }

  private Next exit(Driver driver) {
    giveBack();
    Fault unresolved = task.exit();
    return unresolved == null ? Next.DONE : driver.fail(unresolved);
  }

  @Override
  void aborted(Fault fault) {
    giveBack();
    task.abandoned();
  }

  @Override
  boolean hasEntered() {
    return entered;
  }
}
