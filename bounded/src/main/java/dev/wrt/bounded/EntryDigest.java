package dev.wrt.bounded;

import dev.wrt.bounded.Fault.IntegrityFault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A digest of the entries of a hash map, whatever places they have in its table.
///
/// An entry is one 64-bit number; the digest is the sum of these numbers and the sum of their
/// mixtures (a bijection that spreads each bit), both modulo `2^64` and kept as value and inverse.
/// One wrong entry changes the first sum, always; entries that are wrong in a way that keeps the
/// first sum change the second but for about 1 in `2^64`.
// [impl->req~bounded-integrity-digest~1]
final class EntryDigest {
  /// Header, two references, two control words.
  static final int BYTES = 32 + 2 * ControlWord.BYTES;

  private final ControlWord plain = new ControlWord(0);
  private final ControlWord mixed = new ControlWord(0);

  /// An entry comes.
  ///
  /// @param key the key, or a number that stands for it
  /// @param value the value
  void come(int key, int value) {
    long entry = entry(key, value);
    plain.add(entry);
    mixed.add(mix(entry));
  }

  /// An entry goes.
  ///
  /// @param key the key, or a number that stands for it
  /// @param value the value
  void go(int key, int value) {
    long entry = entry(key, value);
    plain.add(-entry);
    mixed.add(-mix(entry));
  }

  /// No entry is left.
  void clear() {
    plain.set(0);
    mixed.set(0);
  }

  /// Compares with the digest of what is there.
  ///
  /// @param area names the map in the fault
  /// @param found a new digest, to which all entries have come
  /// @return the difference; null if there is none
  @Nullable IntegrityFault check(String area, EntryDigest found) {
    IntegrityFault fault = check(area, plain, found.plain);
    return fault == null ? check(area, mixed, found.mixed) : fault;
  }

  private static @Nullable IntegrityFault check(String area, ControlWord kept, ControlWord found) {
    if (!kept.intact()) {
      return new IntegrityFault(
          BoundedCode.DIGEST_CORRUPTED, area, 0, kept.value(), kept.inverted(), false);
    }
    return kept.value() == found.value()
        ? null
        : new IntegrityFault(
            BoundedCode.CONTENTS_MISMATCH, area, 0, kept.value(), found.value(), false);
  }

  private static long entry(int key, int value) {
    return (long) key << Integer.SIZE | Integer.toUnsignedLong(value);
  }

  private static long mix(long entry) {
    long z = (entry ^ entry >>> 30) * 0xBF58476D1CE4E5B9L;
    return (z ^ z >>> 27) * 0x94D049BB133111EBL;
  }

  /// The sum of the entries; for tests that flip bits behind the API.
  ControlWord plain() {
    return plain;
  }

  /// The sum of the mixtures; for tests that flip bits behind the API.
  ControlWord mixed() {
    return mixed;
  }
}
