package dev.wrt.bounded;

import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// A list of `int`s with a fixed capacity.
public final class BoundedIntVector extends BoundedCollection {
  private IntArrayList items;

  private BoundedIntVector(Reservation reservation) {
    super(reservation);
    items = new IntArrayList(reservation.capacity());
  }

  /// Makes an empty list.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedIntVector> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedIntVector::new);
  }

  /// What a list of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Integer.BYTES;
  }

  /// Appends, if there is room.
  // [impl->req~bounded-vector-order~1]
  public boolean offer(int value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    return true;
  }

  /// Appends; there is room.
  public void add(int value) {
    Invariant.check(offer(value), FITS);
  }

  /// The element at an index.
  public int get(int index) {
    return items.get(requireIndex(index));
  }

  /// Replaces the element at an index.
  public void set(int index, int value) {
    items.set(requireIndex(index), value);
  }

  /// Takes the last element off.
  public int removeLast() {
    return items.removeAtIndex(requireLast());
  }

  /// The elements, in a new array.
  public int[] toArray() {
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
    items = new IntArrayList(0);
  }
}
