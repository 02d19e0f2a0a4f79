package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.map.mutable.primitive.IntIntHashMap;

/// A map from `int` to `int` with a fixed capacity.
///
/// Bound of its storage, with m for one more than the capacity: the backing map uses at most half
/// of its table, and gives up the places of removed keys only when it rehashes. A table of t slots
/// that is used up is rehashed into one of `max(t / 2, p)` slots or twice that, where p is a power
/// of two and at most the least one that is not below `2 m`. The first table has T slots, the least
/// power of two that is not below `4 m`. So p is at most `T / 2`, and by induction no table has
/// more than T slots. T is less than `8 m`; old and new table exist together for a moment, so two
/// are reserved.
public final class BoundedIntMap extends BoundedCollection {
  private final @Nullable EntryDigest entryDigest;
  private IntIntHashMap entries;

  private BoundedIntMap(Reservation reservation) {
    super(reservation);
    entryDigest = reservation.digested() ? new EntryDigest() : null;
    entries = new IntIntHashMap(halfTable(reservation.capacity()));
  }

  /// Makes an empty map.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity entries that fit
  public static Result<BoundedIntMap> create(MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty map that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity entries that fit
  /// @param integrity whether it keeps a digest of its contents
  public static Result<BoundedIntMap> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedIntMap::new);
  }

  /// What a map of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.MAP_BYTES + (long) capacity * SizeEstimate.INT_MAP_ENTRY_BYTES;
  }

  /// What a map of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + (integrity == Integrity.DIGEST ? EntryDigest.BYTES : 0);
  }

  /// Half of the first table's slots, which is how the backing map wants to be told: the least
  /// power of two above `2 capacity`.
  // [impl->req~bounded-collection-stated~1]
  static int halfTable(int capacity) {
    return Integer.highestOneBit(2 * capacity + 1) << 1;
  }

  /// Maps a key to a value; a new key only if there is room.
  // [impl->req~bounded-map-replace~1]
  // [impl->req~bounded-map-primitive~1]
  public boolean offer(int key, int value) {
    boolean present = entries.containsKey(key);
    if (isFull() && !present) {
      return false;
    }
    if (present) {
      left(key);
    }
    if (entryDigest != null) {
      entryDigest.come(key, value);
    }
    entries.put(key, value);
    counted(1);
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
    if (present) {
      left(key);
      entries.removeKey(key);
    }
    return present;
  }

  /// Count and digest follow an entry that goes, or is about to be replaced.
  private void left(int key) {
    counted(-1);
    if (entryDigest != null) {
      entryDigest.go(key, entries.get(key));
    }
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  @Nullable Fault contents() {
    if (entryDigest == null) {
      return null;
    }
    EntryDigest found = new EntryDigest();
    entries.forEachKeyValue((key, value) -> found.come(key, value));
    return entryDigest.check(area(), found);
  }

  @Override
  void restart() {
    if (entryDigest != null) {
      entryDigest.clear();
    }
  }

  @Override
  void removeAll() {
    entries.clear();
  }

  @Override
  void dropStorage() {
    entries = new IntIntHashMap();
  }

  /// The backing storage; for tests that flip bits behind the API.
  IntIntHashMap items() {
    return entries;
  }

  /// The digest; for tests that flip bits behind the API.
  @Nullable EntryDigest entryDigest() {
    return entryDigest;
  }
}
