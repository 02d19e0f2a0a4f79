package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.HostCall;
import dev.wrt.component.HostFunction;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.WitTypes;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A function of the host that is a Java method or constructor. It is bound to the type that a
/// component imports it with when the component is linked.
final class HostBody implements HostFunction {
  /// How many bindings are kept: one for each component that imports the function with a type of
  /// its own.
  private static final int BOUND_MAX = 8;

  private final String name;
  private final List<Target> targets;
  private final @Nullable Bound[] bound = new @Nullable Bound[BOUND_MAX];
  private int next;

  /// @param name names it in refusals
  /// @param targets what it could be: of one name, with different numbers of parameters
  HostBody(String name, List<Target> targets) {
    this.name = name;
    this.targets = List.copyOf(targets);
  }

  /// Java code that may be called.
  ///
  /// @param code a method or constructor
  /// @param object what it is called on; null for a constructor, a static method, and a method
  ///   whose receiver is the first argument
  record Target(Signature.Code code, @Nullable Object object) {
    MethodHandle handle(String place) {
      return switch (code.code()) {
        case Constructor<?> c -> Access.of(c, place);
        case Method m -> object == null ? Access.of(m, place) : Access.of(m, object, place);
      };
    }
  }

  /// Java code bound to one type.
  private record Bound(ComponentFuncType type, Signature signature, MethodHandle handle) {}

  // [impl->req~embed-checked-when-bound~1]
  @Override
  public @Nullable Fault misfit(String imported, ComponentFuncType declared) {
    try {
      bound(imported, declared);
      return null;
    } catch (Refusal refusal) {
      return refusal.fault();
    }
  }

  private synchronized Bound bound(String imported, ComponentFuncType type) {
    for (Bound b : bound) {
      if (b != null && b.type == type) {
        return b;
      }
    }
    Target target = target(imported, type);
    Bound made =
        new Bound(
            type,
            Signature.of(new Binder(HostBody::handle), target.code, imported, type),
            target.handle(imported));
    bound[next] = made;
    next = (next + 1) % BOUND_MAX;
    return made;
  }

  private Target target(String imported, ComponentFuncType type) {
    List<Target> fitting =
        targets.stream().filter(t -> t.code.count() == type.params().size()).toList();
    if (fitting.size() > 1) {
      throw new Refusal(
          new Fault.LinkFault(
              EmbedCode.METHOD_AMBIGUOUS,
              imported,
              Integer.toString(type.params().size()),
              fitting.getFirst().code.code().toGenericString()));
    }
    if (targets.isEmpty()) {
      throw Refusal.mismatch(imported, WitTypes.print("", type), "no method");
    }
    return fitting.isEmpty() ? targets.getFirst() : fitting.getFirst();
  }

  private static Conversion handle(
      ResourceType resource, boolean own, Class<?> java, String place) {
    HostObjects objects = HostObjects.of(resource);
    if (objects == null) {
      throw Refusal.mismatch(place, "resource " + resource.name(), java.getName());
    }
    return objects.bind(resource, own, java, place);
  }

  /// Whether the Java code answers later.
  boolean isLater() {
    return targets.stream()
        .anyMatch(t -> t.code.code() instanceof Method m && isStage(m.getReturnType()));
  }

  private static boolean isStage(Class<?> type) {
    return type == CompletionStage.class || type == CompletableFuture.class;
  }

  // [impl->req~embed-host-exception~1]
  @Override
  public Result<Values> call(HostCall call) {
    Passing passing = passing(call);
    try {
      Bound target = bound(name, call.type());
      Object returned = Access.call(target.handle, arguments(target, call, passing));
      return answered(target, returned, passing);
    } catch (Throwable thrown) {
      return failed(call.type(), thrown, passing);
    }
  }

  /// Calls code that answers later.
  // [impl->req~embed-host-later~1]
  CompletionStage<Result<Values>> callLater(HostCall call) {
    Passing passing = passing(call);
    try {
      Bound target = bound(name, call.type());
      Object returned = Access.call(target.handle, arguments(target, call, passing));
      if (!(returned instanceof CompletionStage<?> stage)) {
        throw Refusal.nothing();
      }
      if (!stage.toCompletableFuture().isDone()) {
        passing.leave();
      }
      return stage.handle((value, thrown) ->
          thrown == null
              ? attempted(target, call.type(), value, passing)
              : failed(call.type(), cause(thrown), passing));
    } catch (Throwable thrown) {
      return CompletableFuture.completedFuture(failed(call.type(), thrown, passing));
    }
  }

  private Result<Values> attempted(
      Bound target, ComponentFuncType type, @Nullable Object value, Passing passing) {
    try {
      return answered(target, value, passing);
    } catch (Refusal | ClassCastException thrown) {
      return failed(type, thrown, passing);
    }
  }

  private static Throwable cause(Throwable thrown) {
    Throwable cause = thrown instanceof CompletionException ? thrown.getCause() : null;
    return cause == null ? thrown : cause;
  }

  private static Passing passing(HostCall call) {
    Passing passing = new Passing(new Callee.Direct(call.caller()));
    passing.in(call.caller());
    return passing;
  }

  private static @Nullable Object[] arguments(Bound target, HostCall call, Passing passing) {
    return target.signature.toJava(call.arguments(), passing);
  }

  private static Result<Values> answered(Bound target, @Nullable Object returned, Passing passing) {
    Answer answer = target.signature.answer();
    Result<Values> results =
        switch (returned) {
          case Result.Ok<?> ok when answer.form() == Answer.Form.RESULT ->
              Result.ok(answer.toWit(ok.value(), passing));
          case Result.Err<?> err when answer.form() == Answer.Form.RESULT ->
              Result.err(err.fault());
          case null, default -> Result.ok(answer.toWit(returned, passing));
        };
    passing.passed();
    return results;
  }

  /// What becomes of an exception: the `err` that it stands for, or a fault.
  private Result<Values> failed(ComponentFuncType type, Throwable thrown, Passing passing) {
    passing.refused();
    if (thrown instanceof Refusal refusal) {
      return Result.err(refusal.within(name).fault());
    }
    try {
      Values error = bound(name, type).signature.answer().toWit(thrown, passing);
      return error == null ? Result.err(HostCode.threw(name, thrown).fault()) : Result.ok(error);
    } catch (Refusal refusal) {
      return Result.err(refusal.within(name).fault());
    } catch (RuntimeException e) {
      return Result.err(HostCode.threw(name, e).fault());
    }
  }
}
