package dev.wrt.embed;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentInstance.ExportedFunc;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The component that a bound interface calls: in the caller's own thread, or in the thread that
/// owns it.
sealed interface Callee {
  /// The functions that it exports.
  List<ExportedFunc> exports();

  /// Calls an export.
  ///
  /// @param arguments makes the arguments, in the thread that runs the component
  CompletableFuture<Values> call(String function, Function<ComponentInstance, Values> arguments);

  /// Does something in the thread that runs the component.
  <T> CompletableFuture<T> apply(Function<ComponentInstance, T> work);

  /// Ends a resource of the component.
  Result<Unit> drop(Value.Handle handle);

  /// Closes the component.
  void close();

  /// A component that runs in the thread of whoever calls it.
  ///
  /// @param instance the component
  record Direct(ComponentInstance instance) implements Callee {
    @Override
    public List<ExportedFunc> exports() {
      return instance.exports();
    }

    @Override
    public CompletableFuture<Values> call(
        String function, Function<ComponentInstance, Values> arguments) {
      return switch (instance.call(function, arguments.apply(instance))) {
        case Result.Ok<Values> ok -> CompletableFuture.completedFuture(ok.value());
        case Result.Err<Values> err ->
            CompletableFuture.failedFuture(ExportCall.thrown(err.fault()));
      };
    }

    @Override
    public <T> CompletableFuture<T> apply(Function<ComponentInstance, T> work) {
      return CompletableFuture.completedFuture(work.apply(instance));
    }

    @Override
    public Result<Unit> drop(Value.Handle handle) {
      return instance.drop(handle);
    }

    @Override
    public void close() {
      instance.close();
    }
  }

  /// A component that a thread of its own runs.
  ///
  /// @param component the component
  record Owned(AsyncComponent component) implements Callee {
    @Override
    public List<ExportedFunc> exports() {
      return component.exports();
    }

    @Override
    public CompletableFuture<Values> call(
        String function, Function<ComponentInstance, Values> arguments) {
      return component.call(function, arguments);
    }

    @Override
    public <T> CompletableFuture<T> apply(Function<ComponentInstance, T> work) {
      return component.apply(work);
    }

    /// Does not wait for the end, as the thread that owns the component may not.
    @Override
    public Result<Unit> drop(Value.Handle handle) {
      component.apply(instance -> instance.drop(handle));
      return Result.ok(Unit.UNIT);
    }

    @Override
    public void close() {
      component.close();
    }
  }
}
