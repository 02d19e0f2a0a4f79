package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The rules of instructions on structures, arrays and references below `any` (core specification,
/// `valid/instructions`, "Aggregate Instructions", "External Conversion Instructions").
final class AggregateRules {
  private final CodeReader code;
  private final ByteReader reader;
  private final IndexSpaces spaces;
  private final ValidationStacks stacks;
  private final RowTypes types;
  private final TypeMatching matching;
  private final int arrayNewFixedMax;

  AggregateRules(
      Context context,
      CodeReader code,
      ByteReader reader,
      IndexSpaces spaces,
      ValidationStacks stacks) {
    this.code = code;
    this.reader = reader;
    this.spaces = spaces;
    this.stacks = stacks;
    matching = new TypeMatching(context.types);
    types = new RowTypes(stacks, matching);
    arrayNewFixedMax = context.limits.arrayNewFixed();
  }

  void validate(Opcode row) {
    switch (row.rule()) {
      case STRUCT_NEW -> structNew(row);
      case STRUCT -> struct(row);
      case ARRAY_NEW_FIXED -> arrayNewFixed(row);
      case ARRAY -> array(row);
      case CAST -> types.type(code.typeCode()).apply(row);
      case CONVERT -> convert(row);
      case ARRAY_LEN, I31 -> types.apply(row);
      default -> throw new Invariant.Violation("a row of aggregates has a rule for them");
    }
  }

  /// `struct.new` takes all fields, `struct.new_default` none.
  private void structNew(Opcode row) {
    StructType struct = spaces.structType(code.index());
    if (struct == null) {
      return;
    }
    if (row == Opcode.STRUCT_NEW) {
      popFields(struct);
    } else {
      defaultable(struct);
    }
    types.heap(spaces.heap(code.index())).apply(row);
  }

  private void popFields(StructType struct) {
    for (int i = struct.fieldCount() - 1; i >= 0 && reader.ok(); i--) {
      if (stacks.anyOperands()) {
        return;
      }
      stacks.popVal(struct.field(i).unpacked());
    }
  }

  private void defaultable(StructType struct) {
    for (int i = 0; i < struct.fieldCount() && reader.ok(); i++) {
      if (!ValType.isDefaultable(struct.field(i).unpacked())) {
        spaces.fail(DecoderCode.FIELD_NOT_DEFAULTABLE, Integer.toString(i));
      }
    }
  }

  private void struct(Opcode row) {
    StructType struct = spaces.structType(code.index());
    if (struct == null) {
      return;
    }
    int fieldidx = code.index2();
    if (fieldidx < 0 || fieldidx >= struct.fieldCount()) {
      spaces.fail(DecoderCode.UNKNOWN_FIELD, Integer.toUnsignedString(fieldidx));
      return;
    }
    FieldType field = struct.field(fieldidx);
    boolean write = row == Opcode.STRUCT_SET;
    if (write && !field.mutable()) {
      spaces.fail(DecoderCode.IMMUTABLE_FIELD, Integer.toString(fieldidx));
    }
    if (!write && field.packed() == (row == Opcode.STRUCT_GET)) {
      spaces.fail(field.packed() ? DecoderCode.PACKED_FIELD : DecoderCode.UNPACKED_FIELD, "");
    }
    types.heap(spaces.heap(code.index())).field(field).apply(row);
  }

  /// `array.new_fixed` takes as many elements as it says.
  private void arrayNewFixed(Opcode row) {
    FieldType element = spaces.arrayType(code.index());
    long count = Integer.toUnsignedLong(code.index2());
    if (element == null || !reader.within("arrayNewFixed", count, arrayNewFixedMax)) {
      return;
    }
    for (int i = 0; i < count && reader.ok() && !stacks.anyOperands(); i++) {
      stacks.popVal(element.unpacked());
    }
    types.heap(spaces.heap(code.index())).apply(row);
  }

  private void array(Opcode row) {
    FieldType element = spaces.arrayType(code.index());
    if (element == null || !allows(row, element)) {
      return;
    }
    types.heap(spaces.heap(code.index())).field(element).apply(row);
  }

  /// Whether an array's elements are such as an instruction needs.
  private boolean allows(Opcode row, FieldType element) {
    switch (row) {
      case ARRAY_NEW_DEFAULT -> {
        if (!ValType.isDefaultable(element.unpacked())) {
          spaces.fail(DecoderCode.ARRAY_NOT_DEFAULTABLE, "");
        }
      }
      case ARRAY_GET, ARRAY_GET_S, ARRAY_GET_U -> {
        if (element.packed() == (row == Opcode.ARRAY_GET)) {
          spaces.fail(element.packed() ? DecoderCode.PACKED_ARRAY : DecoderCode.UNPACKED_ARRAY, "");
        }
      }
      case ARRAY_SET, ARRAY_FILL -> mutable(element);
      case ARRAY_NEW_DATA -> data(element);
      case ARRAY_NEW_ELEM -> elem(element);
      case ARRAY_COPY -> copy(element);
      case ARRAY_INIT_DATA -> {
        mutable(element);
        data(element);
      }
      case ARRAY_INIT_ELEM -> {
        mutable(element);
        elem(element);
      }
      default -> {}
    }
    return reader.ok();
  }

  private void mutable(FieldType element) {
    if (!element.mutable()) {
      spaces.fail(DecoderCode.IMMUTABLE_ARRAY, Integer.toUnsignedString(code.index()));
    }
  }

  private void data(FieldType element) {
    if (reader.ok() && spaces.data(code.index2()) && ValType.isRef(element.unpacked())) {
      spaces.fail(DecoderCode.ARRAY_NOT_NUMERIC, "");
    }
  }

  private void elem(FieldType element) {
    @Nullable ValType items = reader.ok() ? spaces.elem(code.index2()) : null;
    if (items != null && !matching.val(items.code(), element.unpacked())) {
      stacks.mismatch(ValType.text(element.unpacked()), items.toString());
    }
  }

  private void copy(FieldType to) {
    FieldType from = spaces.arrayType(code.index2());
    mutable(to);
    if (from == null || !reader.ok()) {
      return;
    }
    boolean same = from.storage() == to.storage();
    boolean packed = from.packed() || to.packed();
    if (!same && (packed || !matching.val(from.storage(), to.storage()))) {
      spaces.fail(DecoderCode.ARRAY_TYPES, "");
    }
    types.heap2(spaces.heap(code.index2()));
  }

  /// Null stays null, and what is not null is not null: the row's types, with the operand's
  /// nullability.
  private void convert(Opcode row) {
    int operand = stacks.popRef();
    int from = row.operand(0);
    if (!matching.heap(ValType.heap(operand), from)) {
      stacks.mismatch(ValType.text(from), ValType.text(operand));
    }
    stacks.pushVal(ValType.ref(ValType.nullable(operand), row.result(0)));
  }
}
