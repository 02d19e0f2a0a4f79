package dev.wrt.engine;

import java.util.Arrays;

/// How objects of a type of the store lie in the heap.
///
/// An object begins at a multiple of 8 with a header of 8 bytes: the store's number of its type,
/// then 0 for a struct, the length for an array, the address of the tag for an exception. A
/// struct's fields follow in their order, each at the next multiple of its own size, at most 8, so
/// that a subtype's fields begin as its supertype's do. An array's elements follow without gaps. An
/// exception's values are slots of 8 bytes. What is left over up to the next multiple of 8 is zero.
///
/// @param kind {@link #STRUCT}, {@link #ARRAY} or {@link #EXCEPTION}
/// @param bytes the whole object, a multiple of 8; of an array a single element
/// @param offsets where fields begin, counted from the header; of an array none
/// @param widths of each field, see {@link FieldWidth}; of an array that of the elements
/// @param refs where references that the collector follows lie, in order; of an array {@link
///   #HEADER_BYTES} if its elements are such, else none
record ObjectLayout(int kind, int bytes, int[] offsets, byte[] widths, int[] refs) {
  /// Bytes before the first field or element.
  static final int HEADER_BYTES = 8;

  /// A struct.
  static final int STRUCT = 0;

  /// An array.
  static final int ARRAY = 1;

  /// An exception.
  static final int EXCEPTION = 2;

  private static final int[] NONE = {};
  private static final int[] ELEMENTS = {HEADER_BYTES};

  /// The record, its arrays' headers, its place in the list.
  private static final long FIXED_BYTES = 96;

  /// Offset, width, and offset again if it is a reference.
  private static final int BYTES_PER_FIELD = 2 * Integer.BYTES + 1;

  /// Estimate of what a layout takes.
  static long footprint(int fields) {
    return FIXED_BYTES + (long) fields * BYTES_PER_FIELD;
  }

  /// The layout of a struct.
  ///
  /// @param widths of the fields
  /// @param collected which of them are references that the collector follows
  static ObjectLayout struct(byte[] widths, boolean[] collected) {
    int[] offsets = new int[widths.length];
    int end = HEADER_BYTES;
    for (int i = 0; i < widths.length; i++) {
      int size = FieldWidth.bytes(widths[i]);
      offsets[i] = aligned(end, Math.min(size, 8));
      end = offsets[i] + size;
    }
    return new ObjectLayout(STRUCT, aligned(end, 8), offsets, widths, chosen(offsets, collected));
  }

  /// The layout of an array.
  static ObjectLayout array(byte width, boolean collected) {
    return new ObjectLayout(
        ARRAY, FieldWidth.bytes(width), NONE, new byte[] {width}, collected ? ELEMENTS : NONE);
  }

  /// The layout of an exception whose values take slots.
  ///
  /// @param collected which of the slots are references that the collector follows
  static ObjectLayout exception(boolean[] collected) {
    int[] offsets = new int[collected.length];
    for (int i = 0; i < offsets.length; i++) {
      offsets[i] = HEADER_BYTES + i * Long.BYTES;
    }
    int bytes = HEADER_BYTES + offsets.length * Long.BYTES;
    return new ObjectLayout(EXCEPTION, bytes, offsets, new byte[0], chosen(offsets, collected));
  }

  private static int[] chosen(int[] offsets, boolean[] which) {
    int[] result = new int[offsets.length];
    int count = 0;
    for (int i = 0; i < offsets.length; i++) {
      if (which[i]) {
        result[count++] = offsets[i];
      }
    }
    return Arrays.copyOf(result, count);
  }

  private static int aligned(int offset, int to) {
    return offset + to - 1 & -to;
  }

  /// Slots that the fields of a struct take.
  int slots() {
    int slots = 0;
    for (byte width : widths) {
      slots += FieldWidth.slots(width);
    }
    return slots;
  }

  /// Width of an array's elements.
  byte width() {
    return widths[0];
  }

  /// Size of an object with a header's second word, before it is rounded up to a multiple of 8.
  long bytes(int second) {
    return kind == ARRAY ? HEADER_BYTES + Integer.toUnsignedLong(second) * bytes : bytes;
  }
}
