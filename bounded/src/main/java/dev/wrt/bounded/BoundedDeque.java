package dev.wrt.bounded;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A double-ended queue of objects with a fixed capacity.
///
/// @param <T> the type of its elements
public final class BoundedDeque<T extends Object> extends BoundedCollection implements Iterable<T> {
  private ArrayDeque<T> items;

  private BoundedDeque(Reservation reservation) {
    super(reservation);
    items = new ArrayDeque<>(reservation.capacity());
  }

  /// Makes an empty deque.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static <T extends Object> Result<BoundedDeque<T>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(
        budget, capacity, Integrity.NONE, bytes(capacity), BoundedDeque<T>::new);
  }

  /// What a deque of that capacity reserves: the ring has one free place more.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (capacity + 1L) * SizeEstimate.REFERENCE_BYTES;
  }

  /// Adds before the first element, if there is room.
  public boolean offerFirst(T value) {
    if (isFull()) {
      return false;
    }
    items.addFirst(value);
    counted(1);
    return true;
  }

  /// Adds before the first element; there is room.
  public void addFirst(T value) {
    Invariant.check(offerFirst(value), FITS);
  }

  /// Adds after the last element, if there is room.
  public boolean offerLast(T value) {
    if (isFull()) {
      return false;
    }
    items.addLast(value);
    counted(1);
    return true;
  }

  /// Adds after the last element; there is room.
  public void addLast(T value) {
    Invariant.check(offerLast(value), FITS);
  }

  /// Takes the first element off; null if there is none.
  // [impl->req~bounded-queue-order~1]
  public @Nullable T pollFirst() {
    return left(items.pollFirst());
  }

  /// The first element; null if there is none.
  public @Nullable T peekFirst() {
    return items.peekFirst();
  }

  /// Takes the last element off; null if there is none.
  // [impl->req~bounded-queue-order~1]
  public @Nullable T pollLast() {
    return left(items.pollLast());
  }

  /// The last element; null if there is none.
  public @Nullable T peekLast() {
    return items.peekLast();
  }

  /// The elements from first to last; it can't remove them.
  @Override
  public Iterator<T> iterator() {
    return Collections.unmodifiableCollection(items).iterator();
  }

  /// The count follows an element that was taken off, if one was.
  private @Nullable T left(@Nullable T value) {
    counted(value == null ? 0 : -1);
    return value;
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  void removeAll() {
    items.clear();
  }

  @Override
  void dropStorage() {
    items = new ArrayDeque<>(0);
  }
}
