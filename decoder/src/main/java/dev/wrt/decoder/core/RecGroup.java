package dev.wrt.decoder.core;

import dev.wrt.bounded.SizeEstimate;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The normal form of a recursion group: equal for equal groups, and only for these.
///
/// It is the group's types one after the other as ints, where a reference to a type of the group is
/// its place in it, and any other one a canonical index; a bit tells them apart.
// [impl->req~core-type-equality~1]
final class RecGroup implements Comparable<RecGroup> {
  /// The object, its array's header, an entry of a map and its boxed number.
  private static final int FIXED_BYTES = 6 * SizeEstimate.OBJECT_BYTES;

  private static final int FIRST_CAPACITY = 8;

  private final int start;
  private final int size;
  private int[] form = new int[FIRST_CAPACITY];
  private int length;
  private int hash;

  private RecGroup(int start, int size) {
    this.start = start;
    this.size = size;
  }

  /// The normal form of the types from an index on.
  ///
  /// @param types the types of the module, whose codes have canonical indices or such of the group
  static RecGroup of(List<SubType> types, int start, int size) {
    RecGroup group = new RecGroup(start, size);
    for (int i = start; i < start + size; i++) {
      group.add(types.get(i));
    }
    group.form = Arrays.copyOf(group.form, group.length);
    group.hash = Arrays.hashCode(group.form);
    return group;
  }

  /// What it takes on the heap, in a map.
  long bytes() {
    return FIXED_BYTES + (long) length * Integer.BYTES;
  }

  private void add(SubType type) {
    add(type.isFinal() ? 1 : 0);
    add(type.hasSupertype() ? typeidx(type.supertype()) : SubType.NO_SUPERTYPE);
    switch (type.comp()) {
      case FuncType f -> {
        add(0);
        add(f.paramCount());
        add(f.resultCount());
        for (int i = 0; i < f.paramCount(); i++) {
          add(code(f.paramCode(i)));
        }
        for (int i = 0; i < f.resultCount(); i++) {
          add(code(f.resultCode(i)));
        }
      }
      case StructType s -> {
        add(1);
        add(s.fieldCount());
        for (int i = 0; i < s.fieldCount(); i++) {
          add(s.field(i));
        }
      }
      case ArrayType a -> {
        add(2);
        add(a.element());
      }
    }
  }

  private void add(FieldType field) {
    add(field.mutable() ? 1 : 0);
    add(code(field.storage()));
  }

  private void add(int word) {
    if (length == form.length) {
      form = Arrays.copyOf(form, 2 * length);
    }
    form[length] = word;
    length++;
  }

  /// A code in which a type index is replaced.
  private int code(int code) {
    int heap = ValType.isRef(code) ? ValType.heap(code) : 0;
    if (!HeapType.isTypeidx(heap)) {
      return code;
    }
    return ValType.ref(ValType.nullable(code), HeapType.ofTypeidx(typeidx(HeapType.typeidx(heap))));
  }

  private int typeidx(int typeidx) {
    int place = typeidx - start;
    return place >= 0 && place < size ? 2 * place + 1 : 2 * typeidx;
  }

  @Override
  public int compareTo(RecGroup other) {
    return Arrays.compare(form, other.form);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RecGroup that && hash == that.hash && Arrays.equals(form, that.form);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
