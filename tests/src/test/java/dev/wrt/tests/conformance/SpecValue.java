package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.engine.Refs;
import java.util.Set;
import java.util.function.BiPredicate;

/// Values of the scripts, in the slots of the engine: one `long` each, two for `v128`, the low half
/// first.
final class SpecValue {
  private static final long F32_QUIET = 0x7FC0_0000L;
  private static final long F64_QUIET = 0x7FF8_0000_0000_0000L;
  private static final long U32 = 0xFFFF_FFFFL;

  /// Types whose name says that the reference is null.
  private static final Set<String> NULLS =
      Set.of("refnull", "nullref", "nullfuncref", "nullexternref", "nullexnref");

  private SpecValue() {}

  /// Number of slots of a value.
  static int slots(JsonNode value) {
    return switch (type(value)) {
      case "v128" -> 2;
      case "either" -> slots(value.get("values").get(0));
      default -> 1;
    };
  }

  /// Writes an argument.
  ///
  /// @param value the script's value
  /// @param slots where to
  /// @param at its first slot
  static void write(JsonNode value, long[] slots, int at) {
    String text = value.path("value").asText("");
    switch (type(value)) {
      case "i32", "f32" -> slots[at] = Long.parseLong(text) & U32;
      case "i64", "f64" -> slots[at] = parse64(text);
      case "v128" -> writeLanes(value, slots, at);
      case "nullref", "refnull", "nullfuncref", "nullexternref", "nullexnref" -> slots[at] = 0;
      case "externref", "anyref" -> slots[at] = text.equals("null") ? 0 : host(text);
      case "funcref" -> slots[at] = nullOnly(text);
      default -> throw new AssertionError("unknown kind of argument: " + value);
    }
  }

  /// Whether a result is what is expected.
  ///
  /// @param expected the script's value
  /// @param slots results
  /// @param at its first slot
  /// @param isKind says whether a reference is of a kind of {@link RefKinds}
  static boolean matches(
      JsonNode expected, long[] slots, int at, BiPredicate<String, Long> isKind) {
    String type = type(expected);
    String text = expected.path("value").asText("");
    if (NULLS.contains(type) || text.equals("null")) {
      return slots[at] == 0;
    }
    return switch (type) {
      case "i32", "i64", "f32", "f64" -> isLane(type, text, slots[at]);
      case "v128" -> isVector(expected, slots, at);
      case "either" -> isEither(expected, slots, at, isKind);
      case "externref", "anyref" -> text.isEmpty() ? slots[at] != 0 : slots[at] == host(text);
      case "funcref", "exnref" -> slots[at] != 0 && text.isEmpty();
      case "i31ref", "structref", "arrayref", "eqref" -> isKind.test(type, slots[at]);
      default -> throw new AssertionError("unknown kind of result: " + expected);
    };
  }

  private static String type(JsonNode value) {
    return value.get("type").asText();
  }

  private static boolean isEither(
      JsonNode expected, long[] slots, int at, BiPredicate<String, Long> isKind) {
    for (JsonNode one : expected.get("values")) {
      if (matches(one, slots, at, isKind)) {
        return true;
      }
    }
    return false;
  }

  private static void writeLanes(JsonNode value, long[] slots, int at) {
    String lane = value.get("lane_type").asText();
    JsonNode lanes = value.get("value");
    int width = 128 / lanes.size();
    checkShape(lane, width);
    slots[at] = 0;
    slots[at + 1] = 0;
    for (int i = 0; i < lanes.size(); i++) {
      long bits = parse64(lanes.get(i).asText()) & mask(width);
      slots[at + i * width / 64] |= bits << (i * width % 64);
    }
  }

  private static boolean isVector(JsonNode expected, long[] slots, int at) {
    String lane = expected.get("lane_type").asText();
    JsonNode lanes = expected.get("value");
    int width = 128 / lanes.size();
    checkShape(lane, width);
    boolean same = true;
    for (int i = 0; i < lanes.size(); i++) {
      long bits = slots[at + i * width / 64] >>> (i * width % 64) & mask(width);
      same &= isLane(lane, lanes.get(i).asText(), bits);
    }
    return same;
  }

  private static void checkShape(String lane, int width) {
    if (!lane.substring(1).equals(Integer.toString(width))) {
      throw new AssertionError(lane + " lanes in a vector of " + 128 / width);
    }
  }

  private static long mask(int width) {
    return width == 64 ? -1L : (1L << width) - 1;
  }

  private static boolean isLane(String type, String text, long actual) {
    return switch (type) {
      case "i8" -> actual == (parse64(text) & 0xFF);
      case "i16" -> actual == (parse64(text) & 0xFFFF);
      case "i32" -> actual == (parse64(text) & U32);
      case "i64" -> actual == parse64(text);
      case "f32" -> isF32(text, actual);
      case "f64" -> isF64(text, actual);
      default -> throw new AssertionError("unknown kind of lane: " + type);
    };
  }

  private static boolean isF32(String text, long actual) {
    return switch (text) {
      case "nan:canonical" -> (actual & 0x7FFF_FFFFL) == F32_QUIET;
      case "nan:arithmetic" -> (actual & F32_QUIET) == F32_QUIET;
      default -> actual == (Long.parseLong(text) & U32);
    };
  }

  private static boolean isF64(String text, long actual) {
    return switch (text) {
      case "nan:canonical" -> (actual & Long.MAX_VALUE) == F64_QUIET;
      case "nan:arithmetic" -> (actual & F64_QUIET) == F64_QUIET;
      default -> actual == parse64(text);
    };
  }

  private static long nullOnly(String text) {
    if (!text.equals("null")) {
      throw new AssertionError("scripts pass no functions: " + text);
    }
    return 0;
  }

  /// Reference number `n` of the host.
  private static long host(String number) {
    return Refs.ofHost(Integer.parseInt(number));
  }

  /// Numbers are signed, bit patterns may be unsigned.
  private static long parse64(String text) {
    return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
  }
}
