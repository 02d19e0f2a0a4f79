package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Splits WAVE text into tokens, one at a time. The first fault stays and ends the text, so that
/// the parser asks for it once, at the end.
final class WaveLexer {
  /// What a token is.
  enum Kind {
    /// One of `( ) [ ] { } , :`.
    PUNCTUATION,
    /// A label or keyword.
    LABEL,
    /// A label after `%`, which is never a keyword.
    ESCAPED_LABEL,
    /// A number, or `-inf`.
    NUMBER,
    /// A character between single quotes.
    CHAR,
    /// A string, decoded.
    STRING,
    /// A name after `@`.
    NAMED,
    /// The end of the text, or a fault.
    END
  }

  private final String text;
  private int at;
  private Kind kind = Kind.END;
  private int start;
  private String value = "";
  private @Nullable Fault fault;

  WaveLexer(String text, int from) {
    this.text = text;
    this.at = from;
    next();
  }

  /// The kind of the token.
  Kind kind() {
    return kind;
  }

  /// The token: the label without `%`, the number's text, the decoded character or string, the
  /// punctuation.
  String value() {
    return value;
  }

  /// Whether the token is a certain punctuation.
  boolean is(char punctuation) {
    return kind == Kind.PUNCTUATION && value.charAt(0) == punctuation;
  }

  /// Whether the token is a certain keyword.
  boolean isKeyword(String word) {
    return kind == Kind.LABEL && value.equals(word);
  }

  boolean isLabel() {
    return kind == Kind.LABEL || kind == Kind.ESCAPED_LABEL;
  }

  @Nullable Fault fault() {
    return fault;
  }

  boolean isSound() {
    return fault == null;
  }

  /// Refuses the token.
  ///
  /// @param expected what would have been right there
  void refuse(ValueCode code, String expected) {
    refuseAt(
        kind == Kind.END && code == ValueCode.UNEXPECTED ? ValueCode.INCOMPLETE : code,
        expected,
        start);
  }

  /// Ends the text with a fault that arose elsewhere.
  void fail(Fault why) {
    refuseAt(ValueCode.UNEXPECTED, "", start);
    fault = why;
  }

  private void refuseAt(ValueCode code, String expected, int place) {
    if (fault == null) {
      fault = new Fault.CallFault(code, "", expected, excerpt(place));
    }
    kind = Kind.END;
    value = "";
    at = text.length();
  }

  /// What stands at a place, for messages.
  private String excerpt(int place) {
    if (place >= text.length()) {
      return "the end of the text at character " + (text.length() + 1);
    }
    int end = place + 1;
    while (end < text.length()
        && end < place + 20
        && isWord(text.charAt(end - 1))
        && isWord(text.charAt(end))) {
      end++;
    }
    return "`" + text.substring(place, end) + "` at character " + (place + 1);
  }

  private static boolean isWord(char c) {
    return isLetter(c) || isDigit(c) || c == '-' || c == '.';
  }

  private static boolean isLetter(char c) {
    boolean small = c >= 'a' && c <= 'z';
    return small || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /// The character at an offset from here; 0 after the end.
  private char peek(int offset) {
    return at + offset < text.length() ? text.charAt(at + offset) : 0;
  }

  /// Goes to the next token.
  void next() {
    skipBlanks();
    start = at;
    value = "";
    kind = Kind.END;
    if (at >= text.length()) {
      return;
    }
    char c = peek(0);
    if ("()[]{},:".indexOf(c) >= 0) {
      at++;
      token(Kind.PUNCTUATION, String.valueOf(c));
    } else if (c == '%') {
      at++;
      label(Kind.ESCAPED_LABEL);
    } else if (isLetter(c)) {
      label(Kind.LABEL);
    } else if (isDigit(c) || c == '-') {
      number();
    } else if (c == '@') {
      named();
    } else if (c == '\'' || c == '"') {
      quoted(c);
    } else {
      refuseAt(ValueCode.BAD_CHAR, "a value", start);
    }
  }

  /// What follows `@`: a string, or all up to a blank or punctuation.
  private void named() {
    at++;
    if (peek(0) == '"') {
      quoted('"');
      kind = kind == Kind.STRING ? Kind.NAMED : kind;
      return;
    }
    int from = at;
    while (at < text.length() && " \t\r\n,()[]{}".indexOf(peek(0)) < 0) {
      at++;
    }
    if (at == from) {
      refuseAt(ValueCode.BAD_CHAR, "a name", at);
    } else {
      token(Kind.NAMED, text.substring(from, at));
    }
  }

  private void token(Kind of, String decoded) {
    kind = of;
    value = decoded;
  }

  private void skipBlanks() {
    while (at < text.length()) {
      if (peek(0) == '/' && peek(1) == '/') {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
      } else if (" \t\r\n".indexOf(peek(0)) >= 0) {
        at++;
      } else {
        return;
      }
    }
  }

  private void label(Kind of) {
    int from = at;
    while (isLetter(peek(0)) || from < at && (isDigit(peek(0)) || isHyphen())) {
      at++;
    }
    if (at == from) {
      refuseAt(ValueCode.BAD_CHAR, "a label", at);
    } else {
      token(of, text.substring(from, at));
    }
  }

  /// A hyphen between two words of a label.
  private boolean isHyphen() {
    return peek(0) == '-' && (isLetter(peek(1)) || isDigit(peek(1)));
  }

  /// A JSON number, or `-inf`.
  private void number() {
    if (peek(0) == '-') {
      at++;
    }
    if (text.startsWith("inf", at)) {
      at += 3;
      token(Kind.NUMBER, "-inf");
      return;
    }
    boolean whole = peek(0) != '0' || !isDigit(peek(1));
    if (!whole || !digits()) {
      refuseAt(ValueCode.BAD_CHAR, "a number without leading zeros", start);
      return;
    }
    boolean complete = true;
    if (peek(0) == '.') {
      at++;
      complete = digits();
    }
    if (complete && (peek(0) == 'e' || peek(0) == 'E')) {
      at++;
      at += peek(0) == '+' || peek(0) == '-' ? 1 : 0;
      complete = digits();
    }
    if (!complete || isLetter(peek(0))) {
      refuseAt(ValueCode.BAD_CHAR, "a number", start);
    } else {
      token(Kind.NUMBER, text.substring(start, at));
    }
  }

  private boolean digits() {
    int from = at;
    while (isDigit(peek(0))) {
      at++;
    }
    return at > from;
  }

  private void quoted(char quote) {
    boolean multiline = text.startsWith(WaveText.TRIPLE, at);
    int end = multiline ? text.indexOf(WaveText.TRIPLE, at + 3) : closing(quote);
    if (end < 0) {
      refuseAt(ValueCode.INCOMPLETE, "a closing quote", start);
      return;
    }
    WaveText decoded =
        multiline ? WaveText.multiline(text, at + 3, end) : WaveText.line(text, at + 1, end);
    if (!decoded.isSound()) {
      refuseAt(ValueCode.BAD_CHAR, decoded.text(), decoded.errorAt());
      return;
    }
    boolean one = decoded.text().codePointCount(0, decoded.text().length()) == 1;
    if (quote == '\'' && !one) {
      refuseAt(ValueCode.BAD_CHAR, "one character between single quotes", start);
      return;
    }
    at = end + (multiline ? 3 : 1);
    token(quote == '\'' ? Kind.CHAR : Kind.STRING, decoded.text());
  }

  /// Where the quote is closed; -1 if it is not on its line.
  private int closing(char quote) {
    for (int i = at + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == quote) {
        return i;
      }
      if (c == '\n') {
        return -1;
      }
      i += c == '\\' ? 1 : 0;
    }
    return -1;
  }
}
