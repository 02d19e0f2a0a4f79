package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.HandleScope;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One side of a call, as lifting and lowering of handles sees it: the handle table of a component
/// instance, what the call has borrowed and lent, and whether the other side is the host.
///
/// Between two components the `rep` of a {@link Handle} on its way is the resource's
/// representation. On its way from or to the host, a guest's resource is known by a ticket of
/// {@link HostHandles}, and a host's resource by the host's own number.
final class CallHandles implements HandleScope {
  private final Driver driver;
  private final ComponentInstance instance;
  private final BorrowScope scope;
  private final @Nullable HostHandles host;

  /// @param driver tells interceptors about handles
  /// @param instance whose table it is
  /// @param scope what the call has borrowed and lent
  /// @param host the host's handles if the other side is the host, else null
  CallHandles(
      Driver driver, ComponentInstance instance, BorrowScope scope, @Nullable HostHandles host) {
    this.driver = driver;
    this.instance = instance;
    this.scope = scope;
    this.host = host;
  }

  @Override
  public Result<Handle> liftOwn(int index, ResourceType type) {
    return switch (instance.handles.remove(index, type)) {
      case Result.Ok<ResourceHandle> ok -> {
        ResourceHandle handle = ok.value();
        if (!handle.own) {
          yield Result.err(
              new Trap(ComponentCode.HANDLE_NOT_OWNED, Integer.toUnsignedString(index), List.of()));
        }
        yield passed(handle.type, handle.rep, true);
      }
      case Result.Err<ResourceHandle> err -> Result.err(err.fault());
    };
  }

  @Override
  public Result<Handle> liftBorrow(int index, ResourceType type) {
    return switch (instance.handles.get(index, type)) {
      case Result.Ok<ResourceHandle> ok -> {
        ResourceHandle handle = ok.value();
        scope.addLender(handle);
        Fault denied =
            driver.event(
                instance, Point.RESOURCE_BORROW, type.name(), Integer.toUnsignedLong(handle.rep));
        yield denied == null ? passed(handle.type, handle.rep, false) : Result.err(denied);
      }
      case Result.Err<ResourceHandle> err -> Result.err(err.fault());
    };
  }

  /// The handle as the other side sees it.
  private Result<Handle> passed(ResourceType type, int rep, boolean own) {
    HostHandles tickets = host;
    if (tickets == null || !(type.identity() instanceof GuestResource)) {
      return Result.ok(new Handle(type, rep, own));
    }
    Result<Handle> given = tickets.give(new ResourceHandle(type, rep, own, own ? null : scope));
    if (!own && given instanceof Result.Ok<Handle> ok) {
      scope.ticket(ok.value());
    }
    return given;
  }

  @Override
  public Result<Integer> lowerOwn(Handle handle) {
    HostHandles tickets = host;
    if (tickets == null || !(handle.type().identity() instanceof GuestResource)) {
      return added(new ResourceHandle(handle.type(), handle.rep(), true, null));
    }
    return switch (tickets.take(handle)) {
      case Result.Ok<ResourceHandle> ok ->
          added(new ResourceHandle(handle.type(), ok.value().rep, true, null));
      case Result.Err<ResourceHandle> err -> Result.err(err.fault());
    };
  }

  @Override
  public Result<Integer> lowerBorrow(Handle handle) {
    HostHandles tickets = host;
    if (tickets == null || !(handle.type().identity() instanceof GuestResource)) {
      return lent(handle.type(), handle.rep());
    }
    return switch (tickets.get(handle)) {
      case Result.Ok<ResourceHandle> ok -> {
        scope.addLender(ok.value());
        yield lent(handle.type(), ok.value().rep);
      }
      case Result.Err<ResourceHandle> err -> Result.err(err.fault());
    };
  }

  /// `lower_borrow`: the implementer is given the representation itself.
  private Result<Integer> lent(ResourceType type, int rep) {
    if (type.identity() instanceof GuestResource guest && guest.implementer == instance) {
      return Result.ok(rep);
    }
    Result<Integer> index = added(new ResourceHandle(type, rep, false, scope));
    if (index instanceof Result.Ok<Integer>) {
      scope.borrowed();
    }
    return index;
  }

  // [impl->req~stream-passes~1]
  @Override
  public Result<ReadableEnd> liftEnd(int index, ValType type) {
    return switch (CopyBuiltins.end(instance.handles, index, type, false)) {
      case Result.Ok<CopyEnd> ok -> {
        Fault refusal = ok.value().liftRefusal();
        if (refusal != null) {
          yield Result.err(refusal);
        }
        instance.handles.remove(index);
        ok.value().shared.readable = Shared.Place.VALUE;
        yield Result.ok(ok.value().shared);
      }
      case Result.Err<CopyEnd> err -> Result.err(err.fault());
    };
  }

  // [impl->req~stream-passes~1]
  @Override
  public Result<Integer> lowerEnd(ReadableEnd end, ValType type) {
    return switch (instance.tree.streams.inValue(end)) {
      case Result.Ok<Shared> ok -> {
        Result<Integer> index = instance.handles.add(new CopyEnd(ok.value(), false));
        if (index instanceof Result.Ok<Integer>) {
          ok.value().readable = Shared.Place.TABLE;
        }
        yield index;
      }
      case Result.Err<Shared> err -> Result.err(err.fault());
    };
  }

  @Override
  public Result<String> liftErrorContext(int index) {
    return switch (instance.handles.errorContext(index)) {
      case Result.Ok<ErrorContextHandle> ok -> Result.ok(ok.value().debugMessage());
      case Result.Err<ErrorContextHandle> err -> Result.err(err.fault());
    };
  }

  @Override
  public Result<Integer> lowerErrorContext(String debugMessage) {
    return ErrorContextHandle.add(instance, debugMessage);
  }

  private Result<Integer> added(ResourceHandle handle) {
    Fault denied =
        driver.event(
            instance, Point.RESOURCE_NEW, handle.type.name(), instance.handles.live() + 1L);
    return denied == null ? instance.handles.add(handle) : Result.err(denied);
  }
}
