package dev.wrt.engine;

/// The numeric instructions of type `i32` (Numerics, integer operations), by their mnemonics:
/// `i32.div_s` is {@link #divS}. Partial ones trap through {@link TrapSignal}.
///
/// Comparisons give a boolean. What is one Java operator on ints (`i32.add`) is written as such in
/// the interpreter and not repeated here.
final class I32 {
  private static final long TWO_TO_31 = 1L << 31;
  private static final long TWO_TO_32 = 1L << 32;

  private I32() {}

  /// `i32.div_s`
  static int divS(int a, int b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    TrapSignal.trapIf(a == Integer.MIN_VALUE && b == -1, TrapCode.INTEGER_OVERFLOW);
    return a / b;
  }

  /// `i32.div_u`
  static int divU(int a, int b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    return Integer.divideUnsigned(a, b);
  }

  /// `i32.rem_s`; of the least integer by -1 it is 0, in Java as in WebAssembly.
  static int remS(int a, int b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    return a % b;
  }

  /// `i32.rem_u`
  static int remU(int a, int b) {
    TrapSignal.trapIf(b == 0, TrapCode.INTEGER_DIVIDE_BY_ZERO);
    return Integer.remainderUnsigned(a, b);
  }

  /// `i32.trunc_f32_s`
  static int truncF32S(int bits) {
    return truncS(Float.intBitsToFloat(bits));
  }

  /// `i32.trunc_f32_u`
  static int truncF32U(int bits) {
    return truncU(Float.intBitsToFloat(bits));
  }

  /// `i32.trunc_f64_s`
  static int truncF64S(long bits) {
    return truncS(Double.longBitsToDouble(bits));
  }

  /// `i32.trunc_f64_u`
  static int truncF64U(long bits) {
    return truncU(Double.longBitsToDouble(bits));
  }

  /// `i32.trunc_sat_f32_s`: Java's own cast.
  static int truncSatF32S(int bits) {
    return (int) Float.intBitsToFloat(bits);
  }

  /// `i32.trunc_sat_f32_u`
  static int truncSatF32U(int bits) {
    return truncSatU(Float.intBitsToFloat(bits));
  }

  /// `i32.trunc_sat_f64_s`: Java's own cast.
  static int truncSatF64S(long bits) {
    return (int) Double.longBitsToDouble(bits);
  }

  /// `i32.trunc_sat_f64_u`
  static int truncSatF64U(long bits) {
    return truncSatU(Double.longBitsToDouble(bits));
  }

  /// A float widens to a double exactly, so one function serves both widths.
  private static int truncS(double value) {
    TrapSignal.trapIf(Double.isNaN(value), TrapCode.INVALID_CONVERSION);
    TrapSignal.trapIf(value <= -TWO_TO_31 - 1.0 || value >= TWO_TO_31, TrapCode.INTEGER_OVERFLOW);
    return (int) value;
  }

  private static int truncU(double value) {
    TrapSignal.trapIf(Double.isNaN(value), TrapCode.INVALID_CONVERSION);
    TrapSignal.trapIf(value <= -1.0 || value >= TWO_TO_32, TrapCode.INTEGER_OVERFLOW);
    return (int) (long) value;
  }

  private static int truncSatU(double value) {
    return (int) Math.clamp((long) value, 0L, TWO_TO_32 - 1);
  }
}
