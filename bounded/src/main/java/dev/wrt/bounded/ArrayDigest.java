package dev.wrt.bounded;

import dev.wrt.bounded.Fault.IntegrityFault;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A digest of an array of 32-bit words that follows what is meant to be stored.
///
/// Blocks of 1,024 words have three sums each: of the words, of the words times their weight `w` (1
/// for the first of a block), and of the words times `w^2`. They are exact in a long (`s3 <
/// 2^60.5`), kept as value and complement, and a change of one word is three additions to each. The
/// sums are those of `dev.wrt.memory.Ws3`, whose package proves what they detect: every error in at
/// most three words of a block, and every other but for 1 in `2^96`.
///
/// The digest never reads the array by itself. A store that is lost, goes astray or comes from
/// nowhere leaves array and digest in disagreement, and a later change keeps the disagreement.
///
/// What this is not: a repair, which needs a second copy of the words.
// [impl->req~bounded-integrity-digest~1]
public final class ArrayDigest {
  /// Words of a block: what the bounds of the sums rest on.
  public static final int BLOCK_WORDS = 1 << 10;

  /// Header, two references and the headers of two arrays.
  private static final int FIXED_BYTES = 80;

  private static final int SUMS = 3;
  private static final int BLOCK_BYTES = 2 * SUMS * Long.BYTES;
  private static final long WORD = 0xFFFF_FFFFL;

  private final long[] values;
  private final long[] complements;

  /// Makes the digest of so many zeros; its maker has reserved {@link #bytes}.
  ///
  /// @param words how many, at least 0
  public ArrayDigest(int words) {
    values = new long[SUMS * (int) blocks(words)];
    complements = new long[values.length];
    Arrays.fill(complements, ~0L);
  }

  /// What the digest of so many words takes.
  ///
  /// @param words how many, at least 0
  public static long bytes(long words) {
    return FIXED_BYTES + BLOCK_BYTES * blocks(words);
  }

  private static long blocks(long words) {
    return (words + BLOCK_WORDS - 1) / BLOCK_WORDS;
  }

  /// Follows a store, whether it arrives or not.
  ///
  /// @param word index of the word
  /// @param old what is there
  /// @param now what is meant to be there from now on
  public void change(int word, int old, int now) {
    long weight = (word & (BLOCK_WORDS - 1)) + 1L;
    long delta = (now & WORD) - (old & WORD);
    int at = SUMS * (word / BLOCK_WORDS);
    for (int k = at; k < at + SUMS; k++) {
      values[k] += delta;
      complements[k] -= delta;
      delta *= weight;
    }
  }

  /// All words are zero again.
  public void clear() {
    Arrays.fill(values, 0);
    Arrays.fill(complements, ~0L);
  }

  /// Compares an array with its digest.
  ///
  /// @param area names the array in the fault
  /// @param words how many there are; those after them count as zero
  /// @param word gives the word of an index
  /// @return the first block that differs; null if none does
  public @Nullable IntegrityFault check(String area, int words, IntUnaryOperator word) {
    for (int block = 0; block < values.length / SUMS; block++) {
      long[] sums = sums(block * BLOCK_WORDS, words, word);
      for (int k = 0; k < SUMS; k++) {
        int at = SUMS * block + k;
        if (values[at] != ~complements[at]) {
          return fault(BoundedCode.DIGEST_CORRUPTED, area, block, values[at], ~complements[at]);
        }
        if (values[at] != sums[k]) {
          return fault(BoundedCode.CONTENTS_MISMATCH, area, block, values[at], sums[k]);
        }
      }
    }
    return null;
  }

  private static long[] sums(int from, int words, IntUnaryOperator word) {
    long[] sums = new long[SUMS];
    int count = Math.min(words - from, BLOCK_WORDS);
    for (int i = 0; i < count; i++) {
      long term = word.applyAsInt(from + i) & WORD;
      for (int k = 0; k < SUMS; k++) {
        sums[k] += term;
        term *= i + 1L;
      }
    }
    return sums;
  }

  private static IntegrityFault fault(
      BoundedCode code, String area, int block, long expected, long found) {
    return new IntegrityFault(code, area, block, expected, found, false);
  }

  /// The sums, three a block; for tests that flip bits behind the API.
  long[] values() {
    return values;
  }

  /// Their complements; for tests that flip bits behind the API.
  long[] complements() {
    return complements;
  }
}
