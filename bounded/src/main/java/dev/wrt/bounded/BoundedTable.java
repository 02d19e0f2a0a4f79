package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.list.mutable.FastList;
import org.eclipse.collections.impl.list.mutable.primitive.IntArrayList;

/// Objects under small integers, with a free list: what handles, descriptors and reps are.
///
/// The index of a new element is the one that was freed last, as in the handle tables of the
/// component model; if none is free, the smallest that was never used. So the indices depend on
/// nothing but the sequence of calls.
///
/// Invariant: an index below {@code items.size()} is either occupied or once in the free list.
///
/// @param <T> the type of its elements
public final class BoundedTable<T extends Object> extends BoundedCollection {
  /// What {@link #offer} answers where there is no room.
  public static final int REFUSED = -1;

  private FastList<@Nullable T> items;
  private IntArrayList free;

  private BoundedTable(Reservation reservation) {
    super(reservation);
    items = new FastList<>(reservation.capacity());
    free = new IntArrayList(reservation.capacity());
  }

  /// Makes an empty table.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit; indices are below it
  public static <T extends Object> Result<BoundedTable<T>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedTable<T>::new);
  }

  /// What a table of that capacity reserves.
  public static long bytes(int capacity) {
    return 2L * SizeEstimate.COLLECTION_BYTES
        + (long) capacity * (SizeEstimate.REFERENCE_BYTES + Integer.BYTES);
  }

  /// Puts an element at a free index, if there is room.
  ///
  /// @return its index, or {@link #REFUSED}
  // [impl->req~bounded-table-index~1]
  public int offer(T value) {
    if (isFull()) {
      return REFUSED;
    }
    if (free.isEmpty()) {
      items.add(value);
      return items.size() - 1;
    }
    int index = free.removeAtIndex(free.size() - 1);
    items.set(index, value);
    return index;
  }

  /// Puts an element at a free index; there is room.
  ///
  /// @return its index
  public int add(T value) {
    int index = offer(value);
    Invariant.check(index != REFUSED, FITS);
    return index;
  }

  /// The element at an index that a guest may have chosen; null if there is none.
  // [impl->req~bounded-table-absent~1]
  public @Nullable T get(int index) {
    return index >= 0 && index < items.size() ? items.get(index) : null;
  }

  /// Takes the element at an index out and frees the index; null if there was none.
  // [impl->req~bounded-table-absent~1]
  public @Nullable T remove(int index) {
    T value = get(index);
    if (value != null) {
      items.set(index, null);
      free.add(index);
    }
    return value;
  }

  /// Replaces the element at an index of ours, which is occupied.
  public void set(int index, T value) {
    Invariant.check(get(index) != null, "an element that we replace is there");
    items.set(index, value);
  }

  /// The first occupied index from one on, or {@link #REFUSED} if there is none: with it, elements
  /// are visited in the order of their indices.
  ///
  /// @param from at least 0
  public int nextIndex(int from) {
    for (int index = from; index < items.size(); index++) {
      if (items.get(index) != null) {
        return index;
      }
    }
    return REFUSED;
  }

  @Override
  public int size() {
    return items.size() - free.size();
  }

  @Override
  public void clear() {
    items.clear();
    free.clear();
  }

  @Override
  void dropStorage() {
    items = new FastList<>(0);
    free = new IntArrayList(0);
  }
}
