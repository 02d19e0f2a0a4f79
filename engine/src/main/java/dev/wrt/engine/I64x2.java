package dev.wrt.engine;

/// The instructions of shape `i64x2` (Numerics, vector operations), by their mnemonics:
/// `i64x2.lt_s` is {@link #ltS}. A half is a lane. {@link V128} says what the parameters are.
final class I64x2 {
  private I64x2() {}

  /// `i64x2.splat`
  static long splat(long value) {
    return value;
  }

  /// `i64x2.extract_lane`
  static long extractLane(long low, long high, int lane) {
    return lane == 0 ? low : high;
  }

  /// `i64x2.replace_lane`, of the one lane of the half.
  static long replaceLane(long half, int lane, long value) {
    return value;
  }

  /// `i64x2.eq`
  static long eq(long x, long y) {
    return x == y ? -1 : 0;
  }

  /// `i64x2.ne`
  static long ne(long x, long y) {
    return x != y ? -1 : 0;
  }

  /// `i64x2.lt_s`
  static long ltS(long x, long y) {
    return x < y ? -1 : 0;
  }

  /// `i64x2.gt_s`
  static long gtS(long x, long y) {
    return x > y ? -1 : 0;
  }

  /// `i64x2.le_s`
  static long leS(long x, long y) {
    return x <= y ? -1 : 0;
  }

  /// `i64x2.ge_s`
  static long geS(long x, long y) {
    return x >= y ? -1 : 0;
  }

  /// `i64x2.abs`: the least value stays.
  static long abs(long x) {
    return x < 0 ? -x : x;
  }

  /// `i64x2.neg`
  static long neg(long x) {
    return -x;
  }

  /// `i64x2.all_true`
  static boolean allTrue(long low, long high) {
    return low != 0 && high != 0;
  }

  /// `i64x2.bitmask`
  static int bitmask(long low, long high) {
    return (int) (low >>> 63 | high >>> 63 << 1);
  }

  /// `i64x2.shl`
  static long shl(long x, int count) {
    return x << count;
  }

  /// `i64x2.shr_s`
  static long shrS(long x, int count) {
    return x >> count;
  }

  /// `i64x2.shr_u`
  static long shrU(long x, int count) {
    return x >>> count;
  }

  /// `i64x2.add`
  static long add(long x, long y) {
    return x + y;
  }

  /// `i64x2.sub`
  static long sub(long x, long y) {
    return x - y;
  }

  /// `i64x2.mul`
  static long mul(long x, long y) {
    return x * y;
  }

  /// `i64x2.extend_low_i32x4_s`
  static long extendLowI32x4S(long low, int half) {
    return (int) (low >>> half * 32);
  }

  /// `i64x2.extend_high_i32x4_s`
  static long extendHighI32x4S(long high, int half) {
    return (int) (high >>> half * 32);
  }

  /// `i64x2.extend_low_i32x4_u`
  static long extendLowI32x4U(long low, int half) {
    return (low >>> half * 32) & 0xFFFF_FFFFL;
  }

  /// `i64x2.extend_high_i32x4_u`
  static long extendHighI32x4U(long high, int half) {
    return (high >>> half * 32) & 0xFFFF_FFFFL;
  }

  /// `i64x2.extmul_low_i32x4_s`
  static long extmulLowI32x4S(long x, long y, int half) {
    return extendLowI32x4S(x, half) * extendLowI32x4S(y, half);
  }

  /// `i64x2.extmul_low_i32x4_u`
  static long extmulLowI32x4U(long x, long y, int half) {
    return extendLowI32x4U(x, half) * extendLowI32x4U(y, half);
  }

  /// `i64x2.extmul_high_i32x4_s`
  static long extmulHighI32x4S(long x, long y, int half) {
    return extendHighI32x4S(x, half) * extendHighI32x4S(y, half);
  }

  /// `i64x2.extmul_high_i32x4_u`
  static long extmulHighI32x4U(long x, long y, int half) {
    return extendHighI32x4U(x, half) * extendHighI32x4U(y, half);
  }

  /// `i64x2.relaxed_laneselect`: in the deterministic profile `v128.bitselect`.
  static long relaxedLaneselect(long x, long y, long mask) {
    return V128.bitselect(x, y, mask);
  }
}
