package dev.wrt.engine;

/// Which constants can be the right operand of which kinds in shape {@link Op#BINARY_IMM}: those of
/// integer instructions that are the sign-extension of 32 bits. A subtraction becomes an addition.
final class Immediates {
  private Immediates() {}

  /// Whether an entry is a constant that the kind can have as an immediate.
  static boolean fits(int kind, OperandStack operands, int h) {
    if (operands.kind(h) != OperandStack.CONST) {
      return false;
    }
    if (isI32(kind)) {
      return true;
    }
    long value = operands.value(h);
    boolean small = value == (int) value;
    return isI64(kind) && small && (kind != Op.I64_SUB || value != Integer.MIN_VALUE);
  }

  /// Whether the operands of the kind can be swapped; a comparison changes its kind then.
  static boolean swappable(int kind) {
    return switch (kind) {
      case Op.I32_ADD, Op.I32_MUL, Op.I32_AND, Op.I32_OR, Op.I32_XOR -> true;
      case Op.I64_ADD, Op.I64_MUL, Op.I64_AND, Op.I64_OR, Op.I64_XOR -> true;
      default -> Comparison.isKind(kind);
    };
  }

  /// Whether the kind is a subtraction.
  static boolean isSub(int kind) {
    return kind == Op.I32_SUB || kind == Op.I64_SUB;
  }

  /// The addition for a subtraction, and each other kind for itself.
  static int subToAdd(int kind) {
    return isSub(kind) ? kind - 1 : kind;
  }

  private static boolean isI32(int kind) {
    return between(kind, Op.I32_EQ, Op.I32_GE_U) || between(kind, Op.I32_ADD, Op.I32_ROTR);
  }

  private static boolean isI64(int kind) {
    return between(kind, Op.I64_EQ, Op.I64_GE_U) || between(kind, Op.I64_ADD, Op.I64_ROTR);
  }

  private static boolean between(int kind, int first, int last) {
    return kind >= first && kind <= last;
  }
}
