package dev.wrt.bounded;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A first-in, first-out queue of objects with a fixed capacity.
///
/// @param <T> the type of its elements
public final class BoundedQueue<T extends Object> extends BoundedCollection implements Iterable<T> {
  private ArrayDeque<T> items;

  private BoundedQueue(Reservation reservation) {
    super(reservation);
    items = new ArrayDeque<>(reservation.capacity());
  }

  /// Makes an empty queue.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static <T extends Object> Result<BoundedQueue<T>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(
        budget, capacity, Integrity.NONE, bytes(capacity), BoundedQueue<T>::new);
  }

  /// What a queue of that capacity reserves: the ring has one free place more.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (capacity + 1L) * SizeEstimate.REFERENCE_BYTES;
  }

  /// Adds after the last element, if there is room.
  public boolean offer(T value) {
    if (isFull()) {
      return false;
    }
    items.addLast(value);
    counted(1);
    return true;
  }

  /// Adds after the last element; there is room.
  public void add(T value) {
    Invariant.check(offer(value), FITS);
  }

  /// Takes the first element off; null if there is none.
  // [impl->req~bounded-queue-order~1]
  public @Nullable T poll() {
    return left(items.pollFirst());
  }

  /// The first element; null if there is none.
  public @Nullable T peek() {
    return items.peekFirst();
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
