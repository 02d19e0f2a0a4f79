package dev.wrt.component.abi;

import dev.wrt.bounded.SizeEstimate;

/// Estimates of what lifted values take on the Java side, for reservations.
final class ValueBytes {
  /// A record with a word or two.
  static final long SCALAR = SizeEstimate.OBJECT_BYTES;

  /// A string without its characters: the value, the string, its array.
  static final long STRING = 3L * SizeEstimate.OBJECT_BYTES;

  /// A list without its elements: the value, the list or view, its array.
  static final long LIST = 4L * SizeEstimate.OBJECT_BYTES;

  /// Sums stop here instead of overflowing; no budget is as large.
  private static final long MAX = 1L << 56;

  private ValueBytes() {}

  /// A record or tuple without the values of its parts: the value, the list, its array twice (it is
  /// built in one array and kept in another).
  static long record(int parts) {
    return 4L * SizeEstimate.OBJECT_BYTES + 2L * SizeEstimate.REFERENCE_BYTES * parts;
  }

  /// The elements of a list that is not packed: as the parts of a record, and their values.
  static long elements(int length, Layout element) {
    return sum(record(length), Math.min(length * Math.min(element.valueBytes(), MAX >> 31), MAX));
  }

  /// A sum that stops at a maximum.
  static long sum(long a, long b) {
    return Math.min(a + b, MAX);
  }
}
