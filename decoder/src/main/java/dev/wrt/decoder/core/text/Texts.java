package dev.wrt.decoder.core.text;

import java.nio.charset.StandardCharsets;

/// Numbers and strings in the text format (core specification, `text/values`).
final class Texts {
  private static final int F32_QUIET = 0x40_0000;
  private static final long F64_QUIET = 0x8_0000_0000_0000L;
  private static final String IDCHARS = "!#$%&'*+-./:<=>?@\\^_`|~";

  private Texts() {}

  /// A float, exactly: hexadecimal, and in a comment as decimal.
  static String f32(int bits) {
    float value = Float.intBitsToFloat(bits);
    if (Float.isNaN(value)) {
      int payload = bits & 0x7F_FFFF;
      return (bits < 0 ? "-nan" : "nan")
          + (payload == F32_QUIET ? "" : ":0x" + Integer.toHexString(payload));
    }
    return infinite(Float.toHexString(value)) + " (;=" + value + ";)";
  }

  /// As {@link #f32}.
  static String f64(long bits) {
    double value = Double.longBitsToDouble(bits);
    if (Double.isNaN(value)) {
      long payload = bits & 0xF_FFFF_FFFF_FFFFL;
      return (bits < 0 ? "-nan" : "nan")
          + (payload == F64_QUIET ? "" : ":0x" + Long.toHexString(payload));
    }
    return infinite(Double.toHexString(value)) + " (;=" + value + ";)";
  }

  private static String infinite(String text) {
    return text.replace("Infinity", "inf");
  }

  /// A vector, as four lanes of 32 bits.
  static String v128(long low, long high) {
    return "i32x4 " + hex(low) + " " + hex(low >>> 32) + " " + hex(high) + " " + hex(high >>> 32);
  }

  private static String hex(long lane) {
    return "0x" + Long.toHexString(lane & 0xFFFF_FFFFL | 1L << 32).substring(1);
  }

  /// Sixteen lane indices.
  static String lanes(long low, long high) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 16; i++) {
      long half = i < 8 ? low : high;
      text.append(i == 0 ? "" : " ").append(half >>> 8 * (i & 7) & 0xFF);
    }
    return text.toString();
  }

  /// Any bytes in quotes.
  static String bytes(byte[] bytes, int from, int length) {
    StringBuilder text = new StringBuilder("\"");
    for (int i = from; i < from + length; i++) {
      escape(text, bytes[i] & 0xFF, bytes[i] >= ' ' && bytes[i] < 0x7F);
    }
    return text.append('"').toString();
  }

  /// Well-formed UTF-8 in quotes; letters and digits of all scripts stay as they are.
  static String string(byte[] bytes, int from, int length) {
    StringBuilder text = new StringBuilder("\"");
    String name = new String(bytes, from, length, StandardCharsets.UTF_8);
    name.codePoints().forEach(c -> character(text, c));
    return text.append('"').toString();
  }

  private static void character(StringBuilder text, int c) {
    if (c < 0x80) {
      escape(text, c, c >= ' ' && c < 0x7F);
    } else if (Character.isLetterOrDigit(c)) {
      text.appendCodePoint(c);
    } else {
      for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
        escape(text, b & 0xFF, false);
      }
    }
  }

  private static void escape(StringBuilder text, int value, boolean printable) {
    if (printable && value != '"' && value != '\\') {
      text.append((char) value);
    } else {
      text.append('\\').append(Integer.toHexString(value | 0x100), 1, 3);
    }
  }

  /// A name as an identifier.
  static String id(byte[] bytes, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (!isIdchar(bytes[i])) {
        return "$" + string(bytes, from, length);
      }
    }
    return "$" + new String(bytes, from, length, StandardCharsets.US_ASCII);
  }

  private static boolean isIdchar(byte b) {
    boolean alphanumeric = b > 0 && b < 0x80 && Character.isLetterOrDigit(b);
    return alphanumeric || b > 0 && IDCHARS.indexOf(b) >= 0;
  }
}
