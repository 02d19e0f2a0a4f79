package dev.wrt.manual;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// AsciiDoc of text that was not written as AsciiDoc.
public final class Adoc {
  /// What a table says that has no rows because the build did not produce its file.
  public static final String NOT_MEASURED = "not measured in this build";

  private static final Pattern RISKY =
      Pattern.compile("[*_#<>{}\\[\\]^~\\\\'\"&]|--|\\+|\\.\\.|\\(");
  private static final Pattern LINK = Pattern.compile("\\[([^]]*)]\\([^)]*\\)");

  private Adoc() {}

  /// Plain text of Markdown or of a program, with words in backquotes in the type of code.
  public static String text(String markdown) {
    String[] parts = LINK.matcher(markdown).replaceAll("$1").split("`", -1);
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < parts.length; i++) {
      boolean code = i % 2 == 1 && i < parts.length - 1;
      out.append(code ? code(parts[i]) : plain(parts[i]));
    }
    return out.toString();
  }

  private static String plain(String text) {
    if (!RISKY.matcher(text).find()) {
      return text.replace("|", "\\|");
    }
    String inner = text.replace("\\", "\\\\").replace("]", "\\]").replace("|", "\\|");
    String before = text.startsWith(" ") ? " " : "";
    String after = text.endsWith(" ") && text.length() > 1 ? " " : "";
    return before + "pass:c[" + inner.strip() + "]" + after;
  }

  /// A word or name as it is written in code.
  public static String code(String literal) {
    return literal.isEmpty() ? "" : "`+" + literal.replace("|", "\\|") + "+`";
  }

  /// A table.
  ///
  /// @param widths of its columns, as AsciiDoc has them: `1,3,2`
  /// @param head names of the columns
  /// @param rows of cells, as AsciiDoc
  public static String table(String widths, List<String> head, List<List<String>> rows) {
    return "[cols=\""
        + widths
        + "\",options=\"header\"]\n|===\n"
        + row(head)
        + "\n"
        + rows.stream().map(Adoc::row).collect(Collectors.joining())
        + "|===\n";
  }

  private static String row(List<String> cells) {
    return cells.stream().map(cell -> "|" + cell).collect(Collectors.joining(" ")) + "\n";
  }

  /// A paragraph that says that a file is missing.
  ///
  /// @param source the file that the figures would come from
  public static String notMeasured(String source) {
    return "_" + NOT_MEASURED + "_ (no " + code(source) + ")\n";
  }

  /// A whole number with a comma after each three digits from the right.
  public static String grouped(long number) {
    return String.format(java.util.Locale.ROOT, "%,d", number);
  }
}
