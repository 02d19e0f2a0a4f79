package dev.wrt.decoder.core;

/// A table type (`tabletype`).
///
/// @param address type of its indices, `i32` (`i64` for 64-bit tables)
/// @param elem type of its elements
/// @param bounds its size in elements
public record TableType(ValType address, ValType elem, SizeBounds bounds) {
  @Override
  public String toString() {
    return (address == ValType.I64 ? "i64 " : "") + bounds + " " + elem;
  }
}
