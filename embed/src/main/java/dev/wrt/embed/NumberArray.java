package dev.wrt.embed;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.ByteList;
import dev.wrt.component.value.NumberList;
import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// A list of numbers as a Java array of the same width, without an object per element. Unsigned
/// integers are their bits.
///
/// A `byte[]` that is passed is not copied: it must not be changed before the call has ended.
///
/// @param element type of the elements
record NumberArray(PrimValType element) implements Conversion {
  /// Whether an array type of Java can hold the elements.
  static boolean converts(PrimValType element, Class<?> array) {
    return switch (element) {
      case S8, U8 -> array == byte[].class;
      case S16, U16 -> array == short[].class;
      case S32, U32 -> array == int[].class;
      case S64, U64 -> array == long[].class;
      case F32 -> array == float[].class;
      case F64 -> array == double[].class;
      case BOOL, CHAR, STRING, ERROR_CONTEXT -> false;
    };
  }

  @Override
  public Sequence toWit(Object java, Passing passing) {
    ByteList packed = ByteList.owned(packed(java));
    return element == PrimValType.U8 ? packed : new NumberList(element, packed);
  }

  @Override
  public Object toJava(Value wit, Passing passing) {
    return switch (wit) {
      case ByteList bytes -> unpacked(bytes);
      case NumberList numbers -> unpacked(numbers.bytes());
      default -> toJava(Packing.list(element, ((Value.ListValue) wit).elements()), passing);
    };
  }

  private Object unpacked(ByteList list) {
    return switch (list.bytes()) {
      case Result.Ok<byte[]> ok -> unpacked(ok.value());
      case Result.Err<byte[]> err -> throw new Refusal(err.fault());
    };
  }

  /// The elements as a guest's memory holds them: little-endian, NaNs canonical.
  // [impl->req~embed-number-arrays~1]
  private static byte[] packed(Object array) {
    return switch (array) {
      case byte[] numbers -> numbers;
      case short[] numbers -> {
        ByteBuffer room = room(numbers.length * Short.BYTES);
        room.asShortBuffer().put(numbers);
        yield room.array();
      }
      case int[] numbers -> {
        ByteBuffer room = room(numbers.length * Integer.BYTES);
        room.asIntBuffer().put(numbers);
        yield room.array();
      }
      case long[] numbers -> {
        ByteBuffer room = room(numbers.length * Long.BYTES);
        room.asLongBuffer().put(numbers);
        yield room.array();
      }
      case float[] numbers -> {
        ByteBuffer room = room(numbers.length * Float.BYTES);
        for (float number : numbers) {
          room.putInt(Float.floatToIntBits(number));
        }
        yield room.array();
      }
      case double[] numbers -> {
        ByteBuffer room = room(numbers.length * Double.BYTES);
        for (double number : numbers) {
          room.putLong(Double.doubleToLongBits(number));
        }
        yield room.array();
      }
      default -> throw new Invariant.Violation("only arrays of numbers are bound");
    };
  }

  private static ByteBuffer room(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /// The array of elements that are as a guest's memory holds them.
  private Object unpacked(byte[] bytes) {
    ByteBuffer from = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    return switch (element) {
      case S16, U16 -> {
        short[] numbers = new short[bytes.length / Short.BYTES];
        from.asShortBuffer().get(numbers);
        yield numbers;
      }
      case S32, U32 -> {
        int[] numbers = new int[bytes.length / Integer.BYTES];
        from.asIntBuffer().get(numbers);
        yield numbers;
      }
      case S64, U64 -> {
        long[] numbers = new long[bytes.length / Long.BYTES];
        from.asLongBuffer().get(numbers);
        yield numbers;
      }
      case F32 -> {
        float[] numbers = new float[bytes.length / Float.BYTES];
        from.asFloatBuffer().get(numbers);
        yield numbers;
      }
      case F64 -> {
        double[] numbers = new double[bytes.length / Double.BYTES];
        from.asDoubleBuffer().get(numbers);
        yield numbers;
      }
      case S8, U8, BOOL, CHAR, STRING, ERROR_CONTEXT -> bytes;
    };
  }
}
