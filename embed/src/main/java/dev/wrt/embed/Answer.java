package dev.wrt.embed;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a Java method returns and throws, and what that is in WIT.
///
/// @param form how the value is wrapped
/// @param java class of the value; `void` and {@link Unit} where there is none
/// @param hasResult whether the WIT function has a result
/// @param value converts the value; null where there is none
/// @param thrown what stands for `err`; null where the whole `result` is the value
record Answer(
    Form form,
    Class<?> java,
    boolean hasResult,
    @Nullable Conversion value,
    @Nullable Thrown thrown) {
  /// How a method hands out its value.
  enum Form {
    /// As it is; a fault is thrown.
    PLAIN,
    /// In a {@link Result}.
    RESULT,
    /// In a {@link CompletionStage}, later.
    STAGE
  }

  /// An exception class that stands for `err`.
  ///
  /// @param type the class
  /// @param constructor makes one of the payload
  /// @param payload converts the payload; null where there is none
  record Thrown(Class<?> type, @Nullable MethodHandle constructor, @Nullable Conversion payload) {}

  /// Binds the return type and the exceptions of a method or constructor.
  ///
  /// @param thrower whether exceptions are to be made from `err`, not only caught
  static Answer of(
      Binder binder, Executable code, ComponentFuncType wit, String place, boolean thrower) {
    Type type = code instanceof Method m ? m.getGenericReturnType() : code.getDeclaringClass();
    boolean isFuture = wit.result().orElse(null) instanceof ValType.FutureType;
    Form form = form(type);
    if (form == Form.STAGE
        && isFuture
        && form(JavaTypes.arguments(type).getFirst()) == Form.PLAIN) {
      form = Form.PLAIN;
    }
    Type inner = form == Form.PLAIN ? type : JavaTypes.arguments(type).getFirst();
    Class<?> java = JavaTypes.raw(inner);
    String at = place + " -> result";
    if (java == null) {
      throw Refusal.mismatch(at, WitTypes.print("", wit), inner.getTypeName());
    }
    if (wit.result().isEmpty()) {
      requireNothing(java, inner, at);
      return new Answer(form, java, false, null, null);
    }
    ValType result = wit.result().get();
    Class<?> error = form == Form.RESULT ? null : error(code);
    if (error == null
        || !(result instanceof ValType.ResultType t)
        || java == WitResult.class
        || Value.class.isAssignableFrom(java)) {
      return new Answer(form, java, true, binder.bind(result, inner, at), null);
    }
    Thrown thrown = thrown(binder, error, t.error(), at + ".err", thrower);
    if (t.ok().isPresent()) {
      return new Answer(form, java, true, binder.bind(t.ok().get(), inner, at + ".ok"), thrown);
    }
    requireNothing(java, inner, at + ".ok");
    return new Answer(form, java, true, null, thrown);
  }

  private static Form form(Type type) {
    Class<?> raw = JavaTypes.arguments(type).isEmpty() ? null : JavaTypes.raw(type);
    if (raw == Result.class) {
      return Form.RESULT;
    }
    return raw == CompletionStage.class || raw == CompletableFuture.class ? Form.STAGE : Form.PLAIN;
  }

  private static void requireNothing(Class<?> java, Type type, String place) {
    if (java != void.class && java != Void.class && java != Unit.class) {
      throw Refusal.mismatch(place, "nothing", type.getTypeName());
    }
  }

  /// The exception class that is declared to stand for `err`.
  private static @Nullable Class<?> error(Executable code) {
    for (Class<?> declared : code.getExceptionTypes()) {
      if (WitError.class.isAssignableFrom(declared)) {
        return declared;
      }
    }
    return null;
  }

  // [impl->req~embed-error-exception~1]
  private static Thrown thrown(
      Binder binder, Class<?> error, Optional<ValType> wit, String place, boolean thrower) {
    Type java = payload(error);
    Conversion payload = binder.payload(wit, java, place);
    return new Thrown(error, thrower ? constructor(error, java, wit, place) : null, payload);
  }

  private static Type payload(Class<?> error) {
    try {
      return error.getMethod("error").getGenericReturnType();
    } catch (NoSuchMethodException e) {
      throw new Invariant.Violation("a WitError has its method");
    }
  }

  private static MethodHandle constructor(
      Class<?> error, Type payload, Optional<ValType> wit, String place) {
    Class<?> raw = JavaTypes.raw(payload);
    Class<?>[] parameters = wit.isEmpty() || raw == null ? new Class<?>[0] : new Class<?>[] {raw};
    try {
      return Access.of(error.getDeclaredConstructor(parameters), place);
    } catch (NoSuchMethodException e) {
      throw Refusal.mismatch(
          place,
          wit.map(WitTypes::print).orElse("no payload"),
          error.getName() + " without a constructor of " + payload.getTypeName());
    }
  }

  /// The results of a call that has returned.
  Values toWit(@Nullable Object returned, Passing passing) {
    if (!hasResult) {
      return Values.NONE;
    }
    Conversion conversion = value;
    if (thrown != null) {
      return Values.of(Value.ResultValue.ok(Choices.payload(conversion, returned, passing, "")));
    }
    return conversion == null
        ? Values.NONE
        : Values.of(Conversion.part(conversion, returned, passing, ""));
  }

  /// The results of a call that has thrown; null if the exception does not stand for `err`.
  @Nullable Values toWit(Throwable exception, Passing passing) {
    if (thrown == null || !thrown.type.isInstance(exception)) {
      return null;
    }
    Object payload = ((WitError<?>) exception).error();
    return Values.of(
        Value.ResultValue.err(Choices.payload(thrown.payload, payload, passing, ".err")));
  }

  /// What the method returns for the results of a call, or throws.
  ///
  /// @throws Throwable the exception that stands for `err`
  @Nullable Object toJava(Values results, Passing passing) throws Throwable {
    if (!hasResult) {
      return nothing();
    }
    Value result = results.get(0);
    Conversion conversion = value;
    if (thrown == null) {
      return conversion == null ? nothing() : conversion.toJava(result, passing);
    }
    Value.ResultValue either = (Value.ResultValue) result;
    Value payload = either.payload();
    if (!either.ok()) {
      throw exception(thrown, payload, passing);
    }
    return conversion == null || payload == null ? nothing() : conversion.toJava(payload, passing);
  }

  private @Nullable Object nothing() {
    return java == Unit.class ? Unit.UNIT : null;
  }

  private static Throwable exception(Thrown thrown, @Nullable Value payload, Passing passing) {
    MethodHandle constructor = thrown.constructor;
    if (constructor == null) {
      throw new Invariant.Violation("exports have constructors of exceptions");
    }
    List<Object> arguments =
        payload == null ? List.of() : List.of(Choices.payload(thrown.payload, payload, passing));
    return (Throwable) HostCode.made(thrown.type.getName(), constructor, arguments.toArray());
  }
}
