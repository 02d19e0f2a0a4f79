package dev.wrt.engine;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.SizeBounds;
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

  /// Its size in pages.
  public int pages() {
    return memory.sizeBytes() / MemType.PAGE_BYTES;
  }

  /// The largest size that its type, this engine and the options allow, in pages.
  public int pagesMax() {
    return memory.maxBytes() / MemType.PAGE_BYTES;
  }

  /// Grows as `memory.grow` does: a refusal is a value of the guest's.
  ///
  /// @param delta pages to add, unsigned
  /// @return the size before, in pages, or -1 where a maximum or the budget refuses
  // [impl->req~engine-growth~1]
  public int grow(int delta) {
    int before = pages();
    if (Integer.toUnsignedLong(delta) > pagesMax() - before) {
      return -1;
    }
    return switch (memory.grow((before + delta) * MemType.PAGE_BYTES)) {
      case Result.Ok<?> ok -> before;
      case Result.Err<?> err -> -1;
    };
  }

  @Override
  public ExternType externType() {
    SizeBounds now = new SizeBounds(pages(), type.bounds().max());
    return new ExternType.Mem(new MemType(type.address(), now));
  }
}
