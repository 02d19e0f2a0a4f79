package dev.wrt.cli;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Sizes as people write them: `65536`, `64KiB`, `64k`, `1.5GiB`.
final class ByteSize {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,15})(?:\\.(\\d{1,3}))?\\s*(?:([kmgt])(?:i?b)?|b)?");
  private static final String UNITS = "kmgt";

  private ByteSize() {}

  /// Reads a size in bytes; units are powers of 1,024. Empty when the text is not a size.
  static OptionalLong parse(String text) {
    Matcher matcher = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    String unit = matcher.group(3);
    String fraction = matcher.group(2);
    double factor = unit == null ? 1 : Math.pow(1024, UNITS.indexOf(unit) + 1.0);
    double number = Double.parseDouble(matcher.group(1) + (fraction == null ? "" : "." + fraction));
    double bytes = number * factor;
    return bytes <= Long.MAX_VALUE / 2.0 ? OptionalLong.of((long) bytes) : OptionalLong.empty();
  }

  /// Prints a size with the largest unit that keeps it at least 1, such as `1.5 MiB`.
  static String print(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double value = bytes;
    int unit = -1;
    while (value >= 1024 && unit < UNITS.length() - 1) {
      value /= 1024;
      unit++;
    }
    char letter = Character.toUpperCase(UNITS.charAt(unit));
    return String.format(Locale.ROOT, "%.1f %ciB", value, letter);
  }
}
