package dev.wrt.bounded;

/// What all collections of fixed capacity have in common.
///
/// A collection reserves the bytes of its whole capacity when it is created and gives them back
/// when it is closed; in between it never grows. There are two ways in. `offer` is for quantities
/// that the guest controls: it answers `false` where there is no room, and the caller makes the
/// fault with {@link #overflow}. `add`, `push` and `put` are for quantities that we control: no
/// room is a bug of ours, an {@link Invariant.Violation}. An index outside the collection, or
/// taking from an empty one, is such a bug too; where a guest chooses the index, the method says so
/// and answers null.
///
/// A closed collection is empty and has a capacity of 0: offers are refused, reading is a bug.
///
/// Not thread-safe, like the budget behind it.
public abstract sealed class BoundedCollection implements AutoCloseable
    permits BoundedBitSet,
        BoundedByteVector,
        BoundedDeque,
        BoundedIntMap,
        BoundedIntStack,
        BoundedIntVector,
        BoundedLongStack,
        BoundedLongVector,
        BoundedMap,
        BoundedObjectIntMap,
        BoundedQueue,
        BoundedSet,
        BoundedStack,
        BoundedString,
        BoundedTable,
        BoundedVector {
  /// The assumption behind `add`, `push` and `put`.
  // [impl->req~bounded-collection-add~1]
  static final String FITS = "an element that we add fits the capacity";

  private final Reservation reservation;

  BoundedCollection(Reservation reservation) {
    this.reservation = reservation;
  }

  /// Elements that are in it now (bytes for a string, bits that are set for a bit set).
  public abstract int size();

  /// Removes all elements; the capacity stays.
  public abstract void clear();

  /// Lets go of the backing storage and leaves an empty one in its place.
  abstract void dropStorage();

  /// Elements that fit; 0 once closed.
  public final int capacity() {
    return reservation.capacity();
  }

  /// Whether nothing is in it.
  public final boolean isEmpty() {
    return size() == 0;
  }

  /// Whether one more element would be refused.
  // [impl->req~bounded-collection-offer~1]
  public final boolean isFull() {
    return size() == capacity();
  }

  /// The fault of an offer that was refused.
  ///
  /// @param limit what the capacity stands for, such as `handles of an instance`
  // [impl->req~bounded-collection-overflow~1]
  public final Fault overflow(String limit) {
    return new Fault.LimitFault(BoundedCode.CAPACITY_EXCEEDED, limit, size() + 1L, capacity());
  }

  /// Gives the storage back; closing again does nothing.
  // [impl->req~bounded-collection-close~1]
  // [impl->req~bounded-collection-closed~1]
  @Override
  public final void close() {
    dropStorage();
    reservation.close();
  }

  /// Checks an index of ours.
  // [impl->req~bounded-index~1]
  final int requireIndex(int index) {
    Invariant.check(index >= 0 && index < size(), "an index of ours is inside the collection");
    return index;
  }

  /// Checks that there is something to take; gives the index of the last element.
  // [impl->req~bounded-index~1]
  final int requireLast() {
    Invariant.check(size() > 0, "we take from a collection that has elements");
    return size() - 1;
  }
}
