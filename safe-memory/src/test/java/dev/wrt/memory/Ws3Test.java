package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.Invariant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The digest of a block: its definition, and what it detects and locates.
class Ws3Test {
  private static final int CASES = 400;

  /// The definition, word for word, with multiplications.
  static Ws3 defined(byte[] bytes, int from, int to) {
    long s1 = 0;
    long s2 = 0;
    long s3 = 0;
    for (int i = from; i < to; i++) {
      long w = (i - from) / 4 + 1;
      long x = (bytes[i] & 0xFFL) << 8 * ((i - from) % 4);
      s1 += x;
      s2 += w * x;
      s3 += w * w * x;
    }
    return new Ws3(s1, s2, s3);
  }

  // [utest->req~memory-ws3-digest~1]
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 7, 8, 11, 12, 400, 4092, 4093, 4095, 4096})
  @DisplayName("The digest is the three weighted sums, also of a range that ends within a word")
  void isTheWeightedSums(int length) {
    byte[] bytes = Given.pattern(length + 3);
    assertEquals(defined(bytes, 2, 2 + length), Ws3.of(bytes, 2, 2 + length));
  }

  // [utest->req~memory-ws3-digest~1]
  @Test
  @DisplayName("The largest sums of a block of 4 KiB are exact")
  void largestSumsAreExact() {
    byte[] bytes = new byte[Ws3.BLOCK_BYTES];
    Arrays.fill(bytes, (byte) -1);
    long x = 0xFFFF_FFFFL;
    long n = 1024;
    assertEquals(
        new Ws3(x * n, x * (n * (n + 1) / 2), x * (n * (n + 1) * (2 * n + 1) / 6)),
        Ws3.of(bytes, 0, bytes.length));
  }

  // [utest->req~memory-ws3-digest~1]
  @Test
  @DisplayName("More than 4 KiB is refused, since the sums might overflow")
  void moreThanABlockIsRefused() {
    byte[] bytes = new byte[Ws3.BLOCK_BYTES + 1];
    assertThrows(Invariant.Violation.class, () -> Ws3.of(bytes, 0, bytes.length));
  }

  // [utest->req~memory-ws3-detection~1]
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  @DisplayName("Every random error in one, two or three words changes the digest")
  void errorsInUpToThreeWordsAreDetected(int words) {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = randomBlock(random);
      Ws3 before = Ws3.of(bytes, 0, bytes.length);
      int first = random.nextInt(1024);
      for (int k = 0; k < words; k++) {
        flip(bytes, (first + k * 97) % 1024, 1 + random.nextInt(0x7FFF_FFFF));
      }
      assertNotEquals(before, Ws3.of(bytes, 0, bytes.length), "seed " + seed);
    }
  }

  // [utest->req~memory-ws3-detection~1]
  @Test
  @DisplayName("Every two flipped bits of a small block change the digest")
  void allDoubleBitErrorsAreDetected() {
    byte[] bytes = Given.pattern(24);
    Ws3 before = Ws3.of(bytes, 0, bytes.length);
    for (int i = 0; i < 8 * bytes.length; i++) {
      bytes[i / 8] ^= (byte) (1 << i % 8);
      for (int k = i + 1; k < 8 * bytes.length; k++) {
        bytes[k / 8] ^= (byte) (1 << k % 8);
        assertNotEquals(before, Ws3.of(bytes, 0, bytes.length));
        bytes[k / 8] ^= (byte) (1 << k % 8);
      }
      bytes[i / 8] ^= (byte) (1 << i % 8);
    }
  }

  // [utest->req~memory-ws3-detection~1]
  @Test
  @DisplayName("Bursts of up to 65 bits and swaps of two words change the digest")
  void burstsAndSwapsAreDetected() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = randomBlock(random);
      Ws3 before = Ws3.of(bytes, 0, bytes.length);
      byte[] burst = bytes.clone();
      int start = random.nextInt(8 * bytes.length - 65);
      int length = 2 + random.nextInt(64);
      for (int i = start; i < start + length; i++) {
        boolean edge = i == start || i == start + length - 1;
        burst[i / 8] ^= (byte) ((edge || random.nextBoolean() ? 1 : 0) << i % 8);
      }
      assertNotEquals(before, Ws3.of(burst, 0, burst.length), "seed " + seed);
      int a = 4 * random.nextInt(512);
      int b = 2048 + 4 * random.nextInt(512);
      for (int i = 0; i < 4; i++) {
        byte swapped = bytes[a + i];
        bytes[a + i] = bytes[b + i];
        bytes[b + i] = swapped;
      }
      assertNotEquals(before, Ws3.of(bytes, 0, bytes.length), "seed " + seed);
    }
  }

  // [utest->req~memory-ws3-locate~1]
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 511, 1022, 1023})
  @DisplayName("A single wrong word is located wherever it is, whether it grew or shrank")
  void aSingleWrongWordIsLocated(int word) {
    for (int seed = 0; seed < 20; seed++) {
      Random random = new Random(seed);
      byte[] bytes = randomBlock(random);
      Ws3 before = Ws3.of(bytes, 0, bytes.length);
      flip(bytes, word, 1 << random.nextInt(32));
      assertEquals(word, before.locate(Ws3.of(bytes, 0, bytes.length)), "seed " + seed);
    }
  }

  // [utest->req~memory-ws3-locate~1]
  @Test
  @DisplayName("No error in two words is taken for an error in one")
  void twoWrongWordsAreNotLocated() {
    for (int seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      byte[] bytes = randomBlock(random);
      Ws3 before = Ws3.of(bytes, 0, bytes.length);
      int first = random.nextInt(512);
      int bit = 1 << random.nextInt(32);
      flip(bytes, first, bit);
      flip(bytes, first + 1 + random.nextInt(511), bit);
      assertEquals(-1, before.locate(Ws3.of(bytes, 0, bytes.length)), "seed " + seed);
    }
  }

  // [utest->req~memory-ws3-locate~1]
  @Test
  @DisplayName("Differences that no single word makes are not located")
  void otherDifferencesAreNotLocated() {
    Ws3 zero = new Ws3(0, 0, 0);
    assertEquals(0, zero.locate(new Ws3(5, 5, 5)));
    assertEquals(1023, zero.locate(new Ws3(-3, -3 * 1024, -3 * 1024 * 1024)));
    assertEquals(-1, zero.locate(zero), "no difference");
    assertEquals(-1, zero.locate(new Ws3(0, 1, 1)), "the same sum of words");
    assertEquals(-1, zero.locate(new Ws3(5, 0, 0)), "weight 0");
    assertEquals(-1, zero.locate(new Ws3(5, -5, 5)), "weight -1");
    assertEquals(-1, zero.locate(new Ws3(1, 1025, 1025 * 1025)), "weight 1025");
    assertEquals(-1, zero.locate(new Ws3(5, 11, 20)), "a weight that is no integer");
    assertEquals(-1, zero.locate(new Ws3(5, 10, 21)), "a square that does not fit");
  }

  private static byte[] randomBlock(Random random) {
    byte[] bytes = new byte[Ws3.BLOCK_BYTES];
    random.nextBytes(bytes);
    return bytes;
  }

  private static void flip(byte[] bytes, int word, int bits) {
    for (int i = 0; i < 4; i++) {
      bytes[4 * word + i] ^= (byte) (bits >>> 8 * i);
    }
  }
}
