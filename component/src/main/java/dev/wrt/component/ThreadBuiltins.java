package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.TableInst;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The canonical definitions `thread.*` of CanonicalABI.md, but those of shared threads.
///
/// That the calling instance may be left has been checked before.
// [impl->req~async-threads~1]
final class ThreadBuiltins {
  private ThreadBuiltins() {}

  /// Carries one of them out.
  static Next call(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    boolean cancellable = canon.flag();
    return switch (canon.builtin()) {
      case THREAD_INDEX -> driver.answer(machine, driver.current().index);
      case THREAD_YIELD -> driver.push(new Pause(Pause.Kind.YIELD, cancellable, null));
      case THREAD_SUSPEND -> driver.push(new Pause(Pause.Kind.SUSPEND, cancellable, null));
      case THREAD_RESUME_LATER -> resumeLater(driver, machine, canon);
      case THREAD_SUSPEND_THEN_RESUME -> thenResume(driver, machine, canon, Pause.Kind.SUSPEND);
      case THREAD_YIELD_THEN_RESUME -> thenResume(driver, machine, canon, Pause.Kind.YIELD);
      case THREAD_SUSPEND_THEN_PROMOTE -> thenPromote(driver, machine, canon, Pause.Kind.SUSPEND);
      case THREAD_YIELD_THEN_PROMOTE -> thenPromote(driver, machine, canon, Pause.Kind.YIELD);
      default -> throw new Invariant.Violation("dispatched by the driver");
    };
  }

  /// `canon_thread_new_indirect`
  static Next newIndirect(Driver driver, Machine machine, CoreCallee.NewThread canon) {
    long index = machine.argument(0);
    long argument = machine.argument(1);
    FuncInst function = function(driver.tree(), canon.table(), index);
    if (function == null || !function.type().equals(canon.type())) {
      return driver.trap(
          machine, new Trap(ComponentCode.THREAD_START, Long.toUnsignedString(index), List.of()));
    }
    Task task = driver.current().task;
    GuestThread thread = new GuestThread(task);
    Fault refusal = driver.threads().add(thread, new ThreadCall(thread, function, argument));
    return refusal == null ? driver.answer(machine, thread.index) : driver.fail(refusal);
  }

  private static @Nullable FuncInst function(Tree tree, TableInst table, long index) {
    boolean inside = Long.compareUnsigned(index, table.size()) < 0;
    long ref = inside ? table.get((int) index) : 0;
    return ref == 0 ? null : tree.store.func(ref);
  }

  /// `canon_thread_resume_later`
  private static Next resumeLater(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return switch (suspended(machine, canon)) {
      case Result.Ok<GuestThread> ok -> {
        Parking parking = Invariant.present(ok.value().parking, "a suspended thread is parked");
        driver.parked().startWaiting(parking, Readiness.Always.ALWAYS);
        yield driver.answer(machine);
      }
      case Result.Err<GuestThread> err -> driver.trap(machine, err.fault());
    };
  }

  private static Next thenResume(
      Driver driver, Machine machine, CoreCallee.Builtin canon, Pause.Kind kind) {
    return switch (suspended(machine, canon)) {
      case Result.Ok<GuestThread> ok -> driver.push(new Pause(kind, canon.flag(), ok.value()));
      case Result.Err<GuestThread> err -> driver.trap(machine, err.fault());
    };
  }

  private static Next thenPromote(
      Driver driver, Machine machine, CoreCallee.Builtin canon, Pause.Kind kind) {
    return switch (thread(machine, canon)) {
      case Result.Ok<GuestThread> ok -> {
        GuestThread other = ok.value();
        yield driver.push(new Pause(kind, canon.flag(), other.ready() ? other : null));
      }
      case Result.Err<GuestThread> err -> driver.trap(machine, err.fault());
    };
  }

  private static Result<GuestThread> suspended(Machine machine, CoreCallee.Builtin canon) {
    Result<GuestThread> found = thread(machine, canon);
    return found instanceof Result.Ok<GuestThread> ok && !ok.value().suspended()
        ? Result.err(trap(ComponentCode.THREAD_NOT_SUSPENDED, (int) machine.argument(0)))
        : found;
  }

  private static Result<GuestThread> thread(Machine machine, CoreCallee.Builtin canon) {
    int index = (int) machine.argument(0);
    @Nullable GuestThread found = canon.instance().threads.get(index);
    return found == null ? Result.err(trap(ComponentCode.THREAD_UNKNOWN, index)) : Result.ok(found);
  }

  private static Fault trap(ComponentCode code, int index) {
    return new Trap(code, Integer.toUnsignedString(index), List.of());
  }
}
