package dev.wrt.bounded;

import java.util.BitSet;

/// A fixed number of bits, all clear at first. Its capacity is their number, its size how many are
/// set.
public final class BoundedBitSet extends BoundedCollection {
  private BitSet bits;

  private BoundedBitSet(Reservation reservation) {
    super(reservation);
    bits = new BitSet(reservation.capacity());
  }

  /// Makes a set of clear bits.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity how many bits
  public static Result<BoundedBitSet> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedBitSet::new);
  }

  /// What so many bits reserve: whole words.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (capacity + 63L) / Long.SIZE * Long.BYTES;
  }

  /// Sets a bit, if there is one of that index.
  // [impl->req~bounded-bits~1]
  public boolean offer(int index) {
    if (!has(index)) {
      return false;
    }
    bits.set(index);
    return true;
  }

  /// Sets a bit; its index is below the capacity.
  public void set(int index) {
    Invariant.check(offer(index), FITS);
  }

  /// Clears a bit; its index is below the capacity.
  public void clear(int index) {
    Invariant.check(has(index), FITS);
    bits.clear(index);
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

  // [impl->req~bounded-bits~1]
  private boolean has(int index) {
    return index >= 0 && index < capacity();
  }

  @Override
  public int size() {
    return bits.cardinality();
  }

  @Override
  public void clear() {
    bits.clear();
  }

  @Override
  void dropStorage() {
    bits = new BitSet(0);
  }
}
