package dev.wrt.manual;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a file a number is. One of
///
/// - `match REGEX`: the first group of the only place that matches,
/// - `count REGEX`: how many lines match somewhere,
/// - `rows`: how many rows a table has,
/// - `cell COLUMN=VALUE NAME`: the cell of column `NAME` in the first row whose `COLUMN` says so.
final class Selector {
  private Selector() {}

  /// The number, as its digits; empty if there is none, or more than one.
  ///
  /// @param selector one of the above
  /// @param text of the file
  static Optional<String> select(String selector, String text) {
    String[] words = selector.split(" ", 2);
    String rest = words.length > 1 ? words[1] : "";
    return switch (words[0]) {
      case "match" -> match(Pattern.compile(rest), text);
      case "count" -> {
        Pattern pattern = Pattern.compile(rest);
        yield Optional.of(
            String.valueOf(text.lines().filter(line -> pattern.matcher(line).find()).count()));
      }
      case "rows" -> Optional.of(String.valueOf(Csv.parse(text).rows().size()));
      case "cell" -> cell(rest, Csv.parse(text));
      default -> Optional.empty();
    };
  }

  private static Optional<String> match(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (matcher.groupCount() == 0 || !matcher.find()) {
      return Optional.empty();
    }
    String value = String.valueOf(matcher.group(1));
    return matcher.find() ? Optional.empty() : Optional.of(digits(value));
  }

  private static Optional<String> cell(String rest, Csv csv) {
    List<String> parts = List.of(rest.split("[= ]", 3));
    if (parts.size() < 3 || !csv.has(parts.get(0), parts.get(2))) {
      return Optional.empty();
    }
    return csv.row(parts.get(0), parts.get(1)).map(row -> digits(row.cell(parts.get(2))));
  }

  private static String digits(String number) {
    return number.replaceAll("[,_]", "");
  }
}
