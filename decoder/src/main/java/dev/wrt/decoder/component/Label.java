package dev.wrt.decoder.component;

/// `label` and `words`: the kebab-case identifiers of the component model (Explainer.md, "Import
/// and Export Definitions").
final class Label {
  private Label() {}

  /// `label ::= first-fragment ('-' fragment)*`: fragments of lower-case or of upper-case letters
  /// and digits; the first one begins with a letter.
  static boolean isLabel(String text) {
    boolean first = true;
    for (String fragment : text.split("-", -1)) {
      boolean allowed = first ? isFirstFragment(fragment) : isFragment(fragment);
      if (!allowed) {
        return false;
      }
      first = false;
    }
    return true;
  }

  /// `words ::= first-word ('-' word)*`: a label without upper-case letters.
  static boolean isWords(String text) {
    return isLabel(text) && text.chars().noneMatch(Label::isUpper);
  }

  private static boolean isFirstFragment(String fragment) {
    return isFragment(fragment) && !isDigit(fragment.charAt(0));
  }

  private static boolean isFragment(String fragment) {
    boolean word = fragment.chars().allMatch(c -> isLower(c) || isDigit(c));
    boolean acronym = fragment.chars().allMatch(c -> isUpper(c) || isDigit(c));
    return !fragment.isEmpty() && (word || acronym);
  }

  static boolean isLower(int c) {
    return c >= 'a' && c <= 'z';
  }

  static boolean isUpper(int c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  /// A name with its ASCII upper-case letters made lower-case.
  static String lowercase(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      lower.append(isUpper(c) ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
