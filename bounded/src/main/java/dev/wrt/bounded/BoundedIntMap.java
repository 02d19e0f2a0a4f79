package dev.wrt.bounded;

import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;

/// A map from `int` to `int` with a fixed capacity.
///
/// Bound of its storage: the backing map doubles its table only to keep at least half of it unused.
/// The table is made for twice `capacity + 1` entries: L slots, the power of two that is at least 4
/// `(capacity + 1)` and less than 8 times that. When removed keys have used it up, the map rehashes
/// into a table of at most `max(l / 2, 4 (size + 1))` slots, where l is the present length: by
/// induction never more than L. Old and new table exist together for a moment, so two are reserved.
public final class BoundedIntMap extends BoundedCollection {
  private IntIntHashMap entries;

  private BoundedIntMap(Reservation reservation) {
    super(reservation);
    entries = new IntIntHashMap(2 * (reservation.capacity() + 1));
  }

  /// Makes an empty map.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity entries that fit
  public static Result<BoundedIntMap> create(MemoryBudget budget, int capacity) {
    return Reservation.make(budget, capacity, bytes(capacity), BoundedIntMap::new);
  }

  /// What a map of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.MAP_BYTES + (long) capacity * SizeEstimate.INT_MAP_ENTRY_BYTES;
  }

  /// Maps a key to a value; a new key only if there is room.
  public boolean offer(int key, int value) {
    if (isFull() && !entries.containsKey(key)) {
      return false;
    }
    entries.put(key, value);
    return true;
  }

  /// Maps a key to a value; there is room.
  public void put(int key, int value) {
    Invariant.check(offer(key, value), FITS);
  }

  /// The value of a key, or another value if there is none.
  public int get(int key, int absent) {
    return entries.getIfAbsent(key, absent);
  }

  /// Whether a key has a value.
  public boolean containsKey(int key) {
    return entries.containsKey(key);
  }

  /// Takes a key and its value out.
  ///
  /// @return whether it was there
  public boolean remove(int key) {
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
    entries = new IntIntHashMap();
  }
}
