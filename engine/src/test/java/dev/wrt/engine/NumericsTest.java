package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/// Numeric semantics at their edges, against exact arithmetic.
class NumericsTest {
  private static final int CANONICAL_F32 = 0x7FC0_0000;
  private static final long CANONICAL_F64 = 0x7FF8_0000_0000_0000L;

  private static void assertTraps(TrapCode code, Executable action) {
    assertSame(code, assertThrows(TrapSignal.class, action).code);
  }

  @Test
  @DisplayName("Integer division traps by zero and on overflow; the remainder of -1 is 0")
  void division() {
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I32.divS(1, 0));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I32.divU(1, 0));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I32.remS(1, 0));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I32.remU(1, 0));
    assertTraps(TrapCode.INTEGER_OVERFLOW, () -> I32.divS(Integer.MIN_VALUE, -1));
    assertEquals(0, I32.remS(Integer.MIN_VALUE, -1));
    assertEquals(-3, I32.divS(-7, 2));
    assertEquals(-1, I32.remS(-7, 2));
    assertEquals(1, I32.divU(-1, -2));
    assertEquals(1, I32.remU(-1, -2));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I64.divS(1, 0));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I64.divU(1, 0));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I64.remS(1, 0));
    assertTraps(TrapCode.INTEGER_DIVIDE_BY_ZERO, () -> I64.remU(1, 0));
    assertTraps(TrapCode.INTEGER_OVERFLOW, () -> I64.divS(Long.MIN_VALUE, -1));
    assertEquals(0, I64.remS(Long.MIN_VALUE, -1));
    assertEquals(1, I64.divU(-1, -2));
    assertEquals(1, I64.remU(-1, -2));
  }

  @Test
  @DisplayName("Truncation takes what lies strictly between the neighbours of the range, not more")
  void truncation() {
    for (double value : edges()) {
      assertTruncation(value, 31, true, () -> (long) I32.truncF64S(bits(value)));
      assertTruncation(value, 32, false, () -> Integer.toUnsignedLong(I32.truncF64U(bits(value))));
      assertTruncation(value, 63, true, () -> I64.truncF64S(bits(value)));
      assertTruncation(value, 64, false, () -> I64.truncF64U(bits(value)));
      float narrow = (float) value;
      assertTruncation(narrow, 31, true, () -> (long) I32.truncF32S(bits(narrow)));
      assertTruncation(
          narrow, 32, false, () -> Integer.toUnsignedLong(I32.truncF32U(bits(narrow))));
      assertTruncation(narrow, 63, true, () -> I64.truncF32S(bits(narrow)));
      assertTruncation(narrow, 64, false, () -> I64.truncF32U(bits(narrow)));
    }
    assertTraps(TrapCode.INVALID_CONVERSION, () -> I32.truncF32S(CANONICAL_F32));
    assertTraps(TrapCode.INVALID_CONVERSION, () -> I64.truncF64U(CANONICAL_F64));
  }

  @Test
  @DisplayName("Saturating truncation gives the nearest integer of the range, and 0 for a NaN")
  void saturation() {
    for (double value : edges()) {
      assertEquals(clamped(value, 31, true), I32.truncSatF64S(bits(value)));
      assertEquals(
          clamped(value, 32, false), Integer.toUnsignedLong(I32.truncSatF64U(bits(value))));
      assertEquals(clamped(value, 63, true), I64.truncSatF64S(bits(value)));
      assertEquals(clamped(value, 64, false), I64.truncSatF64U(bits(value)));
      float narrow = (float) value;
      assertEquals(clamped(narrow, 31, true), I32.truncSatF32S(bits(narrow)));
      assertEquals(
          clamped(narrow, 32, false), Integer.toUnsignedLong(I32.truncSatF32U(bits(narrow))));
      assertEquals(clamped(narrow, 63, true), I64.truncSatF32S(bits(narrow)));
      assertEquals(clamped(narrow, 64, false), I64.truncSatF32U(bits(narrow)));
    }
    assertEquals(0, I32.truncSatF32U(CANONICAL_F32));
    assertEquals(0, I32.truncSatF64S(CANONICAL_F64));
    assertEquals(0, I64.truncSatF64U(CANONICAL_F64));
    assertEquals(0, I64.truncSatF32S(CANONICAL_F32));
  }

  @Test
  @DisplayName("An unsigned 64-bit integer is converted with one rounding")
  void convertUnsigned() {
    Random random = new Random(64);
    for (int i = 0; i < 20_000; i++) {
      long value = random.nextLong() >>> random.nextInt(64);
      long near = value | (random.nextBoolean() ? 1 : 0);
      BigInteger exact = new BigInteger(Long.toUnsignedString(near));
      assertEquals(exact.doubleValue(), F64.value(F64.convertI64U(near)));
      assertEquals(exact.floatValue(), F32.value(F32.convertI64U(near)));
    }
    assertEquals(0x1p64, F64.value(F64.convertI64U(-1)));
    assertEquals(4294967295.0, F64.value(F64.convertI32U(-1)));
    assertEquals(0x1p32f, F32.value(F32.convertI32U(-1)));
  }

  // [utest->req~engine-canonical-nan~1]
  @Test
  @DisplayName("Every NaN that arithmetic gives is canonical; sign instructions keep its payload")
  void nans() {
    int[] narrow = {0x7F80_0001, 0xFFC0_0001, 0x7FFF_FFFF};
    for (int nan : narrow) {
      assertEquals(CANONICAL_F32, F32.add(nan, 0));
      assertEquals(CANONICAL_F32, F32.min(nan, 0));
      assertEquals(CANONICAL_F32, F32.max(0, nan));
      assertEquals(CANONICAL_F32, F32.sqrt(nan));
      assertEquals(CANONICAL_F32, F32.nearest(nan));
      assertEquals(CANONICAL_F32, F32.trunc(nan));
      assertEquals(CANONICAL_F64, F64.promoteF32(nan));
      assertEquals(nan ^ 0x8000_0000, F32.neg(nan));
      assertEquals(nan & 0x7FFF_FFFF, F32.abs(nan));
      assertEquals(nan | 0x8000_0000, F32.copysign(nan, -1));
    }
    long[] wide = {0x7FF0_0000_0000_0001L, 0xFFF8_0000_0000_0001L};
    for (long nan : wide) {
      assertEquals(CANONICAL_F64, F64.div(nan, nan));
      assertEquals(CANONICAL_F64, F64.max(nan, 0));
      assertEquals(CANONICAL_F64, F64.floor(nan));
      assertEquals(CANONICAL_F32, F32.demoteF64(nan));
      assertEquals(nan ^ Long.MIN_VALUE, F64.neg(nan));
    }
    assertEquals(CANONICAL_F64, F64.sub(bits(1.0 / 0), bits(1.0 / 0)));
    assertEquals(CANONICAL_F64, F64.sqrt(bits(-1.0)));
  }

  @Test
  @DisplayName("Rounding to an integer keeps the sign of zero, and halves go to even")
  void rounding() {
    assertEquals(bits(-0.0), F64.trunc(bits(-0.7)));
    assertEquals(bits(0.0), F64.trunc(bits(0.7)));
    assertEquals(bits(-0.0), F64.nearest(bits(-0.5)));
    assertEquals(bits(2.0), F64.nearest(bits(2.5)));
    assertEquals(bits(-2.0f), F32.nearest(bits(-1.5f)));
    assertEquals(bits(-0.0f), F32.ceil(bits(-0.9f)));
    assertEquals(bits(-1.0f), F32.floor(bits(-0.1f)));
    assertEquals(bits(-0.0f), F32.trunc(bits(-0.9f)));
    assertEquals(bits(-0.0), F64.min(bits(0.0), bits(-0.0)));
    assertEquals(bits(0.0), F64.max(bits(0.0), bits(-0.0)));
  }

  private static double[] edges() {
    double[] edges = new double[80];
    int n = 0;
    for (int power : new int[] {0, 31, 32, 63, 64}) {
      double edge = Math.scalb(1.0, power);
      double[] near = {
        edge,
        Math.nextUp(edge),
        Math.nextDown(edge),
        edge - 1,
        edge + 1,
        edge - 0.5,
        edge + 0.5,
        edge - 1.5
      };
      for (double value : near) {
        edges[n++] = value;
        edges[n++] = -value;
      }
    }
    return edges;
  }

  private static void assertTruncation(
      double value, int bits, boolean signed, java.util.function.LongSupplier action) {
    BigInteger exact = new BigDecimal(value).toBigInteger();
    BigInteger high = BigInteger.ONE.shiftLeft(bits);
    BigInteger low = signed ? high.negate() : BigInteger.ZERO;
    if (exact.compareTo(low) >= 0 && exact.compareTo(high) < 0) {
      assertEquals(exact.longValue(), action.getAsLong(), value + " to " + bits);
    } else {
      assertTraps(TrapCode.INTEGER_OVERFLOW, action::getAsLong);
    }
  }

  private static long clamped(double value, int bits, boolean signed) {
    BigInteger high = BigInteger.ONE.shiftLeft(bits);
    BigInteger low = signed ? high.negate() : BigInteger.ZERO;
    BigInteger exact = new BigDecimal(value).toBigInteger();
    return exact.max(low).min(high.subtract(BigInteger.ONE)).longValue();
  }

  private static long bits(double value) {
    return Double.doubleToRawLongBits(value);
  }

  private static int bits(float value) {
    return Float.floatToRawIntBits(value);
  }
}
