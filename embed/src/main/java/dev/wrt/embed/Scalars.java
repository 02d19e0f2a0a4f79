package dev.wrt.embed;

import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import java.lang.invoke.MethodType;
import java.lang.reflect.Type;
import java.math.BigInteger;

/// Types without parts.
///
/// An integer of WIT is a Java type of the same width or a wider one. In a wider one it is the
/// number itself, checked for range on its way to the component. In one of the same width an
/// unsigned integer is its bits: a `u32` above 2^31 - 1 is a negative `int`, to be read with the
/// unsigned methods of {@link Integer}.
final class Scalars {
  private Scalars() {}

  /// The conversion of a primitive type.
  ///
  /// @param raw the Java class, primitive or boxed
  /// @param java the same for messages
  static Conversion bind(PrimValType wit, Class<?> raw, Type java, String place) {
    Class<?> box = MethodType.methodType(raw).wrap().returnType();
    boolean fits =
        switch (wit) {
          case BOOL -> box == Boolean.class;
          case F32 -> box == Float.class;
          case F64 -> box == Double.class;
          case CHAR -> box == Integer.class;
          case STRING -> box == String.class;
          case ERROR_CONTEXT -> false;
          case S8, U8, S16, U16, S32, U32, S64, U64 -> javaBits(box) >= bits(wit);
        };
    if (!fits) {
      throw Refusal.mismatch(place, wit, java);
    }
    return switch (wit) {
      case BOOL -> new Bools();
      case F32 -> new Floats();
      case F64 -> new Doubles();
      case CHAR -> new Chars();
      case STRING, ERROR_CONTEXT -> new Strings();
      case S8, U8, S16, U16, S32, U32, S64, U64 ->
          box == BigInteger.class ? new BigIntegers(wit) : new Integers(wit, javaBits(box));
    };
  }

  /// Width of an integer type of WIT.
  private static int bits(PrimValType wit) {
    return switch (wit) {
      case S8, U8 -> 8;
      case S16, U16 -> 16;
      case S32, U32 -> 32;
      default -> 64;
    };
  }

  private static boolean isSigned(PrimValType wit) {
    return switch (wit) {
      case S8, S16, S32, S64 -> true;
      default -> false;
    };
  }

  /// Width of an integer class of Java; 0 for any other.
  private static int javaBits(Class<?> box) {
    if (box == Byte.class) {
      return Byte.SIZE;
    }
    if (box == Short.class) {
      return Short.SIZE;
    }
    if (box == Integer.class) {
      return Integer.SIZE;
    }
    if (box == Long.class) {
      return Long.SIZE;
    }
    return box == BigInteger.class ? 2 * Long.SIZE : 0;
  }

  /// The value of an integer type that has the low bits of a number.
  private static Value integer(PrimValType wit, long bits) {
    return switch (wit) {
      case S8 -> new Value.S8((byte) bits);
      case U8 -> new Value.U8((int) bits & 0xFF);
      case S16 -> new Value.S16((short) bits);
      case U16 -> new Value.U16((int) bits & 0xFFFF);
      case S32 -> new Value.S32((int) bits);
      case U32 -> new Value.U32((int) bits);
      case S64 -> new Value.S64(bits);
      default -> new Value.U64(bits);
    };
  }

  /// The number of a value: sign-extended if its type is signed.
  private static long number(PrimValType wit, Value value) {
    int unused = Long.SIZE - bits(wit);
    long bits = Packing.bits(value);
    return isSigned(wit) ? bits << unused >> unused : bits;
  }

  // [impl->req~embed-integer-range~1]
  private static Refusal range(PrimValType wit, Object found) {
    BigInteger top = BigInteger.TWO.pow(isSigned(wit) ? bits(wit) - 1 : bits(wit));
    BigInteger low = isSigned(wit) ? top.negate() : BigInteger.ZERO;
    String expected = wit.word() + ": " + low + " to " + top.subtract(BigInteger.ONE);
    return Refusal.value(EmbedCode.OUT_OF_RANGE, expected, found.toString());
  }

  private record Integers(PrimValType wit, int javaBits) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      long number = ((Number) java).longValue();
      Value value = integer(wit, number);
      if (javaBits > bits(wit) && number(wit, value) != number) {
        throw range(wit, java);
      }
      return value;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      long number = number(this.wit, wit);
      return switch (javaBits) {
        case Byte.SIZE -> (Object) (byte) number;
        case Short.SIZE -> (short) number;
        case Integer.SIZE -> (int) number;
        default -> number;
      };
    }
  }

  private record BigIntegers(PrimValType wit) implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      BigInteger number = (BigInteger) java;
      Value value = integer(wit, number.longValue());
      if (!toJava(value, passing).equals(number)) {
        throw range(wit, java);
      }
      return value;
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      long number = number(this.wit, wit);
      return isSigned(this.wit)
          ? BigInteger.valueOf(number)
          : new BigInteger(Long.toUnsignedString(number));
    }
  }

  private record Bools() implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.Bool((Boolean) java);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return ((Value.Bool) wit).value();
    }
  }

  private record Floats() implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.F32((Float) java);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return ((Value.F32) wit).value();
    }
  }

  private record Doubles() implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.F64((Double) java);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return ((Value.F64) wit).value();
    }
  }

  /// A `char` is a code point: a Java `char` could not hold them all.
  private record Chars() implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      int codePoint = (Integer) java;
      if (!Value.Char.isScalar(codePoint)) {
        throw Refusal.value(
            EmbedCode.OUT_OF_RANGE, "char: a Unicode scalar value", Integer.toHexString(codePoint));
      }
      return new Value.Char(codePoint);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return ((Value.Char) wit).codePoint();
    }
  }

  private record Strings() implements Conversion {
    @Override
    public Value toWit(Object java, Passing passing) {
      return new Value.Str((String) java);
    }

    @Override
    public Object toJava(Value wit, Passing passing) {
      return ((Value.Str) wit).value();
    }
  }
}
