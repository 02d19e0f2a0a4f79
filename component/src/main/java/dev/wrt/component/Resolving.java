package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.abi.Lower;
import dev.wrt.component.value.Values;
import dev.wrt.engine.Machine;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The passing of results to the caller: `on_resolve`, after which the call is resolved.
///
/// It runs on behalf of whoever has the results: the thread of a task at `task.return` or at the
/// end of a synchronous function, or the host. A call that was made by a component lowers them into
/// that component's memory, whatever it is doing at the time.
final class Resolving extends Lowering {
  private enum State {
    AFTER,
    LOWER_RESULTS,
    RESOLVED
  }

  private final Caller caller;
  private final Passages passages;

  /// The task that returns; null if the host does.
  private final @Nullable Task task;

  private Values results;
  private State state = State.AFTER;

  /// The passage of the results while they pass.
  private @Nullable Crossing crossing;

  /// Whether a call of `task.return` waits for the end.
  private boolean answers;

  private Resolving(
      Caller caller, @Nullable Task task, Passages passages, Crossing crossing, Values results) {
    this.caller = caller;
    this.task = task;
    this.passages = passages;
    this.crossing = crossing;
    this.results = results;
  }

  /// Results of the host.
  static Resolving host(Subtask subtask, Values results) {
    Passages passages = subtask.instance().passages;
    return new Resolving(subtask, null, passages, passages.take(subtask.meter()), results);
  }

  /// Results that an interceptor gives in the place of a task.
  static Resolving answer(Task task, Values results) {
    Crossing taken = task.passages.take(task.caller.meter());
    return new Resolving(task.caller, task, task.passages, taken, results);
  }

  /// Lifts results out of the callee, and then passes them on.
  ///
  /// @param side the callee's side
  /// @param flat the core results
  static Activation.Next lifting(Driver driver, Task task, LiftLowerContext side, long[] flat) {
    return lift(driver, task, side, flat, FuncLayout.MAX_FLAT_RESULTS);
  }

  /// The same for `task.return`, which waits in the machine and is answered at the end.
  static Activation.Next returning(Driver driver, Task task, LiftLowerContext side, long[] flat) {
    return lift(driver, task, side, flat, FuncLayout.MAX_FLAT_PARAMS);
  }

  private static Activation.Next lift(
      Driver driver, Task task, LiftLowerContext side, long[] flat, int maxFlat) {
    Tree tree = driver.tree();
    Crossing crossing = side.crossing();
    Resolving resolving = new Resolving(task.caller, task, task.passages, crossing, Values.NONE);
    resolving.answers = maxFlat == FuncLayout.MAX_FLAT_PARAMS;
    Activation.Next pushed = driver.push(resolving);
    Fault refusal = tree.grown(task.instance(), task.memoryBefore);
    if (refusal == null) {
      if (task.caller instanceof HostCaller) {
        crossing.outlive();
      }
      refusal = resolving.lift(tree, side, flat, maxFlat);
    }
    return refusal == null ? pushed : driver.fail(refusal);
  }

  private @Nullable Fault lift(Tree tree, LiftLowerContext side, long[] flat, int maxFlat) {
    Task from = Invariant.present(task, "a task returns");
    return switch (tree.lift.values(side, from.layout().results(), maxFlat, flat)) {
      case Result.Ok<Values> ok -> {
        results = ok.value();
        Fault denied = tree.crossed(from.instance(), Point.LIFT);
        yield denied == null ? from.returnRefusal() : denied;
      }
      case Result.Err<Values> err -> err.fault();
    };
  }

  @Override
  Next step(Driver driver) {
    return switch (state) {
      case AFTER -> after(driver);
      case LOWER_RESULTS -> lower(driver);
      case RESOLVED -> resolved(driver);
    };
  }

  private Next after(Driver driver) {
    HookRun hooks = caller.hooks();
    Fault refusal = hooks.after(results);
    if (refusal != null) {
      return driver.fail(refusal);
    }
    results = hooks.values(results);
    return switch (caller) {
      case Subtask subtask -> startLowering(driver, subtask);
      case HostCaller host -> {
        host.returned(results);
        state = State.RESOLVED;
        yield Next.AGAIN;
      }
      case ImplicitCaller implicit ->
          throw new Invariant.Violation("an implicit call has no results");
    };
  }

  private Next startLowering(Driver driver, Subtask subtask) {
    FuncLayout layout = subtask.lowered.callee().layout();
    boolean async = subtask.lowered.options().async();
    Crossing taken = Invariant.present(crossing, "results pass once");
    driver
        .tree()
        .lower
        .start(
            subtask.side(driver, taken),
            layout.results(),
            results,
            FuncLayout.maxFlatResults(async),
            subtask.outParam());
    state = State.LOWER_RESULTS;
    return Next.AGAIN;
  }

  @Override
  Destination destination() {
    if (caller instanceof Subtask subtask) {
      return new Destination(subtask.instance(), subtask.lowered.options().realloc());
    }
    throw new Invariant.Violation("only guests are lowered into");
  }

  @Override
  Next lowered(Driver driver, Lower lower) {
    if (caller instanceof Subtask subtask) {
      subtask.returned(flat(lower));
    }
    state = State.RESOLVED;
    return Next.AGAIN;
  }

  private Next resolved(Driver driver) {
    giveBack();
    Task returned = task;
    // [impl->req~async-events~1]
    if (returned != null) {
      returned.returned();
      Fault denied = driver.event(returned.instance(), Point.TASK_RETURN, "task", caller.depth());
      if (denied != null) {
        return driver.fail(denied);
      }
    }
    if (answers) {
      driver.tree().machine.resume();
    }
    return Next.DONE;
  }

  private void giveBack() {
    Crossing taken = crossing;
    if (taken != null) {
      crossing = null;
      passages.giveBack(taken);
    }
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    Invariant.check(reallocated(driver, machine), "only realloc runs here");
  }

  @Override
  void aborted(Fault fault) {
    giveBack();
  }

  @Override
  boolean hasEntered() {
    return caller instanceof Subtask;
  }
}
