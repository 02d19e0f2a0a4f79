package dev.wrt.engine;

/// The numeric instructions of type `f64` (Numerics, floating-point operations), by their
/// mnemonics: `f64.copysign` is {@link #copysign}. Operands and results are bit patterns.
///
/// Every NaN that an arithmetic instruction produces is the positive canonical one (deterministic
/// profile): {@link #bits} sees to that. `abs`, `neg` and `copysign` only touch the sign bit, of
/// NaNs too.
final class F64 {
  private static final long SIGN = Long.MIN_VALUE;

  private F64() {}

  /// The value of a bit pattern.
  static double value(long bits) {
    return Double.longBitsToDouble(bits);
  }

  /// The bit pattern of a value, NaN made canonical.
  // [impl->req~engine-canonical-nan~1]
  static long bits(double value) {
    return Double.doubleToLongBits(value);
  }

  /// `f64.abs`
  static long abs(long a) {
    return a & ~SIGN;
  }

  /// `f64.neg`
  static long neg(long a) {
    return a ^ SIGN;
  }

  /// `f64.copysign`
  static long copysign(long a, long b) {
    return (a & ~SIGN) | (b & SIGN);
  }

  /// `f64.ceil`
  static long ceil(long a) {
    return bits(Math.ceil(value(a)));
  }

  /// `f64.floor`
  static long floor(long a) {
    return bits(Math.floor(value(a)));
  }

  /// `f64.trunc`: toward zero, which keeps the sign of a zero.
  static long trunc(long a) {
    return a < 0 ? ceil(a) : floor(a);
  }

  /// `f64.nearest`: ties to even.
  static long nearest(long a) {
    return bits(Math.rint(value(a)));
  }

  /// `f64.sqrt`
  static long sqrt(long a) {
    return bits(Math.sqrt(value(a)));
  }

  /// `f64.add`
  static long add(long a, long b) {
    return bits(value(a) + value(b));
  }

  /// `f64.sub`
  static long sub(long a, long b) {
    return bits(value(a) - value(b));
  }

  /// `f64.mul`
  static long mul(long a, long b) {
    return bits(value(a) * value(b));
  }

  /// `f64.div`
  static long div(long a, long b) {
    return bits(value(a) / value(b));
  }

  /// `f64.min`: -0 is less than +0, NaN wins, in Java as in WebAssembly.
  static long min(long a, long b) {
    return bits(Math.min(value(a), value(b)));
  }

  /// `f64.max`: +0 is more than -0, NaN wins, in Java as in WebAssembly.
  static long max(long a, long b) {
    return bits(Math.max(value(a), value(b)));
  }

  /// `f64.eq`
  static boolean eq(long a, long b) {
    return value(a) == value(b);
  }

  /// `f64.ne`
  static boolean ne(long a, long b) {
    return value(a) != value(b);
  }

  /// `f64.lt`
  static boolean lt(long a, long b) {
    return value(a) < value(b);
  }

  /// `f64.gt`
  static boolean gt(long a, long b) {
    return value(a) > value(b);
  }

  /// `f64.le`
  static boolean le(long a, long b) {
    return value(a) <= value(b);
  }

  /// `f64.ge`
  static boolean ge(long a, long b) {
    return value(a) >= value(b);
  }

  /// `f64.convert_i32_s`
  static long convertI32S(int a) {
    return bits((double) a);
  }

  /// `f64.convert_i32_u`
  static long convertI32U(int a) {
    return bits((double) Integer.toUnsignedLong(a));
  }

  /// `f64.convert_i64_s`
  static long convertI64S(long a) {
    return bits((double) a);
  }

  /// `f64.convert_i64_u`: above 2^63 half the value is converted and doubled; the bit shifted out
  /// is kept as a sticky bit, so that rounding is right.
  static long convertI64U(long a) {
    return bits(a >= 0 ? (double) a : (double) ((a >>> 1) | (a & 1)) * 2);
  }

  /// `f64.promote_f32`
  static long promoteF32(int a) {
    return bits(Float.intBitsToFloat(a));
  }
}
