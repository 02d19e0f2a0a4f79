package dev.wrt.engine;

/// The instructions of shape `f32x4` (Numerics, vector operations), by their mnemonics:
/// `f32x4.pmin` is {@link #pmin}. A half is the bits of two lanes. {@link V128} says what the
/// parameters are, and {@link F32} computes.
final class F32x4 {
  private F32x4() {}

  /// `f32x4.splat`
  static long splat(int value) {
    return Lanes.pair(value, value);
  }

  /// `f32x4.extract_lane`
  static int extractLane(long low, long high, int lane) {
    return I32x4.extractLane(low, high, lane);
  }

  /// `f32x4.replace_lane`, of a lane below 2 of the half.
  static long replaceLane(long half, int lane, int value) {
    return I32x4.replaceLane(half, lane, value);
  }

  /// `f32x4.eq`
  static long eq(long x, long y) {
    return Lanes.pair(F32.eq((int) x, (int) y) ? -1 : 0, F32.eq(second(x), second(y)) ? -1 : 0);
  }

  /// `f32x4.ne`
  static long ne(long x, long y) {
    return Lanes.pair(F32.ne((int) x, (int) y) ? -1 : 0, F32.ne(second(x), second(y)) ? -1 : 0);
  }

  /// `f32x4.lt`
  static long lt(long x, long y) {
    return Lanes.pair(F32.lt((int) x, (int) y) ? -1 : 0, F32.lt(second(x), second(y)) ? -1 : 0);
  }

  /// `f32x4.gt`
  static long gt(long x, long y) {
    return Lanes.pair(F32.gt((int) x, (int) y) ? -1 : 0, F32.gt(second(x), second(y)) ? -1 : 0);
  }

  /// `f32x4.le`
  static long le(long x, long y) {
    return Lanes.pair(F32.le((int) x, (int) y) ? -1 : 0, F32.le(second(x), second(y)) ? -1 : 0);
  }

  /// `f32x4.ge`
  static long ge(long x, long y) {
    return Lanes.pair(F32.ge((int) x, (int) y) ? -1 : 0, F32.ge(second(x), second(y)) ? -1 : 0);
  }

  /// `f32x4.abs`
  static long abs(long x) {
    return Lanes.pair(F32.abs((int) x), F32.abs(second(x)));
  }

  /// `f32x4.neg`
  static long neg(long x) {
    return Lanes.pair(F32.neg((int) x), F32.neg(second(x)));
  }

  /// `f32x4.sqrt`
  static long sqrt(long x) {
    return Lanes.pair(F32.sqrt((int) x), F32.sqrt(second(x)));
  }

  /// `f32x4.ceil`
  static long ceil(long x) {
    return Lanes.pair(F32.ceil((int) x), F32.ceil(second(x)));
  }

  /// `f32x4.floor`
  static long floor(long x) {
    return Lanes.pair(F32.floor((int) x), F32.floor(second(x)));
  }

  /// `f32x4.trunc`
  static long trunc(long x) {
    return Lanes.pair(F32.trunc((int) x), F32.trunc(second(x)));
  }

  /// `f32x4.nearest`
  static long nearest(long x) {
    return Lanes.pair(F32.nearest((int) x), F32.nearest(second(x)));
  }

  /// `f32x4.add`
  static long add(long x, long y) {
    return Lanes.pair(F32.add((int) x, (int) y), F32.add(second(x), second(y)));
  }

  /// `f32x4.sub`
  static long sub(long x, long y) {
    return Lanes.pair(F32.sub((int) x, (int) y), F32.sub(second(x), second(y)));
  }

  /// `f32x4.mul`
  static long mul(long x, long y) {
    return Lanes.pair(F32.mul((int) x, (int) y), F32.mul(second(x), second(y)));
  }

  /// `f32x4.div`
  static long div(long x, long y) {
    return Lanes.pair(F32.div((int) x, (int) y), F32.div(second(x), second(y)));
  }

  /// `f32x4.min`
  static long min(long x, long y) {
    return Lanes.pair(F32.min((int) x, (int) y), F32.min(second(x), second(y)));
  }

  /// `f32x4.max`
  static long max(long x, long y) {
    return Lanes.pair(F32.max((int) x, (int) y), F32.max(second(x), second(y)));
  }

  /// `f32x4.pmin`: the second operand if it is less, else the first.
  static long pmin(long x, long y) {
    return Lanes.choose(lt(y, x), y, x);
  }

  /// `f32x4.pmax`: the second operand if it is more, else the first.
  static long pmax(long x, long y) {
    return Lanes.choose(lt(x, y), y, x);
  }

  /// `f32x4.convert_i32x4_s`
  static long convertI32x4S(long x) {
    return Lanes.pair(F32.convertI32S((int) x), F32.convertI32S(second(x)));
  }

  /// `f32x4.convert_i32x4_u`
  static long convertI32x4U(long x) {
    return Lanes.pair(F32.convertI32U((int) x), F32.convertI32U(second(x)));
  }

  /// `f32x4.demote_f64x2_zero`
  static long demoteF64x2Zero(long low, long high) {
    return Lanes.pair(F32.demoteF64(low), F32.demoteF64(high));
  }

  /// `f32x4.relaxed_madd`: in the deterministic profile rounded twice.
  static long relaxedMadd(long x, long y, long z) {
    return add(mul(x, y), z);
  }

  /// `f32x4.relaxed_nmadd`
  static long relaxedNmadd(long x, long y, long z) {
    return relaxedMadd(neg(x), y, z);
  }

  /// `f32x4.relaxed_min`: in the deterministic profile `f32x4.min`.
  static long relaxedMin(long x, long y) {
    return min(x, y);
  }

  /// `f32x4.relaxed_max`: in the deterministic profile `f32x4.max`.
  static long relaxedMax(long x, long y) {
    return max(x, y);
  }

  private static int second(long x) {
    return (int) (x >>> 32);
  }
}
