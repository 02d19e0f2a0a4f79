package dev.wrt.decoder.core;

/// A constant expression: where its instructions lie in {@link Module#bytes()}.
///
/// The instructions are constants, `global.get`, `ref.null`, `ref.func`, the additions,
/// subtractions and multiplications of integers, `ref.i31`, those that make structures and arrays
/// of operands or default values, and the conversions between `any` and `extern`. They are walked
/// with {@link CodeReader#enter}, on a stack of {@link #maxHeight} values.
///
/// {@link #NULL} stands for the null reference of a table without an expression.
///
/// @param offset offset of the first instruction
/// @param end offset after the last one, its `end`
/// @param maxHeight largest height of its operand stack, in values
public record ConstExpr(int offset, int end, int maxHeight) {
  /// No instruction at all: the null reference.
  public static final ConstExpr NULL = new ConstExpr(0, 0, 1);
}
