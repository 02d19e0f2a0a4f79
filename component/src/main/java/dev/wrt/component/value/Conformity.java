package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.TypeMatching;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Whether values are of the types that a function asks for. Lowering relies on it, so values from
/// outside are checked first.
///
/// The check walks values and type together, with a stack that is as deep as the type, whatever the
/// values are.
public final class Conformity {
  private final ArrayDeque<Parts> path = new ArrayDeque<>();

  private Conformity() {}

  /// Checks arguments against a function's parameters.
  ///
  /// @param function names it in the fault
  /// @return null if they conform, else a fault with the signature and what was found
  public static @Nullable Fault arguments(String function, ComponentFuncType type, Values values) {
    if (type.params().size() != values.size()) {
      return fault(ValueCode.WRONG_COUNT, function, type, kinds(values));
    }
    String misfit = null;
    for (int i = 0; i < values.size() && misfit == null; i++) {
      ComponentFuncType.Param param = type.params().get(i);
      misfit = misfit(values.get(i), param.type(), param.name());
    }
    return misfit == null ? null : fault(ValueCode.WRONG_TYPE, function, type, misfit);
  }

  /// Checks results against a function's result.
  ///
  /// @param function names it in the fault
  /// @return null if they conform, else a fault with the signature and what was found
  public static @Nullable Fault results(String function, ComponentFuncType type, Values values) {
    if ((type.result().isPresent() ? 1 : 0) != values.size()) {
      return fault(ValueCode.WRONG_COUNT, function, type, kinds(values));
    }
    if (type.result().isEmpty()) {
      return null;
    }
    String misfit = misfit(values.get(0), type.result().get(), "result");
    return misfit == null ? null : fault(ValueCode.WRONG_TYPE, function, type, misfit);
  }

  /// Where and what the first value in a value is that its type does not contain; null if there is
  /// none.
  // [impl->req~value-conformity~1]
  private static @Nullable String misfit(Value value, ValType type, String name) {
    if (type instanceof PrimValType t && primitive(value, t)) {
      return null;
    }
    Parts root = new Parts(List.of(value), List.of(type), List.of(name));
    return new Conformity().misfit(root);
  }

  private static Fault fault(
      ValueCode code, String function, ComponentFuncType type, String found) {
    return new Fault.CallFault(code, function, WitTypes.print(function, type), found);
  }

  private static String kinds(Values values) {
    String kinds =
        values.list().stream().map(ValueKind::of).collect(Collectors.joining(", ", "(", ")"));
    return values.size() + (values.size() == 1 ? " value: " : " values: ") + kinds;
  }

  /// The parts of a value and their types, with the next one to be checked.
  private static final class Parts {
    final List<Value> values;
    private final List<ValType> types;
    private final List<String> names;
    private final List<ValType.Field> fields;
    int next;

    /// @param types one for each value, or one for all
    /// @param names one for each value, or none if they are numbered
    Parts(List<Value> values, List<ValType> types, List<String> names) {
      this.values = values;
      this.types = types;
      this.names = names;
      this.fields = List.of();
    }

    /// The fields of a record.
    Parts(List<Value> values, ValType.RecordType type) {
      this.values = values;
      this.types = List.of();
      this.names = List.of();
      this.fields = type.fields();
    }

    ValType typeOf(int i) {
      return fields.isEmpty() ? types.get(types.size() == 1 ? 0 : i) : fields.get(i).type();
    }

    String step(int i) {
      if (!fields.isEmpty()) {
        return "." + fields.get(i).name();
      }
      return names.isEmpty() ? "[" + i + "]" : "." + names.get(names.size() == 1 ? 0 : i);
    }
  }

  /// Where and what the first value is that its type does not contain; null if there is none.
  private @Nullable String misfit(Parts root) {
    path.push(root);
    while (!path.isEmpty()) {
      Parts top = path.element();
      if (top.next == top.values.size()) {
        path.pop();
        continue;
      }
      Value value = top.values.get(top.next);
      ValType type = top.typeOf(top.next);
      top.next++;
      if (!fits(value, type)) {
        return where() + " is " + ValueKind.of(value) + ", expected " + WitTypes.print(type);
      }
    }
    return null;
  }

  private String where() {
    StringBuilder text = new StringBuilder();
    for (Parts parts : path) {
      text.insert(0, parts.step(parts.next - 1));
    }
    return text.charAt(0) == '.' ? text.substring(1) : text.toString();
  }

  /// Whether a value fits at its top; its parts, if it has any, are pushed.
  private boolean fits(Value value, ValType type) {
    return switch (type) {
      case PrimValType t -> primitive(value, t);
      case ValType.ListType t -> list(value, t.element());
      case ValType.MapType t -> list(value, new ValType.TupleType(List.of(t.key(), t.value())));
      case ValType.RecordType t -> record(value, t);
      case ValType.TupleType t ->
          value instanceof Value.TupleValue v
              && push(v.elements(), t.elements(), List.of(), t.elements().size());
      case ValType.VariantType t -> variant(value, t);
      case ValType.EnumType t ->
          value instanceof Value.EnumValue v && within(v.caseIndex(), t.labels().size());
      case ValType.OptionType t ->
          value instanceof Value.OptionValue v
              && (v.value() == null || payload(v.value(), Optional.of(t.some()), "some"));
      case ValType.ResultType t ->
          value instanceof Value.ResultValue v
              && payload(v.payload(), v.ok() ? t.ok() : t.error(), v.ok() ? "ok" : "err");
      case ValType.FlagsType t ->
          value instanceof Value.FlagsValue v && flags(v.bits(), t.labels().size());
      case ValType.OwnType t ->
          value instanceof Value.Handle h
              && h.own()
              && h.type().identity() == t.resource().identity();
      case ValType.BorrowType t ->
          value instanceof Value.Handle h && h.type().identity() == t.resource().identity();
      case ValType.FixedLengthListType t ->
          value instanceof Sequence v && v.size() == t.length() && list(v, t.element());
      case ValType.StreamType _ -> value instanceof Value.StreamValue v && isOf(v.end(), type);
      case ValType.FutureType _ -> value instanceof Value.FutureValue v && isOf(v.end(), type);
    };
  }

  private static boolean isOf(ReadableEnd end, ValType type) {
    return TypeMatching.equal(end.type(), type);
  }

  private static boolean primitive(Value value, PrimValType type) {
    return switch (type) {
      case BOOL -> value instanceof Value.Bool;
      case S8 -> value instanceof Value.S8;
      case U8 -> value instanceof Value.U8;
      case S16 -> value instanceof Value.S16;
      case U16 -> value instanceof Value.U16;
      case S32 -> value instanceof Value.S32;
      case U32 -> value instanceof Value.U32;
      case S64 -> value instanceof Value.S64;
      case U64 -> value instanceof Value.U64;
      case F32 -> value instanceof Value.F32;
      case F64 -> value instanceof Value.F64;
      case CHAR -> value instanceof Value.Char;
      case STRING -> value instanceof Value.Str v && isWellFormed(v.value());
      case ERROR_CONTEXT ->
          value instanceof Value.ErrorContextValue v && isWellFormed(v.debugMessage());
    };
  }

  /// Whether all surrogates are in pairs, so that the text has an encoding.
  private static boolean isWellFormed(String text) {
    boolean afterHigh = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLowSurrogate(c) != afterHigh) {
        return false;
      }
      afterHigh = Character.isHighSurrogate(c);
    }
    return !afterHigh;
  }

  private boolean list(Value value, ValType element) {
    return switch (value) {
      case ByteList _ -> element == PrimValType.U8;
      case NumberList v -> v.element() == element;
      case Value.ListValue v ->
          push(v.elements(), List.of(element), List.of(), v.elements().size());
      default -> false;
    };
  }

  private boolean record(Value value, ValType.RecordType type) {
    return value instanceof Value.RecordValue v
        && push(new Parts(v.fields(), type), type.fields().size());
  }

  private boolean variant(Value value, ValType.VariantType type) {
    if (!(value instanceof Value.VariantValue v) || !within(v.caseIndex(), type.cases().size())) {
      return false;
    }
    ValType.Case chosen = type.cases().get(v.caseIndex());
    return payload(v.payload(), chosen.type(), chosen.name());
  }

  private boolean payload(@Nullable Value payload, Optional<ValType> type, String label) {
    if (payload == null || type.isEmpty()) {
      return payload == null && type.isEmpty();
    }
    return push(List.of(payload), List.of(type.get()), List.of(label), 1);
  }

  private static boolean within(int index, int count) {
    return index >= 0 && index < count;
  }

  private static boolean flags(int bits, int labels) {
    return labels == 32 || bits >>> labels == 0;
  }

  private boolean push(
      List<Value> values, List<ValType> types, List<String> names, int expectedCount) {
    return push(new Parts(values, types, names), expectedCount);
  }

  private boolean push(Parts parts, int expectedCount) {
    boolean complete = parts.values.size() == expectedCount;
    if (complete) {
      path.push(parts);
    }
    return complete;
  }
}
