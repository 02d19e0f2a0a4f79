package dev.wrt.bounded;

/// What a collection does to notice that its contents were changed behind its API; chosen when it
/// is created.
// [impl->req~bounded-integrity-choice~1]
public enum Integrity {
  /// Control words only: capacity, reserved bytes and the count of elements are kept twice.
  NONE,
  /// A digest follows every intended change of the contents as well.
  DIGEST;

  /// The bytes of a digest over so many words; 0 where there is none.
  ///
  /// @param words 32-bit words that the contents are counted as
  long bytes(long words) {
    return this == DIGEST ? ArrayDigest.bytes(words) : 0;
  }
}
