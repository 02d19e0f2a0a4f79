package dev.wrt.embed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.Fault;
import dev.wrt.component.Linker;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Value.ListValue;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ValType;
import java.lang.reflect.Array;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NumbersTest {
  private static Object roundTrip(ValType wit, Class<?> java, Object value) {
    Binder binder =
        new Binder((resource, own, type, place) -> {
          throw Refusal.mismatch(place, "no resource", type.getName());
        });
    Conversion conversion = binder.bind(wit, java, "here");
    Passing passing = new Passing(new Callee.Direct(Samples.example("hello", new Linker())));
    return conversion.toJava(conversion.toWit(value, passing), passing);
  }

  // [utest->req~embed-number-arrays~1]
  // [utest->req~embed-values~1]
  @Test
  @DisplayName("Every type of number has an array, and a NaN becomes the canonical one")
  void arrays() {
    Map<PrimValType, Object> all =
        Map.of(
            PrimValType.S8, new byte[] {-1, 2},
            PrimValType.U8, new byte[] {-1, 2},
            PrimValType.S16, new short[] {-300, 2},
            PrimValType.U16, new short[] {-300, 2},
            PrimValType.S32, new int[] {-70_000, 2},
            PrimValType.U32, new int[] {-70_000, 2},
            PrimValType.S64, new long[] {-1L << 40, 2},
            PrimValType.U64, new long[] {-1L << 40, 2},
            PrimValType.F32, new float[] {-1.5f, Float.NaN},
            PrimValType.F64, new double[] {-1.5, Double.NaN});
    all.forEach((element, array) -> {
      Object back = roundTrip(new ValType.ListType(element), array.getClass(), array);
      assertEquals(array.getClass(), back.getClass());
      assertEquals(2, Array.getLength(back));
      for (int i = 0; i < 2; i++) {
        assertEquals(Array.get(array, i), Array.get(back, i));
      }
      assertEquals(
          2,
          Array.getLength(
              roundTrip(new ValType.FixedLengthListType(element, 2), array.getClass(), array)));
    });
    assertThrows(
        Refusal.class,
        () ->
            roundTrip(
                new ValType.FixedLengthListType(PrimValType.U8, 3), byte[].class, new byte[2]));
    NumberArray bytes = new NumberArray(PrimValType.U8);
    Passing passing = new Passing(new Callee.Direct(Samples.example("hello", new Linker())));
    Object unpacked =
        bytes.toJava(new ListValue(List.of(new Value.U8(1), new Value.U8(255))), passing);
    assertArrayEquals(new byte[] {1, -1}, (byte[]) unpacked);
  }

  // [utest->req~embed-integer-range~1]
  @Test
  @DisplayName("Integers are bits in the same width, checked numbers in a wider one")
  void ranges() {
    assertEquals((byte) -1, roundTrip(PrimValType.U8, byte.class, (byte) -1));
    assertEquals((short) 255, roundTrip(PrimValType.U8, short.class, (short) 255));
    assertEquals(-128, roundTrip(PrimValType.S8, int.class, -128));
    assertEquals(65_535L, roundTrip(PrimValType.U16, long.class, 65_535L));
    assertEquals(4_294_967_295L, roundTrip(PrimValType.U32, Long.class, 4_294_967_295L));
    BigInteger top = BigInteger.TWO.pow(64).subtract(BigInteger.ONE);
    assertEquals(top, roundTrip(PrimValType.U64, BigInteger.class, top));
    BigInteger low = BigInteger.TWO.pow(63).negate();
    assertEquals(low, roundTrip(PrimValType.S64, BigInteger.class, low));
    outOfRange(PrimValType.U8, short.class, (short) -1, "u8: 0 to 255");
    outOfRange(PrimValType.S16, int.class, 32_768, "s16: -32768 to 32767");
    outOfRange(PrimValType.U64, BigInteger.class, low, "u64: 0 to " + top);
    outOfRange(PrimValType.CHAR, int.class, 0xD800, "char: a Unicode scalar value");
  }

  private static void outOfRange(PrimValType wit, Class<?> java, Object value, String expected) {
    Refusal refusal = assertThrows(Refusal.class, () -> roundTrip(wit, java, value));
    Fault.CallFault fault = (Fault.CallFault) refusal.fault();
    assertEquals(EmbedCode.OUT_OF_RANGE, fault.code());
    assertEquals(expected, fault.expected());
  }
}
