package dev.wrt.cli;

import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.ReadableEnd;
import dev.wrt.component.value.Value;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Finds streams and futures in values. Values nest as deeply as their types, which decoding has
/// bounded.
final class Ends {
  private Ends() {}

  /// Gives each stream and future in a value to somebody.
  static void in(Value value, Consumer<ReadableEnd> to) {
    switch (value) {
      case Value.StreamValue v -> to.accept(v.end());
      case Value.FutureValue v -> to.accept(v.end());
      default -> parts(value).forEach(part -> in(part, to));
    }
  }

  private static List<Value> parts(Value value) {
    return switch (value) {
      case Value.RecordValue v -> v.fields();
      case Value.TupleValue v -> v.elements();
      case Value.ListValue v -> v.elements();
      case Value.VariantValue v -> payload(v.payload());
      case Value.OptionValue v -> payload(v.value());
      case Value.ResultValue v -> payload(v.payload());
      default -> List.of();
    };
  }

  private static List<Value> payload(@Nullable Value payload) {
    return payload == null ? List.of() : List.of(payload);
  }

  /// A value with what was read in the place of its streams and futures.
  static Value replaced(Value value, Map<ReadableEnd, Value> read) {
    return switch (value) {
      case Value.StreamValue v -> read.getOrDefault(v.end(), v);
      case Value.FutureValue v -> read.getOrDefault(v.end(), v);
      case ByteList v -> v;
      case NumberList v -> v;
      case Value.RecordValue v -> new Value.RecordValue(all(v.fields(), read));
      case Value.TupleValue v -> new Value.TupleValue(all(v.elements(), read));
      case Value.ListValue v -> new Value.ListValue(all(v.elements(), read));
      case Value.VariantValue v -> new Value.VariantValue(v.caseIndex(), one(v.payload(), read));
      case Value.OptionValue v -> new Value.OptionValue(one(v.value(), read));
      case Value.ResultValue v -> new Value.ResultValue(v.ok(), one(v.payload(), read));
      default -> value;
    };
  }

  private static List<Value> all(List<Value> values, Map<ReadableEnd, Value> read) {
    return values.stream().map(v -> replaced(v, read)).toList();
  }

  private static @Nullable Value one(@Nullable Value value, Map<ReadableEnd, Value> read) {
    return value == null ? null : replaced(value, read);
  }
}
