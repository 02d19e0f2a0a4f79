package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.list.mutable.primitive.LongArrayList;

/// A list of `long`s with a fixed capacity.
public final class BoundedLongVector extends BoundedCollection {
  private LongArrayList items;

  private BoundedLongVector(Reservation reservation) {
    super(reservation, 2 * reservation.capacity());
    items = new LongArrayList(reservation.capacity());
  }

  /// Makes an empty list.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static Result<BoundedLongVector> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty list that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity elements that fit
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedLongVector> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedLongVector::new);
  }

  /// What a list of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * Long.BYTES;
  }

  /// What a list of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(2L * capacity);
  }

  /// Appends, if there is room.
  // [impl->req~bounded-vector-order~1]
  public boolean offer(long value) {
    if (isFull()) {
      return false;
    }
    followLong(items.size(), 0, value);
    items.add(value);
    counted(1);
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
    followLong(index, items.get(requireIndex(index)), value);
    items.set(index, value);
  }

  /// Takes the last element off.
  public long removeLast() {
    int last = requireLast();
    followLong(last, items.get(last), 0);
    counted(-1);
    return items.removeAtIndex(last);
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
  @Nullable Fault contents() {
    return compare(2 * items.size(), i -> half(items.get(i / 2), i % 2));
  }

  @Override
  void removeAll() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new LongArrayList(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  LongArrayList items() {
    return items;
  }
}
