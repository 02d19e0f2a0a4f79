package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.AsyncHostFunction;
import dev.wrt.component.HostCall;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An `async` function of the host that is a Java method which returns a {@link CompletionStage}.
///
/// @param body the method
record LaterBody(HostBody body) implements AsyncHostFunction {
  @Override
  public CompletionStage<Result<Values>> call(HostCall call) {
    return body.callLater(call);
  }

  @Override
  public @Nullable Fault misfit(String name, ComponentFuncType declared) {
    return body.misfit(name, declared);
  }
}
