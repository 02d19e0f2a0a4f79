package dev.wrt.decoder.core;

/// A memory type (`memtype`).
///
/// @param address type of its addresses, `i32` or `i64`
/// @param bounds its size in pages
/// @param pageSizeLog2 logarithm of the bytes of a page: 16, or 0 with the feature
///   `custom-page-sizes`
/// @param shared whether threads may share it; only with the feature `threads`
public record MemType(ValType address, SizeBounds bounds, int pageSizeLog2, boolean shared) {
  /// Bytes of a page, unless the type says otherwise.
  public static final int PAGE_BYTES = 65_536;

  /// Logarithm of {@link #PAGE_BYTES}.
  public static final int PAGE_SIZE_LOG2 = 16;

  /// A memory of ordinary pages that is not shared.
  public MemType(ValType address, SizeBounds bounds) {
    this(address, bounds, PAGE_SIZE_LOG2, false);
  }

  /// Bytes of a page of this memory.
  public int pageBytes() {
    return 1 << pageSizeLog2;
  }

  /// Whether addresses have 64 bits.
  public boolean is64() {
    return address.equals(ValType.I64);
  }

  @Override
  public String toString() {
    String page = pageSizeLog2 == PAGE_SIZE_LOG2 ? "" : " (pagesize " + pageBytes() + ")";
    return (is64() ? "i64 " : "") + bounds + (shared ? " shared" : "") + page;
  }
}
