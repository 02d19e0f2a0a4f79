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

  /// Finality, supertype, kind and two counts.
  private static final int HEADER_WORDS = 5;

  private final int start;
  private final int size;
  private final int[] form;
  private int length;
  private int hash;

  private RecGroup(int start, int size, int words) {
    this.start = start;
    this.size = size;
    this.form = new int[words];
  }

  /// Number of words in the normal form of a group, to be asked before it is made.
  static int words(List<SubType> types, int start, int size) {
    int words = size * HEADER_WORDS;
    for (int i = start; i < start + size; i++) {
      words +=
          switch (types.get(i).comp()) {
            case FuncType f -> f.paramCount() + f.resultCount();
            case StructType s -> 2 * s.fieldCount();
            case ArrayType a -> 2;
          };
    }
    return words;
  }

  /// What a normal form takes on the heap, in a map.
  static long bytes(int words) {
    return FIXED_BYTES + (long) words * Integer.BYTES;
  }

  /// The normal form of the types from an index on.
  ///
  /// @param types the types of the module, whose codes have canonical indices or such of the group
  /// @param words as {@link #words} says
  static RecGroup of(List<SubType> types, int start, int size, int words) {
    RecGroup group = new RecGroup(start, size, words);
    for (int i = start; i < start + size; i++) {
      group.add(types.get(i));
    }
    group.hash = spread(Arrays.hashCode(group.form));
    return group;
  }

  /// Brings the bits of a hash that codes differ in, which are high ones, into the low ones.
  private static int spread(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85EB_CA6B;
    mixed = (mixed ^ mixed >>> 13) * 0xC2B2_AE35;
    return mixed ^ mixed >>> 16;
  }

  private void add(SubType type) {
    add(type.isFinal() ? 1 : 0);
    add(type.hasSupertype() ? typeidx(type.supertype()) : SubType.NO_SUPERTYPE);
    switch (type.comp()) {
      case FuncType f -> add(f);
      case StructType s -> {
        header(1, s.fieldCount(), 0);
        for (int i = 0; i < s.fieldCount(); i++) {
          add(s.field(i));
        }
      }
      case ArrayType a -> {
        header(2, 1, 0);
        add(a.element());
      }
    }
  }

  private void header(int kind, int count, int count2) {
    add(kind);
    add(count);
    add(count2);
  }

  private void add(FuncType type) {
    header(0, type.paramCount(), type.resultCount());
    for (int i = 0; i < type.paramCount(); i++) {
      add(code(type.paramCode(i)));
    }
    for (int i = 0; i < type.resultCount(); i++) {
      add(code(type.resultCode(i)));
    }
  }

  private void add(FieldType field) {
    add(field.mutable() ? 1 : 0);
    add(code(field.storage()));
  }

  private void add(int word) {
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
