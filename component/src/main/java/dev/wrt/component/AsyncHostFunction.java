package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A function that the host offers to components and that answers later.
///
/// It can be imported as an `async func` only. While its answer is outstanding the guests go on, as
/// far as they don't wait for it. Its stage may be completed by any thread; the answer itself is
/// taken up by the thread that runs the components.
@FunctionalInterface
public interface AsyncHostFunction {
  /// Begins a call.
  ///
  /// @param call arguments, type, and what the function may use of the runtime; the arguments are
  ///   valid until the stage is complete
  /// @return completes with the results; an exception or an `Err` ends the whole execution
  CompletionStage<Result<Values>> call(HostCall call);

  /// Checks the type that a component declares for this function, as {@link HostFunction#misfit}
  /// does.
  ///
  /// @param name what it is imported as, interface included
  /// @param declared the declared type, the host's resource types in place
  /// @return why it can't be linked, or null
  default @Nullable Fault misfit(String name, ComponentFuncType declared) {
    return null;
  }
}
