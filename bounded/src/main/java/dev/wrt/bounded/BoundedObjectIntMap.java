package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;

/// A map from objects to `int` with a fixed capacity.
///
/// It can't be listed, since the order would depend on hash codes. The bound of its storage is that
/// of {@link BoundedIntMap}, with slots of a reference and an int.
///
/// @param <K> the type of its keys
public final class BoundedObjectIntMap<K extends Object> extends BoundedCollection {
  private final @Nullable EntryDigest entryDigest;
  private ObjectIntHashMap<K> entries;

  private BoundedObjectIntMap(Reservation reservation) {
    super(reservation);
    entryDigest = reservation.digested() ? new EntryDigest() : null;
    entries = new ObjectIntHashMap<>(BoundedIntMap.halfTable(reservation.capacity()));
  }

  /// Makes an empty map.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity entries that fit
  public static <K extends Object> Result<BoundedObjectIntMap<K>> create(
      MemoryBudget budget, int capacity) {
    return create(budget, capacity, Integrity.NONE);
  }

  /// Makes an empty map that keeps a digest, or none.
  ///
  /// @param budget who pays for {@link #bytes(int, Integrity)} until it is closed
  /// @param capacity entries that fit
  /// @param integrity whether it keeps a digest of its contents
  public static <K extends Object> Result<BoundedObjectIntMap<K>> create(
      MemoryBudget budget, int capacity, Integrity integrity) {
    return Reservation.make(
        budget, capacity, integrity, bytes(capacity, integrity), BoundedObjectIntMap<K>::new);
  }

  /// What a map of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.MAP_BYTES + (long) capacity * SizeEstimate.OBJECT_INT_MAP_ENTRY_BYTES;
  }

  /// What a map of that capacity reserves, with its digest where it keeps one.
  public static long bytes(int capacity, Integrity integrity) {
    return bytes(capacity) + (integrity == Integrity.DIGEST ? EntryDigest.BYTES : 0);
  }

  /// Maps a key to a value; a new key only if there is room.
  // [impl->req~bounded-map-replace~1]
  // [impl->req~bounded-map-primitive~1]
  public boolean offer(K key, int value) {
    boolean present = entries.containsKey(key);
    if (isFull() && !present) {
      return false;
    }
    if (present) {
      left(key);
    }
    if (entryDigest != null) {
      entryDigest.come(key.hashCode(), value);
    }
    entries.put(key, value);
    counted(1);
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
    if (present) {
      left(key);
      entries.removeKey(key);
    }
    return present;
  }

  /// Count and digest follow an entry that goes, or is about to be replaced.
  private void left(K key) {
    counted(-1);
    if (entryDigest != null) {
      entryDigest.go(key.hashCode(), entries.get(key));
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
    entries.forEachKeyValue((key, value) -> found.come(key.hashCode(), value));
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
    entries = new ObjectIntHashMap<>();
  }

  /// The backing storage; for tests that flip bits behind the API.
  ObjectIntHashMap<K> items() {
    return entries;
  }

  /// The digest; for tests that flip bits behind the API.
  @Nullable EntryDigest entryDigest() {
    return entryDigest;
  }
}
