package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// The objects that a collection has reached and not yet looked into: a set of granules, which are
/// the 8-byte units of the heap.
///
/// A bit a granule, and above it levels that say which words of the level below are not 0, up to a
/// single word. So adding and taking are a few steps each, whatever the set holds, and the set can
/// hold every object of the heap in 1/63 of the heap's bytes.
///
/// Why not a stack: one that can't overflow takes up to a quarter of the heap, and one that may
/// overflow makes the collector search for what it has dropped, again and again if the guest builds
/// its objects for it. Why not pointer reversal: it writes to each object while it marks, and needs
/// a place for the index in an array that it is at.
final class GraySet {
  private static final int SHIFT = 6;
  private static final int LEVELS = 5;

  private final long[][] levels = new long[LEVELS][0];

  /// Bytes that a set of so many granules takes.
  static long bytes(int granules) {
    long bytes = 0;
    long words = granules;
    for (int i = 0; i < LEVELS; i++) {
      words = words + 63 >>> SHIFT;
      bytes += words * Long.BYTES;
    }
    return bytes;
  }

  /// Makes room for granules; the set is empty and stays so.
  void resize(int granules) {
    int words = granules;
    for (int i = 0; i < LEVELS; i++) {
      words = words + 63 >>> SHIFT;
      levels[i] = new long[words];
    }
    Invariant.check(words <= 1, "the topmost level is a single word");
  }

  /// Adds a granule.
  void add(int granule) {
    int at = granule;
    for (int i = 0; i < LEVELS; i++) {
      long[] level = levels[i];
      int word = at >>> SHIFT;
      long before = level[word];
      level[word] = before | 1L << at;
      if (before != 0) {
        return;
      }
      at = word;
    }
  }

  /// Whether there is none.
  boolean isEmpty() {
    long[] top = levels[LEVELS - 1];
    return top.length == 0 || top[0] == 0;
  }

  /// Takes the lowest granule of a set that is not empty.
  int take() {
    int at = 0;
    for (int i = LEVELS - 1; i >= 0; i--) {
      at = at << SHIFT | Long.numberOfTrailingZeros(levels[i][at]);
    }
    remove(at);
    return at;
  }

  /// Empties the set.
  void clear() {
    while (!isEmpty()) {
      take();
    }
  }

  private void remove(int granule) {
    int at = granule;
    for (int i = 0; i < LEVELS; i++) {
      long[] level = levels[i];
      int word = at >>> SHIFT;
      level[word] &= ~(1L << at);
      if (level[word] != 0) {
        return;
      }
      at = word;
    }
  }
}
