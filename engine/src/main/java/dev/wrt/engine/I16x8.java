package dev.wrt.engine;

/// The instructions of shape `i16x8` (Numerics, vector operations), by their mnemonics:
/// `i16x8.q15mulr_sat_s` is {@link #q15mulrSatS}. {@link V128} says what the parameters are.
final class I16x8 {
  private static final int LANES = 8;
  private static final long BYTES_LOW = 0x00FF_00FF_00FF_00FFL;

  private I16x8() {}

  /// `i16x8.splat`
  static long splat(int value) {
    return (value & 0xFFFF) * 0x0001_0001_0001_0001L;
  }

  /// `i16x8.extract_lane_s`
  static int extractLaneS(long low, long high, int lane) {
    return (short) extractLaneU(low, high, lane);
  }

  /// `i16x8.extract_lane_u`
  static int extractLaneU(long low, long high, int lane) {
    long half = lane < LANES / 2 ? low : high;
    return (int) (half >>> lane * 16) & 0xFFFF;
  }

  /// `i16x8.replace_lane`, of a lane below 4 of the half.
  static long replaceLane(long half, int lane, int value) {
    return Lanes.choose(0xFFFFL << lane * 16, (long) value << lane * 16, half);
  }

  /// `i16x8.eq`
  static long eq(long x, long y) {
    return Lanes.eq(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.ne`
  static long ne(long x, long y) {
    return Lanes.ne(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.lt_s`
  static long ltS(long x, long y) {
    return Lanes.ltS(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.gt_s`
  static long gtS(long x, long y) {
    return Lanes.ltS(y, x, Lanes.HIGH16, 16);
  }

  /// `i16x8.le_s`
  static long leS(long x, long y) {
    return ~Lanes.ltS(y, x, Lanes.HIGH16, 16);
  }

  /// `i16x8.ge_s`
  static long geS(long x, long y) {
    return ~Lanes.ltS(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.lt_u`
  static long ltU(long x, long y) {
    return Lanes.ltU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.gt_u`
  static long gtU(long x, long y) {
    return Lanes.ltU(y, x, Lanes.HIGH16, 16);
  }

  /// `i16x8.le_u`
  static long leU(long x, long y) {
    return ~Lanes.ltU(y, x, Lanes.HIGH16, 16);
  }

  /// `i16x8.ge_u`
  static long geU(long x, long y) {
    return ~Lanes.ltU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.abs`
  static long abs(long x) {
    return Lanes.abs(x, Lanes.HIGH16, 16);
  }

  /// `i16x8.neg`
  static long neg(long x) {
    return Lanes.sub(0, x, Lanes.HIGH16);
  }

  /// `i16x8.add`
  static long add(long x, long y) {
    return Lanes.add(x, y, Lanes.HIGH16);
  }

  /// `i16x8.sub`
  static long sub(long x, long y) {
    return Lanes.sub(x, y, Lanes.HIGH16);
  }

  /// `i16x8.add_sat_s`
  static long addSatS(long x, long y) {
    return Lanes.addSatS(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.add_sat_u`
  static long addSatU(long x, long y) {
    return Lanes.addSatU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.sub_sat_s`
  static long subSatS(long x, long y) {
    return Lanes.subSatS(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.sub_sat_u`
  static long subSatU(long x, long y) {
    return Lanes.subSatU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.min_s`
  static long minS(long x, long y) {
    return Lanes.minS(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.min_u`
  static long minU(long x, long y) {
    return Lanes.minU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.max_s`
  static long maxS(long x, long y) {
    return Lanes.maxS(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.max_u`
  static long maxU(long x, long y) {
    return Lanes.maxU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.avgr_u`
  static long avgrU(long x, long y) {
    return Lanes.avgrU(x, y, Lanes.HIGH16, 16);
  }

  /// `i16x8.shl`
  static long shl(long x, int count) {
    return Lanes.shl(x, count, Lanes.HIGH16, 16);
  }

  /// `i16x8.shr_s`
  static long shrS(long x, int count) {
    return Lanes.shrS(x, count, Lanes.HIGH16, 16);
  }

  /// `i16x8.shr_u`
  static long shrU(long x, int count) {
    return Lanes.shrU(x, count, Lanes.HIGH16, 16);
  }

  /// `i16x8.relaxed_laneselect`: in the deterministic profile `v128.bitselect`.
  static long relaxedLaneselect(long x, long y, long mask) {
    return V128.bitselect(x, y, mask);
  }

  /// `i16x8.all_true`
  static boolean allTrue(long low, long high) {
    return (ne(low, 0) & ne(high, 0)) == -1;
  }

  /// `i16x8.bitmask`
  static int bitmask(long low, long high) {
    return (int) (Long.compress(low, Lanes.HIGH16) | Long.compress(high, Lanes.HIGH16) << 4);
  }

  /// `i16x8.mul`
  static long mul(long x, long y) {
    long result = 0;
    for (int at = 0; at < Long.SIZE; at += 16) {
      result |= ((x >>> at) * (y >>> at) & 0xFFFF) << at;
    }
    return result;
  }

  /// `i16x8.q15mulr_sat_s`: fractions of 15 bits, rounded; -1 by -1 saturates.
  static long q15mulrSatS(long x, long y) {
    long result = 0;
    for (int at = 0; at < Long.SIZE; at += 16) {
      int product = (short) (x >>> at) * (short) (y >>> at);
      int rounded = (product + (1 << 14)) >> 15;
      result |= (Math.min(rounded, Short.MAX_VALUE) & 0xFFFFL) << at;
    }
    return result;
  }

  /// `i16x8.relaxed_q15mulr_s`: in the deterministic profile `i16x8.q15mulr_sat_s`.
  static long relaxedQ15mulrS(long x, long y) {
    return q15mulrSatS(x, y);
  }

  /// `i16x8.relaxed_dot_i8x16_i7x16_s`: in the deterministic profile both operands are signed, and
  /// the sum, which only exceeds 16 bits if all four numbers are -128, saturates.
  static long relaxedDotI8x16I7x16S(long x, long y) {
    long even = mul(evenS(x), evenS(y));
    long odd = mul(oddS(x), oddS(y));
    return addSatS(even, odd);
  }

  /// `i16x8.extadd_pairwise_i8x16_s`
  static long extaddPairwiseI8x16S(long x) {
    return add(evenS(x), oddS(x));
  }

  /// `i16x8.extadd_pairwise_i8x16_u`
  static long extaddPairwiseI8x16U(long x) {
    return (x & BYTES_LOW) + ((x >>> 8) & BYTES_LOW);
  }

  private static long evenS(long x) {
    return shrS(shl(x, 8), 8);
  }

  private static long oddS(long x) {
    return shrS(x, 8);
  }

  /// `i16x8.narrow_i32x4_s`
  static long narrowI32x4S(long low, long high) {
    return narrow(low, high, Short.MIN_VALUE, Short.MAX_VALUE);
  }

  /// `i16x8.narrow_i32x4_u`: of signed integers, too.
  static long narrowI32x4U(long low, long high) {
    return narrow(low, high, 0, 0xFFFF);
  }

  private static long narrow(long low, long high, int min, int max) {
    return clamped((int) low, min, max)
        | clamped((int) (low >>> 32), min, max) << 16
        | clamped((int) high, min, max) << 32
        | clamped((int) (high >>> 32), min, max) << 48;
  }

  private static long clamped(int value, int min, int max) {
    return Math.clamp(value, min, max) & 0xFFFFL;
  }

  /// `i16x8.extend_low_i8x16_s`
  static long extendLowI8x16S(long low, int half) {
    return evenS(spread(low, half));
  }

  /// `i16x8.extend_high_i8x16_s`
  static long extendHighI8x16S(long high, int half) {
    return evenS(spread(high, half));
  }

  /// `i16x8.extend_low_i8x16_u`
  static long extendLowI8x16U(long low, int half) {
    return spread(low, half);
  }

  /// `i16x8.extend_high_i8x16_u`
  static long extendHighI8x16U(long high, int half) {
    return spread(high, half);
  }

  /// Bytes 0 to 3, or 4 to 7, as lanes of 16 bits.
  private static long spread(long bytes, int half) {
    long four = (bytes >>> half * 32) & 0xFFFF_FFFFL;
    long pairs = (four | four << 16) & 0x0000_FFFF_0000_FFFFL;
    return (pairs | pairs << 8) & BYTES_LOW;
  }

  /// `i16x8.extmul_low_i8x16_s`
  static long extmulLowI8x16S(long x, long y, int half) {
    return mul(extendLowI8x16S(x, half), extendLowI8x16S(y, half));
  }

  /// `i16x8.extmul_high_i8x16_s`
  static long extmulHighI8x16S(long x, long y, int half) {
    return mul(extendHighI8x16S(x, half), extendHighI8x16S(y, half));
  }

  /// `i16x8.extmul_low_i8x16_u`
  static long extmulLowI8x16U(long x, long y, int half) {
    return mul(extendLowI8x16U(x, half), extendLowI8x16U(y, half));
  }

  /// `i16x8.extmul_high_i8x16_u`
  static long extmulHighI8x16U(long x, long y, int half) {
    return mul(extendHighI8x16U(x, half), extendHighI8x16U(y, half));
  }
}
