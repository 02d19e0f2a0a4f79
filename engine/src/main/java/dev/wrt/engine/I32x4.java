package dev.wrt.engine;

/// The instructions of shape `i32x4` (Numerics, vector operations), by their mnemonics:
/// `i32x4.dot_i16x8_s` is {@link #dotI16x8S}. {@link V128} says what the parameters are.
final class I32x4 {
  private static final int LANES = 4;

  private I32x4() {}

  /// `i32x4.splat`
  static long splat(int value) {
    return Lanes.pair(value, value);
  }

  /// `i32x4.extract_lane`
  static int extractLane(long low, long high, int lane) {
    long half = lane < LANES / 2 ? low : high;
    return (int) (half >>> lane * 32);
  }

  /// `i32x4.replace_lane`, of a lane below 2 of the half.
  static long replaceLane(long half, int lane, int value) {
    return Lanes.choose(0xFFFF_FFFFL << lane * 32, (long) value << lane * 32, half);
  }

  /// `i32x4.eq`
  static long eq(long x, long y) {
    return Lanes.eq(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.ne`
  static long ne(long x, long y) {
    return Lanes.ne(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.lt_s`
  static long ltS(long x, long y) {
    return Lanes.ltS(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.gt_s`
  static long gtS(long x, long y) {
    return Lanes.ltS(y, x, Lanes.HIGH32, 32);
  }

  /// `i32x4.le_s`
  static long leS(long x, long y) {
    return ~Lanes.ltS(y, x, Lanes.HIGH32, 32);
  }

  /// `i32x4.ge_s`
  static long geS(long x, long y) {
    return ~Lanes.ltS(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.lt_u`
  static long ltU(long x, long y) {
    return Lanes.ltU(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.gt_u`
  static long gtU(long x, long y) {
    return Lanes.ltU(y, x, Lanes.HIGH32, 32);
  }

  /// `i32x4.le_u`
  static long leU(long x, long y) {
    return ~Lanes.ltU(y, x, Lanes.HIGH32, 32);
  }

  /// `i32x4.ge_u`
  static long geU(long x, long y) {
    return ~Lanes.ltU(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.abs`
  static long abs(long x) {
    return Lanes.abs(x, Lanes.HIGH32, 32);
  }

  /// `i32x4.neg`
  static long neg(long x) {
    return Lanes.sub(0, x, Lanes.HIGH32);
  }

  /// `i32x4.add`
  static long add(long x, long y) {
    return Lanes.add(x, y, Lanes.HIGH32);
  }

  /// `i32x4.sub`
  static long sub(long x, long y) {
    return Lanes.sub(x, y, Lanes.HIGH32);
  }

  /// `i32x4.min_s`
  static long minS(long x, long y) {
    return Lanes.minS(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.min_u`
  static long minU(long x, long y) {
    return Lanes.minU(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.max_s`
  static long maxS(long x, long y) {
    return Lanes.maxS(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.max_u`
  static long maxU(long x, long y) {
    return Lanes.maxU(x, y, Lanes.HIGH32, 32);
  }

  /// `i32x4.shl`
  static long shl(long x, int count) {
    return Lanes.shl(x, count, Lanes.HIGH32, 32);
  }

  /// `i32x4.shr_s`
  static long shrS(long x, int count) {
    return Lanes.shrS(x, count, Lanes.HIGH32, 32);
  }

  /// `i32x4.shr_u`
  static long shrU(long x, int count) {
    return Lanes.shrU(x, count, Lanes.HIGH32, 32);
  }

  /// `i32x4.relaxed_laneselect`: in the deterministic profile `v128.bitselect`.
  static long relaxedLaneselect(long x, long y, long mask) {
    return V128.bitselect(x, y, mask);
  }

  /// `i32x4.all_true`
  static boolean allTrue(long low, long high) {
    return (ne(low, 0) & ne(high, 0)) == -1;
  }

  /// `i32x4.bitmask`
  static int bitmask(long low, long high) {
    return (int) (Long.compress(low, Lanes.HIGH32) | Long.compress(high, Lanes.HIGH32) << 2);
  }

  /// `i32x4.mul`
  static long mul(long x, long y) {
    return Lanes.pair((int) x * (int) y, (int) (x >>> 32) * (int) (y >>> 32));
  }

  /// `i32x4.dot_i16x8_s`
  static long dotI16x8S(long x, long y) {
    return Lanes.pair(dot((int) x, (int) y), dot((int) (x >>> 32), (int) (y >>> 32)));
  }

  private static int dot(int x, int y) {
    return (short) x * (short) y + (x >> 16) * (y >> 16);
  }

  /// `i32x4.relaxed_dot_i8x16_i7x16_add_s`: in the deterministic profile as {@link
  /// I16x8#relaxedDotI8x16I7x16S}.
  static long relaxedDotI8x16I7x16AddS(long x, long y, long z) {
    return add(extaddPairwiseI16x8S(I16x8.relaxedDotI8x16I7x16S(x, y)), z);
  }

  /// `i32x4.extadd_pairwise_i16x8_s`
  static long extaddPairwiseI16x8S(long x) {
    return add(shrS(shl(x, 16), 16), shrS(x, 16));
  }

  /// `i32x4.extadd_pairwise_i16x8_u`
  static long extaddPairwiseI16x8U(long x) {
    return (x & 0x0000_FFFF_0000_FFFFL) + ((x >>> 16) & 0x0000_FFFF_0000_FFFFL);
  }

  /// `i32x4.extend_low_i16x8_s`
  static long extendLowI16x8S(long low, int half) {
    int two = (int) (low >>> half * 32);
    return Lanes.pair((short) two, two >> 16);
  }

  /// `i32x4.extend_high_i16x8_s`
  static long extendHighI16x8S(long high, int half) {
    return extendLowI16x8S(high, half);
  }

  /// `i32x4.extend_low_i16x8_u`
  static long extendLowI16x8U(long low, int half) {
    int two = (int) (low >>> half * 32);
    return Lanes.pair(two & 0xFFFF, two >>> 16);
  }

  /// `i32x4.extend_high_i16x8_u`
  static long extendHighI16x8U(long high, int half) {
    return extendLowI16x8U(high, half);
  }

  /// `i32x4.extmul_low_i16x8_s`
  static long extmulLowI16x8S(long x, long y, int half) {
    return mul(extendLowI16x8S(x, half), extendLowI16x8S(y, half));
  }

  /// `i32x4.extmul_high_i16x8_s`
  static long extmulHighI16x8S(long x, long y, int half) {
    return mul(extendHighI16x8S(x, half), extendHighI16x8S(y, half));
  }

  /// `i32x4.extmul_low_i16x8_u`
  static long extmulLowI16x8U(long x, long y, int half) {
    return mul(extendLowI16x8U(x, half), extendLowI16x8U(y, half));
  }

  /// `i32x4.extmul_high_i16x8_u`
  static long extmulHighI16x8U(long x, long y, int half) {
    return mul(extendHighI16x8U(x, half), extendHighI16x8U(y, half));
  }

  /// `i32x4.trunc_sat_f32x4_s`
  static long truncSatF32x4S(long x) {
    return Lanes.pair(I32.truncSatF32S((int) x), I32.truncSatF32S((int) (x >>> 32)));
  }

  /// `i32x4.trunc_sat_f32x4_u`
  static long truncSatF32x4U(long x) {
    return Lanes.pair(I32.truncSatF32U((int) x), I32.truncSatF32U((int) (x >>> 32)));
  }

  /// `i32x4.trunc_sat_f64x2_s_zero`
  static long truncSatF64x2SZero(long low, long high) {
    return Lanes.pair(I32.truncSatF64S(low), I32.truncSatF64S(high));
  }

  /// `i32x4.trunc_sat_f64x2_u_zero`
  static long truncSatF64x2UZero(long low, long high) {
    return Lanes.pair(I32.truncSatF64U(low), I32.truncSatF64U(high));
  }

  /// `i32x4.relaxed_trunc_f32x4_s`: in the deterministic profile it saturates.
  static long relaxedTruncF32x4S(long x) {
    return truncSatF32x4S(x);
  }

  /// `i32x4.relaxed_trunc_f32x4_u`: in the deterministic profile it saturates.
  static long relaxedTruncF32x4U(long x) {
    return truncSatF32x4U(x);
  }

  /// `i32x4.relaxed_trunc_f64x2_s_zero`: in the deterministic profile it saturates.
  static long relaxedTruncF64x2SZero(long low, long high) {
    return truncSatF64x2SZero(low, high);
  }

  /// `i32x4.relaxed_trunc_f64x2_u_zero`: in the deterministic profile it saturates.
  static long relaxedTruncF64x2UZero(long low, long high) {
    return truncSatF64x2UZero(low, high);
  }
}
