package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers of a document that could be claims.
///
/// A number in the text is a claim unless it is one of these: in code (backquotes, blocks), in a
/// link, directive, comment or attribute; part of a name (`SHA-256`, `UTF-8`); a version or a part
/// of a standard (two dots, or after a word such as `Java`, `WASI` or `ISO`); the first cell of a
/// table's row, which names the row.
final class Numbers {
  private static final Pattern BLOCK =
      Pattern.compile("(?ms)^(```|----|\\.\\.\\.\\.)[^\\n]*\\n.*?^\\1[^\\n]*$|^ {4}[^\\n]*$");
  private static final Pattern SKIPPED =
      Pattern.compile(
          "(?ms)`[^`]*`|<!--.*?-->|]\\([^)]*\\)|<<[^>]*>>|\\{[\\w-]+}|https?://\\S+"
              + "|^:[\\w!-]+:[^\\n]*$|^include::[^\\n]*$|^\\[[^\\n]*]$|^//[^\\n]*$|\\[\\[[^]]*]]");
  private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| ?[^|\\n]*(?=\\|)");
  private static final Pattern VERSION =
      Pattern.compile(
          "\\b(?:WebAssembly|WASI|Java|JDK|JUnit|Node|ISO|IEC|EN|DO|Part|Clause|Table|Annex|SPDX|CycloneDX)["
              + " -]\\d[\\d.-]*\\w?|\\b\\d+\\.\\d+\\.\\d+\\b");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![\\w.^-])\\d+(?:,\\d{3})*(?:\\.\\d+)?(?![\\w^]|-\\w)");

  /// A number where it stands.
  ///
  /// @param offset its first character, in the text with single blanks
  /// @param text as written
  record Found(int offset, String text) {
    /// Its digits.
    String value() {
      return text.replace(",", "");
    }
  }

  private Numbers() {}

  /// The text of a document with each run of white space made one blank, as long as what is skipped
  /// is: the places of numbers are places in {@link #flat}.
  static List<Found> of(String document) {
    String text = document;
    for (Pattern skipped : List.of(BLOCK, SKIPPED, FIRST_CELL, VERSION)) {
      text = skipped.matcher(text).replaceAll(m -> blank(String.valueOf(m.group())));
    }
    List<Found> numbers = new ArrayList<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      int offset = flat(document.substring(0, number.start()) + ".").length() - 1;
      numbers.add(new Found(offset, String.valueOf(number.group())));
    }
    return numbers;
  }

  private static String blank(String text) {
    return text.replaceAll("[^\\n]", " ");
  }

  /// A document with each run of white space made one blank.
  static String flat(String document) {
    return document.replaceAll("\\s+", " ");
  }
}
