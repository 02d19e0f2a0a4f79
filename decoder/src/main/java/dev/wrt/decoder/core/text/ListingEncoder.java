package dev.wrt.decoder.core.text;

import dev.wrt.bounded.Invariant;

/// Writes a listing back to bytes, from the values and widths of its items alone.
public final class ListingEncoder implements ListingVisitor {
  private final byte[] bytes;
  private int size;

  /// Creates an encoder.
  ///
  /// @param bytes where to write, as long as the module
  public ListingEncoder(byte[] bytes) {
    this.bytes = bytes;
  }

  /// Number of bytes written.
  public int size() {
    return size;
  }

  @Override
  public void begin(Part part, int offset) {
    // A part has no bytes of its own.
  }

  @Override
  public void end(Part part, int offset) {
    // A part has no bytes of its own.
  }

  // [impl->req~decoder-listing-lossless~1]
  @Override
  public void item(Item item) {
    switch (item.form()) {
      case BYTE -> put(item.value());
      case U32, U64 -> leb128(item.value(), item.width(), false);
      case S32, S33, S64 -> leb128(item.value(), item.width(), true);
      case TYPE -> type(item);
      case FIXED32 -> fixed(item.value(), Integer.BYTES);
      case FIXED64 -> fixed(item.value(), Long.BYTES);
      case FIXED128 -> {
        fixed(item.value(), Long.BYTES);
        fixed(item.high(), Long.BYTES);
      }
      case NAME -> {
        leb128(item.high(), item.width(), false);
        copy(item);
      }
      case BYTES -> copy(item);
    }
  }

  private void type(Item item) {
    put(item.value());
    if (item.hasHeapType()) {
      leb128(item.high(), item.width() - 1, true);
    }
  }

  private void leb128(long value, int width, boolean signed) {
    long rest = value;
    for (int i = 1; i <= width; i++) {
      put(rest & 0x7F | (i < width ? 0x80 : 0));
      rest = signed ? rest >> 7 : rest >>> 7;
    }
  }

  private void fixed(long value, int width) {
    for (int i = 0; i < width; i++) {
      put(value >>> 8 * i);
    }
  }

  private void copy(Item item) {
    int length = (int) item.high();
    Invariant.check(length <= bytes.length - size, "a listing is as long as its module");
    System.arraycopy(item.source(), (int) item.value(), bytes, size, length);
    size += length;
  }

  private void put(long value) {
    Invariant.check(size < bytes.length, "a listing is as long as its module");
    bytes[size++] = (byte) value;
  }
}
