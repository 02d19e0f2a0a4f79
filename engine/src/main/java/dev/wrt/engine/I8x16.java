package dev.wrt.engine;

/// The instructions of shape `i8x16` (Numerics, vector operations), by their mnemonics:
/// `i8x16.add_sat_s` is {@link #addSatS}. {@link V128} says what the parameters are.
final class I8x16 {
  private static final int LANES = 16;
  private static final long BYTES_LOW = 0x00FF_00FF_00FF_00FFL;

  private I8x16() {}

  /// `i8x16.splat`
  static long splat(int value) {
    return (value & 0xFF) * 0x0101_0101_0101_0101L;
  }

  /// `i8x16.extract_lane_s`
  static int extractLaneS(long low, long high, int lane) {
    return (byte) extractLaneU(low, high, lane);
  }

  /// `i8x16.extract_lane_u`
  static int extractLaneU(long low, long high, int lane) {
    long half = lane < LANES / 2 ? low : high;
    return (int) (half >>> lane * 8) & 0xFF;
  }

  /// `i8x16.replace_lane`, of a lane below 8 of the half.
  static long replaceLane(long half, int lane, int value) {
    return Lanes.choose(0xFFL << lane * 8, (long) value << lane * 8, half);
  }

  /// `i8x16.swizzle`: an index beyond the vector gives 0.
  static long swizzle(long low, long high, long indices) {
    long result = 0;
    for (int at = 0; at < Long.SIZE; at += 8) {
      int lane = (int) (indices >>> at) & 0xFF;
      long value = lane < LANES ? extractLaneU(low, high, lane) : 0;
      result |= value << at;
    }
    return result;
  }

  /// `i8x16.relaxed_swizzle`: in the deterministic profile `i8x16.swizzle`.
  static long relaxedSwizzle(long low, long high, long indices) {
    return swizzle(low, high, indices);
  }

  /// `i8x16.shuffle`: indices from 16 on are those of the second vector.
  static long shuffle(long xLow, long xHigh, long yLow, long yHigh, long indices) {
    long result = 0;
    for (int at = 0; at < Long.SIZE; at += 8) {
      int lane = (int) (indices >>> at) & 0x1F;
      long value =
          lane < LANES ? extractLaneU(xLow, xHigh, lane) : extractLaneU(yLow, yHigh, lane - LANES);
      result |= value << at;
    }
    return result;
  }

  /// `i8x16.eq`
  static long eq(long x, long y) {
    return Lanes.eq(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.ne`
  static long ne(long x, long y) {
    return Lanes.ne(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.lt_s`
  static long ltS(long x, long y) {
    return Lanes.ltS(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.gt_s`
  static long gtS(long x, long y) {
    return Lanes.ltS(y, x, Lanes.HIGH8, 8);
  }

  /// `i8x16.le_s`
  static long leS(long x, long y) {
    return ~Lanes.ltS(y, x, Lanes.HIGH8, 8);
  }

  /// `i8x16.ge_s`
  static long geS(long x, long y) {
    return ~Lanes.ltS(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.lt_u`
  static long ltU(long x, long y) {
    return Lanes.ltU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.gt_u`
  static long gtU(long x, long y) {
    return Lanes.ltU(y, x, Lanes.HIGH8, 8);
  }

  /// `i8x16.le_u`
  static long leU(long x, long y) {
    return ~Lanes.ltU(y, x, Lanes.HIGH8, 8);
  }

  /// `i8x16.ge_u`
  static long geU(long x, long y) {
    return ~Lanes.ltU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.abs`
  static long abs(long x) {
    return Lanes.abs(x, Lanes.HIGH8, 8);
  }

  /// `i8x16.neg`
  static long neg(long x) {
    return Lanes.sub(0, x, Lanes.HIGH8);
  }

  /// `i8x16.add`
  static long add(long x, long y) {
    return Lanes.add(x, y, Lanes.HIGH8);
  }

  /// `i8x16.sub`
  static long sub(long x, long y) {
    return Lanes.sub(x, y, Lanes.HIGH8);
  }

  /// `i8x16.add_sat_s`
  static long addSatS(long x, long y) {
    return Lanes.addSatS(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.add_sat_u`
  static long addSatU(long x, long y) {
    return Lanes.addSatU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.sub_sat_s`
  static long subSatS(long x, long y) {
    return Lanes.subSatS(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.sub_sat_u`
  static long subSatU(long x, long y) {
    return Lanes.subSatU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.min_s`
  static long minS(long x, long y) {
    return Lanes.minS(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.min_u`
  static long minU(long x, long y) {
    return Lanes.minU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.max_s`
  static long maxS(long x, long y) {
    return Lanes.maxS(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.max_u`
  static long maxU(long x, long y) {
    return Lanes.maxU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.avgr_u`
  static long avgrU(long x, long y) {
    return Lanes.avgrU(x, y, Lanes.HIGH8, 8);
  }

  /// `i8x16.shl`
  static long shl(long x, int count) {
    return Lanes.shl(x, count, Lanes.HIGH8, 8);
  }

  /// `i8x16.shr_s`
  static long shrS(long x, int count) {
    return Lanes.shrS(x, count, Lanes.HIGH8, 8);
  }

  /// `i8x16.shr_u`
  static long shrU(long x, int count) {
    return Lanes.shrU(x, count, Lanes.HIGH8, 8);
  }

  /// `i8x16.relaxed_laneselect`: in the deterministic profile `v128.bitselect`.
  static long relaxedLaneselect(long x, long y, long mask) {
    return V128.bitselect(x, y, mask);
  }

  /// `i8x16.all_true`
  static boolean allTrue(long low, long high) {
    return (ne(low, 0) & ne(high, 0)) == -1;
  }

  /// `i8x16.bitmask`
  static int bitmask(long low, long high) {
    return (int) (Long.compress(low, Lanes.HIGH8) | Long.compress(high, Lanes.HIGH8) << 8);
  }

  /// `i8x16.popcnt`: sums of neighbours of 1, 2 and 4 bits.
  static long popcnt(long x) {
    long twos = x - ((x >>> 1) & 0x5555_5555_5555_5555L);
    long fours = (twos & 0x3333_3333_3333_3333L) + ((twos >>> 2) & 0x3333_3333_3333_3333L);
    return (fours + (fours >>> 4)) & 0x0F0F_0F0F_0F0F_0F0FL;
  }

  /// `i8x16.narrow_i16x8_s`
  static long narrowI16x8S(long low, long high) {
    return narrow(low, high, Byte.MIN_VALUE, Byte.MAX_VALUE);
  }

  /// `i8x16.narrow_i16x8_u`: of signed integers, too.
  static long narrowI16x8U(long low, long high) {
    return narrow(low, high, 0, 0xFF);
  }

  private static long narrow(long low, long high, int min, int max) {
    return packed(clamped(low, min, max)) | packed(clamped(high, min, max)) << 32;
  }

  private static long clamped(long x, int min, int max) {
    return I16x8.minS(I16x8.maxS(x, I16x8.splat(min)), I16x8.splat(max));
  }

  /// The lower bytes of four lanes of 16 bits, side by side.
  private static long packed(long x) {
    long bytes = x & BYTES_LOW;
    long pairs = (bytes | bytes >>> 8) & 0x0000_FFFF_0000_FFFFL;
    return (pairs | pairs >>> 16) & 0xFFFF_FFFFL;
  }
}
