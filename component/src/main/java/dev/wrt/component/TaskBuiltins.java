package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.engine.Machine;
import dev.wrt.engine.MemInst;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The canonical definitions `task.*`, `subtask.*`, `backpressure.*` and `context.*` of
/// CanonicalABI.md.
///
/// That the calling instance may be left has been checked before.
final class TaskBuiltins {
  /// `backpressure` counts up to here.
  private static final int BACKPRESSURE_MAX = (1 << 16) - 1;

  private TaskBuiltins() {}

  /// Carries one of them out.
  static Next call(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return switch (canon.builtin()) {
      case TASK_CANCEL -> taskCancel(driver, machine);
      case SUBTASK_CANCEL -> subtaskCancel(driver, machine, canon);
      case SUBTASK_DROP -> subtaskDrop(driver, machine, canon.instance());
      case BACKPRESSURE_INC -> backpressure(driver, machine, canon.instance(), 1);
      case BACKPRESSURE_DEC -> backpressure(driver, machine, canon.instance(), -1);
      case CONTEXT_GET -> driver.answer(machine, driver.context().context(canon.slot()));
      case CONTEXT_SET -> {
        driver.context().context(canon.slot(), machine.argument(0));
        yield driver.answer(machine);
      }
      default -> throw new Invariant.Violation("dispatched by the driver");
    };
  }

  /// `canon_task_return`
  // [impl->req~async-task-return~1]
  static Next taskReturn(Driver driver, Machine machine, CoreCallee.TaskReturn canon) {
    Task task = driver.current().task;
    Fault refusal = refusal(task, canon);
    if (refusal != null) {
      return driver.trap(machine, refusal);
    }
    int count = machine.callee().type().paramCount();
    long[] flat = new long[count];
    for (int i = 0; i < count; i++) {
      flat[i] = machine.argument(i);
    }
    Crossing crossing = task.passages.take(task.caller.meter());
    LiftLowerContext side = task.side(driver, crossing);
    return Resolving.returning(driver, task, side, flat);
  }

  private static @Nullable Fault refusal(Task task, CoreCallee.TaskReturn canon) {
    CanonicalOptions lifted = task.options();
    @Nullable MemInst memory = canon.options().memory();
    boolean sameOptions =
        canon.options().encoding() == lifted.encoding()
            && (memory == null || memory == lifted.memory());
    boolean sameResult = canon.layout().type().result().equals(task.layout().type().result());
    return lifted.async() && sameResult && sameOptions
        ? task.returnRefusal()
        : new Trap(ComponentCode.TASK_RETURN_MISMATCH, "", List.of());
  }

  /// `canon_task_cancel`
  private static Next taskCancel(Driver driver, Machine machine) {
    Task task = driver.current().task;
    Fault refusal =
        task.options().async()
            ? driver.cancel(task)
            : new Trap(ComponentCode.NOT_CANCELLED, "", List.of());
    return refusal == null ? driver.answer(machine) : driver.trap(machine, refusal);
  }

  /// `canon_subtask_cancel`
  private static Next subtaskCancel(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    boolean async = canon.flag();
    return switch (subtask(canon.instance(), (int) machine.argument(0))) {
      case Result.Ok<Subtask> ok -> {
        Subtask subtask = ok.value();
        Fault refusal = cancelRefusal(subtask, async);
        if (refusal != null) {
          yield driver.trap(machine, refusal);
        }
        if (subtask.resolved()) {
          subtask.takePendingEvent();
          yield driver.answer(machine, subtask.state().ordinal());
        }
        yield driver.push(new SubtaskCancel(subtask, async));
      }
      case Result.Err<Subtask> err -> driver.trapUnable(machine, err.fault(), async);
    };
  }

  private static @Nullable Fault cancelRefusal(Subtask subtask, boolean async) {
    if (subtask.resolveDelivered() || subtask.cancellationRequested) {
      return new Trap(
          ComponentCode.CANCEL_TWICE, Integer.toUnsignedString(subtask.index), List.of());
    }
    return subtask.inWaitableSet() && !async
        ? new Trap(ComponentCode.SYNC_IN_SET, "", List.of())
        : null;
  }

  /// `canon_subtask_drop`
  private static Next subtaskDrop(Driver driver, Machine machine, ComponentInstance inst) {
    return switch (subtask(inst, (int) machine.argument(0))) {
      case Result.Ok<Subtask> ok -> {
        Fault refusal = ok.value().dropRefusal();
        if (refusal != null) {
          yield driver.trap(machine, refusal);
        }
        ok.value().dropWaitable();
        inst.handles.remove(ok.value().index);
        yield driver.answer(machine);
      }
      case Result.Err<Subtask> err -> driver.trap(machine, err.fault());
    };
  }

  private static Result<Subtask> subtask(ComponentInstance inst, int index) {
    return switch (inst.handles.get(index)) {
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof Subtask subtask
              ? Result.ok(subtask)
              : Result.err(HandleTable.wrongKind(index, ok.value(), "a subtask"));
      case Result.Err<HandleElement> err -> Result.err(err.fault());
    };
  }

  /// `canon_backpressure_inc` and `canon_backpressure_dec`
  // [impl->req~async-backpressure~1]
  private static Next backpressure(
      Driver driver, Machine machine, ComponentInstance inst, int change) {
    int changed = inst.backpressure + change;
    if (changed < 0 || changed > BACKPRESSURE_MAX) {
      return driver.trap(
          machine,
          new Trap(ComponentCode.BACKPRESSURE_RANGE, Integer.toString(changed), List.of()));
    }
    inst.backpressure = changed;
    return driver.answer(machine);
  }
}
