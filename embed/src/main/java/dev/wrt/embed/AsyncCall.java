package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Execution;
import dev.wrt.component.value.Values;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What another thread has asked an {@link AsyncComponent} for.
///
/// @param <T> what it answers
abstract sealed class AsyncCall<T> {
  final CompletableFuture<T> future = new CompletableFuture<>();
  private volatile boolean answered;

  /// Whether the future was completed from here, and not by someone who has lost interest.
  boolean isAnswered() {
    return answered;
  }

  void answer(T value) {
    answered = true;
    future.complete(value);
  }

  void fail(Fault fault) {
    fail(new ComponentFault(fault));
  }

  void fail(RuntimeException why) {
    answered = true;
    future.completeExceptionally(why);
  }

  /// A call of an export.
  static final class Export extends AsyncCall<Values> {
    final String name;
    final Function<ComponentInstance, Values> arguments;

    /// Null until it is begun.
    @Nullable Execution execution;

    /// Whether the guest has been told that nobody waits any more.
    boolean cancelled;

    Execution execution() {
      return Invariant.present(execution, "the call has begun");
    }

    Export(String name, Function<ComponentInstance, Values> arguments) {
      this.name = name;
      this.arguments = arguments;
    }
  }

  /// Something to be done with the instance.
  static final class Work<T> extends AsyncCall<T> {
    private final Function<ComponentInstance, T> body;

    Work(Function<ComponentInstance, T> body) {
      this.body = body;
    }

    void run(ComponentInstance instance) {
      try {
        answer(body.apply(instance));
      } catch (RuntimeException e) {
        fail(e);
      }
    }
  }
}
