package dev.wrt.memory;

import dev.wrt.bounded.Invariant;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// The digest of one block: three weighted sums over its 32-bit little-endian words.
///
/// With words `x_1..x_n`, unsigned, `n <= 1024`: `s1 = sum x_w`, `s2 = sum w * x_w`, `s3 = sum w^2
/// * x_w`. A last word that the block cuts short counts as if filled up with zeros.
///
/// **Bounds.** `x_w < 2^32` and `w <= 2^10` give `s1 < 2^42`, `s2 < 2^32 * n(n+1)/2 < 2^51.1` and
/// `s3 < 2^32 * n(n+1)(2n+1)/6 < 2^60.5`: all exact in a signed long, so there is no modulus and
/// two blocks have the same sums only if the integers agree.
///
/// **What it detects** is proved in the description of this package.
///
/// **How it is computed.** From the last word to the first, three additions a word: `a += x`, `b +=
/// a`, `c += b`. Word `w` is then in `w` of the values that `b` adds up and in `w(w+1)/2` of those
/// that `c` does, so `b = s2` and `c = (s3 + s2) / 2`. That takes half the time of the two
/// multiplications a word that the definition asks for (measured: 0.46 against 0.97 us for 4 KiB).
///
/// @param s1 sum of the words
/// @param s2 sum of the words, each times its weight
/// @param s3 sum of the words, each times the square of its weight
public record Ws3(long s1, long s2, long s3) {
  /// log2 of the size of a block.
  static final int BLOCK_SHIFT = 12;

  /// The size of a block, and the most bytes that a digest covers: what the bounds rest on.
  public static final int BLOCK_BYTES = 1 << BLOCK_SHIFT;

  private static final int BLOCK_WORDS = BLOCK_BYTES / 4;

  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  /// The digest of a range of bytes.
  ///
  /// @param bytes where they are
  /// @param from the first
  /// @param to after the last, at most {@link #BLOCK_BYTES} later
  public static Ws3 of(byte[] bytes, int from, int to) {
    long[] sums = new long[3];
    sum(bytes, from, to, sums);
    return new Ws3(sums[0], sums[1], sums[2]);
  }

  // [impl->req~memory-ws3-digest~1]
  // [impl->req~memory-ws3-detection~1]
  /// Computes the digest of a range into an array of three; allocates nothing.
  ///
  /// @param bytes where the range is
  /// @param from its first byte
  /// @param to after its last byte
  /// @param sums receives `s1`, `s2`, `s3`
  static void sum(byte[] bytes, int from, int to, long[] sums) {
    Invariant.check(
        to - from <= BLOCK_BYTES, "a digest covers at most 4 KiB, or its sums overflow");
    int end = from + ((to - from) & ~3);
    long a = 0;
    for (int i = to - 1; i >= end; i--) {
      a = a << 8 | (bytes[i] & 0xFF);
    }
    long b = a;
    long c = a;
    for (int i = end - 4; i >= from; i -= 4) {
      a += (int) INTS.get(bytes, i) & 0xFFFF_FFFFL;
      b += a;
      c += b;
    }
    sums[0] = a;
    sums[1] = b;
    sums[2] = 2 * c - b;
  }

  // [impl->req~memory-ws3-locate~1]
  /// Which single word explains that a block has another digest than this one, if one does.
  ///
  /// An error of `e` in word `w` alone changes the sums by `e`, `w * e` and `w^2 * e`, so `w = d2 /
  /// d1` and `d3 = d1 * w^2`. No error in two words is taken for one in a third: it and the
  /// supposed one together would be an undetected error in at most three words. An error in more
  /// words may be; therefore repair asks the mirror as well.
  ///
  /// @param found the block's digest as it is
  /// @return index of the word, from 0, or -1 when no single word explains the difference
  int locate(Ws3 found) {
    long d1 = found.s1 - s1;
    long d2 = found.s2 - s2;
    long d3 = found.s3 - s3;
    if (d1 == 0) {
      return -1;
    }
    long w = d2 / d1;
    if (w < 1 || w > BLOCK_WORDS) {
      return -1;
    }
    return d1 * w == d2 && d1 * w * w == d3 ? (int) w - 1 : -1;
  }
}
