package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Views of a memory.
class SafeSliceTest {
  private static final int SIZE = 9000;

  private static SafeMemory written(VerificationLevel level) {
    SafeMemory m = Given.memory(level, SIZE);
    Given.ok(m.write(0, Given.pattern(SIZE), 0, SIZE));
    Given.ok(m.verifyTouched());
    return m;
  }

  // [utest->req~memory-slice~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("A slice reads and writes its bytes of the memory")
  void readsAndWritesItsBytes(VerificationLevel level) {
    SafeMemory m = written(level);
    SafeSlice slice = Given.ok(m.writableSlice(4000, 300));
    assertEquals(300, slice.length());
    assertTrue(slice.isOpen());
    assertTrue(slice.writable());
    byte[] read = new byte[12];
    Given.ok(slice.read(290, read, 1, 10));
    assertArrayEquals(
        Arrays.copyOfRange(Given.pattern(SIZE), 4290, 4300), Arrays.copyOfRange(read, 1, 11));
    Given.ok(slice.write(297, new byte[] {9, 1, 2, 3}, 1, 3));
    assertEquals(0x03_0201, m.load32(4297) & 0xFF_FFFF);
    assertEquals(m.load8(4300), Given.pattern(SIZE)[4300] & 0xFF);
    Given.ok(m.verifyAll());
  }

  // [utest->req~memory-slice~1]
  @ParameterizedTest
  @CsvSource({"-1, 1", "0, 11", "10, 1", "11, 0", "0, -1", "2147483647, 2147483647"})
  @DisplayName("Nothing beyond a slice is reached, though the memory goes on")
  void nothingBeyondIsReached(int from, int count) {
    SafeSlice slice = Given.ok(written(VerificationLevel.STANDARD).writableSlice(100, 10));
    Fault expected = new Fault.MemoryFault(MemoryCode.OUT_OF_BOUNDS, from, count, 10);
    assertEquals(expected, Given.fault(slice.read(from, new byte[20], 0, count)));
    assertEquals(expected, Given.fault(slice.write(from, new byte[20], 0, count)));
    Given.ok(slice.read(10, new byte[0], 0, 0));
    Given.ok(slice.write(0, new byte[20], 0, 10));
  }

  // [utest->req~memory-slice~1]
  @Test
  @DisplayName("A read-only slice refuses to write")
  void readOnlyRefusesWrites() {
    SafeMemory m = written(VerificationLevel.STANDARD);
    SafeSlice slice = Given.ok(m.slice(100, 10));
    assertFalse(slice.writable());
    assertEquals(
        new Fault.MemoryFault(MemoryCode.READ_ONLY, 2, 3, 10),
        Given.fault(slice.write(2, new byte[3], 0, 3)));
    assertArrayEquals(Given.pattern(SIZE), m.plain());
  }

  // [utest->req~memory-closed~1]
  @Test
  @DisplayName("A closed slice refuses everything")
  void closedRefuses() {
    SafeMemory m = written(VerificationLevel.STANDARD);
    SafeSlice slice = Given.ok(m.writableSlice(100, 10));
    slice.close();
    slice.close();
    assertFalse(slice.isOpen());
    Fault expected = new Fault.MemoryFault(MemoryCode.CLOSED, 2, 3, 0);
    assertEquals(expected, Given.fault(slice.read(2, new byte[3], 0, 3)));
    assertEquals(expected, Given.fault(slice.write(2, new byte[3], 0, 3)));
    assertEquals(MemoryCode.CLOSED, Given.fault(slice.digest()).code());
    assertEquals(MemoryCode.CLOSED, Given.fault(slice.copyTo(m, 0)).code());
  }

  // [utest->req~memory-slice~1]
  @Test
  @DisplayName("A slice stays right when the memory grows")
  void survivesGrowth() {
    SafeMemory m = written(VerificationLevel.FULL);
    SafeSlice slice = Given.ok(m.writableSlice(SIZE - 4, 4));
    Given.ok(m.grow(3 * SIZE));
    Given.ok(slice.write(0, new byte[] {1, 2, 3, 4}, 0, 4));
    assertEquals(0x0403_0201, m.load32(SIZE - 4));
    Given.ok(m.verifyAll());
  }

  // [utest->req~memory-slice~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("Opening a slice verifies its blocks from STANDARD on, and no others")
  void openingVerifies(VerificationLevel level) {
    SafeMemory m = written(level);
    long before = m.metrics().verifiedBlocks();
    m.plain()[8500] ^= 1;
    m.plain()[8504] ^= 1;
    Given.ok(m.slice(4095, 2));
    boolean verifies = level.includes(VerificationLevel.STANDARD);
    assertEquals(before + (verifies ? 2 : 0), m.metrics().verifiedBlocks());
    if (verifies) {
      Fault fault = Given.fault(m.slice(8999, 1));
      assertEquals(m.fault(), fault);
      assertFalse(m.intact());
    } else {
      Given.ok(m.slice(8999, 1));
    }
  }

  // [utest->req~memory-slice~1]
  @ParameterizedTest
  @EnumSource
  @DisplayName("A slice is copied to another memory and within its own, overlapping")
  void isCopied(VerificationLevel level) {
    SafeMemory m = written(level);
    SafeMemory other = Given.memory(level, SIZE);
    SafeSlice slice = Given.ok(m.slice(100, 5000));
    Given.ok(slice.copyTo(other, 7));
    assertArrayEquals(
        Arrays.copyOfRange(Given.pattern(SIZE), 100, 5100),
        Arrays.copyOfRange(other.plain(), 7, 5007));
    Given.ok(slice.copyTo(m, 101));
    assertArrayEquals(
        Arrays.copyOfRange(Given.pattern(SIZE), 100, 5100),
        Arrays.copyOfRange(m.plain(), 101, 5101));
    assertEquals(MemoryCode.OUT_OF_BOUNDS, Given.fault(slice.copyTo(other, SIZE - 4999)).code());
    Given.ok(m.verifyAll());
    Given.ok(other.verifyAll());
  }

  // [utest->req~memory-slice-digest~1]
  @Test
  @DisplayName("The digest is the CRC-32C of the bytes in view, the same as of a true copy")
  void digestIsCrc32c() {
    SafeMemory m = Given.memory(VerificationLevel.STANDARD, 100);
    byte[] check = "123456789".getBytes(StandardCharsets.US_ASCII);
    Given.ok(m.write(40, check, 0, 9));
    long digest = Given.ok(Given.ok(m.slice(40, 9)).digest());
    assertEquals(0xE306_9283L, digest);
    assertEquals(digest, SafeSlice.digestOf(m.plain(), 40, 9));
    check[3] ^= 1;
    assertFalse(digest == SafeSlice.digestOf(check, 0, 9));
  }

  // [utest->req~memory-slice-digest~1]
  @Test
  @DisplayName("At FULL the digest is not taken from wrong bytes")
  void digestIsVerified() {
    SafeMemory m = written(VerificationLevel.FULL);
    SafeSlice slice = Given.ok(m.slice(40, 9));
    m.plain()[48] ^= 1;
    assertEquals(MemoryCode.MIRROR_MISMATCH, Given.fault(slice.digest()).code());
  }

  // [utest->req~memory-touched-blocks~1]
  @Test
  @DisplayName("Taking the digest touches the blocks in view")
  void digestTouches() {
    SafeMemory m = written(VerificationLevel.STANDARD);
    Given.ok(Given.ok(m.slice(4095, 2)).digest());
    assertEquals(2, m.metrics().touchedBlocks());
  }
}
