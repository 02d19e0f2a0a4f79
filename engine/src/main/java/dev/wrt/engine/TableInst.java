package dev.wrt.engine;

import dev.wrt.decoder.core.ExternType;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.TableType;
import dev.wrt.decoder.core.ValType;
import java.util.Arrays;

/// A table of a {@link Store} (`tableinst`). Its elements are references as ints, see {@link Refs}.
public final class TableInst implements ExternVal {
  private final TableType type;
  private final Storage storage;

  /// Store code of the type of its elements.
  final int elemCode;

  private final int elementsMax;

  /// The elements, exactly as many as the table has; replaced by {@link #grow}.
  int[] elements;

  /// Creates a table whose elements the caller has reserved.
  TableInst(TableType type, int elemCode, Storage storage, int size, int elementsMax) {
    this.type = type;
    this.storage = storage;
    this.elemCode = elemCode;
    this.elementsMax = elementsMax;
    this.elements = new int[size];
  }

  /// Its type, with the bounds that it was created with.
  TableType type() {
    return type;
  }

  /// Whether its indices have 64 bits.
  public boolean is64() {
    return type.address() == ValType.I64;
  }

  /// Number of elements.
  public int size() {
    return elements.length;
  }

  /// The largest size that its type and the options allow.
  int elementsMax() {
    return elementsMax;
  }

  /// Element `i`, as a reference.
  public long get(int i) {
    return Integer.toUnsignedLong(elements[i]);
  }

  /// Sets element `i`.
  ///
  /// @param i below {@link #size}
  /// @param ref a reference of the table's type
  public void set(int i, long ref) {
    elements[i] = (int) ref;
  }

  /// Grows as `table.grow` does: a refusal is a value of the guest's.
  ///
  /// @param delta elements to add, unsigned
  /// @param ref value of the new elements
  /// @return the size before, or -1 where a maximum or the budget refuses
  // [impl->req~engine-growth~1]
  public int grow(long delta, long ref) {
    int before = elements.length;
    if (Long.compareUnsigned(delta, elementsMax - before) > 0
        || !storage.offer(delta * Integer.BYTES)) {
      return -1;
    }
    elements = Arrays.copyOf(elements, before + (int) delta);
    Arrays.fill(elements, before, elements.length, (int) ref);
    return before;
  }

  void close() {
    storage.release((long) elements.length * Integer.BYTES);
    elements = new int[0];
  }

  @Override
  public ExternType externType() {
    SizeBounds now = new SizeBounds(elements.length, type.bounds().max());
    return new ExternType.Table(new TableType(type.address(), type.elem(), now));
  }
}
