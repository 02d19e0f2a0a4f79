package dev.wrt.tests.conformance;

/// What came of one command of a script.
///
/// @param kind the class it is counted in
/// @param detail what failed, or why it is not in scope; may be empty
record Verdict(Kind kind, String detail) {
  /// The classes of the report, in its order.
  enum Kind {
    /// As the script wants it, in its words where it has some.
    PASSED("passed"),
    /// As the script wants it, but the refusal has other words.
    OTHER_WORDS("in other words"),
    /// Not as the script wants it.
    FAILED("failed"),
    /// Not run: it needs a reader of the text format, which the product does not have.
    TEXT_FORMAT("text format"),
    /// Not run: it needs a feature that the product refuses by name.
    OUT_OF_SCOPE("out of scope");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  static final Verdict PASSED = new Verdict(Kind.PASSED, "");

  static Verdict failed(String detail) {
    return new Verdict(Kind.FAILED, detail);
  }

  static Verdict outOfScope(String reason) {
    return new Verdict(Kind.OUT_OF_SCOPE, reason);
  }

  /// The verdict of a refusal that was wanted.
  ///
  /// @param expected the script's words
  /// @param actual ours
  static Verdict refused(String expected, String actual) {
    boolean same = actual.startsWith(expected);
    return same
        ? PASSED
        : new Verdict(Kind.OTHER_WORDS, "expected: " + expected + ", found: " + actual);
  }
}
