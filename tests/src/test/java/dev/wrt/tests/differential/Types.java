package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The types of a generated module, and which matches which.
///
/// Value types are ints: numbers and v128 are their byte, references are {@link #ref}. A type index
/// here is an index of the module's types; two equal types of a module count as different, which is
/// on the safe side.
final class Types {
  static final int I32 = 0x7F;
  static final int I64 = 0x7E;
  static final int F32 = 0x7D;
  static final int F64 = 0x7C;
  static final int V128 = 0x7B;
  static final int I16 = 0x77;
  static final int I8 = 0x78;

  static final int EXN = 0x69;
  static final int ARRAY = 0x6A;
  static final int STRUCT = 0x6B;
  static final int I31 = 0x6C;
  static final int EQ = 0x6D;
  static final int ANY = 0x6E;
  static final int EXTERN = 0x6F;
  static final int FUNC = 0x70;

  static final int FUNCREF = ref(true, FUNC);
  static final int EXTERNREF = ref(true, EXTERN);
  static final int ANYREF = ref(true, ANY);
  static final int EXNREF = ref(true, EXN);

  /// From here on, heap types are type indices.
  private static final int INDEXED = 0x80;

  private static final int NULLABLE = 0x63;
  private static final int NON_NULL = 0x64;

  /// A type of the module.
  sealed interface Def permits Func, Struct, Array {}

  /// A function type.
  record Func(int[] params, int[] results) implements Def {}

  /// A structure with the fields of its supertype first.
  record Struct(int supertype, List<Field> fields) implements Def {}

  /// An array.
  record Array(Field field) implements Def {}

  /// A field; the storage is a value type, {@link #I8} or {@link #I16}.
  record Field(int storage, boolean mutable) {
    boolean packed() {
      return storage == I8 || storage == I16;
    }

    int unpacked() {
      return packed() ? I32 : storage;
    }
  }

  private final List<Def> defs = new ArrayList<>();

  /// The first so many types are one recursion group.
  private int group;

  List<Def> defs() {
    return defs;
  }

  Def def(int typeidx) {
    return defs.get(typeidx);
  }

  Func func(int typeidx) {
    return (Func) defs.get(typeidx);
  }

  /// Adds structures and arrays as one recursion group: before all others, and once.
  void group(List<Def> members) {
    defs.addAll(members);
    group = members.size();
  }

  /// Index of a function type, added if need be.
  int func(int[] params, int[] results) {
    for (int i = 0; i < defs.size(); i++) {
      if (defs.get(i) instanceof Func f
          && Arrays.equals(f.params, params)
          && Arrays.equals(f.results, results)) {
        return i;
      }
    }
    defs.add(new Func(params, results));
    return defs.size() - 1;
  }

  static int ref(boolean nullable, int heap) {
    return (nullable ? NULLABLE : NON_NULL) | heap << 8;
  }

  static int refTo(boolean nullable, int typeidx) {
    return ref(nullable, typeidx + INDEXED);
  }

  static boolean isRef(int type) {
    return type > 0xFF;
  }

  static boolean nullable(int type) {
    return (type & 0xFF) == NULLABLE;
  }

  static int heap(int type) {
    return type >>> 8;
  }

  /// The type index of a reference to a type of the module, or -1.
  static int typeidx(int type) {
    return isRef(type) && heap(type) >= INDEXED ? heap(type) - INDEXED : -1;
  }

  boolean matches(int sub, int sup) {
    if (sub == sup) {
      return true;
    }
    boolean refs = isRef(sub) && isRef(sup);
    return refs && (nullable(sup) || !nullable(sub)) && heapMatches(heap(sub), heap(sup));
  }

  boolean allMatch(int[] subs, int[] sups) {
    boolean same = subs.length == sups.length;
    for (int i = 0; same && i < subs.length; i++) {
      same = matches(subs[i], sups[i]);
    }
    return same;
  }

  private boolean heapMatches(int sub, int sup) {
    int at = sub;
    while (at != 0 && at != sup) {
      at = above(at);
    }
    return at == sup;
  }

  /// The next heap type up, or 0.
  private int above(int heap) {
    if (heap >= INDEXED) {
      return switch (def(heap - INDEXED)) {
        case Func f -> FUNC;
        case Array a -> ARRAY;
        case Struct s -> s.supertype < 0 ? STRUCT : s.supertype + INDEXED;
      };
    }
    return switch (heap) {
      case STRUCT, ARRAY, I31 -> EQ;
      case EQ -> ANY;
      default -> 0;
    };
  }

  /// The topmost heap type of a reference's hierarchy.
  int top(int type) {
    int at = heap(type);
    while (above(at) != 0) {
      at = above(at);
    }
    return at;
  }

  static void write(Code out, int type) {
    if (!isRef(type)) {
      out.u8(type);
    } else if (nullable(type) && heap(type) < INDEXED) {
      out.u8(heap(type));
    } else {
      out.u8(type & 0xFF);
      writeHeap(out, type);
    }
  }

  /// The heap type of a reference, as an instruction's immediate.
  static void writeHeap(Code out, int type) {
    out.s64(heap(type) >= INDEXED ? heap(type) - INDEXED : heap(type) - 0x80);
  }

  static void write(Code out, int[] types) {
    out.u32(types.length);
    for (int type : types) {
      write(out, type);
    }
  }

  /// Writes the type section.
  void section(Code out) {
    Code items = new Code();
    int first = group > 0 ? 1 : 0;
    if (group > 0) {
      items.u8(0x4E).u32(group);
    }
    for (Def def : defs) {
      write(items, def);
    }
    out.section(1, defs.size() - group + first, items);
  }

  private static void write(Code out, Def def) {
    switch (def) {
      case Func f -> {
        out.u8(0x60);
        write(out, f.params);
        write(out, f.results);
      }
      case Struct s -> {
        out.u8(0x50).u32(s.supertype < 0 ? 0 : 1);
        if (s.supertype >= 0) {
          out.u32(s.supertype);
        }
        out.u8(0x5F).u32(s.fields.size());
        s.fields.forEach(f -> write(out, f));
      }
      case Array a -> {
        out.u8(0x5E);
        write(out, a.field);
      }
    }
  }

  private static void write(Code out, Field field) {
    write(out, field.storage);
    out.u8(field.mutable ? 1 : 0);
  }
}
