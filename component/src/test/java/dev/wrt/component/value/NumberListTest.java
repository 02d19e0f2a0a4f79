package dev.wrt.component.value;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.nio.ByteBuffer;
import java.nio.ReadOnlyBufferException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Lists of numbers from and to Java's arrays.
// [utest->req~value-arrays~1]
class NumberListTest {
  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> fail(err.fault().toString());
    };
  }

  @Test
  @DisplayName("what is made from an array of any kind is given as the same array")
  void arrays() {
    short[] shorts = {0, 1, -1, Short.MIN_VALUE};
    int[] ints = {0, 1, -1, Integer.MAX_VALUE};
    long[] longs = {0, 1, -1, Long.MIN_VALUE};
    float[] floats = {0f, -0f, 1.5f, Float.NaN, Float.NEGATIVE_INFINITY};
    double[] doubles = {0, -0.0, 1e300, Double.NaN};
    assertArrayEquals(shorts, ok(NumberList.of(shorts).shorts()));
    assertArrayEquals(ints, ok(NumberList.of(ints).ints()));
    assertArrayEquals(longs, ok(NumberList.of(longs).longs()));
    assertArrayEquals(floats, ok(NumberList.of(floats).floats()));
    assertArrayEquals(doubles, ok(NumberList.of(doubles).doubles()));
    assertArrayEquals(shorts, ok(NumberList.unsigned(shorts).shorts()));
    assertArrayEquals(ints, ok(NumberList.unsigned(ints).ints()));
    assertArrayEquals(longs, ok(NumberList.unsigned(longs).longs()));
  }

  @Test
  @DisplayName("an array makes the list that its numbers make one by one")
  void elements() {
    assertEquals(
        new Value.ListValue(List.of(new Value.S8((byte) -1))), NumberList.signed((byte) -1));
    assertEquals(
        new Value.ListValue(List.of(new Value.U16(0xFFFF))), NumberList.unsigned((short) -1));
    assertEquals(
        new Value.ListValue(List.of(new Value.S16((short) -1))), NumberList.of((short) -1));
    assertEquals(new Value.ListValue(List.of(new Value.U32(-1))), NumberList.unsigned(-1));
    assertEquals(new Value.ListValue(List.of(new Value.U64(-1))), NumberList.unsigned(-1L));
    assertEquals(new Value.ListValue(List.of(new Value.F64(0.5))), NumberList.of(0.5));
    assertEquals(PrimValType.F32, NumberList.of(1f).element());
  }

  @Test
  @DisplayName("NaNs of an array become canonical")
  void canonicalNaNs() {
    NumberList floats = NumberList.of(Float.intBitsToFloat(0xFFC0_1234));
    NumberList doubles = NumberList.of(Double.longBitsToDouble(0xFFF8_0000_0000_1234L));
    assertEquals(0x7FC0_0000L, floats.bits(0));
    assertEquals(0x7FF8_0000_0000_0000L, doubles.bits(0));
  }

  @Test
  @DisplayName("numbers are asked for as what they are, within the list")
  void kinds() {
    assertThrows(Invariant.Violation.class, () -> NumberList.of(1L).ints());
    assertThrows(Invariant.Violation.class, () -> NumberList.of(1).floats());
    assertThrows(Invariant.Violation.class, () -> NumberList.of(1f).ints());
    assertThrows(Invariant.Violation.class, () -> NumberList.of(1).bits(1));
    assertThrows(Invariant.Violation.class, () -> ByteList.of().get(0));
  }

  @Test
  @DisplayName("the buffer of a list that owns its bytes is read-only, little-endian and no copy")
  void buffers() {
    byte[] bytes = {1, 0, 2, 0};
    ByteBuffer buffer = ok(new NumberList(PrimValType.U16, ByteList.owned(bytes)).bytes().buffer());
    assertEquals(2, buffer.asShortBuffer().get(1));
    bytes[2] = 3;
    assertEquals(3, buffer.asShortBuffer().get(1));
    assertThrows(ReadOnlyBufferException.class, () -> buffer.put(0, (byte) 9));
  }

  @Test
  @DisplayName("a view of a memory gives its numbers while it is open, and a fault afterwards")
  void views() {
    MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
    Verification level = new Verification(VerificationLevel.STANDARD, 1);
    int[] numbers = IntStream.range(0, 5_000).toArray();
    boolean[] open = {true};
    try (SafeMemory memory = ok(SafeMemory.create(budget, "memory", 65_536, 65_536, level))) {
      byte[] packed = ok(NumberList.of(numbers).bytes().bytes());
      ok(memory.write(8, packed, 0, packed.length));
      ByteList view = ByteList.view(ok(memory.slice(8, packed.length)), () -> open[0]);
      NumberList list = new NumberList(PrimValType.S32, view);
      assertArrayEquals(numbers, ok(list.ints()));
      assertEquals(new Value.S32(77), list.get(77));
      ByteBuffer copy = ok(view.buffer());
      open[0] = false;
      assertEquals(4_999, copy.asIntBuffer().get(4_999));
      assertTrue(list.ints() instanceof Result.Err);
      assertTrue(view.buffer() instanceof Result.Err);
    }
  }
}
