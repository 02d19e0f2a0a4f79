package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host as the caller of an export.
final class HostCaller implements Caller {
  private final HostHandles handles;
  private final HookRun hooks;
  private final BorrowScope scope = new BorrowScope();
  private final CallMeter meter;
  private final Values arguments;
  private @Nullable Outcome end;

  /// @param meter counts what the call uses
  /// @param arguments conform to the function's type
  HostCaller(HostHandles handles, HookRun hooks, CallMeter meter, Values arguments) {
    this.handles = handles;
    this.hooks = hooks;
    this.meter = meter;
    this.arguments = arguments;
  }

  /// How the call has ended; null before.
  @Nullable Outcome end() {
    return end;
  }

  @Override
  public @Nullable ComponentInstance instance() {
    return null;
  }

  @Override
  public int depth() {
    return 1;
  }

  @Override
  public HookRun hooks() {
    return hooks;
  }

  @Override
  public CallMeter meter() {
    return meter;
  }

  @Override
  public BorrowScope scope() {
    return scope;
  }

  @Override
  public Result<Values> start(Driver driver, Crossing crossing) {
    return Result.ok(arguments);
  }

  /// `on_resolve` with the results.
  void returned(Values results) {
    end = new Outcome.Returned(results);
    scope.release(handles);
  }

  @Override
  public void cancelled(Fault why) {
    hooks.aborted(why);
    end = new Outcome.Failed(why);
    scope.release(handles);
  }
}
