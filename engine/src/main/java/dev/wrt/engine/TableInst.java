package dev.wrt.engine;

import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.SafeMemory;

/// A table of a {@link Store} (`tableinst`). Its elements lie in a {@link SafeMemory}.
public final class TableInst implements ExternVal {
  private final TableType type;

  /// Store code of the type of its elements.
  final int elemCode;

  /// The elements.
  final RefArea elements;

  TableInst(TableType type, int elemCode, SafeMemory memory) {
    this.type = type;
    this.elemCode = elemCode;
    this.elements = new RefArea(memory);
  }

  /// Its type, with the bounds that it was created with.
  TableType type() {
    return type;
  }

  /// Where its elements lie, four bytes each.
  public SafeMemory memory() {
    return elements.memory();
  }

  /// Whether its indices have 64 bits.
  public boolean is64() {
    return type.address() == ValType.I64;
  }

  /// Number of elements.
  public int size() {
    return elements.size();
  }

  /// The largest size that its type and the options allow.
  int elementsMax() {
    return memory().maxBytes() >>> 2;
  }

  /// Element `i`, as a reference. Where it does not agree with its digest, its {@link #memory} says
  /// so, and no machine of the store runs any more.
  public long get(int i) {
    return Integer.toUnsignedLong(memory().load32(i << 2));
  }

  /// Sets element `i`.
  ///
  /// @param i below {@link #size}
  /// @param ref a reference of the table's type
  public void set(int i, long ref) {
    memory().store32(i << 2, (int) ref);
  }

  /// Grows as `table.grow` does: a refusal is a value of the guest's.
  ///
  /// @param delta elements to add, unsigned
  /// @param ref value of the new elements
  /// @return the size before, or -1 where a maximum or the budget refuses
  // [impl->req~engine-growth~1]
  int grow(long delta, long ref) {
    int before = size();
    boolean possible = Long.compareUnsigned(delta, elementsMax() - before) <= 0;
    return possible && elements.grow((int) delta, (int) ref) ? before : -1;
  }

  @Override
  public ExternType externType() {
    SizeBounds now = new SizeBounds(size(), type.bounds().max());
    return new ExternType.Table(new TableType(type.address(), type.elem(), now));
  }
}
