package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;

/// Values of the scripts, as the engine holds them: one `long` each.
final class SpecValue {
  private static final long F32_QUIET = 0x7FC0_0000L;
  private static final long F64_QUIET = 0x7FF8_0000_0000_0000L;

  private SpecValue() {}

  /// The value of an argument.
  static long argument(JsonNode value) {
    String text = value.path("value").asText("");
    return switch (value.get("type").asText()) {
      case "i32", "f32" -> Long.parseLong(text) & 0xFFFF_FFFFL;
      case "i64", "f64" -> parse64(text);
      default -> text.equals("null") ? 0 : Long.parseLong(text) + 1;
    };
  }

  /// Whether a result is what is expected.
  static boolean matches(JsonNode expected, long actual) {
    String type = expected.get("type").asText();
    String text = expected.path("value").asText("");
    return switch (type) {
      case "i32" -> actual == (Long.parseLong(text) & 0xFFFF_FFFFL);
      case "i64" -> actual == parse64(text);
      case "f32" -> isF32(text, actual);
      case "f64" -> isF64(text, actual);
      case "refnull", "nullfuncref", "nullexternref" -> actual == 0;
      default -> isReference(text, actual);
    };
  }

  /// A reference without a value stands for any that is not null.
  private static boolean isReference(String text, long actual) {
    return switch (text) {
      case "" -> actual != 0;
      case "null" -> actual == 0;
      default -> actual == Long.parseLong(text) + 1;
    };
  }

  private static boolean isF32(String text, long actual) {
    return switch (text) {
      case "nan:canonical" -> (actual & 0x7FFF_FFFFL) == F32_QUIET;
      case "nan:arithmetic" -> (actual & F32_QUIET) == F32_QUIET;
      default -> actual == (Long.parseLong(text) & 0xFFFF_FFFFL);
    };
  }

  private static boolean isF64(String text, long actual) {
    return switch (text) {
      case "nan:canonical" -> (actual & Long.MAX_VALUE) == F64_QUIET;
      case "nan:arithmetic" -> (actual & F64_QUIET) == F64_QUIET;
      default -> actual == parse64(text);
    };
  }

  /// Numbers are signed, bit patterns may be unsigned.
  private static long parse64(String text) {
    return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
  }
}
