package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.value.Values;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A Java method that calls an export.
///
/// @param callee the component
/// @param function full name of the export
/// @param signature the two types, bound
/// @param onReceiver whether the proxy itself is the first argument
record ExportCall(Callee callee, String function, Signature signature, boolean onReceiver) {
  private static final @Nullable Object[] NONE = {};

  /// Calls it.
  ///
  /// @throws Throwable what the Java method declares for `err`, or a {@link ComponentFault}
  // [impl->req~embed-fault-form~1]
  @Nullable Object invoke(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable {
    CompletableFuture<@Nullable Object> answer =
        answer(all(proxy, arguments == null ? NONE : arguments));
    return switch (signature.answer().form()) {
      case STAGE -> answer;
      case PLAIN -> awaited(answer);
      case RESULT -> {
        try {
          yield Result.ok(awaited(answer));
        } catch (ComponentFault fault) {
          yield Result.err(fault.fault());
        }
      }
    };
  }

  private @Nullable Object[] all(Object proxy, @Nullable Object[] arguments) {
    if (!onReceiver) {
      return arguments;
    }
    @Nullable Object[] all = new @Nullable Object[arguments.length + 1];
    all[0] = proxy;
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    return all;
  }

  private CompletableFuture<@Nullable Object> answer(@Nullable Object[] arguments) {
    Passing passing = new Passing(callee);
    CompletableFuture<Values> values;
    try {
      values = callee.call(function, instance -> made(arguments, passing, instance));
    } catch (Refusal refusal) {
      values = CompletableFuture.failedFuture(new ComponentFault(refusal.fault()));
    }
    CompletableFuture<Values> called = values;
    CompletableFuture<@Nullable Object> answer = new CompletableFuture<>();
    called.whenComplete((results, failure) -> {
      passing.ended();
      if (failure != null) {
        answer.completeExceptionally(failure);
      } else {
        complete(answer, results, passing);
      }
    });
    answer.whenComplete((value, failure) -> {
      if (answer.isCancelled()) {
        called.cancel(false);
      }
    });
    return answer;
  }

  private Values made(@Nullable Object[] arguments, Passing passing, ComponentInstance instance) {
    try {
      passing.in(instance);
      Values values = signature.toWit(arguments, passing);
      passing.passed();
      return values;
    } catch (Refusal refusal) {
      passing.refused();
      throw refusal.within(function);
    }
  }

  private void complete(
      CompletableFuture<@Nullable Object> answer, Values results, Passing passing) {
    try {
      answer.complete(signature.answer().toJava(results, passing));
    } catch (Refusal refusal) {
      answer.completeExceptionally(thrown(refusal.fault()));
    } catch (Throwable thrown) {
      answer.completeExceptionally(thrown);
    }
  }

  private static @Nullable Object awaited(CompletableFuture<@Nullable Object> answer)
      throws Throwable {
    try {
      return answer.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      throw cause == null ? e : cause;
    }
  }

  /// A fault as an exception, with the exception of host code behind it.
  static ComponentFault thrown(Fault fault) {
    return new ComponentFault(fault, LastThrown.take(fault));
  }
}
