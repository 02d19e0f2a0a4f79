package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import dev.wrt.engine.Machine;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The canonical definitions `stream.*` and `future.*` of CanonicalABI.md.
///
/// That the calling instance may be left has been checked before.
final class CopyBuiltins {
  private CopyBuiltins() {}

  /// Carries one out.
  // [impl->req~stream-builtins~1]
  static Next call(Driver driver, Machine machine, CoreCallee.Copy canon) {
    return switch (canon.builtin()) {
      case STREAM_NEW, FUTURE_NEW -> made(driver, machine, canon);
      case STREAM_READ, FUTURE_READ -> copy(driver, machine, canon, false);
      case STREAM_WRITE, FUTURE_WRITE -> copy(driver, machine, canon, true);
      case STREAM_CANCEL_READ, FUTURE_CANCEL_READ -> cancel(driver, machine, canon, false);
      case STREAM_CANCEL_WRITE, FUTURE_CANCEL_WRITE -> cancel(driver, machine, canon, true);
      case STREAM_DROP_READABLE, FUTURE_DROP_READABLE -> drop(driver, machine, canon, false);
      case STREAM_DROP_WRITABLE, FUTURE_DROP_WRITABLE -> drop(driver, machine, canon, true);
      default -> throw new Invariant.Violation("no built-in of streams and futures");
    };
  }

  /// `canon_stream_new`, `canon_future_new`
  private static Next made(Driver driver, Machine machine, CoreCallee.Copy canon) {
    ComponentInstance inst = canon.instance();
    return switch (inst.tree.streams.open(canon.type())) {
      case Result.Ok<Shared> ok -> {
        Shared shared = ok.value();
        Result<Integer> readable = inst.handles.add(new CopyEnd(shared, false));
        if (!(readable instanceof Result.Ok<Integer> r)) {
          yield driver.trap(machine, refusal(readable));
        }
        Result<Integer> writable = inst.handles.add(new CopyEnd(shared, true));
        if (!(writable instanceof Result.Ok<Integer> w)) {
          yield driver.trap(machine, refusal(writable));
        }
        yield driver.answer(
            machine,
            Integer.toUnsignedLong(r.value()) | Integer.toUnsignedLong(w.value()) << Integer.SIZE);
      }
      case Result.Err<Shared> err -> driver.trap(machine, err.fault());
    };
  }

  private static Fault refusal(Result<Integer> result) {
    if (result instanceof Result.Err<Integer> err) {
      return err.fault();
    }
    throw new Invariant.Violation("what is not there was refused");
  }

  /// The end that an index means, with the checks of kind and type.
  // [impl->req~stream-end-checked~1]
  private static Result<CopyEnd> end(CoreCallee.Copy canon, int index, boolean writable) {
    return end(canon.instance().handles, index, canon.type(), writable);
  }

  /// The end that an index means, with the checks of kind and type.
  ///
  /// @param type its stream or future type
  /// @param writable which of the two ends
  static Result<CopyEnd> end(HandleTable handles, int index, ValType type, boolean writable) {
    return switch (handles.get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok -> {
        boolean future = type instanceof ValType.FutureType;
        if (!(ok.value() instanceof CopyEnd end
            && end.writable == writable
            && end.shared.isFuture() == future)) {
          String expected = CopyEnd.kind(writable, future);
          yield Result.err(HandleTable.wrongKind(index, ok.value(), expected));
        }
        yield end.shared.isOf(type) ? Result.ok(end) : Result.err(otherType(index, end, type));
      }
    };
  }

  private static Fault otherType(int index, CopyEnd end, ValType type) {
    String subject =
        Integer.toUnsignedString(index)
            + " is of "
            + WitTypes.print(end.shared.type())
            + ", expected "
            + WitTypes.print(type);
    return new Trap(ComponentCode.HANDLE_KIND, subject, List.of());
  }

  /// `stream_copy`, `future_copy`
  private static Next copy(
      Driver driver, Machine machine, CoreCallee.Copy canon, boolean writable) {
    return switch (end(canon, (int) machine.argument(0), writable)) {
      case Result.Ok<CopyEnd> ok -> copy(driver, machine, canon, ok.value());
      case Result.Err<CopyEnd> err -> driver.trapUnable(machine, err.fault(), canon.async());
    };
  }

  private static Next copy(Driver driver, Machine machine, CoreCallee.Copy canon, CopyEnd end) {
    Fault refusal = end.copyRefusal(!canon.async());
    if (refusal != null) {
      return driver.trap(machine, refusal);
    }
    long length = end.shared.isFuture() ? 1 : machine.argument(2);
    GuestBuffer buffer =
        new GuestBuffer(
            end, canon, machine.argument(1), length, driver.current().task.caller.meter());
    refusal = buffer.refusal();
    if (refusal != null) {
      return driver.trap(machine, refusal);
    }
    Point point = end.writable ? Point.STREAM_WRITE : Point.STREAM_READ;
    Fault denied = event(driver, canon, point, (int) length);
    return denied == null ? driver.push(new CopyCall(canon, buffer)) : driver.fail(denied);
  }

  /// `cancel_copy`
  private static Next cancel(
      Driver driver, Machine machine, CoreCallee.Copy canon, boolean writable) {
    return switch (end(canon, (int) machine.argument(0), writable)) {
      case Result.Ok<CopyEnd> ok -> {
        CopyEnd end = ok.value();
        Fault refusal = end.cancelRefusal(!canon.async());
        if (refusal != null) {
          yield driver.trap(machine, refusal);
        }
        end.cancel();
        yield driver.answer(machine, Integer.toUnsignedLong(end.takePendingEvent().p2()));
      }
      case Result.Err<CopyEnd> err -> driver.trapUnable(machine, err.fault(), canon.async());
    };
  }

  /// `drop`
  private static Next drop(
      Driver driver, Machine machine, CoreCallee.Copy canon, boolean writable) {
    int index = (int) machine.argument(0);
    return switch (end(canon, index, writable)) {
      case Result.Ok<CopyEnd> ok -> {
        CopyEnd end = ok.value();
        Fault refusal = end.dropRefusal();
        if (refusal != null) {
          yield driver.trap(machine, refusal);
        }
        Fault denied = event(driver, canon, Point.STREAM_DROP, index);
        if (denied != null) {
          yield driver.fail(denied);
        }
        canon.instance().handles.remove(index);
        end.drop();
        yield driver.answer(machine);
      }
      case Result.Err<CopyEnd> err -> driver.trap(machine, err.fault());
    };
  }

  // [impl->req~stream-points~1]
  private static @Nullable Fault event(
      Driver driver, CoreCallee.Copy canon, Point point, int amount) {
    ComponentInstance inst = canon.instance();
    return inst.watching(point).isEmpty()
        ? null
        : driver.event(inst, point, WitTypes.print(canon.type()), Integer.toUnsignedLong(amount));
  }
}
