package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.abi.AbiCode;
import dev.wrt.engine.Machine;
import dev.wrt.engine.MemInst;
import dev.wrt.memory.SafeMemory;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The canonical definitions `waitable-set.new`, `waitable-set.wait`, `waitable-set.poll`,
/// `waitable-set.drop` and `waitable.join` of CanonicalABI.md.
///
/// That the calling instance may be left has been checked before.
final class WaitableBuiltins {
  private WaitableBuiltins() {}

  /// Carries one out.
  // [impl->req~waitable-builtins~1]
  static Next call(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return switch (canon.builtin()) {
      case WAITABLE_SET_NEW -> made(driver, machine, canon.instance());
      case WAITABLE_SET_WAIT -> waitFor(driver, machine, canon);
      case WAITABLE_SET_POLL -> poll(driver, machine, canon);
      case WAITABLE_SET_DROP -> drop(driver, machine, canon.instance());
      case WAITABLE_JOIN -> join(driver, machine, canon.instance());
      default -> throw new Invariant.Violation("no built-in of waitables");
    };
  }

  /// `canon_waitable_set_new`
  private static Next made(Driver driver, Machine machine, ComponentInstance inst) {
    return switch (inst.handles.add(new WaitableSet())) {
      case Result.Ok<Integer> ok -> driver.answer(machine, ok.value());
      case Result.Err<Integer> err -> driver.trap(machine, err.fault());
    };
  }

  /// `canon_waitable_set_wait`
  private static Next waitFor(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return switch (canon.instance().handles.waitableSet((int) machine.argument(0))) {
      case Result.Ok<WaitableSet> ok ->
          driver.push(new SetWait(canon, ok.value(), machine.argument(1)));
      case Result.Err<WaitableSet> err -> driver.trap(machine, err.fault());
    };
  }

  /// `canon_waitable_set_poll`
  private static Next poll(Driver driver, Machine machine, CoreCallee.Builtin canon) {
    return switch (canon.instance().handles.waitableSet((int) machine.argument(0))) {
      case Result.Ok<WaitableSet> ok -> {
        WaitableEvent event = polled(driver, canon, ok.value());
        Fault fault = store(canon.memory(), machine.argument(1), event);
        yield fault == null ? driver.answer(machine, event.code()) : driver.trap(machine, fault);
      }
      case Result.Err<WaitableSet> err -> driver.trap(machine, err.fault());
    };
  }

  /// `WaitableSet.poll`
  private static WaitableEvent polled(Driver driver, CoreCallee.Builtin canon, WaitableSet set) {
    if (driver.current().task.deliverPendingCancel(canon.flag())) {
      return WaitableEvent.TASK_CANCELLED;
    }
    return set.hasPendingEvent() ? SetWait.taken(driver, set) : WaitableEvent.NONE;
  }

  /// `canon_waitable_set_drop`
  private static Next drop(Driver driver, Machine machine, ComponentInstance inst) {
    int index = (int) machine.argument(0);
    return switch (inst.handles.waitableSet(index)) {
      case Result.Ok<WaitableSet> ok -> {
        Fault refusal = ok.value().dropRefusal();
        if (refusal != null) {
          yield driver.trap(machine, refusal);
        }
        inst.handles.remove(index);
        yield driver.answer(machine);
      }
      case Result.Err<WaitableSet> err -> driver.trap(machine, err.fault());
    };
  }

  /// `canon_waitable_join`
  private static Next join(Driver driver, Machine machine, ComponentInstance inst) {
    return switch (inst.handles.waitable((int) machine.argument(0))) {
      case Result.Ok<Waitable> ok -> join(driver, machine, inst, ok.value());
      case Result.Err<Waitable> err -> driver.trap(machine, err.fault());
    };
  }

  private static Next join(
      Driver driver, Machine machine, ComponentInstance inst, Waitable waitable) {
    if (waitable.hasSyncWaiter()) {
      return driver.trap(machine, new Trap(ComponentCode.SYNC_WAITER, "", List.of()));
    }
    int set = (int) machine.argument(1);
    if (set == 0) {
      waitable.join(null);
      return driver.answer(machine);
    }
    return switch (inst.handles.waitableSet(set)) {
      case Result.Ok<WaitableSet> ok -> {
        waitable.join(ok.value());
        yield driver.answer(machine);
      }
      case Result.Err<WaitableSet> err -> driver.trap(machine, err.fault());
    };
  }

  /// `unpack_event`: stores the payload of an event.
  ///
  /// @return the trap of a pointer that is not fit for it, or null
  static @Nullable Fault store(@Nullable MemInst to, long ptr, WaitableEvent event) {
    SafeMemory memory =
        Invariant.present(to, "validated: waiting has a memory for the event").memory();
    if ((ptr & 3) != 0) {
      return new Trap(AbiCode.UNALIGNED_POINTER, "", List.of());
    }
    if (ptr < 0 || ptr > memory.sizeBytes() - 8L) {
      return new Trap(AbiCode.POINTER_OUT_OF_BOUNDS, "", List.of());
    }
    memory.store32((int) ptr, event.p1());
    memory.store32((int) ptr + 4, event.p2());
    return memory.fault();
  }
}
