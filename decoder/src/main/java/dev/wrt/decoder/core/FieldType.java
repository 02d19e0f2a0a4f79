package dev.wrt.decoder.core;

/// Type of a field of a structure, or of the elements of an array (`fieldtype`).
///
/// @param storage code of a value type, or {@link #I8} or {@link #I16}
/// @param mutable whether it may be written
public record FieldType(int storage, boolean mutable) {
  /// Packed type of 8 bits.
  public static final int I8 = 0x78;

  /// Packed type of 16 bits.
  public static final int I16 = 0x77;

  /// Whether it holds fewer bits than the `i32` that stands for it on the stack.
  public boolean packed() {
    return storage == I8 || storage == I16;
  }

  /// Code of the type that it has on the stack (`unpack`).
  public int unpacked() {
    return packed() ? ValType.I32.code() : storage;
  }

  /// Bytes that it takes: 1, 2, 4, 8 or 16; a reference takes 4.
  public int bytes() {
    return switch (storage) {
      case I8 -> 1;
      case I16 -> 2;
      default -> ValType.bytes(storage);
    };
  }

  /// The type in the text format.
  @Override
  public String toString() {
    String text =
        switch (storage) {
          case I8 -> "i8";
          case I16 -> "i16";
          default -> ValType.text(storage);
        };
    return mutable ? "(mut " + text + ")" : text;
  }
}
