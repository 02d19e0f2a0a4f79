package dev.wrt.component.abi;

import dev.wrt.bounded.Invariant;
import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;

/// Numbers and other values of one core value: between their bits and {@link Value}s.
///
/// A core value has its bits zero-extended to 64, as in the engine; what is above the width of a
/// narrow type is cut off when it is lifted.
final class Scalars {
  /// `CANONICAL_FLOAT32_NAN`
  static final int NAN_32 = 0x7FC0_0000;

  /// `CANONICAL_FLOAT64_NAN`
  static final long NAN_64 = 0x7FF8_0000_0000_0000L;

  private Scalars() {}

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
      case Value.S16 v -> Integer.toUnsignedLong(v.value());
      case Value.Char v -> v.codePoint();
      case Value.EnumValue v -> v.caseIndex();
      case Value.FlagsValue v -> Integer.toUnsignedLong(v.bits());
      default -> Packing.bits(value);
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
      long bits = Packing.load(bytes, i, width);
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
      Packing.store(bytes, i, canonical(Packing.load(bytes, i, width), width), width);
    }
  }

  private static boolean isFloat(PrimValType number) {
    return number == PrimValType.F32 || number == PrimValType.F64;
  }

  private static long canonical(long bits, int width) {
    return width == 4 ? Integer.toUnsignedLong(canonical32((int) bits)) : canonical64(bits);
  }
}
