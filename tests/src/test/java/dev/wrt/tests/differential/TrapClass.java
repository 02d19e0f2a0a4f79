package dev.wrt.tests.differential;

import java.util.Arrays;

/// Kinds of traps as far as both sides tell them apart: what V8 says, and what we say.
enum TrapClass {
  UNREACHABLE("unreachable", "unreachable"),
  DIVIDE_BY_ZERO("divide by zero|remainder by zero", "integer divide by zero"),
  DIVIDE_OVERFLOW("divide result unrepresentable", "integer overflow"),
  CONVERSION("float unrepresentable", "invalid conversion|integer overflow"),
  MEMORY("memory access out of bounds|data segment", "out of bounds memory"),
  TABLE(
      "table index is out of bounds|table access out of bounds|element segment|table.",
      "out of bounds table|undefined element"),
  SIGNATURE("function signature mismatch", "uninitialized element|indirect call type mismatch"),
  NULL("dereferencing a null pointer|rethrowing null", "null "),
  CAST("illegal cast", "cast failure"),
  ARRAY("array element access out of bounds", "out of bounds array"),
  ARRAY_SIZE("requested new array is too large", "array too large|gc heap"),
  ALIGNMENT("unaligned", "unaligned atomic"),
  STACK("Maximum call stack size exceeded", "call stack exhausted"),
  UNKNOWN("", "");

  private final String v8;
  private final String ours;

  TrapClass(String v8, String ours) {
    this.v8 = v8;
    this.ours = ours;
  }

  static String ofV8(String message) {
    return first(message, true);
  }

  static String ofOurs(String text) {
    return first(text, false);
  }

  private static String first(String text, boolean theirs) {
    for (TrapClass each : values()) {
      String[] words = (theirs ? each.v8 : each.ours).split("\\|");
      if (each != UNKNOWN && Arrays.stream(words).anyMatch(text::contains)) {
        return each.shared();
      }
    }
    return "? " + text;
  }

  /// We say `integer overflow` of divisions and conversions alike; and an atomic access may be both
  /// out of bounds and unaligned.
  private String shared() {
    return switch (this) {
      case DIVIDE_OVERFLOW, CONVERSION -> "ARITHMETIC";
      case ALIGNMENT -> MEMORY.name();
      default -> name();
    };
  }
}
