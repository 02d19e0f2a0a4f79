package dev.wrt.component.abi;

import dev.wrt.bounded.Invariant;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers and other values of one core value: between their bits and {@link Value}s.
///
/// A core value has its bits zero-extended to 64, as in the engine; what is above the width of a
/// narrow type is cut off when it is lifted.
final class Scalars {
  private static final VarHandle SHORTS =
      MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /// `CANONICAL_FLOAT32_NAN`
  static final int NAN_32 = 0x7FC0_0000;

  /// `CANONICAL_FLOAT64_NAN`
  static final long NAN_64 = 0x7FF8_0000_0000_0000L;

  private Scalars() {}

  /// `load_int`, zero-extended.
  static long load(byte[] bytes, int at, int width) {
    return switch (width) {
      case 1 -> bytes[at] & 0xFFL;
      case 2 -> (short) SHORTS.get(bytes, at) & 0xFFFFL;
      case 4 -> (int) INTS.get(bytes, at) & 0xFFFF_FFFFL;
      default -> (long) LONGS.get(bytes, at);
    };
  }

  /// `store_int`
  static void store(byte[] bytes, int at, long bits, int width) {
    switch (width) {
      case 1 -> bytes[at] = (byte) bits;
      case 2 -> SHORTS.set(bytes, at, (short) bits);
      case 4 -> INTS.set(bytes, at, (int) bits);
      default -> LONGS.set(bytes, at, bits);
    }
  }

  /// Lifts a value that can't trap.
  static Value value(Layout layout, long word) {
    return switch (layout.kind) {
      case BOOL -> new Value.Bool((int) word != 0);
      case S8 -> new Value.S8((byte) word);
      case U8 -> new Value.U8((int) word & 0xFF);
      case S16 -> new Value.S16((short) word);
      case U16 -> new Value.U16((int) word & 0xFFFF);
      case S32 -> new Value.S32((int) word);
      case U32 -> new Value.U32((int) word);
      case S64 -> new Value.S64(word);
      case U64 -> new Value.U64(word);
      case F32 -> new Value.F32(Float.intBitsToFloat(canonical32((int) word)));
      case F64 -> new Value.F64(Double.longBitsToDouble(canonical64(word)));
      case FLAGS -> new Value.FlagsValue((int) word & layout.flagsMask());
      default -> throw new Invariant.Violation("only scalars are lifted from one word");
    };
  }

  /// Lowers a value that needs no memory and no handle table.
  static long word(Value value) {
    return switch (value) {
      case Value.Bool v -> v.value() ? 1 : 0;
      case Value.S8 v -> Integer.toUnsignedLong(v.value());
      case Value.U8 v -> v.value();
      case Value.S16 v -> Integer.toUnsignedLong(v.value());
      case Value.U16 v -> v.value();
      case Value.S32 v -> Integer.toUnsignedLong(v.value());
      case Value.U32 v -> v.unsigned();
      case Value.S64 v -> v.value();
      case Value.U64 v -> v.bits();
      case Value.F32 v -> Integer.toUnsignedLong(Float.floatToIntBits(v.value()));
      case Value.F64 v -> Double.doubleToLongBits(v.value());
      case Value.Char v -> v.codePoint();
      case Value.EnumValue v -> v.caseIndex();
      case Value.FlagsValue v -> Integer.toUnsignedLong(v.bits());
      default -> throw new Invariant.Violation("only scalars are lowered to one word");
    };
  }

  /// `canonicalize_nan32`
  static int canonical32(int bits) {
    return (bits & 0x7FFF_FFFF) > 0x7F80_0000 ? NAN_32 : bits;
  }

  /// `canonicalize_nan64`
  static long canonical64(long bits) {
    return (bits & Long.MAX_VALUE) > 0x7FF0_0000_0000_0000L ? NAN_64 : bits;
  }

  /// Whether packed numbers hold no NaN but the canonical one.
  static boolean isCanonical(PrimValType number, byte[] bytes, int at, int length) {
    if (!isFloat(number)) {
      return true;
    }
    int width = number == PrimValType.F32 ? 4 : 8;
    for (int i = at; i < at + length; i += width) {
      long bits = load(bytes, i, width);
      if (canonical(bits, width) != bits) {
        return false;
      }
    }
    return true;
  }

  /// Makes all NaNs among packed numbers canonical.
  static void canonicalize(PrimValType number, byte[] bytes, int at, int length) {
    if (!isFloat(number)) {
      return;
    }
    int width = number == PrimValType.F32 ? 4 : 8;
    for (int i = at; i < at + length; i += width) {
      store(bytes, i, canonical(load(bytes, i, width), width), width);
    }
  }

  private static boolean isFloat(PrimValType number) {
    return number == PrimValType.F32 || number == PrimValType.F64;
  }

  private static long canonical(long bits, int width) {
    return width == 4 ? Integer.toUnsignedLong(canonical32((int) bits)) : canonical64(bits);
  }
}
