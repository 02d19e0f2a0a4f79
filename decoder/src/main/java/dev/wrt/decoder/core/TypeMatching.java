package dev.wrt.decoder.core;

import java.util.List;

/// Subtyping inside a module, or among {@link DefTypes} (core specification, `valid/matching`) on
/// codes of types.
///
/// Because type indices in codes are canonical, equal types are equal ints; what is left is the
/// lattice of abstract heap types, in a table, and the chain of declared supertypes, which is at
/// most {@link dev.wrt.decoder.Limits#subtypeDepth} long. Nothing is allocated.
// [impl->req~core-type-matching~1]
public final class TypeMatching {
  /// For each abstract heap type, a bit for each that it matches.
  private static final int[] SUPERS = new int[HeapType.NOEXN - HeapType.EXN + 1];

  static {
    matches(HeapType.EXN);
    matches(HeapType.NOEXN, HeapType.EXN);
    matches(HeapType.EXTERN);
    matches(HeapType.NOEXTERN, HeapType.EXTERN);
    matches(HeapType.FUNC);
    matches(HeapType.NOFUNC, HeapType.FUNC);
    matches(HeapType.ANY);
    matches(HeapType.EQ, HeapType.ANY);
    matches(HeapType.I31, HeapType.EQ, HeapType.ANY);
    matches(HeapType.STRUCT, HeapType.EQ, HeapType.ANY);
    matches(HeapType.ARRAY, HeapType.EQ, HeapType.ANY);
    matches(
        HeapType.NONE, HeapType.I31, HeapType.STRUCT, HeapType.ARRAY, HeapType.EQ, HeapType.ANY);
  }

  private final List<SubType> types;

  /// Subtyping of types, by their canonical indices; the list may grow.
  TypeMatching(List<SubType> types) {
    this.types = types;
  }

  private static void matches(int heap, int... supers) {
    int bits = bit(heap);
    for (int each : supers) {
      bits |= bit(each);
    }
    SUPERS[heap - HeapType.EXN] = bits;
  }

  private static int bit(int heap) {
    return 1 << heap - HeapType.EXN;
  }

  /// Whether values of one type are values of another (`Valtype_sub`).
  ///
  /// @param sub code of the one
  /// @param sup code of the other
  public boolean val(int sub, int sup) {
    if (sub == sup || sub == ValType.BOT.code()) {
      return true;
    }
    return areRefs(sub, sup) && nulls(sub, sup) && heap(ValType.heap(sub), ValType.heap(sup));
  }

  private static boolean areRefs(int sub, int sup) {
    return ValType.isRef(sub) && ValType.isRef(sup);
  }

  /// Whether null is a value of the one only where it is one of the other.
  private static boolean nulls(int sub, int sup) {
    return ValType.nullable(sup) || !ValType.nullable(sub);
  }

  /// Whether what is of one heap type is of another (`Heaptype_sub`).
  public boolean heap(int sub, int sup) {
    if (sub == sup || sub == HeapType.BOT) {
      return true;
    }
    if (HeapType.isTypeidx(sub)) {
      int typeidx = HeapType.typeidx(sub);
      return HeapType.isTypeidx(sup)
          ? type(typeidx, HeapType.typeidx(sup))
          : sup != HeapType.BOT && abstractHeap(abstractOf(typeidx), sup);
    }
    return HeapType.isTypeidx(sup)
        ? sub == bottomOf(abstractOf(HeapType.typeidx(sup)))
        : sup != HeapType.BOT && abstractHeap(sub, sup);
  }

  /// Whether a defined type is another or below it (`Deftype_sub`).
  ///
  /// @param sub canonical index of the one
  /// @param sup canonical index of the other
  public boolean type(int sub, int sup) {
    int at = sub;
    while (at > sup) {
      at = types.get(at).supertype();
    }
    return at == sup;
  }

  /// The abstract heap type right above a defined type: `func`, `struct` or `array`.
  public int abstractOf(int typeidx) {
    return types.get(typeidx).comp().heap();
  }

  /// The top of the hierarchy of a heap type: `any`, `func`, `extern` or `exn`.
  public int topOf(int heap) {
    int at = HeapType.isTypeidx(heap) ? abstractOf(HeapType.typeidx(heap)) : heap;
    return switch (at) {
      case HeapType.FUNC, HeapType.NOFUNC -> HeapType.FUNC;
      case HeapType.EXTERN, HeapType.NOEXTERN -> HeapType.EXTERN;
      case HeapType.EXN, HeapType.NOEXN -> HeapType.EXN;
      default -> HeapType.ANY;
    };
  }

  /// The bottom of the hierarchy of a heap type: `none`, `nofunc`, `noextern` or `noexn`.
  public int bottomOf(int heap) {
    return switch (topOf(heap)) {
      case HeapType.FUNC -> HeapType.NOFUNC;
      case HeapType.EXTERN -> HeapType.NOEXTERN;
      case HeapType.EXN -> HeapType.NOEXN;
      default -> HeapType.NONE;
    };
  }

  /// Whether one composite type may be declared below another (`Comptype_sub`).
  public boolean comp(CompType sub, CompType sup) {
    return switch (sub) {
      case FuncType f -> sup instanceof FuncType g && func(f, g);
      case StructType s -> sup instanceof StructType t && struct(s, t);
      case ArrayType a -> sup instanceof ArrayType b && field(a.element(), b.element());
    };
  }

  /// Whether functions of one type may be called as another (`Functype_sub`).
  public boolean func(FuncType sub, FuncType sup) {
    boolean same = sub.paramCount() == sup.paramCount() && sub.resultCount() == sup.resultCount();
    for (int i = 0; same && i < sub.paramCount(); i++) {
      same = val(sup.paramCode(i), sub.paramCode(i));
    }
    for (int i = 0; same && i < sub.resultCount(); i++) {
      same = val(sub.resultCode(i), sup.resultCode(i));
    }
    return same;
  }

  private boolean struct(StructType sub, StructType sup) {
    boolean matches = sub.fieldCount() >= sup.fieldCount();
    for (int i = 0; matches && i < sup.fieldCount(); i++) {
      matches = field(sub.field(i), sup.field(i));
    }
    return matches;
  }

  private boolean field(FieldType sub, FieldType sup) {
    if (sub.mutable() != sup.mutable()) {
      return false;
    }
    if (sub.storage() == sup.storage()) {
      return true;
    }
    return !sub.mutable() && !sub.packed() && !sup.packed() && val(sub.storage(), sup.storage());
  }

  /// Whether values of one type are values of another, where both are references to abstract heap
  /// types, whose meaning is the same in all modules; false of all other types.
  ///
  /// @param sub code of the one
  /// @param sup code of the other
  public static boolean abstractRef(int sub, int sup) {
    return areRefs(sub, sup) && nulls(sub, sup) && abstracts(ValType.heap(sub), ValType.heap(sup));
  }

  private static boolean abstracts(int sub, int sup) {
    return HeapType.isAbstract(sub) && HeapType.isAbstract(sup) && abstractHeap(sub, sup);
  }

  private static boolean abstractHeap(int sub, int sup) {
    return (SUPERS[sub - HeapType.EXN] & bit(sup)) != 0;
  }
}
