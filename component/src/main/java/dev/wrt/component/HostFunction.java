package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import org.checkerframework.checker.nullness.qual.Nullable;

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

  /// Checks the type that a component declares for this function, when it is linked. A function
  /// that has one type only must refuse others here: the linker has no types of the host to compare
  /// with.
  ///
  /// @param name what it is imported as, interface included
  /// @param declared the declared type, the host's resource types in place
  /// @return why it can't be linked, or null
  default @Nullable Fault misfit(String name, ComponentFuncType declared) {
    return null;
  }
}
