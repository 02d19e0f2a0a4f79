package dev.wrt.decoder.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// `valid semver` of semver.org 2.0, and the canonical version of Explainer.md ("Canonical
/// Interface Name").
final class Semver {
  private Semver() {}

  /// Why a text is not a version; null if it is one.
  static @Nullable String fault(String text) {
    if (text.isEmpty()) {
      return "empty string, expected a semver version";
    }
    int plus = text.indexOf('+');
    String beforeBuild = plus < 0 ? text : text.substring(0, plus);
    int dash = beforeBuild.indexOf('-');
    String core = dash < 0 ? beforeBuild : beforeBuild.substring(0, dash);
    String fault = coreFault(core);
    if (fault == null && dash >= 0) {
      fault = identifiersFault(beforeBuild.substring(dash + 1), true);
    }
    if (fault == null && plus >= 0) {
      fault = identifiersFault(text.substring(plus + 1), false);
    }
    return fault;
  }

  /// `major.minor.patch`
  private static @Nullable String coreFault(String core) {
    int parts = 0;
    int digits = 0;
    boolean zero = false;
    for (int i = 0; i < core.length(); i++) {
      char c = core.charAt(i);
      if (c == '.' && digits > 0 && parts < 2) {
        parts++;
        digits = 0;
      } else if (!Label.isDigit(c)) {
        return "unexpected character '" + c + "'";
      } else if (digits > 0 && zero) {
        return "invalid leading zero";
      } else {
        zero = digits == 0 && c == '0';
        digits++;
      }
    }
    return parts == 2 && digits > 0 ? null : "unexpected end of input";
  }

  /// Dot-separated identifiers; numeric ones of a pre-release have no leading zero.
  private static @Nullable String identifiersFault(String text, boolean preRelease) {
    for (String part : text.split("\\.", -1)) {
      if (part.isEmpty()) {
        return "empty identifier segment";
      }
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        if (!Label.isDigit(c) && !Label.isLower(c) && !Label.isUpper(c) && c != '-') {
          return "unexpected character '" + c + "'";
        }
      }
      boolean numeric = part.chars().allMatch(Label::isDigit);
      if (preRelease && numeric && part.length() > 1 && part.charAt(0) == '0') {
        return "invalid leading zero";
      }
    }
    return null;
  }

  /// Whether a text is a canonical version (`canonversion`): `1`, `0.2`, `0.0.3` or `0.0.0`.
  static boolean isCanonical(String text) {
    String[] numbers = text.split("\\.", -1);
    int last = numbers.length - 1;
    for (int i = 0; i < last; i++) {
      if (!numbers[i].equals("0")) {
        return false;
      }
    }
    boolean zero = numbers[last].equals("0");
    return last < 3 && (zero ? last == 2 : isPositive(numbers[last]));
  }

  private static boolean isPositive(String text) {
    return !text.isEmpty() && text.charAt(0) != '0' && text.chars().allMatch(Label::isDigit);
  }

  /// The canonical version: what two compatible versions have in common. `1.2.3` gives `1`, `0.2.6`
  /// gives `0.2`, `0.0.1-alpha` gives `0.0.1`. A text that is canonical already stays as it is.
  static String canonical(String version) {
    int end = 0;
    while (end < version.length() && version.charAt(end) != '+' && version.charAt(end) != '-') {
      end++;
    }
    String[] numbers = version.substring(0, end).split("\\.", -1);
    StringBuilder canonical = new StringBuilder();
    for (String number : numbers) {
      canonical.append(canonical.isEmpty() ? "" : ".").append(number);
      if (!number.equals("0")) {
        break;
      }
    }
    return canonical.toString();
  }
}
