package dev.wrt.engine;

/// The numeric instructions of type `i64` (Numerics, integer operations), by their mnemonics:
/// `i64.div_s` is {@link #divS}. Partial ones trap through {@link TrapSignal}.
///
/// What is one Java operator on longs (`i64.add`) is written as such in the interpreter and not
/// repeated here.
final class I64 {
  private static final double TWO_TO_63 = 0x1p63;
  private static final double TWO_TO_64 = 0x1p64;

  private I64() {}

  /// `i64.div_s`
  static long divS(long a, long b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    TrapSignal.trapIf(a == Long.MIN_VALUE && b == -1, TrapCode.INTEGER_OVERFLOW);
    return a / b;
  }

  /// `i64.div_u`
  static long divU(long a, long b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    return Long.divideUnsigned(a, b);
  }

  /// `i64.rem_s`; of the least integer by -1 it is 0, in Java as in WebAssembly.
  static long remS(long a, long b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    return a % b;
  }

  /// `i64.rem_u`
  static long remU(long a, long b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    return Long.remainderUnsigned(a, b);
  }

  /// `i64.trunc_f32_s`
  static long truncF32S(int bits) {
    return truncS(Float.intBitsToFloat(bits));
  }

  /// `i64.trunc_f32_u`
  static long truncF32U(int bits) {
    return truncU(Float.intBitsToFloat(bits));
  }

  /// `i64.trunc_f64_s`
  static long truncF64S(long bits) {
    return truncS(Double.longBitsToDouble(bits));
  }

  /// `i64.trunc_f64_u`
  static long truncF64U(long bits) {
    return truncU(Double.longBitsToDouble(bits));
  }

  /// `i64.trunc_sat_f32_s`: Java's own cast.
  static long truncSatF32S(int bits) {
    return (long) Float.intBitsToFloat(bits);
  }

  /// `i64.trunc_sat_f32_u`
  static long truncSatF32U(int bits) {
    return truncSatU(Float.intBitsToFloat(bits));
  }

  /// `i64.trunc_sat_f64_s`: Java's own cast.
  static long truncSatF64S(long bits) {
    return (long) Double.longBitsToDouble(bits);
  }

  /// `i64.trunc_sat_f64_u`
  static long truncSatF64U(long bits) {
    return truncSatU(Double.longBitsToDouble(bits));
  }

  /// `i64.add128`, lower half.
  static long add128Low(long xLow, long yLow) {
    return xLow + yLow;
  }

  /// `i64.add128`, upper half: with the carry of the lower one.
  static long add128High(long xLow, long xHigh, long yLow, long yHigh) {
    long carry = Long.compareUnsigned(xLow + yLow, xLow) < 0 ? 1 : 0;
    return xHigh + yHigh + carry;
  }

  /// `i64.sub128`, lower half.
  static long sub128Low(long xLow, long yLow) {
    return xLow - yLow;
  }

  /// `i64.sub128`, upper half: with the borrow of the lower one.
  static long sub128High(long xLow, long xHigh, long yLow, long yHigh) {
    long borrow = Long.compareUnsigned(xLow, yLow) < 0 ? 1 : 0;
    return xHigh - yHigh - borrow;
  }

  /// `i64.mul_wide_s` and `i64.mul_wide_u`, lower half.
  static long mulWideLow(long x, long y) {
    return x * y;
  }

  /// `i64.mul_wide_s`, upper half.
  static long mulWideSHigh(long x, long y) {
    return Math.multiplyHigh(x, y);
  }

  /// `i64.mul_wide_u`, upper half.
  static long mulWideUHigh(long x, long y) {
    return Math.unsignedMultiplyHigh(x, y);
  }

  /// A float widens to a double exactly, so one function serves both widths.
  private static long truncS(double value) {
    TrapSignal.trapIf(Double.isNaN(value), TrapCode.INVALID_CONVERSION);
    TrapSignal.trapIf(value < -TWO_TO_63 || value >= TWO_TO_63, TrapCode.INTEGER_OVERFLOW);
    return (long) value;
  }

  private static long truncU(double value) {
    TrapSignal.trapIf(Double.isNaN(value), TrapCode.INVALID_CONVERSION);
    TrapSignal.trapIf(value <= -1.0 || value >= TWO_TO_64, TrapCode.INTEGER_OVERFLOW);
    return toUnsigned(value);
  }

  private static long truncSatU(double value) {
    if (value >= TWO_TO_64) {
      return -1L;
    }
    return value > 0 ? toUnsigned(value) : 0;
  }

  /// Converts a value in (-1, 2^64). At 2^63 and above, doubles are multiples of 2^11, so that the
  /// subtraction is exact.
  private static long toUnsigned(double value) {
    return value < TWO_TO_63 ? (long) value : (long) (value - TWO_TO_63) + Long.MIN_VALUE;
  }
}
