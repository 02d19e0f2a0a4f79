package dev.wrt.component.value;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.component.PrimValType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/// Lists of numbers in their packed form, and numbers as bits.
public final class Packing {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Packing() {}

  /// The list of values of a primitive type, packed if the type allows it.
  // [impl->req~value-packed-lists~1]
  public static Sequence list(PrimValType element, List<Value> values) {
    if (element != PrimValType.U8 && !NumberList.packs(element)) {
      return new Value.ListValue(values);
    }
    int width = element == PrimValType.U8 ? 1 : NumberList.width(element);
    byte[] bytes = new byte[values.size() * width];
    for (int i = 0; i < values.size(); i++) {
      store(bytes, i * width, bits(values.get(i)), width);
    }
    return of(element, ByteList.owned(bytes));
  }

  /// The list of packed elements.
  ///
  /// @param element the type of the elements: a number
  public static Sequence of(PrimValType element, ByteList bytes) {
    return element == PrimValType.U8 ? bytes : new NumberList(element, bytes);
  }

  /// The elements of a list, one by one.
  public static List<Value> values(Sequence list) {
    List<Value> values = new ArrayList<>(list.size());
    for (int i = 0; i < list.size(); i++) {
      values.add(list.get(i));
    }
    return values;
  }

  /// The bits of a number, zero-extended; NaNs become canonical.
  public static long bits(Value number) {
    return switch (number) {
      case Value.S8 v -> v.value() & 0xFFL;
      case Value.U8 v -> v.value();
      case Value.S16 v -> v.value() & 0xFFFFL;
      case Value.U16 v -> v.value();
      case Value.S32 v -> Integer.toUnsignedLong(v.value());
      case Value.U32 v -> v.unsigned();
      case Value.S64 v -> v.value();
      case Value.U64 v -> v.bits();
      case Value.F32 v -> Integer.toUnsignedLong(Float.floatToIntBits(v.value()));
      case Value.F64 v -> Double.doubleToLongBits(v.value());
      default -> throw new Invariant.Violation("only numbers have bits");
    };
  }

  /// Writes the low bytes of a number, little-endian.
  ///
  /// @param width 1, 2, 4 or 8
  public static void store(byte[] bytes, int at, long bits, int width) {
    switch (width) {
      case 1 -> bytes[at] = (byte) bits;
      case 2 -> SHORTS.set(bytes, at, (short) bits);
      case 4 -> INTS.set(bytes, at, (int) bits);
      default -> LONGS.set(bytes, at, bits);
    }
  }

  /// Reads a little-endian number, zero-extended.
  ///
  /// @param width 1, 2, 4 or 8
  public static long load(byte[] bytes, int at, int width) {
    return switch (width) {
      case 1 -> bytes[at] & 0xFFL;
      case 2 -> (short) SHORTS.get(bytes, at) & 0xFFFFL;
      case 4 -> (int) INTS.get(bytes, at) & 0xFFFF_FFFFL;
      default -> (long) LONGS.get(bytes, at);
    };
  }
}
