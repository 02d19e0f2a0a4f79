package dev.wrt.bounded;

import java.util.function.IntUnaryOperator;
import org.checkerframework.checker.nullness.qual.Nullable;

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
/// The numbers that say how much is reserved, fits and is in a collection are kept twice; one that
/// is created with {@link Integrity#DIGEST} also has a digest of its contents, which follows each
/// intended change. {@link #verify} compares; its owner calls it where nothing wrong may pass.
/// References belong to the JVM and have no digest: a collection of objects has its control words,
/// a table in addition the digest of its free list and of which element is where.
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

  private static final Result<Unit> INTACT = Result.ok(Unit.UNIT);

  private final Reservation reservation;
  private final @Nullable ArrayDigest digest;

  /// A collection without words of its own.
  BoundedCollection(Reservation reservation) {
    this.reservation = reservation;
    this.digest = null;
  }

  /// A collection whose contents are so many words.
  ///
  /// @param words 32-bit words at its capacity
  BoundedCollection(Reservation reservation, int words) {
    this.reservation = reservation;
    this.digest = reservation.digested() ? new ArrayDigest(words) : null;
  }

  /// Elements that are in it now (bytes for a string, bits that are set for a bit set).
  public abstract int size();

  /// Removes all elements from the backing storage.
  abstract void removeAll();

  /// Compares the contents with their digest.
  ///
  /// @return the difference; null if there is none, or no digest
  @Nullable Fault contents() {
    return null;
  }

  /// Starts the digest of no elements.
  void restart() {
    if (digest != null) {
      digest.clear();
    }
  }

  /// Removes all elements; the capacity stays.
  public final void clear() {
    removeAll();
    reservation.count().set(0);
    restart();
  }

  /// Compares what is kept twice: the control words at every collection, the contents with their
  /// digest where it was created with {@link Integrity#DIGEST}.
  ///
  /// @return the first mismatch, as an integrity fault that names the account; else OK
  // [impl->req~bounded-integrity-verify~1]
  public final Result<Unit> verify() {
    Fault control = reservation.mismatch(size());
    Fault found = control == null ? contents() : control;
    return found == null ? INTACT : Result.err(found);
  }

  /// Whether {@link #verify} finds nothing.
  public final boolean intact() {
    return verify() instanceof Result.Ok<Unit>;
  }

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
    restart();
  }

  /// So many elements come, or go where it is negative.
  final void counted(int delta) {
    reservation.count().add(delta);
  }

  /// The digest follows a change of a word of the contents.
  ///
  /// @param word its index
  /// @param old what is there
  /// @param now what is meant to be there from now on
  final void follow(int word, int old, int now) {
    if (digest != null) {
      digest.change(word, old, now);
    }
  }

  /// The digest follows a change of an element of two words.
  ///
  /// @param element its index
  /// @param old what is there
  /// @param now what is meant to be there from now on
  final void followLong(int element, long old, long now) {
    follow(2 * element, (int) old, (int) now);
    follow(2 * element + 1, (int) (old >>> Integer.SIZE), (int) (now >>> Integer.SIZE));
  }

  /// Half of an element of two words.
  ///
  /// @param value the element
  /// @param half 0 for the lower half
  static int half(long value, int half) {
    return (int) (value >>> Integer.SIZE * half);
  }

  /// Compares words with the digest, if there is one.
  ///
  /// @param words how many there are
  /// @param word gives the word of an index
  final @Nullable Fault compare(int words, IntUnaryOperator word) {
    return digest == null ? null : digest.check(reservation.area(), words, word);
  }

  /// Names the collection in faults.
  final String area() {
    return reservation.area();
  }

  /// The control words; for tests that flip bits behind the API.
  final Reservation reservation() {
    return reservation;
  }

  /// The digest; for tests that flip bits behind the API.
  final @Nullable ArrayDigest digest() {
    return digest;
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
