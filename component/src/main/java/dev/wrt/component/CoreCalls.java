package dev.wrt.component;

import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.Activation.Next;
import dev.wrt.decoder.component.CanonBuiltin;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import java.util.List;
import java.util.Set;

/// The way from a core function that core code has called to the canonical definition that it
/// stands for.
final class CoreCalls {
  /// Built-ins that may be used while the instance can't be left.
  private static final Set<CanonBuiltin> INSIDE =
      Set.of(
          CanonBuiltin.CONTEXT_GET,
          CanonBuiltin.CONTEXT_SET,
          CanonBuiltin.BACKPRESSURE_INC,
          CanonBuiltin.BACKPRESSURE_DEC);

  private CoreCalls() {}

  /// Carries out, or begins, the call that waits in the machine.
  static Next called(Driver driver, Machine machine, FuncInst callee) {
    Object tag = callee.tag();
    if (!(tag instanceof CoreCallee canon)) {
      throw new Invariant.Violation("a function of the host is a canonical definition");
    }
    // [impl->req~component-may-leave~1]
    if (!canon.instance().mayLeave && !staysInside(canon)) {
      return driver.trap(machine, new Trap(ComponentCode.CANNOT_LEAVE, "", List.of()));
    }
    return switch (canon) {
      case CoreCallee.Lowered c -> driver.push(LowerCall.of(driver, c, machine));
      case CoreCallee.ResourceNew c -> ResourceBuiltins.resourceNew(driver, machine, c);
      case CoreCallee.ResourceRep c -> ResourceBuiltins.resourceRep(driver, machine, c);
      case CoreCallee.ResourceDrop c -> ResourceBuiltins.resourceDrop(driver, machine, c);
      case CoreCallee.TaskReturn c -> TaskBuiltins.taskReturn(driver, machine, c);
      case CoreCallee.NewThread c -> ThreadBuiltins.newIndirect(driver, machine, c);
      case CoreCallee.Builtin c -> builtin(driver, machine, c);
      case CoreCallee.Copy c -> CopyBuiltins.call(driver, machine, c);
      case CoreCallee.ErrorContext c -> ErrorContextBuiltins.call(driver, machine, c);
    };
  }

  /// Whether a definition may be used while the instance can't be left.
  private static boolean staysInside(CoreCallee canon) {
    return canon instanceof CoreCallee.ResourceRep
        || canon instanceof CoreCallee.Builtin b && INSIDE.contains(b.builtin());
  }

  private static Next builtin(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return switch (canon.builtin()) {
      case WAITABLE_SET_NEW,
          WAITABLE_SET_WAIT,
          WAITABLE_SET_POLL,
          WAITABLE_SET_DROP,
          WAITABLE_JOIN ->
          WaitableBuiltins.call(driver, machine, canon);
      case TASK_CANCEL,
          SUBTASK_CANCEL,
          SUBTASK_DROP,
          BACKPRESSURE_INC,
          BACKPRESSURE_DEC,
          CONTEXT_GET,
          CONTEXT_SET ->
          TaskBuiltins.call(driver, machine, canon);
      default -> ThreadBuiltins.call(driver, machine, canon);
    };
  }
}
