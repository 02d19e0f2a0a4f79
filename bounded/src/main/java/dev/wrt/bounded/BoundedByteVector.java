package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.list.mutable.primitive.ByteArrayList;

/// A list of `byte`s with a fixed capacity.
public final class BoundedByteVector extends BoundedCollection {
  private ByteArrayList items;

  private BoundedByteVector(Reservation reservation) {
    super(reservation, reservation.capacity());
    items = new ByteArrayList(reservation.capacity());
  }

  /// Makes an empty list.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedByteVector> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty list that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity elements that fit
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedByteVector> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedByteVector::new);
  }

  /// What a list of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity;
  }

  /// What a list of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(capacity);
  }

  /// Appends, if there is room.
  // [impl->req~bounded-vector-order~1]
  public boolean offer(byte value) {
    if (isFull()) {
      return false;
    }
    follow(items.size(), 0, value);
    items.add(value);
    counted(1);
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
    for (int i = at; i < at + length; i++) {
      follow(items.size(), 0, from[i]);
      items.add(from[i]);
    }
    counted(length);
    return true;
  }

  /// The element at an index.
  public byte get(int index) {
    return items.get(requireIndex(index));
  }

  /// Replaces the element at an index.
  public void set(int index, byte value) {
    follow(index, items.get(requireIndex(index)), value);
    items.set(index, value);
  }

  /// Takes the last element off.
  public byte removeLast() {
    int last = requireLast();
    follow(last, items.get(last), 0);
    counted(-1);
    return items.removeAtIndex(last);
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
  @Nullable Fault contents() {
    return compare(items.size(), items::get);
  }

  @Override
  void removeAll() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new ByteArrayList(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  ByteArrayList items() {
    return items;
  }
}
