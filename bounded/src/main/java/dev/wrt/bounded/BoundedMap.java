package dev.wrt.bounded;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A map of fixed capacity that keeps the order of insertion, so that what is listed does not
/// depend on hash codes. Replacing a value keeps the key's place; removing and inserting again
/// moves it to the end.
///
/// Why the JDK's linked map and not an open-addressed one: its buckets turn into trees when keys
/// collide, so that a guest that chooses colliding names costs logarithmic and not linear time. Its
/// table is sized for the capacity at once. The exception is stated in {@link SizeEstimate}: when
/// many keys collide in a small map, the JDK enlarges the table up to 64 entries before it makes
/// trees.
///
/// @param <K> the type of its keys
/// @param <V> the type of its values
public final class BoundedMap<K extends Object, V extends Object> extends BoundedCollection {
  private LinkedHashMap<K, V> entries;

  private BoundedMap(Reservation reservation) {
    super(reservation);
    entries = LinkedHashMap.newLinkedHashMap(reservation.capacity());
  }

  /// Makes an empty map.
  ///
  /// @param budget who pays for {@link #bytes} until it is closed
  /// @param capacity entries that fit
  public static <K extends Object, V extends Object> Result<BoundedMap<K, V>> create(
      MemoryBudget budget, int capacity) {
    return Reservation.make(
        budget, capacity, Integrity.NONE, bytes(capacity), BoundedMap<K, V>::new);
  }

  /// What a map of that capacity reserves.
  public static long bytes(int capacity) {
    return SizeEstimate.MAP_BYTES + (long) capacity * SizeEstimate.MAP_ENTRY_BYTES;
  }

  /// Maps a key to a value; a new key only if there is room.
  // [impl->req~bounded-map-replace~1]
  public boolean offer(K key, V value) {
    if (isFull() && !entries.containsKey(key)) {
      return false;
    }
    counted(entries.put(key, value) == null ? 1 : 0);
    return true;
  }

  /// Maps a key to a value; there is room.
  public void put(K key, V value) {
    Invariant.check(offer(key, value), FITS);
  }

  /// The value of a key; null if there is none.
  public @Nullable V get(K key) {
    return entries.get(key);
  }

  /// Whether a key has a value.
  public boolean containsKey(K key) {
    return entries.containsKey(key);
  }

  /// Takes a key and its value out; null if there was none.
  public @Nullable V remove(K key) {
    V value = entries.remove(key);
    counted(value == null ? 0 : -1);
    return value;
  }

  /// The entries in order of insertion; a view that can't be changed.
  // [impl->req~bounded-map-order~1]
  public Map<K, V> view() {
    return Collections.unmodifiableMap(entries);
  }

  @Override
  public int size() {
    return entries.size();
  }

  @Override
  void removeAll() {
    entries.clear();
  }

  @Override
  void dropStorage() {
    entries = new LinkedHashMap<>();
  }
}
