package dev.wrt.component.value;

import dev.wrt.component.value.WaveLexer.Kind;
import dev.wrt.decoder.component.PrimValType;
import java.math.BigInteger;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Values without parts, read from one token of WAVE.
final class WaveScalars {
  private static final Set<String> KEYWORDS =
      Set.of("true", "false", "inf", "nan", "some", "none", "ok", "err");

  /// More digits than any integer type has.
  private static final int DIGITS_MAX = 21;

  private WaveScalars() {}

  /// Whether a label means something else unless it follows `%`.
  static boolean isKeyword(String label) {
    return KEYWORDS.contains(label);
  }

  /// Reads a value of a primitive type and the token that it is; null where there is a fault.
  static @Nullable Value read(WaveLexer lexer, PrimValType type) {
    Value value =
        switch (type) {
          case BOOL -> bool(lexer);
          case F32 -> f32(lexer);
          case F64 -> f64(lexer);
          case CHAR ->
              lexer.kind() == Kind.CHAR ? new Value.Char(lexer.value().codePointAt(0)) : null;
          case STRING -> lexer.kind() == Kind.STRING ? new Value.Str(lexer.value()) : null;
          case ERROR_CONTEXT -> null;
          default -> integer(lexer, type);
        };
    if (value == null) {
      boolean hasForm = type != PrimValType.ERROR_CONTEXT;
      lexer.refuse(hasForm ? ValueCode.UNEXPECTED : ValueCode.NO_TEXT_FORM, type.word());
    } else {
      lexer.next();
    }
    return value;
  }

  private static @Nullable Value bool(WaveLexer lexer) {
    if (lexer.isKeyword("true")) {
      return new Value.Bool(true);
    }
    return lexer.isKeyword("false") ? new Value.Bool(false) : null;
  }

  private static @Nullable Value f32(WaveLexer lexer) {
    String text = floatText(lexer);
    if (text == null) {
      return null;
    }
    float value = Float.parseFloat(text);
    return refuseOverflow(lexer, Float.isInfinite(value), "f32") ? null : new Value.F32(value);
  }

  private static @Nullable Value f64(WaveLexer lexer) {
    String text = floatText(lexer);
    if (text == null) {
      return null;
    }
    double value = Double.parseDouble(text);
    return refuseOverflow(lexer, Double.isInfinite(value), "f64") ? null : new Value.F64(value);
  }

  /// A finite number in text must not become an infinity.
  private static boolean refuseOverflow(WaveLexer lexer, boolean infinite, String type) {
    boolean overflow = infinite && !lexer.value().endsWith("inf");
    if (overflow) {
      lexer.refuse(ValueCode.OUT_OF_RANGE, type);
    }
    return overflow;
  }

  /// The token in Java's words; null if it is no float.
  private static @Nullable String floatText(WaveLexer lexer) {
    if (lexer.isKeyword("nan")) {
      return "NaN";
    }
    if (lexer.isKeyword("inf")) {
      return "Infinity";
    }
    if (lexer.kind() != Kind.NUMBER) {
      return null;
    }
    return lexer.value().equals("-inf") ? "-Infinity" : lexer.value();
  }

  private static @Nullable Value integer(WaveLexer lexer, PrimValType type) {
    String text = lexer.value();
    if (lexer.kind() != Kind.NUMBER || !isWhole(text)) {
      return null;
    }
    boolean signed = isSigned(type);
    int bits = 8 * (type == PrimValType.U8 ? 1 : NumberList.width(type));
    BigInteger number = new BigInteger(text.length() > DIGITS_MAX ? "9".repeat(DIGITS_MAX) : text);
    BigInteger top = BigInteger.ONE.shiftLeft(signed ? bits - 1 : bits);
    BigInteger bottom = signed ? top.negate() : BigInteger.ZERO;
    if (number.compareTo(bottom) < 0 || number.compareTo(top) >= 0) {
      lexer.refuse(ValueCode.OUT_OF_RANGE, type.word());
      return null;
    }
    return integer(type, number.longValue());
  }

  private static boolean isSigned(PrimValType type) {
    return switch (type) {
      case S8, S16, S32, S64 -> true;
      default -> false;
    };
  }

  private static boolean isWhole(String number) {
    return number.chars().allMatch(c -> c == '-' || c >= '0' && c <= '9');
  }

  private static @Nullable Value integer(PrimValType type, long number) {
    return switch (type) {
      case S8 -> new Value.S8((byte) number);
      case U8 -> new Value.U8((int) number);
      case S16 -> new Value.S16((short) number);
      case U16 -> new Value.U16((int) number);
      case S32 -> new Value.S32((int) number);
      case U32 -> new Value.U32((int) number);
      case S64 -> new Value.S64(number);
      case U64 -> new Value.U64(number);
      default -> null;
    };
  }
}
