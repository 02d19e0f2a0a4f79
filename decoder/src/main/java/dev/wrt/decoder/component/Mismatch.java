package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.Deque;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Says why two types do not match: what was expected and found, and the path to it.
final class Mismatch {
  private static final int PATH_MAX = 8;

  private final FirstFault faults;

  Mismatch(FirstFault faults) {
    this.faults = faults;
  }

  /// Where in the types a question was asked: a path, innermost part first. The text is made only
  /// for a fault.
  ///
  /// @param outer the part around it; null at the top
  /// @param what what kind of part, such as `record field`
  /// @param name its name; empty if it has none
  record Context(@Nullable Context outer, String what, String name) {
    /// The path of something that is asked for by name.
    static Context of(String what, String name) {
      return new Context(null, what, name);
    }

    Context in(String part) {
      return new Context(this, part, "");
    }

    Context with(String part, String partName) {
      return new Context(this, part, partName);
    }

    private String text() {
      return name.isEmpty() ? what : what + " `" + name + "`";
    }
  }

  /// Refuses for a reason.
  void is(String why, Context context) {
    if (!faults.ok()) {
      return;
    }
    Deque<String> path = new ArrayDeque<>();
    @Nullable Context at = context;
    for (int i = 0; i < PATH_MAX && at != null; i++) {
      path.push(at.text());
      at = at.outer;
    }
    faults.invalid(ValidationCode.TYPE_MISMATCH, "in " + String.join(", ", path) + ": " + why);
  }

  /// Refuses because another kind of thing is there than is expected.
  void expected(String expected, String found, Context context) {
    is("expected " + expected + ", found " + found, context);
  }

  /// Refuses because another value type is there than is expected.
  void expected(ValType expected, ValType found, Context context) {
    expected(described(expected), described(found), context);
  }

  private static String described(ValType type) {
    return type instanceof PrimValType p ? "primitive `" + p.word() + "`" : type.kind();
  }

  /// Whether there was no mismatch so far.
  boolean ok() {
    return faults.ok();
  }

  /// Charges nodes that are walked over.
  boolean charge(int nodes) {
    return faults.charge(nodes);
  }
}
