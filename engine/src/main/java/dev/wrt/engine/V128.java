package dev.wrt.engine;

/// The instructions on vectors as plain bits (`v128.and` is {@link #and}), and what holds for the
/// semantics of all vector instructions.
///
/// A vector is two longs, the low half first. There is a class for each shape, {@link I8x16},
/// {@link I16x8}, {@link I32x4}, {@link I64x2}, {@link F32x4} and {@link F64x2}, and in it a
/// function for each instruction, named by the mnemonic: `i16x8.q15mulr_sat_s` is {@link
/// I16x8#q15mulrSatS}. All are pure, none allocates, and the parameters say what a result depends
/// on:
///
/// - *by halves*, the rule: a function of one half of each operand gives that half of the result;
/// - `narrow`: both halves of the first operand give the low half, those of the second the high
///   one;
/// - `_zero`: both halves of the operand give the low half, the high one is 0;
/// - `extend`, `extmul`, `promote_low`, `convert_low`: the half that the name says of each operand
///   gives half 0 or 1 of the result, by the last parameter;
/// - `swizzle`, `shuffle`: the vectors, and one half of the lane indices gives that half;
/// - `all_true`, `any_true`, `bitmask`, `extract_lane`: both halves give a number;
/// - `splat`: a number gives either half; `replace_lane`: changes a lane of one half.
///
/// **Floats** are computed by {@link F32} and {@link F64}, so that NaNs are canonical as there.
///
/// **Relaxed instructions** have the one meaning of the deterministic profile, whatever the
/// machine: `relaxed_madd` rounds twice (it is `mul` and then `add`), `relaxed_min`, `relaxed_max`,
/// `relaxed_trunc`, `relaxed_swizzle` and `relaxed_q15mulr_s` are the instructions without
/// `relaxed`, `relaxed_laneselect` is `v128.bitselect`, and in `relaxed_dot` both operands are
/// signed and a sum of two products saturates.
// [impl->req~engine-vectors-relaxed~1]
final class V128 {
  private V128() {}

  /// `v128.not`
  static long not(long x) {
    return ~x;
  }

  /// `v128.and`
  static long and(long x, long y) {
    return x & y;
  }

  /// `v128.andnot`
  static long andnot(long x, long y) {
    return x & ~y;
  }

  /// `v128.or`
  static long or(long x, long y) {
    return x | y;
  }

  /// `v128.xor`
  static long xor(long x, long y) {
    return x ^ y;
  }

  /// `v128.bitselect`: bits of `x` where the mask is set, of `y` elsewhere.
  static long bitselect(long x, long y, long mask) {
    return Lanes.choose(mask, x, y);
  }

  /// `v128.any_true`
  static boolean anyTrue(long low, long high) {
    return (low | high) != 0;
  }
}
