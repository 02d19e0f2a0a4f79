package dev.wrt.decoder.component;

/// WIT text in the making: lines, indented by the blocks that they are in.
final class WitText {
  private static final String STEP = "  ";

  private final StringBuilder out = new StringBuilder();
  private String indent = "";

  /// Creates an empty text.
  WitText() {}

  /// Adds a line.
  void line(String text) {
    out.append(indent).append(text).append('\n');
  }

  /// Adds an empty line.
  void blank() {
    out.append('\n');
  }

  /// Says what WIT has no form for.
  void comment(String text) {
    line("// " + text);
  }

  /// Opens a block.
  void open(String text) {
    line(text);
    indent += STEP;
  }

  /// Closes a block.
  void close() {
    indent = indent.substring(STEP.length());
    line("}");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
