package dev.wrt.decoder.core;

/// The types of a table row, where its words (`addr`, `field`, ...) stand for what an instruction's
/// immediates name. The rules set what their rows have words for and {@link #apply} the row.
final class RowTypes {
  private static final int I32 = ValType.I32.code();
  private static final int I64 = ValType.I64.code();

  private final ValidationStacks stacks;
  private final TypeMatching matching;

  private int addr = I32;
  private int addr2 = I32;
  private int elem;
  private int heap;
  private int heap2;
  private int field;
  private int type;

  RowTypes(ValidationStacks stacks, TypeMatching matching) {
    this.stacks = stacks;
    this.matching = matching;
  }

  /// What `addr` is.
  RowTypes addr(ValType address) {
    addr = address.code();
    return this;
  }

  /// What `addr2` is.
  RowTypes addr2(ValType address) {
    addr2 = address.code();
    return this;
  }

  /// What `elem` is.
  RowTypes elem(ValType ofTable) {
    elem = ofTable.code();
    return this;
  }

  /// What `ref` and `refnull` refer to.
  RowTypes heap(int heapType) {
    heap = heapType;
    return this;
  }

  /// What `refnull2` refers to.
  RowTypes heap2(int heapType) {
    heap2 = heapType;
    return this;
  }

  /// What `field` is.
  RowTypes field(FieldType ofAggregate) {
    field = ofAggregate.unpacked();
    return this;
  }

  /// What `type` and `top` are about.
  RowTypes type(int refType) {
    type = refType;
    return this;
  }

  /// Pops the operands of a row and pushes its results.
  void apply(Opcode row) {
    for (int i = row.operandCount() - 1; i >= 0; i--) {
      stacks.popVal(resolve(row.operand(i)));
    }
    for (int i = 0; i < row.resultCount(); i++) {
      stacks.pushVal(resolve(row.result(i)));
    }
  }

  private int resolve(int word) {
    return switch (word) {
      case Opcode.ADDR -> addr;
      case Opcode.ADDR2 -> addr2;
      case Opcode.LEN -> addr == I64 ? addr2 : addr;
      case Opcode.ELEM -> elem;
      case Opcode.REF -> ValType.ref(false, heap);
      case Opcode.REF_NULL_X -> ValType.ref(true, heap);
      case Opcode.REF_NULL_Y -> ValType.ref(true, heap2);
      case Opcode.FIELD -> field;
      case Opcode.TYPE -> type;
      case Opcode.TOP -> ValType.ref(true, matching.topOf(ValType.heap(type)));
      default -> word;
    };
  }
}
