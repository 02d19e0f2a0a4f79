package dev.wrt.component;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;

/// One call of a host function: what it was given, and what it may use.
public interface HostCall {
  /// The arguments, lifted out of the caller's memory, in the order of the parameters.
  Values arguments();

  /// The function's type, as the caller's import declares it.
  ComponentFuncType type();

  /// The component that calls.
  ComponentInstance caller();

  /// The account of what the host holds for the caller.
  MemoryBudget budget();

  /// A new owning handle of a resource of the host, to be returned inside the results.
  ///
  /// @param resource its name: in this interface, or `interface#name` of another one
  /// @param rep the host's own number of it
  Value.Handle own(String resource, int rep);
}
