package dev.wrt.decoder.core.text;

import java.util.function.Consumer;

/// Lines of text, indented, given away as soon as they are complete.
final class TextLines {
  private static final String STEP = "  ";

  private final Consumer<String> lines;
  private final StringBuilder line = new StringBuilder();
  private int depth;
  private int depthOfLine;

  TextLines(Consumer<String> lines) {
    this.lines = lines;
  }

  /// Ends the line, unless nothing is in it, and begins the next.
  void line() {
    if (!line.isEmpty()) {
      int from = line.charAt(0) == ' ' ? 1 : 0;
      lines.accept(STEP.repeat(depthOfLine) + line.substring(from));
      line.setLength(0);
    }
    depthOfLine = depth;
  }

  /// The following lines are so many steps to the right.
  void indent(int steps) {
    depth = steps;
  }

  /// Adds to the line.
  void add(String text) {
    line.append(text);
  }

  /// Adds a word to the line, after a space.
  void word(String text) {
    line.append(' ').append(text);
  }

  /// Adds a comment to the line.
  void comment(String text) {
    line.append(" (;").append(text).append(";)");
  }
}
