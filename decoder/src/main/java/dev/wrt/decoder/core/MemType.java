package dev.wrt.decoder.core;

/// A memory type (`memtype`).
///
/// @param address type of its addresses, `i32` (`i64` for 64-bit memories)
/// @param bounds its size in pages of 64 KiB
public record MemType(ValType address, SizeBounds bounds) {
  /// Bytes of a page.
  public static final int PAGE_BYTES = 65_536;

  @Override
  public String toString() {
    return (address == ValType.I64 ? "i64 " : "") + bounds;
  }
}
