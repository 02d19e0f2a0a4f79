package dev.wrt.embed;

import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.WitTypes;
import java.lang.reflect.Executable;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A Java method or constructor and a WIT function, bound.
///
/// @param parameters in order, the resource that a method is called on first
/// @param answer result and exceptions
record Signature(List<Parameter> parameters, Answer answer) {
  /// A parameter.
  ///
  /// @param name its name in WIT
  /// @param conversion converts it
  record Parameter(String name, Conversion conversion) {}

  /// What is bound.
  ///
  /// @param code the Java method or constructor
  /// @param receiver the class that it is called on, if that is the WIT function's first parameter;
  ///   else null
  /// @param isHost whether components call it, not Java
  record Code(Executable code, @Nullable Class<?> receiver, boolean isHost) {
    /// How many WIT parameters it takes.
    int count() {
      return code.getParameterCount() + (receiver == null ? 0 : 1);
    }
  }

  /// Binds.
  ///
  /// @param function names the WIT function in refusals
  /// @throws Refusal where the types don't fit
  static Signature of(Binder binder, Code code, String function, ComponentFuncType wit) {
    if (code.count() != wit.params().size()) {
      throw Refusal.mismatch(function, WitTypes.print("", wit), code.code().toGenericString());
    }
    List<Type> types = new ArrayList<>();
    if (code.receiver() != null) {
      types.add(code.receiver());
    }
    types.addAll(List.of(code.code().getGenericParameterTypes()));
    List<Parameter> parameters = new ArrayList<>();
    for (int i = 0; i < types.size(); i++) {
      ComponentFuncType.Param param = wit.params().get(i);
      String place = function + "(" + param.name() + ")";
      parameters.add(new Parameter(param.name(), binder.bind(param.type(), types.get(i), place)));
    }
    return new Signature(parameters, Answer.of(binder, code.code(), wit, function, !code.isHost()));
  }

  /// The arguments of a call of a component.
  Values toWit(@Nullable Object[] arguments, Passing passing) {
    List<Value> values = new ArrayList<>(arguments.length);
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = parameters.get(i);
      values.add(
          Conversion.part(parameter.conversion, arguments[i], passing, "(" + parameter.name + ")"));
    }
    return new Values(values);
  }

  /// The arguments of a call of Java code.
  @Nullable Object[] toJava(Values arguments, Passing passing) {
    @Nullable Object[] objects = new @Nullable Object[arguments.size()];
    for (int i = 0; i < objects.length; i++) {
      objects[i] = parameters.get(i).conversion.toJava(arguments.get(i), passing);
    }
    return objects;
  }
}
