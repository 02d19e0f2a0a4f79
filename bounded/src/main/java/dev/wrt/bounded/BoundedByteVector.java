package dev.wrt.bounded;

import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;

/// A list of `byte`s with a fixed capacity.
public final class BoundedByteVector extends BoundedCollection {
  private ByteArrayList items;

  private BoundedByteVector(Reservation reservation) {
    super(reservation);
    items = new ByteArrayList(reservation.capacity());
  }

  /// Makes an empty list.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedByteVector> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedByteVector::new);
  }

  /// What a list of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity;
  }

  /// Appends, if there is room.
  // [impl->req~bounded-vector-order~1]
  public boolean offer(byte value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    return true;
  }

  /// Appends; there is room.
  public void add(byte value) {
    Invariant.check(offer(value), FITS);
  }

  /// Appends a range of an array, if there is room for all of it.
  ///
  /// @param from the array
  /// @param at index of the first byte
  /// @param length bytes, all of them inside the array
  // [impl->req~bounded-vector-order~1]
  public boolean offer(byte[] from, int at, int length) {
    Invariant.check(at >= 0 && length >= 0 && length <= from.length - at, "a range of ours");
    if (length > capacity() - size()) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      items.add(from[at + i]);
    }
    return true;
  }

  /// The element at an index.
  public byte get(int index) {
    return items.get(requireIndex(index));
  }

  /// Replaces the element at an index.
  public void set(int index, byte value) {
    items.set(requireIndex(index), value);
  }

  /// Takes the last element off.
  public byte removeLast() {
    return items.removeAtIndex(requireLast());
  }

  /// The elements, in a new array.
  public byte[] toArray() {
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
    items = new ByteArrayList(0);
  }
}
