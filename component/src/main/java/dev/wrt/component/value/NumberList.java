package dev.wrt.component.value;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.component.PrimValType;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A list of numbers other than `u8`, packed as in a guest's memory: little-endian, without a value
/// per element.
///
/// Java's arrays go in by {@link #of} and {@link #unsigned} and come out by {@link #ints} and the
/// like, each with one copy in bulk; {@link ByteList#buffer} of {@link #bytes} gives the numbers of
/// a list that owns them without any.
///
/// @param element the type of the elements: an integer type but `u8`, or a float type
/// @param bytes the packed elements; floats hold no NaN but the canonical one
public record NumberList(PrimValType element, ByteList bytes) implements Sequence {
  /// Checks that the bytes are whole elements.
  public NumberList {
    Invariant.check(bytes.size() % width(element) == 0, "packed numbers are whole");
  }

  /// A `list<s16>` of numbers, which are copied.
  // [impl->req~value-arrays~1]
  public static NumberList of(short... numbers) {
    return packed(PrimValType.S16, numbers.length, b -> b.asShortBuffer().put(numbers));
  }

  /// A `list<s32>` of numbers, which are copied.
  public static NumberList of(int... numbers) {
    return packed(PrimValType.S32, numbers.length, b -> b.asIntBuffer().put(numbers));
  }

  /// A `list<s64>` of numbers, which are copied.
  public static NumberList of(long... numbers) {
    return packed(PrimValType.S64, numbers.length, b -> b.asLongBuffer().put(numbers));
  }

  /// A `list<f32>` of numbers, which are copied; NaNs become canonical.
  public static NumberList of(float... numbers) {
    return packed(
        PrimValType.F32,
        numbers.length,
        b -> {
          for (float number : numbers) {
            b.putInt(Float.floatToIntBits(number));
          }
        });
  }

  /// A `list<f64>` of numbers, which are copied; NaNs become canonical.
  public static NumberList of(double... numbers) {
    return packed(
        PrimValType.F64,
        numbers.length,
        b -> {
          for (double number : numbers) {
            b.putLong(Double.doubleToLongBits(number));
          }
        });
  }

  /// A `list<s8>` of numbers, which are copied; bytes are a `list<u8>` in {@link ByteList#of}.
  public static NumberList signed(byte... numbers) {
    return new NumberList(PrimValType.S8, ByteList.of(numbers));
  }

  /// A `list<u16>` of the bits of numbers, which are copied.
  public static NumberList unsigned(short... numbers) {
    return new NumberList(PrimValType.U16, of(numbers).bytes);
  }

  /// A `list<u32>` of the bits of numbers, which are copied.
  public static NumberList unsigned(int... numbers) {
    return new NumberList(PrimValType.U32, of(numbers).bytes);
  }

  /// A `list<u64>` of the bits of numbers, which are copied.
  public static NumberList unsigned(long... numbers) {
    return new NumberList(PrimValType.U64, of(numbers).bytes);
  }

  private static NumberList packed(PrimValType element, int count, Consumer<ByteBuffer> fill) {
    byte[] bytes = new byte[Math.multiplyExact(count, width(element))];
    fill.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return new NumberList(element, ByteList.owned(bytes));
  }

  /// The elements of a `list<s16>` or `list<u16>`; a fault where the view has ended or its memory
  /// is corrupt.
  public Result<short[]> shorts() {
    expect(2, false);
    short[] to = new short[size()];
    return copied(to, (from, at) -> from.asShortBuffer().get(to, at / 2, from.remaining() / 2));
  }

  /// The elements of a `list<s32>` or `list<u32>`; a fault where the view has ended or its memory
  /// is corrupt.
  public Result<int[]> ints() {
    expect(4, false);
    int[] to = new int[size()];
    return copied(to, (from, at) -> from.asIntBuffer().get(to, at / 4, from.remaining() / 4));
  }

  /// The elements of a `list<s64>` or `list<u64>`; a fault where the view has ended or its memory
  /// is corrupt.
  public Result<long[]> longs() {
    expect(8, false);
    long[] to = new long[size()];
    return copied(to, (from, at) -> from.asLongBuffer().get(to, at / 8, from.remaining() / 8));
  }

  /// The elements of a `list<f32>`; a fault where the view has ended or its memory is corrupt.
  public Result<float[]> floats() {
    expect(4, true);
    float[] to = new float[size()];
    return copied(to, (from, at) -> from.asFloatBuffer().get(to, at / 4, from.remaining() / 4));
  }

  /// The elements of a `list<f64>`; a fault where the view has ended or its memory is corrupt.
  public Result<double[]> doubles() {
    expect(8, true);
    double[] to = new double[size()];
    return copied(to, (from, at) -> from.asDoubleBuffer().get(to, at / 8, from.remaining() / 8));
  }

  private void expect(int width, boolean isFloat) {
    boolean isFloatList = element == PrimValType.F32 || element == PrimValType.F64;
    Invariant.check(
        width(element) == width && isFloatList == isFloat,
        "the elements of a list are asked for as what they are");
  }

  private <A> Result<A> copied(A to, ByteList.Sink sink) {
    return switch (bytes.drain(sink)) {
      case Result.Ok<Unit> _ -> Result.ok(to);
      case Result.Err<Unit> err -> Result.err(err.fault());
    };
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
    Invariant.check(index >= 0 && index < size(), "an element is within the list");
    int width = width(element);
    return bytes.load(index * width, width);
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
      boolean empty = bytes.size() == 0 && that.bytes.size() == 0;
      return empty || element == that.element && bytes.equals(that.bytes);
    }
    return other instanceof Sequence s && bytes.isOpen() && Sequence.equal(this, s);
  }

  @Override
  public int hashCode() {
    return bytes.isOpen() ? Sequence.hash(this) : size();
  }
}
