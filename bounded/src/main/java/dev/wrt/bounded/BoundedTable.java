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
    super(reservation, 2 * reservation.capacity());
    items = new FastList<>(reservation.capacity());
    free = new IntArrayList(reservation.capacity());
  }

  /// Makes an empty table.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit; indices are below it
  public static <T extends Object> Result<BoundedTable<T>> create(
      MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty table that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity elements that fit; indices are below it
  /// @param integrity whether it keeps a digest of its contents
  public static <T extends Object> Result<BoundedTable<T>> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedTable<T>::new);
  }

  /// What a table of that capacity reserves.
  public static long bytes(int capacity) {
    return 2L * SizeEstimate.COLLECTION_BYTES
        + (long) capacity * (SizeEstimate.REFERENCE_BYTES + Integer.BYTES);
  }

  /// What a table of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + integrity.bytes(2L * capacity);
  }

  /// Puts an element at a free index, if there is room.
  ///
  /// @return its index, or {@link #REFUSED}
  // [impl->req~bounded-table-index~1]
  public int offer(T value) {
    if (isFull()) {
      return REFUSED;
    }
    counted(1);
    if (free.isEmpty()) {
      followElement(items.size(), null, value);
      items.add(value);
      return items.size() - 1;
    }
    int last = free.size() - 1;
    int index = free.get(last);
    follow(last, index + 1, 0);
    free.removeAtIndex(last);
    followElement(index, null, value);
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
      counted(-1);
      followElement(index, value, null);
      items.set(index, null);
      follow(free.size(), 0, index + 1);
      free.add(index);
    }
    return value;
  }

  /// Replaces the element at an index of ours, which is occupied.
  public void set(int index, T value) {
    T old = Invariant.present(get(index), "an element that we replace is there");
    followElement(index, old, value);
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

  /// The digest's words: first the free list, each index one more than it is; then who is where.
  private void followElement(int index, @Nullable T old, @Nullable T now) {
    follow(capacity() + index, System.identityHashCode(old), System.identityHashCode(now));
  }

  private int word(int index) {
    int element = index - capacity();
    if (element >= 0) {
      return System.identityHashCode(element < items.size() ? items.get(element) : null);
    }
    return index < free.size() ? free.get(index) + 1 : 0;
  }

  @Override
  @Nullable Fault contents() {
    return compare(2 * capacity(), this::word);
  }

  @Override
  public int size() {
    return items.size() - free.size();
  }

  @Override
  void removeAll() {
    items.clear();
    free.clear();
  }

  @Override
  void dropStorage() {
    items = new FastList<>(0);
    free = new IntArrayList(0);
  }

  /// The backing storage; for tests that flip bits behind the API.
  FastList<@Nullable T> items() {
    return items;
  }

  /// The free list; for tests that flip bits behind the API.
  IntArrayList free() {
    return free;
  }
}
