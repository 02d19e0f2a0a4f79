package dev.wrt.bounded;

import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/// A list of `long`s with a fixed capacity.
public final class BoundedLongVector extends BoundedCollection {
  private LongArrayList items;

  private BoundedLongVector(Reservation reservation) {
    super(reservation);
    items = new LongArrayList(reservation.capacity());
  }

  /// Makes an empty list.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedLongVector> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedLongVector::new);
  }

  /// What a list of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Long.BYTES;
  }

  /// Appends, if there is room.
  // [impl->req~bounded-vector-order~1]
  public boolean offer(long value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    return true;
  }

  /// Appends; there is room.
  public void add(long value) {
    Invariant.check(offer(value), FITS);
  }

  /// The element at an index.
  public long get(int index) {
    return items.get(requireIndex(index));
  }

  /// Replaces the element at an index.
  public void set(int index, long value) {
    items.set(requireIndex(index), value);
  }

  /// Takes the last element off.
  public long removeLast() {
    return items.removeAtIndex(requireLast());
  }

  /// The elements, in a new array.
  public long[] toArray() {
    return items.toArray();
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public void clear() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new LongArrayList(0);
  }
}
