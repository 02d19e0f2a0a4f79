package dev.wrt.decoder.core;

/// A table type (`tabletype`).
///
/// @param address type of its indices, `i32` or `i64`
/// @param elem type of its elements
/// @param bounds its size in elements
public record TableType(ValType address, ValType elem, SizeBounds bounds) {
  /// Whether indices have 64 bits.
  public boolean is64() {
    return address.equals(ValType.I64);
  }

  @Override
  public String toString() {
    return (is64() ? "i64 " : "") + bounds + " " + elem;
  }
}
