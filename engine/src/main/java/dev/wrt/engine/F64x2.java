package dev.wrt.engine;

/// The instructions of shape `f64x2` (Numerics, vector operations), by their mnemonics:
/// `f64x2.pmin` is {@link #pmin}. A half is the bits of a lane. {@link V128} says what the
/// parameters are, and {@link F64} computes.
final class F64x2 {
  private F64x2() {}

  /// `f64x2.splat`
  static long splat(long value) {
    return value;
  }

  /// `f64x2.extract_lane`
  static long extractLane(long low, long high, int lane) {
    return lane == 0 ? low : high;
  }

  /// `f64x2.replace_lane`, of the one lane of the half.
  static long replaceLane(long half, int lane, long value) {
    return value;
  }

  /// `f64x2.eq`
  static long eq(long x, long y) {
    return F64.eq(x, y) ? -1 : 0;
  }

  /// `f64x2.ne`
  static long ne(long x, long y) {
    return F64.ne(x, y) ? -1 : 0;
  }

  /// `f64x2.lt`
  static long lt(long x, long y) {
    return F64.lt(x, y) ? -1 : 0;
  }

  /// `f64x2.gt`
  static long gt(long x, long y) {
    return F64.gt(x, y) ? -1 : 0;
  }

  /// `f64x2.le`
  static long le(long x, long y) {
    return F64.le(x, y) ? -1 : 0;
  }

  /// `f64x2.ge`
  static long ge(long x, long y) {
    return F64.ge(x, y) ? -1 : 0;
  }

  /// `f64x2.abs`
  static long abs(long x) {
    return F64.abs(x);
  }

  /// `f64x2.neg`
  static long neg(long x) {
    return F64.neg(x);
  }

  /// `f64x2.sqrt`
  static long sqrt(long x) {
    return F64.sqrt(x);
  }

  /// `f64x2.ceil`
  static long ceil(long x) {
    return F64.ceil(x);
  }

  /// `f64x2.floor`
  static long floor(long x) {
    return F64.floor(x);
  }

  /// `f64x2.trunc`
  static long trunc(long x) {
    return F64.trunc(x);
  }

  /// `f64x2.nearest`
  static long nearest(long x) {
    return F64.nearest(x);
  }

  /// `f64x2.add`
  static long add(long x, long y) {
    return F64.add(x, y);
  }

  /// `f64x2.sub`
  static long sub(long x, long y) {
    return F64.sub(x, y);
  }

  /// `f64x2.mul`
  static long mul(long x, long y) {
    return F64.mul(x, y);
  }

  /// `f64x2.div`
  static long div(long x, long y) {
    return F64.div(x, y);
  }

  /// `f64x2.min`
  static long min(long x, long y) {
    return F64.min(x, y);
  }

  /// `f64x2.max`
  static long max(long x, long y) {
    return F64.max(x, y);
  }

  /// `f64x2.pmin`: the second operand if it is less, else the first.
  static long pmin(long x, long y) {
    return F64.lt(y, x) ? y : x;
  }

  /// `f64x2.pmax`: the second operand if it is more, else the first.
  static long pmax(long x, long y) {
    return F64.lt(x, y) ? y : x;
  }

  /// `f64x2.convert_low_i32x4_s`
  static long convertLowI32x4S(long low, int half) {
    return F64.convertI32S((int) (low >>> half * 32));
  }

  /// `f64x2.convert_low_i32x4_u`
  static long convertLowI32x4U(long low, int half) {
    return F64.convertI32U((int) (low >>> half * 32));
  }

  /// `f64x2.promote_low_f32x4`
  static long promoteLowF32x4(long low, int half) {
    return F64.promoteF32((int) (low >>> half * 32));
  }

  /// `f64x2.relaxed_madd`: in the deterministic profile rounded twice.
  static long relaxedMadd(long x, long y, long z) {
    return add(mul(x, y), z);
  }

  /// `f64x2.relaxed_nmadd`
  static long relaxedNmadd(long x, long y, long z) {
    return relaxedMadd(neg(x), y, z);
  }

  /// `f64x2.relaxed_min`: in the deterministic profile `f64x2.min`.
  static long relaxedMin(long x, long y) {
    return min(x, y);
  }

  /// `f64x2.relaxed_max`: in the deterministic profile `f64x2.max`.
  static long relaxedMax(long x, long y) {
    return max(x, y);
  }
}
