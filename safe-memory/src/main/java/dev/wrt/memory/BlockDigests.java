package dev.wrt.memory;

import java.util.Arrays;

/// The {@link Ws3} digests of all blocks of one memory, each kept as value and complement.
///
/// They follow the intended writes: a store of `v` over `old` in word `w` adds `d = v - old`, `w *
/// d` and `w^2 * d` to the values and subtracts the same from the complements (`~(x + d) = ~x -
/// d`). No store reads a digest back from the data, so what reaches the data in any other way, or
/// fails to reach them, stays visible, also after the place is overwritten: the difference stays in
/// the sums.
///
/// What this is not: a lock. Who writes both copies of a digest and the data in a consistent way is
/// not seen; corruption does not do that.
final class BlockDigests {
  /// What a comparison of a block with its digest shows.
  enum State {
    /// Data, value and complement agree.
    INTACT,
    /// Value and complement agree, the data differ from them.
    MISMATCH,
    /// Value and complement differ: the digest itself was changed.
    TORN
  }

  private static final long WORD = 0xFFFF_FFFFL;
  private static final int WORDS_SHIFT = Ws3.BLOCK_SHIFT - 2;
  private static final int BLOCK_WORDS = 1 << WORDS_SHIFT;

  private long[] values = new long[0];
  private long[] complements = new long[0];
  private final long[] computed = new long[3];
  private final long[] replaced = new long[3];
  private long expected;
  private long found;

  /// Bytes of a block's two copies.
  static final int BYTES_PER_BLOCK = 2 * 3 * Long.BYTES;

  /// Adds digests of blocks of zeros.
  ///
  /// A block that was the last and is filled up with zeros keeps its digest: zeros add nothing.
  ///
  /// @param blocks how many there are then
  void grow(int blocks) {
    int old = values.length;
    values = Arrays.copyOf(values, 3 * blocks);
    complements = Arrays.copyOf(complements, 3 * blocks);
    Arrays.fill(complements, old, 3 * blocks, ~0L);
  }

  /// Bytes that the digests take.
  long bytes() {
    return (long) Long.BYTES * (values.length + complements.length);
  }

  /// Forgets all digests.
  void release() {
    values = new long[0];
    complements = values;
  }

  // [impl->req~memory-digest-follows-stores~1]
  /// Follows a store of at most 32 bits at any address; it may lie in two words, and in two blocks.
  ///
  /// @param a address of the first byte
  /// @param old the bits that are there, zero-extended
  /// @param v the bits to be stored, zero-extended
  void change(int a, long old, long v) {
    int shift = (a & 3) << 3;
    long before = old << shift;
    long after = v << shift;
    add(a >>> 2, (after & WORD) - (before & WORD));
    if ((before | after) >>> 32 != 0) {
      add((a >>> 2) + 1, (after >>> 32) - (before >>> 32));
    }
  }

  /// Follows a store of 64 bits at any address; it lies in two words, or in three.
  ///
  /// @param a address of the first byte
  /// @param old the bits that are there
  /// @param v the bits to be stored
  void change64(int a, long old, long v) {
    int word = a >>> 2;
    int shift = (a & 3) << 3;
    if (shift == 0) {
      changePair(word, (v & WORD) - (old & WORD), (v >>> 32) - (old >>> 32));
    } else {
      add(word, (v << shift & WORD) - (old << shift & WORD));
      add(word + 1, (v >>> 32 - shift & WORD) - (old >>> 32 - shift & WORD));
      add(word + 2, (v >>> 64 - shift) - (old >>> 64 - shift));
    }
  }

  /// Two words at once, unless the second is the first of the next block, where its weight is 1.
  private void changePair(int word, long low, long high) {
    int block = word >>> WORDS_SHIFT;
    long weight = (word & BLOCK_WORDS - 1) + 1;
    if (weight == BLOCK_WORDS) {
      add(word, low);
      add(block + 1, high, high, high);
    } else {
      long d1 = low + high;
      long d2 = weight * d1 + high;
      add(block, d1, d2, weight * (d2 + high) + high);
    }
  }

  private void add(int word, long d1) {
    long weight = (word & BLOCK_WORDS - 1) + 1;
    long d2 = weight * d1;
    add(word >>> WORDS_SHIFT, d1, d2, weight * d2);
  }

  private void add(int block, long d1, long d2, long d3) {
    int i = 3 * block;
    values[i] += d1;
    values[i + 1] += d2;
    values[i + 2] += d3;
    complements[i] -= d1;
    complements[i + 1] -= d2;
    complements[i + 2] -= d3;
  }

  // [impl->req~memory-digest-follows-stores~1]
  /// Follows a bulk write, before it is done: the source may overlap the data.
  ///
  /// @param a address of the first byte
  /// @param data what is there
  /// @param from where the new bytes are
  /// @param at the first of them
  /// @param length how many
  void overwrite(int a, byte[] data, byte[] from, int at, int length) {
    int head = Math.min(-a & 3, length);
    int body = (length - head) & ~3;
    for (int i = 0; i < head; i++) {
      change(a + i, data[a + i] & 0xFF, from[at + i] & 0xFF);
    }
    for (int i = head; i < head + body; ) {
      int n = Math.min(head + body - i, Ws3.BLOCK_BYTES - (a + i & Ws3.BLOCK_BYTES - 1));
      Ws3.sum(from, at + i, at + i + n, computed);
      replace(a + i, data, n);
      i += n;
    }
    for (int i = head + body; i < length; i++) {
      change(a + i, data[a + i] & 0xFF, from[at + i] & 0xFF);
    }
  }

  /// Exchanges whole words of one block for such with the sums in `computed`, whose weights start
  /// at 1: with `k` words before them, `s2` grows by `k * s1` and `s3` by `2k * s2 + k^2 * s1`.
  private void replace(int a, byte[] data, int length) {
    Ws3.sum(data, a, a + length, replaced);
    long s1 = computed[0] - replaced[0];
    long s2 = computed[1] - replaced[1];
    long s3 = computed[2] - replaced[2];
    long k = (a & (Ws3.BLOCK_BYTES - 1)) >>> 2;
    add(a >>> Ws3.BLOCK_SHIFT, s1, s2 + k * s1, s3 + 2 * k * s2 + k * k * s1);
  }

  // [impl->req~memory-verify-block~1]
  /// Compares a block with its digest.
  ///
  /// @param block its index
  /// @param data the data
  /// @param to end of the block
  State check(int block, byte[] data, int to) {
    Ws3.sum(data, block << Ws3.BLOCK_SHIFT, to, computed);
    int i = 3 * block;
    for (int k = 0; k < 3; k++) {
      if (values[i + k] != ~complements[i + k]) {
        return differing(State.TORN, values[i + k], ~complements[i + k]);
      }
    }
    for (int k = 0; k < 3; k++) {
      if (values[i + k] != computed[k]) {
        return differing(State.MISMATCH, values[i + k], computed[k]);
      }
    }
    return State.INTACT;
  }

  private State differing(State state, long expected, long found) {
    this.expected = expected;
    this.found = found;
    return state;
  }

  /// The first sum that differed at the last {@link #check}, as the stores have made it.
  long expected() {
    return expected;
  }

  /// The first sum that differed at the last {@link #check}, as it was found.
  long found() {
    return found;
  }

  /// Whether the last {@link #check} is explained by one wrong word and nothing else.
  ///
  /// @param block the block that was checked
  /// @param word index of the word within the block
  /// @param error by how much it would be wrong: found less expected
  boolean explainedBy(int block, int word, long error) {
    int i = 3 * block;
    Ws3 stored = new Ws3(values[i], values[i + 1], values[i + 2]);
    Ws3 current = new Ws3(computed[0], computed[1], computed[2]);
    return stored.locate(current) == word && current.s1() - stored.s1() == error;
  }

  /// Restores a torn digest, if one of its copies agrees with the data at the last {@link #check}.
  ///
  /// @param block the block that was checked
  /// @return whether it did
  boolean restore(int block) {
    int i = 3 * block;
    boolean valuesHold = true;
    boolean complementsHold = true;
    for (int k = 0; k < 3; k++) {
      valuesHold &= values[i + k] == computed[k];
      complementsHold &= ~complements[i + k] == computed[k];
    }
    if (valuesHold | complementsHold) {
      for (int k = 0; k < 3; k++) {
        values[i + k] = computed[k];
        complements[i + k] = ~computed[k];
      }
      return true;
    }
    return false;
  }

  /// The values, three a block; for tests that flip bits behind the API.
  long[] values() {
    return values;
  }

  /// The complements, three a block; for tests that flip bits behind the API.
  long[] complements() {
    return complements;
  }
}
