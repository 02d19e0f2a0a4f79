package dev.wrt.engine;

/// The integer comparisons among the ops of shapes {@link Op#BINARY} and {@link Op#BINARY_IMM}: `eq
/// ne lt_s lt_u gt_s gt_u le_s le_u ge_s ge_u`, in this order for both types.
final class Comparison {
  private static final int COUNT = 10;
  private static final int[] NEGATED = {1, 0, 8, 9, 6, 7, 4, 5, 2, 3};
  private static final int[] SWAPPED = {0, 1, 4, 5, 2, 3, 8, 9, 6, 7};

  private Comparison() {}

  /// Whether an op is an integer comparison of two registers, or of a register and an immediate.
  static boolean is(int op) {
    int shape = op >>> 8;
    return isKind(op & 0xFF) && (shape == Op.BINARY || shape == Op.BINARY_IMM);
  }

  /// Whether a kind is an integer comparison with two operands.
  static boolean isKind(int kind) {
    return inFamily(kind, Op.I32_EQ) || inFamily(kind, Op.I64_EQ);
  }

  /// The op that is true where `op` is false.
  static int negate(int op) {
    return mapped(op, NEGATED);
  }

  /// The op that gives the same with its operands swapped.
  static int swap(int op) {
    return mapped(op, SWAPPED);
  }

  private static boolean inFamily(int kind, int first) {
    return kind >= first && kind < first + COUNT;
  }

  private static int mapped(int op, int[] map) {
    int kind = op & 0xFF;
    int first = inFamily(kind, Op.I32_EQ) ? Op.I32_EQ : Op.I64_EQ;
    return op - kind + first + map[kind - first];
  }
}
