package dev.wrt.bounded;

import java.util.BitSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A fixed number of bits, all clear at first. Its capacity is their number, its size how many are
/// set.
public final class BoundedBitSet extends BoundedCollection {
  private BitSet bits;

  private BoundedBitSet(Reservation reservation) {
    super(reservation, words(reservation.capacity()));
    bits = new BitSet(reservation.capacity());
  }

  /// Makes a set of clear bits.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity how many bits
  public static Result<BoundedBitSet> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes a set of clear bits that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity how many bits
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedBitSet> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedBitSet::new);
  }

  /// What so many bits reserve: whole words.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (capacity + 63L) / Long.SIZE * Long.BYTES;
  }

  /// What a set of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(words(capacity));
  }

  /// Sets a bit, if there is one of that index.
  // [impl->req~bounded-bits~1]
  public boolean offer(int index) {
    if (!has(index)) {
      return false;
    }
    flip(index, bits.get(index), true);
    return true;
  }

  /// Sets a bit; its index is below the capacity.
  public void set(int index) {
    Invariant.check(offer(index), FITS);
  }

  /// Clears a bit; its index is below the capacity.
  public void clear(int index) {
    Invariant.check(has(index), FITS);
    flip(index, bits.get(index), false);
  }

  /// Whether a bit is set; its index is below the capacity.
  public boolean get(int index) {
    Invariant.check(has(index), FITS);
    return bits.get(index);
  }

  /// The first index from one on whose bit is set, or -1 if there is none.
  ///
  /// @param from at least 0
  public int nextSet(int from) {
    return bits.nextSetBit(from);
  }

  /// The first index from one on whose bit is clear, or -1 if there is none.
  ///
  /// @param from at least 0
  public int nextClear(int from) {
    int index = bits.nextClearBit(from);
    return has(index) ? index : -1;
  }

  /// To the digest, a word has this one bit or none: what its other bits add stays as it is.
  private void flip(int index, boolean old, boolean now) {
    follow(index / Integer.SIZE, mask(index, old), mask(index, now));
    counted(Boolean.compare(now, old));
    bits.set(index, now);
  }

  private static int mask(int index, boolean set) {
    return set ? 1 << index : 0;
  }

  private static int words(int capacity) {
    return (int) ((capacity + 31L) / Integer.SIZE);
  }

  private int word(int index) {
    int word = 0;
    int end = Math.min((index + 1) * Integer.SIZE, capacity());
    for (int i = bits.nextSetBit(index * Integer.SIZE);
        i >= 0 && i < end;
        i = bits.nextSetBit(i + 1)) {
      word |= mask(i, true);
    }
    return word;
  }

  // [impl->req~bounded-bits~1]
  private boolean has(int index) {
    return index >= 0 && index < capacity();
  }

  @Override
  public int size() {
    return bits.cardinality();
  }

  @Override
  @Nullable Fault contents() {
    return compare(words(capacity()), this::word);
  }

  @Override
  void removeAll() {
    bits.clear();
  }

  @Override
  void dropStorage() {
    bits = new BitSet(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  BitSet items() {
    return bits;
  }
}
