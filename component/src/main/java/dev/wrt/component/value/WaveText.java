package dev.wrt.component.value;

/// The inside of a quoted WAVE string or character, decoded.
///
/// @param text what it stands for; where it is not well-formed, what would have been
/// @param errorAt where it is not well-formed; -1 if it is
record WaveText(String text, int errorAt) {
  /// What a multiline string begins and ends with.
  static final String TRIPLE = "\"\"\"";

  private static final int ESCAPE_DIGITS_MAX = 6;

  boolean isSound() {
    return errorAt < 0;
  }

  /// Decodes what is between two quotes.
  static WaveText line(String source, int from, int end) {
    StringBuilder text = new StringBuilder(end - from);
    int error = decode(source, from, end, text);
    return error < 0 ? new WaveText(text.toString(), -1) : escapes(error);
  }

  private static WaveText escapes(int error) {
    return new WaveText("an escape \\' \\\" \\\\ \\t \\n \\r \\u{...}, no lone surrogate", error);
  }

  /// Decodes what is between two triple quotes: lines without their common indent, which the last
  /// line gives.
  static WaveText multiline(String source, int from, int end) {
    int body = afterBreak(source, from);
    int last = source.lastIndexOf('\n', end - 1);
    if (body < 0 || last < from || !isBlank(source, last + 1, end)) {
      return new WaveText("a line break after and before the triple quotes", from);
    }
    int indent = end - last - 1;
    StringBuilder text = new StringBuilder(end - from);
    int line = body;
    while (line <= last) {
      int next = source.indexOf('\n', line);
      if (next - line < indent || !isBlank(source, line, line + indent)) {
        return new WaveText("a line with an indent of at least " + indent, line);
      }
      int lineEnd = next > line && source.charAt(next - 1) == '\r' ? next - 1 : next;
      text.append(line == body ? "" : "\n");
      int error = decode(source, line + indent, lineEnd, text);
      if (error >= 0) {
        return escapes(error);
      }
      line = next + 1;
    }
    return new WaveText(text.toString(), -1);
  }

  /// The place after a line break; -1 if there is none.
  private static int afterBreak(String source, int at) {
    if (source.startsWith("\n", at)) {
      return at + 1;
    }
    return source.startsWith("\r\n", at) ? at + 2 : -1;
  }

  private static boolean isBlank(String source, int from, int end) {
    for (int i = from; i < end; i++) {
      if (source.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }

  /// Appends the decoded characters.
  ///
  /// @return where a character or escape is not allowed; -1 if all are
  private static int decode(String source, int from, int end, StringBuilder to) {
    int i = from;
    while (i < end) {
      int c = source.codePointAt(i);
      if (c != '\\') {
        if (!Value.Char.isScalar(c)) {
          return i;
        }
        to.appendCodePoint(c);
        i += Character.charCount(c);
        continue;
      }
      int length = escapeLength(source, i, end);
      int escaped = length < 0 ? -1 : escaped(source, i, length);
      if (escaped < 0) {
        return i;
      }
      to.appendCodePoint(escaped);
      i += length;
    }
    return -1;
  }

  /// Characters of an escape; -1 if it is none.
  private static int escapeLength(String source, int at, int end) {
    if (at + 1 >= end) {
      return -1;
    }
    if (source.charAt(at + 1) != 'u') {
      return 2;
    }
    int close = source.indexOf('}', at);
    boolean digits = source.startsWith("{", at + 2) && close > at + 3 && close < end;
    return digits && close - at - 3 <= ESCAPE_DIGITS_MAX ? close - at + 1 : -1;
  }

  /// The character that an escape stands for; -1 if there is none.
  private static int escaped(String source, int at, int length) {
    return switch (source.charAt(at + 1)) {
      case '\'' -> '\'';
      case '"' -> '"';
      case '\\' -> '\\';
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 'u' -> scalar(source, at + 3, at + length - 1);
      default -> -1;
    };
  }

  private static int scalar(String source, int from, int end) {
    int value = 0;
    for (int i = from; i < end; i++) {
      int digit = Character.digit(source.charAt(i), 16);
      if (digit < 0 || source.charAt(i) > 'f') {
        return -1;
      }
      value = value << 4 | digit;
    }
    return Value.Char.isScalar(value) ? value : -1;
  }
}
