package dev.wrt.bounded;

/// What storage costs, in bytes, for reservations: upper estimates of a 64-bit HotSpot JVM without
/// compressed references and headers, so that a smaller layout only leaves a reserve.
///
/// A collection reserves its own storage only. What its elements point to is reserved by whoever
/// makes them, with {@link #OBJECT_BYTES} and {@link #stringBytes}.
// [impl->req~bounded-size-estimates~1]
// [impl->req~bounded-collection-stated~1]
public final class SizeEstimate {
  /// A reference in an array or field.
  public static final int REFERENCE_BYTES = 8;

  /// A small object: its header and one or two words; larger ones add their fields.
  public static final int OBJECT_BYTES = 24;

  /// The fixed part of a list-like collection: wrapper (40), its reservation (56) with three
  /// control words (96), the backing list or deque (32), the header of its array (24).
  public static final int COLLECTION_BYTES = 256;

  /// The fixed part of a hash map: as a list, and the least table there may be (64 entries, see
  /// {@link BoundedMap}; {@link BoundedIntMap} needs less).
  public static final int MAP_BYTES = COLLECTION_BYTES + 64 * REFERENCE_BYTES;

  /// An entry of {@link BoundedMap}: a linked tree node with its header (16), hash (8), key, value,
  /// next, before, after (40), parent, left, right, previous (32), colour (8), and at most 8/3
  /// table entries (22).
  public static final int MAP_ENTRY_BYTES = 128;

  /// An entry of {@link BoundedIntMap}: two tables, each of less than 8 slots an entry, of two
  /// ints.
  public static final int INT_MAP_ENTRY_BYTES = 2 * 8 * (2 * Integer.BYTES);

  /// An entry of {@link BoundedObjectIntMap}: two tables, each of less than 8 slots an entry, of a
  /// reference and an int.
  public static final int OBJECT_INT_MAP_ENTRY_BYTES = 2 * 8 * (REFERENCE_BYTES + Integer.BYTES);

  private SizeEstimate() {}

  /// A string and its array, whichever way the JVM holds its characters.
  ///
  /// @param length its UTF-16 length, at least 0
  public static long stringBytes(int length) {
    return 2L * OBJECT_BYTES + (long) Character.BYTES * length;
  }
}
