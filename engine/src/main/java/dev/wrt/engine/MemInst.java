package dev.wrt.engine;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.SafeMemory;

/// A linear memory of a {@link Store} (`meminst`).
public final class MemInst implements ExternVal {
  private final MemType type;
  private final SafeMemory memory;

  MemInst(MemType type, SafeMemory memory) {
    this.type = type;
    this.memory = memory;
  }

  /// The bytes.
  public SafeMemory memory() {
    return memory;
  }

  /// Whether its addresses have 64 bits.
  public boolean is64() {
    return type.address() == ValType.I64;
  }

  /// Whether machines may wait on it.
  boolean shared() {
    return type.shared();
  }

  /// Its size in pages.
  public int pages() {
    return memory.sizeBytes() >>> type.pageSizeLog2();
  }

  /// The largest size that its type, this engine and the options allow, in pages.
  public int pagesMax() {
    return memory.maxBytes() >>> type.pageSizeLog2();
  }

  /// The bytes of so many pages.
  long bytes(long pages) {
    return pages << type.pageSizeLog2();
  }

  /// Grows as `memory.grow` does: a refusal is a value of the guest's.
  ///
  /// @param delta pages to add, unsigned
  /// @return the size before, in pages, or -1 where a maximum or the budget refuses
  // [impl->req~engine-growth~1]
  public int grow(long delta) {
    int before = pages();
    if (Long.compareUnsigned(delta, pagesMax() - before) > 0) {
      return -1;
    }
    return switch (memory.grow((int) bytes(before + delta))) {
      case Result.Ok<?> ok -> before;
      case Result.Err<?> err -> -1;
    };
  }

  @Override
  public ExternType externType() {
    SizeBounds now = new SizeBounds(pages(), type.bounds().max());
    return new ExternType.Mem(new MemType(type.address(), now, type.pageSizeLog2(), type.shared()));
  }
}
