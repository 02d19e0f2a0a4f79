package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Vector semantics of integers, whose lanes are computed together, against one lane at a time.
class VectorsTest {
  /// An instruction as the specification defines it: of one lane, given sign-extended.
  record Lane(String name, LongBinaryOperator function) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Lane> lanewise() {
    return Stream.of(
        new Lane("eq", (x, y) -> x == y ? -1 : 0),
        new Lane("ne", (x, y) -> x != y ? -1 : 0),
        new Lane("ltS", (x, y) -> x < y ? -1 : 0),
        new Lane("gtS", (x, y) -> x > y ? -1 : 0),
        new Lane("leS", (x, y) -> x <= y ? -1 : 0),
        new Lane("geS", (x, y) -> x >= y ? -1 : 0),
        new Lane("ltU", (x, y) -> Long.compareUnsigned(x, y) < 0 ? -1 : 0),
        new Lane("gtU", (x, y) -> Long.compareUnsigned(x, y) > 0 ? -1 : 0),
        new Lane("leU", (x, y) -> Long.compareUnsigned(x, y) <= 0 ? -1 : 0),
        new Lane("geU", (x, y) -> Long.compareUnsigned(x, y) >= 0 ? -1 : 0),
        new Lane("add", (x, y) -> x + y),
        new Lane("sub", (x, y) -> x - y),
        new Lane("mul", (x, y) -> x * y),
        new Lane("abs", (x, y) -> Math.abs(x)),
        new Lane("neg", (x, y) -> -x),
        new Lane("minS", Math::min),
        new Lane("maxS", Math::max),
        new Lane("minU", (x, y) -> Long.compareUnsigned(x, y) < 0 ? x : y),
        new Lane("maxU", (x, y) -> Long.compareUnsigned(x, y) > 0 ? x : y));
  }

  /// An instruction that needs the width: (x, y, bits), x and y sign-extended.
  interface Sized {
    long apply(long x, long y, int bits);
  }

  record SizedLane(String name, Sized function) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<SizedLane> sized() {
    return Stream.of(
        new SizedLane("addSatS", (x, y, n) -> saturateS(x + y, n)),
        new SizedLane("subSatS", (x, y, n) -> saturateS(x - y, n)),
        new SizedLane("addSatU", (x, y, n) -> saturateU(unsigned(x, n) + unsigned(y, n), n)),
        new SizedLane("subSatU", (x, y, n) -> saturateU(unsigned(x, n) - unsigned(y, n), n)),
        new SizedLane("avgrU", (x, y, n) -> (unsigned(x, n) + unsigned(y, n) + 1) / 2),
        new SizedLane("q15mulrSatS", (x, y, n) -> saturateS((x * y + 0x4000) >> 15, n)),
        new SizedLane("relaxedQ15mulrS", (x, y, n) -> saturateS((x * y + 0x4000) >> 15, n)),
        new SizedLane("popcnt", (x, y, n) -> Long.bitCount(unsigned(x, n))));
  }

  private static long unsigned(long x, int bits) {
    return x & (1L << bits) - 1;
  }

  private static long saturateS(long x, int bits) {
    long max = (1L << bits - 1) - 1;
    return Math.clamp(x, -max - 1, max);
  }

  private static long saturateU(long x, int bits) {
    return Math.clamp(x, 0, (1L << bits) - 1);
  }

  // [utest->req~engine-vectors~1]
  @ParameterizedTest(name = "{0} of all lanes together is that of each lane")
  @MethodSource("lanewise")
  void lanewise(Lane lane) {
    int shapes = check(lane.name(), (x, y, bits) -> lane.function().applyAsLong(x, y));
    assertTrue(shapes >= 2, "shapes with " + lane.name());
  }

  // [utest->req~engine-vectors~1]
  @ParameterizedTest(name = "{0} of all lanes together is that of each lane")
  @MethodSource("sized")
  void sized(SizedLane lane) {
    assertTrue(check(lane.name(), lane.function()) >= 1, "shapes with " + lane.name());
  }

  private static int check(String name, Sized expected) {
    int shapes = 0;
    Class<?>[] classes = {I8x16.class, I16x8.class, I32x4.class, I64x2.class};
    for (Class<?> shape : classes) {
      Method method = method(shape, name);
      if (method != null) {
        int bits = 8 << shapes(classes, shape);
        halves((x, y) -> assertEquals(each(expected, x, y, bits), call(method, x, y), name));
        shapes++;
      }
    }
    return shapes;
  }

  private static int shapes(Class<?>[] classes, Class<?> shape) {
    return Arrays.asList(classes).indexOf(shape);
  }

  private static Method method(Class<?> shape, String name) {
    return Arrays.stream(shape.getDeclaredMethods())
        .filter(m -> m.getName().equals(name))
        .findAny()
        .orElse(null);
  }

  private static long call(Method method, long x, long y) {
    try {
      return (long)
          (method.getParameterCount() == 1 ? method.invoke(null, x) : method.invoke(null, x, y));
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(method.toString(), e);
    }
  }

  private static long each(Sized function, long x, long y, int bits) {
    long result = 0;
    for (int at = 0; at < 64; at += bits) {
      long lane = function.apply(signed(x >>> at, bits), signed(y >>> at, bits), bits);
      result |= (bits == 64 ? lane : unsigned(lane, bits)) << at;
    }
    return result;
  }

  private static long signed(long x, int bits) {
    return x << 64 - bits >> 64 - bits;
  }

  interface Halves {
    void accept(long x, long y);
  }

  /// Pairs of halves of lanes that are edges of some width, beside lanes that could make a carry.
  private static void halves(Halves action) {
    Random random = new Random(128);
    for (int i = 0; i < 20_000; i++) {
      action.accept(half(random), half(random));
    }
  }

  private static long half(Random random) {
    int bits = 8 << random.nextInt(4);
    long half = 0;
    for (int at = 0; at < 64; at += bits) {
      half = half << bits - 1 << 1 | lane(random, bits);
    }
    return half;
  }

  private static long lane(Random random, int bits) {
    long all = -1L >>> 64 - bits;
    return all
        & switch (random.nextInt(8)) {
          case 0 -> 0;
          case 1 -> -1;
          case 2 -> 1L << bits - 1;
          case 3 -> (1L << bits - 1) - 1;
          case 4 -> 1;
          case 5 -> (1L << bits - 1) + 1;
          default -> random.nextLong();
        };
  }

  // [utest->req~engine-vectors~1]
  @Test
  @DisplayName("A shift takes its count modulo the width of the lanes and stays in them")
  void shifts() {
    halves((x, y) -> {
      int count = (int) y;
      assertEquals(shifted(x, 8, (lane, n) -> lane << n, count), I8x16.shl(x, count));
      assertEquals(shifted(x, 16, (lane, n) -> lane << n, count), I16x8.shl(x, count));
      assertEquals(shifted(x, 32, (lane, n) -> lane << n, count), I32x4.shl(x, count));
      assertEquals(shifted(x, 8, (lane, n) -> lane >> n, count), I8x16.shrS(x, count));
      assertEquals(shifted(x, 16, (lane, n) -> lane >> n, count), I16x8.shrS(x, count));
      assertEquals(shifted(x, 32, (lane, n) -> lane >> n, count), I32x4.shrS(x, count));
      assertEquals(shifted(x, 8, (lane, n) -> unsigned(lane, 8) >> n, count), I8x16.shrU(x, count));
      assertEquals(
          shifted(x, 16, (lane, n) -> unsigned(lane, 16) >> n, count), I16x8.shrU(x, count));
      assertEquals(
          shifted(x, 32, (lane, n) -> unsigned(lane, 32) >> n, count), I32x4.shrU(x, count));
    });
  }

  private static long shifted(long x, int bits, LongBinaryOperator shift, int count) {
    int modulo = Math.floorMod(count, bits);
    return each((lane, y, n) -> shift.applyAsLong(lane, modulo), x, 0, bits);
  }

  // [utest->req~engine-vectors~1]
  @Test
  @DisplayName("Widening and narrowing between bytes and pairs of bytes keeps or clamps each lane")
  void widths() {
    halves((x, y) -> {
      for (int lane = 0; lane < 8; lane++) {
        long wide = lane < 4 ? I16x8.extendLowI8x16S(x, 0) : I16x8.extendLowI8x16S(x, 1);
        long zero = lane < 4 ? I16x8.extendHighI8x16U(x, 0) : I16x8.extendHighI8x16U(x, 1);
        assertEquals((byte) (x >>> lane * 8), (short) (wide >>> lane * 16));
        assertEquals((x >>> lane * 8) & 0xFF, (zero >>> lane * 16) & 0xFFFF);
        long pair = signed((lane < 4 ? x : y) >>> lane * 16, 16);
        long narrowS = I8x16.narrowI16x8S(x, y) >>> lane * 8;
        long narrowU = I8x16.narrowI16x8U(x, y) >>> lane * 8;
        assertEquals(saturateS(pair, 8), (byte) narrowS);
        assertEquals(saturateU(pair, 8), narrowU & 0xFF);
      }
    });
  }

  // [utest->req~engine-vectors-relaxed~1]
  @Test
  @DisplayName("Relaxed instructions have the meaning of the deterministic profile")
  void relaxed() {
    long least = I8x16.splat(-128);
    assertEquals(I16x8.splat(0x7FFF), I16x8.relaxedDotI8x16I7x16S(least, least));
    assertEquals(I32x4.splat(0xFFFF), I32x4.relaxedDotI8x16I7x16AddS(least, least, I32x4.splat(1)));
    assertEquals(
        I16x8.splat(0x7FFF), I16x8.relaxedQ15mulrS(I16x8.splat(-32768), I16x8.splat(-32768)));
    assertEquals(0, I8x16.relaxedSwizzle(-1, -1, I8x16.splat(16)));
    assertEquals(I32x4.splat(0), I32x4.relaxedTruncF32x4U(F32x4.splat(F32.bits(-5))));
    assertEquals(I32x4.splat(-1), I32x4.relaxedTruncF32x4U(F32x4.splat(F32.bits(1e10f))));
    assertEquals(0x1234, I16x8.relaxedLaneselect(0x1200, 0x0034, 0xFF00));
    int a = F32.bits(1 + 0x1p-12f);
    int twice = F32.add(F32.mul(a, a), F32.bits(-1));
    assertEquals(
        F32x4.splat(twice),
        F32x4.relaxedMadd(F32x4.splat(a), F32x4.splat(a), F32x4.splat(F32.bits(-1))));
    assertEquals(
        F32x4.splat(F32.neg(twice)),
        F32x4.relaxedNmadd(F32x4.splat(a), F32x4.splat(a), F32x4.splat(F32.bits(1))));
    assertEquals(F64x2.min(F64.bits(Double.NaN), 0), F64x2.relaxedMin(F64.bits(Double.NaN), 0));
  }
}
