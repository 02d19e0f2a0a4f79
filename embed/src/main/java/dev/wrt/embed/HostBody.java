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

  // [impl->req~embed-host-exception~1]
  @Override
  public Result<Values> call(HostCall call) {
    Passing passing = new Passing();
    try {
      Result<Values> results = answered(bound(name, call.type()), call.arguments(), passing);
      passing.passed();
      return results;
    } catch (Refusal refusal) {
      passing.refused();
      return Result.err(refusal.within(name).fault());
    } catch (ClassCastException e) {
      passing.refused();
      return Result.err(HostCode.threw(name, e).fault());
    }
  }

  private Result<Values> answered(Bound bound, Values arguments, Passing passing) {
    @Nullable Object[] objects = bound.signature.toJava(arguments, passing);
    Answer answer = bound.signature.answer();
    Object returned;
    try {
      returned = Access.call(bound.handle, objects);
    } catch (Throwable thrown) {
      Values error = answer.toWit(thrown, passing);
      if (error == null) {
        throw HostCode.threw(name, thrown);
      }
      return Result.ok(error);
    }
    return switch (returned) {
      case Result.Ok<?> ok when answer.form() == Answer.Form.RESULT ->
          Result.ok(answer.toWit(ok.value(), passing));
      case Result.Err<?> err when answer.form() == Answer.Form.RESULT -> Result.err(err.fault());
      case null, default -> Result.ok(answer.toWit(returned, passing));
    };
  }
}
