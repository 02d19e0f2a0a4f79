package dev.wrt.bounded;

import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;

/// A map from objects to `int` with a fixed capacity.
///
/// It can't be listed, since the order would depend on hash codes. The bound of its storage is that
/// of {@link BoundedIntMap}, with slots of a reference and an int.
///
/// @param <K> the type of its keys
public final class BoundedObjectIntMap<K extends Object> extends BoundedCollection {
  private ObjectIntHashMap<K> entries;

  private BoundedObjectIntMap(Reservation reservation) {
    super(reservation);
    entries = new ObjectIntHashMap<>(BoundedIntMap.halfTable(reservation.capacity()));
  }

  /// Makes an empty map.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity entries that fit
  public static <K extends Object> Result<BoundedObjectIntMap<K>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedObjectIntMap<K>::new);
  }

  /// What a map of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.MAP_BYTES + (long) capacity * SizeEstimate.OBJECT_INT_MAP_ENTRY_BYTES;
  }

  /// Maps a key to a value; a new key only if there is room.
  // [impl->req~bounded-map-replace~1]
  // [impl->req~bounded-map-primitive~1]
  public boolean offer(K key, int value) {
    if (isFull() && !entries.containsKey(key)) {
      return false;
    }
    entries.put(key, value);
    return true;
  }

  /// Maps a key to a value; there is room.
  public void put(K key, int value) {
    Invariant.check(offer(key, value), FITS);
  }

  /// The value of a key, or another value if there is none.
  public int get(K key, int absent) {
    return entries.getIfAbsent(key, absent);
  }

  /// Whether a key has a value.
  public boolean containsKey(K key) {
    return entries.containsKey(key);
  }

  /// Takes a key and its value out.
  ///
  /// @return whether it was there
  public boolean remove(K key) {
    boolean present = entries.containsKey(key);
    entries.removeKey(key);
    return present;
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  public void clear() {
    entries.clear();
  }

  @Override
  void dropStorage() {
    entries = new ObjectIntHashMap<>();
  }
}
