package dev.wrt.component.abi;

import org.checkerframework.checker.nullness.qual.Nullable;

/// Well-formedness of UTF-8 and UTF-16 (The Unicode Standard, table 3-7 and definition D91).
final class Utf {
  private Utf() {}

  /// Checks UTF-8; null if it is well-formed.
  // [impl->req~abi-lift-traps~1]
  static @Nullable AbiCode checkUtf8(byte[] bytes, int from, int end) {
    int i = from;
    while (i < end) {
      int lead = bytes[i] & 0xFF;
      int length = sequenceLength(lead);
      if (length == 0) {
        return AbiCode.INVALID_UTF8;
      }
      for (int k = 1; k < length; k++) {
        if (i + k == end) {
          return AbiCode.INCOMPLETE_UTF8;
        }
        if (!continues(lead, k, bytes[i + k] & 0xFF)) {
          return AbiCode.INVALID_UTF8;
        }
      }
      i += length;
    }
    return null;
  }

  /// Bytes of well-formed UTF-16 as UTF-8; a lone surrogate counts as the one byte of `?`.
  static long utf8Bytes(String text) {
    long bytes = 0;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean lone = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
      bytes += lone || c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    }
    return bytes;
  }

  /// Bytes of a sequence by its first one; 0 for a byte that begins none.
  private static int sequenceLength(int lead) {
    if (lead < 0x80) {
      return 1;
    }
    if (lead < 0xC2 || lead > 0xF4) {
      return 0;
    }
    if (lead < 0xE0) {
      return 2;
    }
    return lead < 0xF0 ? 3 : 4;
  }

  /// Whether a byte may be the k-th after its lead: the second byte excludes overlong forms,
  /// surrogates, and what is above U+10FFFF.
  private static boolean continues(int lead, int k, int next) {
    int min = 0x80;
    int max = 0xBF;
    if (k == 1) {
      min = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
      max = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    }
    return next >= min && next <= max;
  }

  /// Checks little-endian UTF-16 of an even number of bytes; null if it is well-formed.
  static @Nullable AbiCode checkUtf16(byte[] bytes, int from, int end) {
    boolean afterHigh = false;
    for (int i = from; i < end; i += 2) {
      char unit = (char) (bytes[i] & 0xFF | (bytes[i + 1] & 0xFF) << 8);
      if (Character.isLowSurrogate(unit) != afterHigh) {
        return AbiCode.INVALID_UTF16;
      }
      afterHigh = Character.isHighSurrogate(unit);
    }
    return afterHigh ? AbiCode.INVALID_UTF16 : null;
  }
}
