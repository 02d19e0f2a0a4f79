package dev.wrt.decoder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The reader's numbers, names and its sticky fault.
// [utest->req~decoder-grammar~1]
final class ByteReaderTest {
  private final MemoryBudget budget = MemoryBudget.root("test", 1_000);

  private ByteReader reader(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return new ByteReader(bytes, 0, bytes.length, new Storage(budget));
  }

  private static long read(String kind, ByteReader reader) {
    ToLongFunction<ByteReader> read =
        switch (kind) {
          case "u32" -> r -> Integer.toUnsignedLong(r.u32());
          case "u64" -> ByteReader::u64;
          case "s7" -> ByteReader::s7;
          case "s32" -> ByteReader::s32;
          case "s33" -> ByteReader::s33;
          case "s64" -> ByteReader::s64;
          case "fixed32" -> ByteReader::fixed32;
          default -> ByteReader::fixed64;
        };
    return read.applyAsLong(reader);
  }

  @ParameterizedTest
  @CsvSource({
    "u32, 00, 0",
    "u32, 7f, 127",
    "u32, 8001, 128",
    "u32, 8080808000, 0",
    "u32, ffffffff0f, 4294967295",
    "u64, ffffffffffffffffff01, -1",
    "u64, 80808080808080808001, -9223372036854775808",
    "s7, 7f, 127",
    "s32, 7f, -1",
    "s32, 3f, 63",
    "s32, 40, -64",
    "s32, ffffffff07, 2147483647",
    "s32, 8080808078, -2147483648",
    "s32, ffffffff7f, -1",
    "s33, ffffffff0f, 4294967295",
    "s33, 8080808070, -4294967296",
    "s64, ffffffffffffffffff00, 9223372036854775807",
    "s64, 8080808080808080807f, -9223372036854775808",
    "fixed32, 78563412, 305419896",
    "fixed64, efcdab8967452301, 81985529216486895"
  })
  @DisplayName("a number of the grammar is read with its value, to its last byte")
  void numbers(String kind, String hex, long value) {
    ByteReader reader = reader(hex);
    assertEquals(value, read(kind, reader));
    assertTrue(reader.ok());
    assertEquals(0, reader.remaining());
  }

  @ParameterizedTest
  @CsvSource({
    "u32, ffffffff10, INTEGER_TOO_LARGE, 4",
    "u32, 808080808000, INTEGER_TOO_LONG, 5",
    "u32, 8080, UNEXPECTED_END, 2",
    "u64, 80808080808080808002, INTEGER_TOO_LARGE, 9",
    "u64, 8080808080808080808000, INTEGER_TOO_LONG, 10",
    "s7, 8000, INTEGER_TOO_LONG, 1",
    "s32, ffffffff0f, INTEGER_TOO_LARGE, 4",
    "s32, 8080808070, INTEGER_TOO_LARGE, 4",
    "s32, 808080808000, INTEGER_TOO_LONG, 5",
    "s33, ffffffff1f, INTEGER_TOO_LARGE, 4",
    "s33, 808080808000, INTEGER_TOO_LONG, 5",
    "s64, ffffffffffffffffff01, INTEGER_TOO_LARGE, 9",
    "s64, 8080808080808080808000, INTEGER_TOO_LONG, 10",
    "s64, '', UNEXPECTED_END, 0",
    "fixed32, 000000, UNEXPECTED_END, 3",
    "fixed64, 00000000000000, UNEXPECTED_END, 7"
  })
  @DisplayName("a number outside of the grammar is a fault at its offset, and reads as 0")
  void badNumbers(String kind, String hex, DecoderCode code, long offset) {
    ByteReader reader = reader(hex);
    assertEquals(0, read(kind, reader));
    assertEquals(new Fault.MalformedFault(code, offset, ""), reader.fault());
  }

  @Test
  @DisplayName("after a fault every number is 0, every name empty, and the first fault stays")
  void sticky() {
    ByteReader reader = reader("05010203040506");
    reader.malformed(DecoderCode.BAD_MAGIC, 0, "");
    reader.invalid(DecoderCode.UNKNOWN_TYPE, 1, "7");
    assertEquals(0, reader.u8() + reader.u32() + reader.u64() + reader.s33() + reader.length());
    assertEquals(-1, reader.peek());
    assertEquals("", reader.name(10));
    assertEquals(0, reader.count("types", 10, 8));
    reader.seek(0);
    assertEquals(0, reader.remaining());
    assertEquals(DecoderCode.BAD_MAGIC, reader.fault().code());
    assertFalse(reader.ok());
  }

  @Test
  @DisplayName("a count is checked against the bytes, the limit and the budget, in this order")
  void counts() {
    assertEquals(2, reader("020000").count("types", 2, 8));
    assertEquals(16, budget.reservedBytes());

    ByteReader bytes = reader("040000");
    assertEquals(0, bytes.count("types", 2, 8));
    assertEquals(DecoderCode.LENGTH_OUT_OF_BOUNDS, bytes.fault().code());

    ByteReader end = reader("030000");
    assertEquals(0, end.count("types", 2, 8));
    assertEquals(DecoderCode.UNEXPECTED_END, end.fault().code());

    ByteReader limit = reader("03000000");
    assertEquals(0, limit.count("types", 2, 8));
    assertEquals(new Fault.LimitFault(DecoderCode.LIMIT_EXCEEDED, "types", 3, 2), limit.fault());

    ByteReader storage = reader("020000");
    assertEquals(0, storage.count("types", 2, 1_000));
    assertEquals(BoundedCode.BUDGET_EXHAUSTED, storage.fault().code());
    assertEquals(16, budget.reservedBytes());
  }

  @Test
  @DisplayName("a name is read within its limit, its storage reserved")
  void names() {
    ByteReader reader = reader("03e282ac0161");
    assertEquals("€", reader.name(3));
    assertEquals("a", reader.name(3));
    assertNull(reader.fault());
    assertTrue(budget.reservedBytes() > 0);

    ByteReader longer = reader("03e282ac");
    assertEquals("", longer.name(2));
    assertEquals("nameBytes", ((Fault.LimitFault) longer.fault()).limit());

    ByteReader cut = reader("02e282");
    assertEquals("", cut.name(3));
    assertEquals(new Fault.MalformedFault(DecoderCode.MALFORMED_UTF8, 0, ""), cut.fault());
  }

  @Test
  @DisplayName("UTF-8 is judged as by the Java decoder, on every pair of bytes and on random ones")
  void utf8() {
    for (int pair = 0; pair < 0x10000; pair++) {
      assertUtf8(new byte[] {(byte) (pair >> 8), (byte) pair});
      assertUtf8(new byte[] {(byte) (pair >> 8), (byte) pair, (byte) 0x80});
      assertUtf8(new byte[] {(byte) (pair >> 8), (byte) pair, (byte) 0xBF, (byte) 0x80});
    }
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      byte[] bytes = new byte[random.nextInt(6)];
      random.nextBytes(bytes);
      assertUtf8(bytes);
    }
  }

  private static void assertUtf8(byte[] bytes) {
    String decoded = new String(bytes, StandardCharsets.UTF_8);
    boolean valid = java.util.Arrays.equals(decoded.getBytes(StandardCharsets.UTF_8), bytes);
    assertEquals(valid, Utf8.valid(bytes, 0, bytes.length), () -> HexFormat.of().formatHex(bytes));
  }
}
