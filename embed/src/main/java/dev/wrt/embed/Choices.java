package dev.wrt.embed;

import dev.wrt.bounded.Unit;
import dev.wrt.component.value.Value;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Types with cases: `variant`, `enum`, `flags`, `option`, `result`.
final class Choices {
  private Choices() {}

  /// A `variant` as a sealed interface of records with at most one component.
  ///
  /// @param forms one for each case, in order
  /// @param caseOf index of the case of a class
  /// @param java the sealed interface
  record OfRecords(List<RecordForm> forms, Map<Class<?>, Integer> caseOf, Class<?> java)
      implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      Integer index = caseOf.get(java.getClass());
      if (index == null) {
        throw Refusal.value(
            EmbedCode.FOREIGN_OBJECT, this.java.getName(), java.getClass().getName());
      }
      List<Value> payload = forms.get(index).toWit(java, passing);
      return new Value.VariantValue(index, payload.isEmpty() ? null : payload.getFirst());
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Value.VariantValue variant = (Value.VariantValue) wit;
      Value payload = variant.payload();
      List<Value> parts = payload == null ? List.of() : List.of(payload);
      return forms.get(variant.caseIndex()).toJava(parts, passing);
    }
  }

  /// An `enum`, or the labels of a `flags`, as the constants of a Java enum.
  ///
  /// @param constants one for each label, in order
  record OfConstants(List<Enum<?>> constants) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.EnumValue(index(constants, java));
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return constants.get(((Value.EnumValue) wit).caseIndex());
    }
  }

  /// The index of a constant. A set can hold null and, by an unchecked cast, anything.
  private static int index(List<Enum<?>> constants, @Nullable Object constant) {
    if (constant == null) {
      throw Refusal.nothing();
    }
    int index = constants.indexOf(constant);
    if (index < 0) {
      throw Refusal.value(
          EmbedCode.FOREIGN_OBJECT, constants.toString(), constant.getClass().getName());
    }
    return index;
  }

  /// A `flags` as a set of constants.
  ///
  /// @param constants one for each label, in order
  record OfSets(List<Enum<?>> constants) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      int bits = 0;
      for (Object flag : (Set<?>) java) {
        bits |= 1 << index(constants, flag);
      }
      return new Value.FlagsValue(bits);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return set(constants, (Value.FlagsValue) wit);
    }
  }

  // UNCHECKED-EMBED-2: the constants are of one enum, and the labels of a flags are at least one.
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static Set<?> set(List<Enum<?>> constants, Value.FlagsValue flags) {
    Set set = EnumSet.noneOf((Class) constants.getFirst().getDeclaringClass());
    for (int i = 0; i < constants.size(); i++) {
      if (flags.isSet(i)) {
        set.add(constants.get(i));
      }
    }
    return set;
  }

  /// An `option` as an {@link Optional}.
  ///
  /// @param some converts the payload
  record OfOptional(Conversion some) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      Optional<?> payload = (Optional<?>) java;
      return payload.isPresent()
          ? Value.OptionValue.some(Conversion.part(some, payload.get(), passing, ".some"))
          : Value.OptionValue.NONE;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Value payload = ((Value.OptionValue) wit).value();
      return payload == null ? Optional.empty() : Optional.of(some.toJava(payload, passing));
    }
  }

  /// A `result` as a {@link WitResult}.
  ///
  /// @param ok converts the payload of success; null where there is none
  /// @param err converts the payload of failure; null where there is none
  record OfResult(@Nullable Conversion ok, @Nullable Conversion err) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return switch ((WitResult<?, ?>) java) {
        case WitResult.Ok<?, ?> o -> Value.ResultValue.ok(payload(ok, o.value(), passing, ".ok"));
        case WitResult.Err<?, ?> e ->
            Value.ResultValue.err(payload(err, e.error(), passing, ".err"));
      };
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      Value.ResultValue result = (Value.ResultValue) wit;
      Object payload = payload(result.ok() ? ok : err, result.payload(), passing);
      return result.ok() ? WitResult.ok(payload) : WitResult.err(payload);
    }
  }

  /// The payload of a case that may have none.
  static @Nullable Value payload(
      @Nullable Conversion conversion, @Nullable Object java, Passing passing, String step) {
    return conversion == null ? null : Conversion.part(conversion, java, passing, step);
  }

  /// The payload of a case that may have none.
  static Object payload(@Nullable Conversion conversion, @Nullable Value wit, Passing passing) {
    return conversion == null || wit == null ? Unit.UNIT : conversion.toJava(wit, passing);
  }

  /// A value as itself, for what Java types don't say.
  ///
  /// @param type which of the value classes
  record Itself(Class<?> type) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return (Value) java;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      if (!type.isInstance(wit)) {
        throw Refusal.value(EmbedCode.FOREIGN_OBJECT, type.getName(), wit.getClass().getName());
      }
      return wit;
    }
  }
}
