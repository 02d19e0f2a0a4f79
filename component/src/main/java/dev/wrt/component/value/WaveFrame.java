package dev.wrt.component.value;

import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A compound value that {@link WaveParser} is reading.
final class WaveFrame {
  /// What the parts are between.
  enum Shape {
    /// Brackets, any number of one type.
    LIST,
    /// Brackets, a fixed number of one type.
    FIXED_LIST,
    /// Parentheses, one of each type in order.
    TUPLE,
    /// Braces, each after its label.
    RECORD,
    /// Parentheses after the label of a case: one payload.
    PAYLOAD,
    /// Nothing: the payload itself stands for `some` or `ok`.
    FLAT
  }

  private final Shape shape;
  private final ValType type;
  private final List<ValType> types;
  private final List<Value> parts = new ArrayList<>();
  private final @Nullable Value[] fields;
  private final int caseIndex;
  private int field = -1;

  private WaveFrame(Shape shape, ValType type, List<ValType> types, int caseIndex) {
    this.shape = shape;
    this.type = type;
    this.types = types;
    this.caseIndex = caseIndex;
    this.fields = new @Nullable Value[shape == Shape.RECORD ? types.size() : 0];
  }

  static WaveFrame list(ValType type, ValType element) {
    return new WaveFrame(Shape.LIST, type, List.of(element), 0);
  }

  static WaveFrame fixedList(ValType.FixedLengthListType type) {
    int length = type.length() < 0 ? Integer.MAX_VALUE : type.length();
    return new WaveFrame(Shape.FIXED_LIST, type, Collections.nCopies(length, type.element()), 0);
  }

  static WaveFrame tuple(ValType type, List<ValType> types) {
    return new WaveFrame(Shape.TUPLE, type, types, 0);
  }

  static WaveFrame record(ValType.RecordType type) {
    List<ValType> types = type.fields().stream().map(ValType.Field::type).toList();
    return new WaveFrame(Shape.RECORD, type, types, 0);
  }

  static WaveFrame payload(ValType type, ValType payload, int caseIndex, boolean flat) {
    return new WaveFrame(flat ? Shape.FLAT : Shape.PAYLOAD, type, List.of(payload), caseIndex);
  }

  Shape shape() {
    return shape;
  }

  ValType type() {
    return type;
  }

  int count() {
    return parts.size();
  }

  /// Whether a list may go on, or a tuple must.
  boolean wantsMore() {
    return shape == Shape.LIST || parts.size() < types.size();
  }

  /// The type of the next part.
  ValType nextType() {
    return switch (shape) {
      case RECORD -> types.get(field);
      case LIST -> types.get(0);
      case FIXED_LIST, TUPLE, PAYLOAD, FLAT -> types.get(parts.size());
    };
  }

  /// Says which field comes next.
  ///
  /// @return whether it has not come yet
  boolean choose(int index) {
    field = index;
    return fields[index] == null;
  }

  void add(Value part) {
    if (shape == Shape.RECORD) {
      fields[field] = part;
    }
    parts.add(part);
  }

  List<Value> parts() {
    return parts;
  }

  /// Fills omitted options of a record in.
  ///
  /// @return the label of an omitted field that is no option; null if there is none
  @Nullable String complete() {
    parts.clear();
    for (int i = 0; i < fields.length; i++) {
      Value given = fields[i];
      if (given == null && !(types.get(i) instanceof ValType.OptionType)) {
        return ((ValType.RecordType) type).fields().get(i).name();
      }
      parts.add(given == null ? Value.OptionValue.NONE : given);
    }
    return null;
  }

  /// The value, all of whose parts are there.
  Value value() {
    return switch (type) {
      case ValType.RecordType _ -> new Value.RecordValue(parts);
      case ValType.VariantType _ -> new Value.VariantValue(caseIndex, parts.get(0));
      case ValType.OptionType _ -> new Value.OptionValue(parts.get(0));
      case ValType.ResultType _ -> new Value.ResultValue(caseIndex == 0, parts.get(0));
      case ValType.ListType t -> list(t.element());
      case ValType.FixedLengthListType t -> list(t.element());
      case ValType.MapType _ -> new Value.ListValue(parts);
      case ValType.StreamType t ->
          t.element().isPresent() ? list(t.element().get()) : new Value.ListValue(parts);
      case ValType.FutureType t ->
          t.element().isPresent() ? parts.get(0) : new Value.TupleValue(parts);
      default -> new Value.TupleValue(parts);
    };
  }

  private Value list(ValType element) {
    return element instanceof PrimValType p ? Packing.list(p, parts) : new Value.ListValue(parts);
  }
}
