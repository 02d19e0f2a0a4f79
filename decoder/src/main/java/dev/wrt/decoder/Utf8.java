package dev.wrt.decoder;

/// Well-formedness of UTF-8 (Unicode, table 3-7), without allocating.
public final class Utf8 {
  private Utf8() {}

  /// Whether `bytes[from, to)` is well-formed: shortest forms only, no surrogates, nothing above
  /// U+10FFFF.
  public static boolean valid(byte[] bytes, int from, int to) {
    int at = from;
    while (at < to) {
      int length = bytes[at] >= 0 ? 1 : sequence(bytes, at, to);
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return true;
  }

  /// Length of the sequence of two to four bytes at an offset, or 0 if it is ill-formed.
  private static int sequence(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xFF;
    int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    if (lead < 0xC2 || lead > 0xF4 || length > to - at) {
      return 0;
    }
    int second = bytes[at + 1] & 0xFF;
    if (second < leastSecond(lead) || second > greatestSecond(lead)) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    return length;
  }

  /// Excludes longer forms than needed.
  private static int leastSecond(int lead) {
    return switch (lead) {
      case 0xE0 -> 0xA0;
      case 0xF0 -> 0x90;
      default -> 0x80;
    };
  }

  /// Excludes surrogates and what is above U+10FFFF.
  private static int greatestSecond(int lead) {
    return switch (lead) {
      case 0xED -> 0x9F;
      case 0xF4 -> 0x8F;
      default -> 0xBF;
    };
  }
}
