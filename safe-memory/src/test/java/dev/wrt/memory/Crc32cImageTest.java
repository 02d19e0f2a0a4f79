package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checksums of immutable areas.
class Crc32cImageTest {
  private static Crc32cImage image(byte[] bytes) {
    return Given.ok(Crc32cImage.create(Given.budget(), "code", bytes));
  }

  // [utest->req~memory-image~1]
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 511, 512, 1023, 1024, 1199})
  @DisplayName("A flipped bit is found in its block, in the partial last one too")
  void flippedBitIsFound(int at) {
    byte[] bytes = Given.pattern(1200);
    Crc32cImage image = image(bytes);
    assertEquals("code", image.area());
    assertEquals(3, image.blocks());
    Given.ok(image.verifyAll());
    assertEquals(3, image.verifiedBlocks());
    int block = at / 512;
    long expected = (int) SafeSlice.digestOf(bytes, 512 * block, Math.min(512, 1200 - 512 * block));
    bytes[at] ^= 1;
    long found = (int) SafeSlice.digestOf(bytes, 512 * block, Math.min(512, 1200 - 512 * block));
    Fault fault =
        new Fault.IntegrityFault(MemoryCode.IMAGE_MISMATCH, "code", block, expected, found, false);
    assertEquals(fault, Given.fault(image.verifyAll()));
    for (int other = 0; other < 3; other++) {
      if (other == block) {
        assertEquals(fault, Given.fault(image.verifyBlock(other)));
      } else {
        Given.ok(image.verifyBlock(other));
      }
    }
  }

  // [utest->req~memory-image~1]
  @Test
  @DisplayName("A stretch is verified by the blocks that it lies in, and by no other")
  void rangeIsVerified() {
    byte[] bytes = Given.pattern(1200);
    Crc32cImage image = image(bytes);
    assertEquals(1200, image.sizeBytes());
    int[][] blocks = {
      {0, 0, 0}, {0, 1, 1}, {511, 1, 1}, {511, 2, 2}, {512, 512, 1}, {512, 513, 2}, {1199, 1, 1}
    };
    for (int[] range : blocks) {
      long before = image.verifiedBlocks();
      Given.ok(image.verifyRange(range[0], range[1]));
      assertEquals(range[2], image.verifiedBlocks() - before);
    }
    assertEquals(0, image.mismatches());
    bytes[600] ^= 1;
    Given.ok(image.verifyRange(0, 512));
    Given.ok(image.verifyRange(1024, 176));
    long before = image.verifiedBlocks();
    assertEquals(1, ((Fault.IntegrityFault) Given.fault(image.verifyRange(500, 700))).block());
    assertEquals(2, image.verifiedBlocks() - before);
    assertEquals(1, image.mismatches());
  }

  // [utest->req~memory-image~1]
  @Test
  @DisplayName("The image is identified by its SHA-256")
  void imageHasItsSha256() {
    assertEquals(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        image("abc".getBytes(StandardCharsets.US_ASCII)).sha256());
    assertEquals(
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        image(new byte[0]).sha256());
    assertEquals(0, image(new byte[0]).blocks());
    Given.ok(image(new byte[0]).verifyAll());
    assertEquals(1, image(new byte[512]).blocks());
    Given.ok(image(new byte[1024]).verifyAll());
  }

  // [utest->req~memory-image~1]
  @Test
  @DisplayName("An image of words has the checksums of its bytes, the lowest first")
  void wordsAreBytes() {
    for (int words : new int[] {0, 1, 127, 128, 129, 300}) {
      int[] code = new int[words];
      ByteBuffer bytes = ByteBuffer.allocate(4 * words).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < words; i++) {
        code[i] = i * 0x9E37_79B9;
        bytes.putInt(code[i]);
      }
      Crc32cImage ofWords = Given.ok(Crc32cImage.create(Given.budget(), "code", code));
      assertEquals(image(bytes.array()).sha256(), ofWords.sha256());
      assertEquals((4 * words + 511) / 512, ofWords.blocks());
      Given.ok(ofWords.verifyAll());
      if (words > 0) {
        code[words - 1] ^= 1 << 31;
        Fault.IntegrityFault fault = (Fault.IntegrityFault) Given.fault(ofWords.verifyAll());
        assertEquals((words - 1) / 128, fault.block());
      }
    }
  }

  // [utest->req~memory-image~1]
  @Test
  @DisplayName("What CRC-32C can't see, the SHA-256 of the whole does")
  void sha256SeesWhatCrcCannot() {
    byte[] bytes = new byte[600];
    Crc32cImage image = image(bytes);
    bytes[100] ^= (byte) 0x80;
    for (int i = 0; i < 4; i++) {
      bytes[101 + i] ^= reflectedPolynomialByte(i);
    }
    for (int block = 0; block < 2; block++) {
      Given.ok(image.verifyBlock(block));
    }
    Fault.IntegrityFault fault = (Fault.IntegrityFault) Given.fault(image.verifyAll());
    assertEquals(2, fault.block());
    assertEquals(Long.parseUnsignedLong(image.sha256().substring(0, 16), 16), fault.expected());
    assertEquals(Long.parseUnsignedLong(image(bytes).sha256().substring(0, 16), 16), fault.found());
  }

  /// Byte i of the polynomial of CRC-32C, its lowest bit first, after its leading term.
  private static byte reflectedPolynomialByte(int i) {
    return (byte) (0x82F6_3B78 >>> 8 * i);
  }

  @Test
  @DisplayName("A platform without SHA-256 would be a bug")
  void unknownAlgorithmIsABug() {
    assertThrows(Invariant.Violation.class, () -> Crc32cImage.algorithm("SHA-0"));
  }

  // [utest->req~memory-budget~1]
  @Test
  @DisplayName("The checksums are reserved, and given back once")
  void checksumsAreReserved() {
    long needed = Crc32cImage.FIXED_BYTES + 3 * 4;
    MemoryBudget small = MemoryBudget.root("small", needed - 1);
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "small", needed, needed - 1),
        Given.fault(Crc32cImage.create(small, "code", new byte[1200])));
    assertEquals(0, small.reservedBytes());
    MemoryBudget exact = MemoryBudget.root("exact", needed);
    Crc32cImage image = Given.ok(Crc32cImage.create(exact, "code", new byte[1200]));
    assertEquals(needed, exact.reservedBytes());
    image.close();
    assertEquals(0, image.blocks());
    image.close();
    assertEquals(0, exact.reservedBytes());
  }
}
