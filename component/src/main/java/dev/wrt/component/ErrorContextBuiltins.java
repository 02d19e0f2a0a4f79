package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Layout;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.engine.Machine;

/// The canonical definitions `error-context.*` of CanonicalABI.md.
///
/// That the calling instance may be left has been checked before.
final class ErrorContextBuiltins {
  private ErrorContextBuiltins() {}

  /// Carries one out.
  static Next call(Driver driver, Machine machine, CoreCallee.ErrorContext canon) {
    return switch (canon.builtin()) {
      case ERROR_CONTEXT_NEW -> made(driver, machine, canon);
      case ERROR_CONTEXT_DEBUG_MESSAGE -> debugMessage(driver, machine, canon);
      case ERROR_CONTEXT_DROP -> drop(driver, machine, canon.instance());
      default -> throw new Invariant.Violation("no built-in of error contexts");
    };
  }

  /// `canon_error_context_new`
  private static Next made(Driver driver, Machine machine, CoreCallee.ErrorContext canon) {
    return switch (message(driver, machine, canon)) {
      case Result.Ok<String> ok ->
          switch (ErrorContextHandle.add(canon.instance(), ok.value())) {
            case Result.Ok<Integer> index -> driver.answer(machine, index.value());
            case Result.Err<Integer> err -> driver.trap(machine, err.fault());
          };
      case Result.Err<String> err -> driver.trap(machine, err.fault());
    };
  }

  /// `load_string_from_range`
  private static Result<String> message(
      Driver driver, Machine machine, CoreCallee.ErrorContext canon) {
    ComponentInstance inst = canon.instance();
    Result<Layout> layout = inst.tree.streams.message(inst.tree.layouts);
    if (!(layout instanceof Result.Ok<Layout> string)) {
      return Result.err(((Result.Err<Layout>) layout).fault());
    }
    Crossing passage = inst.passages.take(driver.current().task.caller.meter());
    LiftLowerContext side = side(driver, canon, passage);
    long[] range = {machine.argument(0), machine.argument(1)};
    Result<Values> lifted =
        inst.tree.lift.values(side, string.value(), FuncLayout.MAX_FLAT_PARAMS, range);
    inst.passages.giveBack(passage);
    return switch (lifted) {
      case Result.Ok<Values> ok -> Result.ok(((Value.Str) ok.value().get(0)).value());
      case Result.Err<Values> err -> Result.err(err.fault());
    };
  }

  static LiftLowerContext side(Driver driver, CoreCallee.ErrorContext canon, Crossing passage) {
    CallHandles handles = new CallHandles(driver, canon.instance(), new BorrowScope(), null);
    return new LiftLowerContext(canon.options(), handles, passage);
  }

  /// `canon_error_context_debug_message`
  private static Next debugMessage(Driver driver, Machine machine, CoreCallee.ErrorContext canon) {
    return switch (canon.instance().handles.errorContext((int) machine.argument(0))) {
      case Result.Ok<ErrorContextHandle> ok ->
          driver.push(new DebugMessageCall(canon, ok.value().debugMessage(), machine.argument(1)));
      case Result.Err<ErrorContextHandle> err -> driver.trap(machine, err.fault());
    };
  }

  /// `canon_error_context_drop`
  private static Next drop(Driver driver, Machine machine, ComponentInstance inst) {
    int index = (int) machine.argument(0);
    return switch (inst.handles.errorContext(index)) {
      case Result.Ok<ErrorContextHandle> ok -> {
        inst.handles.remove(index);
        inst.account().release(ok.value().bytes());
        yield driver.answer(machine);
      }
      case Result.Err<ErrorContextHandle> err -> driver.trap(machine, err.fault());
    };
  }
}
