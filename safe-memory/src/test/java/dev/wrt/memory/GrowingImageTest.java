package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Checksums of words that are appended.
class GrowingImageTest {
  private static final int MOST = 400;

  private final int[] words = new int[MOST + 100];
  private final GrowingImage image = image();

  private static GrowingImage image() {
    GrowingImage image = Given.ok(GrowingImage.create(Given.budget(), "code"));
    Given.ok(image.reserve(MOST));
    return image;
  }

  GrowingImageTest() {
    for (int i = 0; i < words.length; i++) {
      words[i] = 0x9E37_79B9 * (i + 1);
    }
  }

  /// What the checksum of words is.
  private static long crc(int[] words, int from, int to) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * (to - from)).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(words, from, to - from);
    CRC32C crc = new CRC32C();
    crc.update(bytes.array());
    return (int) crc.getValue();
  }

  private static Fault.IntegrityFault mismatch(int block, long expected, long found) {
    return new Fault.IntegrityFault(
        MemoryCode.IMAGE_MISMATCH, "code", block, expected, found, false);
  }

  // [utest->req~memory-growing-image~1]
  @ParameterizedTest(name = "With {0} words appended at a time, each bit of each block is covered")
  @ValueSource(ints = {1, 4, 127, 128, 129, 256, 400})
  void covers(int step) {
    int size = 0;
    while (size < MOST) {
      size = Math.min(MOST, size + step);
      Given.ok(image.append(words, size));
      assertEquals(4L * size, image.sizeBytes());
      assertEquals((size + 127) / 128, image.blocks());
    }
    for (int i = 0; i < MOST; i += 31) {
      int[] good = words.clone();
      words[i] ^= 1 << i;
      int block = i / 128;
      int end = Math.min(MOST, 128 * block + 128);
      assertEquals(
          mismatch(block, crc(good, 128 * block, end), crc(words, 128 * block, end)),
          Given.fault(image.verifyBlock(block)));
      words[i] ^= 1 << i;
      Given.ok(image.verifyBlock(block));
    }
    words[MOST] ^= 1;
    Given.ok(image.verifyBlock(3));
    assertEquals(13, image.mismatches());
    assertEquals("code", image.area());
  }

  // [utest->req~memory-growing-image~1]
  @Test
  @DisplayName("An append verifies the block that it fills up, in the array that comes with it")
  void appendVerifies() {
    Given.ok(image.append(words, 100));
    assertEquals(0, image.verifiedBlocks());
    int[] longer = Arrays.copyOf(words, words.length);
    longer[99] ^= 1;
    assertEquals(
        mismatch(0, crc(words, 0, 100), crc(longer, 0, 100)),
        Given.fault(image.append(longer, 150)));
    assertEquals(1, image.verifiedBlocks());
    Given.ok(image.verifyBlock(0));
    Given.ok(image.verifyBlock(1));
    Given.ok(image.append(longer, 256));
    assertEquals(4, image.verifiedBlocks());
    longer[255] ^= 1;
    Given.ok(image.append(longer, 300));
    assertEquals(4, image.verifiedBlocks());
    assertEquals(
        mismatch(1, crc(words, 128, 256), crc(longer, 128, 256)),
        Given.fault(image.verifyBlock(1)));
  }

  // [utest->req~memory-growing-image~1]
  @Test
  @DisplayName(
      "A replaced word is in the array and in the checksum, and what was there is verified")
  void replace() {
    Given.ok(image.append(words, 200));
    Given.ok(image.replace(0, 7));
    Given.ok(image.replace(199, 8));
    assertEquals(7, words[0]);
    assertEquals(8, words[199]);
    assertEquals(2, image.verifiedBlocks());
    Given.ok(image.verifyBlock(0));
    Given.ok(image.verifyBlock(1));
    int[] good = words.clone();
    words[130] ^= 2;
    long found = crc(words, 128, 200);
    assertEquals(mismatch(1, crc(good, 128, 200), found), Given.fault(image.replace(128, 1)));
    assertEquals(1, words[128]);
    Given.ok(image.verifyBlock(1));
  }

  // [utest->req~memory-growing-image~1]
  @Test
  @DisplayName("An image that shrinks, and a word that is not there, are bugs")
  void bugs() {
    Given.ok(image.append(words, 10));
    assertThrows(Invariant.Violation.class, () -> image.append(words, 9));
    Given.ok(image.append(words, 10));
    assertThrows(Invariant.Violation.class, () -> image.replace(10, 1));
    Given.ok(image.replace(9, 1));
  }

  // [utest->req~memory-budget~1]
  @Test
  @DisplayName("Checksums are reserved as they are needed, or refused, and given back once")
  void budget() {
    long fixed = GrowingImage.FIXED_BYTES;
    MemoryBudget small = MemoryBudget.root("small", fixed - 1);
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "small", fixed, fixed - 1),
        Given.fault(GrowingImage.create(small, "code")));
    MemoryBudget budget = MemoryBudget.root("budget", fixed + 4 * 6);
    GrowingImage made = Given.ok(GrowingImage.create(budget, "code"));
    Given.ok(made.reserve(0));
    assertEquals(fixed, budget.reservedBytes());
    Given.ok(made.reserve(300));
    assertEquals(fixed + 4 * 3, budget.reservedBytes());
    Given.ok(made.append(words, 300));
    Given.ok(made.reserve(384));
    assertEquals(fixed + 4 * 3, budget.reservedBytes());
    Given.ok(made.reserve(385));
    assertEquals(fixed + 4 * 6, budget.reservedBytes());
    Given.ok(made.verifyBlock(2));
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "budget", 4 * 6, 0),
        Given.fault(made.reserve(769)));
    made.close();
    made.close();
    assertEquals(0, budget.reservedBytes());
    assertEquals(0, made.blocks());
    assertEquals(0, made.sizeBytes());
  }

  // [utest->req~memory-scrub~1]
  @Test
  @DisplayName("A scrubber walks over it as it grows")
  void scrubbed() {
    Scrubber scrubber = Given.ok(Scrubber.create(Given.budget(), 1, 1));
    scrubber.offer(image);
    Given.ok(image.append(words, 129));
    assertEquals(2, scrubber.worstCaseSteps());
    words[128] ^= 1;
    Given.ok(scrubber.step());
    Given.fault(scrubber.step());
    assertEquals(2, scrubber.verifiedBlocks());
  }
}
