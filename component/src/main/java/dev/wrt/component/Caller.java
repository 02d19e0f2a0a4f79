package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The other side of a task: `on_start` and `on_resolve` of CanonicalABI.md.
sealed interface Caller permits Subtask, HostCaller, ImplicitCaller {
  /// The component instance that calls; null if the host does.
  @Nullable ComponentInstance instance();

  /// Number of component-level calls that are open by this call, itself included.
  int depth();

  /// The interceptors of the call.
  HookRun hooks();

  /// What the call has borrowed and lent.
  BorrowScope scope();

  /// What the call of an export that all this follows from has used.
  CallMeter meter();

  /// `on_start`: the callee begins.
  ///
  /// @param crossing what the arguments pass through
  /// @return the arguments
  Result<Values> start(Driver driver, Crossing crossing);

  /// `on_resolve(None)`: the callee has been cancelled.
  void cancelled(Fault why);
}
