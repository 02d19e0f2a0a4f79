package dev.wrt.bounded;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.eclipse.collections.impl.list.mutable.FastList;

/// A list of objects with a fixed capacity.
///
/// @param <T> the type of its elements
public final class BoundedVector<T extends Object> extends BoundedCollection
    implements Iterable<T> {
  private FastList<T> items;

  private BoundedVector(Reservation reservation) {
    super(reservation);
    items = new FastList<>(reservation.capacity());
  }

  /// Makes an empty list.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static <T extends Object> Result<BoundedVector<T>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(
        budget, capacity, Integrity.NONE, bytes(capacity), BoundedVector<T>::new);
  }

  /// What a list of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.COLLECTION_BYTES + (long) capacity * SizeEstimate.REFERENCE_BYTES;
  }

  /// Appends, if there is room.
  // [impl->req~bounded-vector-order~1]
  public boolean offer(T value) {
    if (isFull()) {
      return false;
    }
    items.add(value);
    counted(1);
    return true;
  }

  /// Appends; there is room.
  public void add(T value) {
    Invariant.check(offer(value), FITS);
  }

  /// The element at an index.
  public T get(int index) {
    return items.get(requireIndex(index));
  }

  /// Replaces the element at an index.
  public void set(int index, T value) {
    items.set(requireIndex(index), value);
  }

  /// Takes the last element off.
  public T removeLast() {
    T last = items.remove(requireLast());
    counted(-1);
    return last;
  }

  /// The elements, in a new list that can't be changed.
  public List<T> toList() {
    return List.copyOf(items);
  }

  /// The elements in order; it can't remove them.
  @Override
  public Iterator<T> iterator() {
    return Collections.unmodifiableList(items).iterator();
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
    items = new FastList<>(0);
  }
}
