package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A Java method that calls an export.
///
/// @param instance the component
/// @param function full name of the export
/// @param signature the two types, bound
/// @param onReceiver whether the proxy itself is the first argument
record ExportCall(
    ComponentInstance instance, String function, Signature signature, boolean onReceiver) {
  private static final @Nullable Object[] NONE = {};

  /// Calls it.
  ///
  /// @throws Throwable what the Java method declares for `err`, or a {@link ComponentFault}
  // [impl->req~embed-fault-form~1]
  @Nullable Object invoke(Object proxy, @Nullable Object @Nullable [] arguments) throws Throwable {
    boolean isValue = signature.answer().form() == Answer.Form.RESULT;
    Passing passing = new Passing();
    try {
      Object answer = answer(all(proxy, arguments == null ? NONE : arguments), passing);
      return isValue ? Result.ok(answer) : answer;
    } catch (Refusal refusal) {
      Fault fault = refusal.fault();
      if (isValue) {
        return Result.err(fault);
      }
      throw thrown(fault);
    } finally {
      passing.ended();
    }
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

  private @Nullable Object answer(@Nullable Object[] arguments, Passing passing) throws Throwable {
    Values values;
    try {
      values = signature.toWit(arguments, passing);
    } catch (Refusal refusal) {
      passing.refused();
      throw refusal.within(function);
    }
    passing.passed();
    return switch (instance.call(function, values)) {
      case Result.Ok<Values> ok -> signature.answer().toJava(ok.value(), passing);
      case Result.Err<Values> err -> throw new Refusal(err.fault());
    };
  }

  /// A fault as an exception, with the exception of host code behind it.
  static ComponentFault thrown(Fault fault) {
    return new ComponentFault(fault, LastThrown.take(fault));
  }
}
