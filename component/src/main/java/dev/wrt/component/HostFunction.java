package dev.wrt.component;

import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;

/// A function that the host offers to components.
///
/// It must not call back into the components that are running. An `Err` ends the whole execution:
/// what a component should see as an error is an ordinary `result` value.
@FunctionalInterface
public interface HostFunction {
  /// Answers a call.
  ///
  /// @param call arguments, type, and what the function may use of the runtime
  Result<Values> call(HostCall call);
}
