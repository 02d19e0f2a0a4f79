package dev.wrt.bounded;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;

/// A set of fixed capacity that keeps the order of insertion; see {@link BoundedMap} for the choice
/// behind it.
///
/// @param <T> the type of its elements
public final class BoundedSet<T extends Object> extends BoundedCollection implements Iterable<T> {
  private LinkedHashSet<T> items;

  private BoundedSet(Reservation reservation) {
    super(reservation);
    items = LinkedHashSet.newLinkedHashSet(reservation.capacity());
  }

  /// Makes an empty set.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity elements that fit
  public static <T extends Object> Result<BoundedSet<T>> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, Integrity.NONE, bytes(capacity), BoundedSet<T>::new);
  }

  /// What a set of that capacity reserves: as much as a map.
  public static long bytes(int capacity) {
    return BoundedMap.bytes(capacity);
  }

  /// Makes sure that a value is in the set; a new one only if there is room.
  ///
  /// @return whether it is in the set now
  // [impl->req~bounded-map-replace~1]
  public boolean offer(T value) {
    if (isFull()) {
      return items.contains(value);
    }
    counted(items.add(value) ? 1 : 0);
    return true;
  }

  /// Makes sure that a value is in the set; there is room.
  public void add(T value) {
    Invariant.check(offer(value), FITS);
  }

  /// Whether a value is in the set.
  public boolean contains(T value) {
    return items.contains(value);
  }

  /// Takes a value out.
  ///
  /// @return whether it was in the set
  public boolean remove(T value) {
    boolean present = items.remove(value);
    counted(present ? -1 : 0);
    return present;
  }

  /// The elements in order of insertion; it can't remove them.
  // [impl->req~bounded-map-order~1]
  @Override
  public Iterator<T> iterator() {
    return Collections.unmodifiableSet(items).iterator();
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
    items = new LinkedHashSet<>();
  }
}
