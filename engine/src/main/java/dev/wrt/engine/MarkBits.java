package dev.wrt.engine;

import java.util.Arrays;

/// What is alive in the heap, a bit for each granule of 8 bytes, and from that, where each object
/// will be.
///
/// An object's bits are set as a whole. So the place that an object slides to is the number of bits
/// set before it: a count kept for each word, and those in its own word. Nothing is written into
/// objects to forward them; it takes 3/128 of the heap's bytes.
final class MarkBits {
  private static final int SHIFT = 6;
  private static final int BITS = 64;

  private long[] bits = new long[0];
  private int[] before = new int[0];

  /// Bytes that bits and counts for so many granules take.
  static long bytes(int granules) {
    return words(granules) * (Long.BYTES + Integer.BYTES);
  }

  private static long words(int granules) {
    return granules + (BITS - 1L) >>> SHIFT;
  }

  /// Makes room for granules, none of them marked.
  void resize(int granules) {
    bits = new long[(int) words(granules)];
    before = new int[bits.length];
  }

  /// Unmarks everything.
  void clear() {
    Arrays.fill(bits, 0);
  }

  /// Whether a granule is marked.
  boolean marked(int granule) {
    return (bits[granule >>> SHIFT] & 1L << granule) != 0;
  }

  /// Marks granules.
  ///
  /// @param from the first
  /// @param to one past the last, above `from`
  void mark(int from, int to) {
    int first = from >>> SHIFT;
    int last = to - 1 >>> SHIFT;
    long head = -1L << from;
    long tail = -1L >>> -to;
    if (first == last) {
      bits[first] |= head & tail;
      return;
    }
    bits[first] |= head;
    Arrays.fill(bits, first + 1, last, -1L);
    bits[last] |= tail;
  }

  /// Counts, once everything is marked.
  ///
  /// @return how many granules are marked
  int count() {
    int sum = 0;
    for (int i = 0; i < bits.length; i++) {
      before[i] = sum;
      sum += Long.bitCount(bits[i]);
    }
    return sum;
  }

  /// How many granules are marked before one, after {@link #count}.
  int before(int granule) {
    int word = granule >>> SHIFT;
    return before[word] + Long.bitCount(bits[word] & ~(-1L << granule));
  }

  /// The first marked granule from one on, or `limit` if there is none before it.
  int nextMarked(int from, int limit) {
    return next(from, limit, 0);
  }

  /// The first granule from one on that is not marked, or `limit` if there is none before it.
  int nextUnmarked(int from, int limit) {
    return next(from, limit, -1L);
  }

  private int next(int from, int limit, long flip) {
    if (from >= limit) {
      return limit;
    }
    int word = from >>> SHIFT;
    long rest = (bits[word] ^ flip) & -1L << from;
    while (rest == 0) {
      word++;
      if (word << SHIFT >= limit) {
        return limit;
      }
      rest = bits[word] ^ flip;
    }
    return Math.min(limit, (word << SHIFT) + Long.numberOfTrailingZeros(rest));
  }
}
