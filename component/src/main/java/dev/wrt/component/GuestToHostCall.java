package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;

/// A call of a host function by a component.
///
/// @param callee the function
/// @param arguments its arguments
/// @param caller the component that calls
record GuestToHostCall(ComponentFunc.Hosted callee, Values arguments, ComponentInstance caller)
    implements HostCall {
  @Override
  public ComponentFuncType type() {
    return callee.type();
  }

  @Override
  public MemoryBudget budget() {
    return caller.budget();
  }

  @Override
  public Handle own(String resource, int rep) {
    HostResource type = callee.resources().get(resource);
    if (type == null) {
      throw new Invariant.Violation(callee.name() + " knows no resource " + resource);
    }
    return new Handle(type, rep, true);
  }
}
