package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An asynchronous function of the host among the others.
///
/// @param body what it does
record LaterFunction(AsyncHostFunction body) implements HostFunction {
  @Override
  public Result<Values> call(HostCall call) {
    throw new Invariant.Violation("a function that answers later is called as such");
  }

  @Override
  public @Nullable Fault misfit(String name, ComponentFuncType declared) {
    return declared.async()
        ? body.misfit(name, declared)
        : new LinkFault(ComponentCode.IMPORT_MISMATCH, name, "func", "async func");
  }
}
