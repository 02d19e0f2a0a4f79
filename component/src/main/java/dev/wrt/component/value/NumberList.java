package dev.wrt.component.value;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.PrimValType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A list of numbers other than `u8`, packed as in a guest's memory: little-endian, without a value
/// per element.
///
/// @param element the type of the elements: an integer type but `u8`, or a float type
/// @param bytes the packed elements; floats hold no NaN but the canonical one
public record NumberList(PrimValType element, ByteList bytes) implements Sequence {
  /// Checks that the bytes are whole elements.
  public NumberList {
    Invariant.check(bytes.size() % width(element) == 0, "packed numbers are whole");
  }

  /// Whether lists of a type have this form.
  public static boolean packs(PrimValType element) {
    return switch (element) {
      case S8, S16, U16, S32, U32, S64, U64, F32, F64 -> true;
      case BOOL, U8, CHAR, STRING, ERROR_CONTEXT -> false;
    };
  }

  /// Bytes of an element.
  public static int width(PrimValType element) {
    return switch (element) {
      case S8 -> 1;
      case S16, U16 -> 2;
      case S32, U32, F32 -> 4;
      case S64, U64, F64 -> 8;
      case BOOL, U8, CHAR, STRING, ERROR_CONTEXT -> throw unpacked();
    };
  }

  private static Invariant.Violation unpacked() {
    return new Invariant.Violation("only numbers other than u8 are packed");
  }

  @Override
  public int size() {
    return bytes.size() / width(element);
  }

  /// The bits of an element, zero-extended.
  ///
  /// @param index 0 to size - 1
  public long bits(int index) {
    int width = width(element);
    byte[] one = new byte[width];
    Invariant.check(
        bytes.read(index * width, one, 0, width) instanceof Result.Ok,
        "a list that is read is open");
    return Packing.load(one, 0, width);
  }

  @Override
  public Value get(int index) {
    long bits = bits(index);
    return switch (element) {
      case S8 -> new S8((byte) bits);
      case S16 -> new S16((short) bits);
      case U16 -> new U16((int) bits);
      case S32 -> new S32((int) bits);
      case U32 -> new U32((int) bits);
      case S64 -> new S64(bits);
      case U64 -> new U64(bits);
      case F32 -> new F32(Float.intBitsToFloat((int) bits));
      case F64 -> new F64(Double.longBitsToDouble(bits));
      case BOOL, U8, CHAR, STRING, ERROR_CONTEXT -> throw unpacked();
    };
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (other instanceof NumberList that) {
      return element == that.element && bytes.equals(that.bytes)
          || bytes.size() == 0 && that.bytes.size() == 0;
    }
    return other instanceof Sequence s && bytes.isOpen() && Sequence.equal(this, s);
  }

  @Override
  public int hashCode() {
    return bytes.isOpen() ? Sequence.hash(this) : size();
  }
}
