package dev.wrt.engine;

/// The numeric instructions of type `f32` (Numerics, floating-point operations), by their
/// mnemonics: `f32.copysign` is {@link #copysign}. Operands and results are bit patterns.
///
/// Every NaN that an arithmetic instruction produces is the positive canonical one (deterministic
/// profile): {@link #bits} sees to that. `abs`, `neg` and `copysign` only touch the sign bit, of
/// NaNs too.
final class F32 {
  private static final int SIGN = Integer.MIN_VALUE;

  private F32() {}

  /// The value of a bit pattern.
  static float value(int bits) {
    return Float.intBitsToFloat(bits);
  }

  /// The bit pattern of a value, NaN made canonical.
  // [impl->req~engine-canonical-nan~1]
  static int bits(float value) {
    return Float.floatToIntBits(value);
  }

  /// `f32.abs`
  static int abs(int a) {
    return a & ~SIGN;
  }

  /// `f32.neg`
  static int neg(int a) {
    return a ^ SIGN;
  }

  /// `f32.copysign`
  static int copysign(int a, int b) {
    return (a & ~SIGN) | (b & SIGN);
  }

  /// `f32.ceil`
  static int ceil(int a) {
    return bits((float) Math.ceil(value(a)));
  }

  /// `f32.floor`
  static int floor(int a) {
    return bits((float) Math.floor(value(a)));
  }

  /// `f32.trunc`: toward zero, which keeps the sign of a zero.
  static int trunc(int a) {
    return a < 0 ? ceil(a) : floor(a);
  }

  /// `f32.nearest`: ties to even.
  static int nearest(int a) {
    return bits((float) Math.rint(value(a)));
  }

  /// `f32.sqrt`: correctly rounded, as a double has more than twice the bits of a float.
  static int sqrt(int a) {
    return bits((float) Math.sqrt(value(a)));
  }

  /// `f32.add`
  static int add(int a, int b) {
    return bits(value(a) + value(b));
  }

  /// `f32.sub`
  static int sub(int a, int b) {
    return bits(value(a) - value(b));
  }

  /// `f32.mul`
  static int mul(int a, int b) {
    return bits(value(a) * value(b));
  }

  /// `f32.div`
  static int div(int a, int b) {
    return bits(value(a) / value(b));
  }

  /// `f32.min`: -0 is less than +0, NaN wins, in Java as in WebAssembly.
  static int min(int a, int b) {
    return bits(Math.min(value(a), value(b)));
  }

  /// `f32.max`: +0 is more than -0, NaN wins, in Java as in WebAssembly.
  static int max(int a, int b) {
    return bits(Math.max(value(a), value(b)));
  }

  /// `f32.eq`
  static boolean eq(int a, int b) {
    return value(a) == value(b);
  }

  /// `f32.ne`
  static boolean ne(int a, int b) {
    return value(a) != value(b);
  }

  /// `f32.lt`
  static boolean lt(int a, int b) {
    return value(a) < value(b);
  }

  /// `f32.gt`
  static boolean gt(int a, int b) {
    return value(a) > value(b);
  }

  /// `f32.le`
  static boolean le(int a, int b) {
    return value(a) <= value(b);
  }

  /// `f32.ge`
  static boolean ge(int a, int b) {
    return value(a) >= value(b);
  }

  /// `f32.convert_i32_s`
  static int convertI32S(int a) {
    return bits((float) a);
  }

  /// `f32.convert_i32_u`
  static int convertI32U(int a) {
    return bits((float) Integer.toUnsignedLong(a));
  }

  /// `f32.convert_i64_s`
  static int convertI64S(long a) {
    return bits((float) a);
  }

  /// `f32.convert_i64_u`: above 2^63 half the value is converted and doubled; the bit shifted out
  /// is kept as a sticky bit, so that rounding is right.
  static int convertI64U(long a) {
    return bits(a >= 0 ? (float) a : (float) ((a >>> 1) | (a & 1)) * 2);
  }

  /// `f32.demote_f64`
  static int demoteF64(long a) {
    return bits((float) Double.longBitsToDouble(a));
  }
}
