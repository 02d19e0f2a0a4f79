package dev.wrt.tests.differential;

import java.util.function.Predicate;

/// Arrays. New ones have four elements or more, and most indices are below that.
final class ArrayRows {
  private final Body b;
  private final GcRows gc;

  ArrayRows(Body body, GcRows gc) {
    this.b = body;
    this.gc = gc;
  }

  void register() {
    b.register("array.new", 5, this::make);
    b.register("array.new_default", 3, this::makeDefault);
    b.register("array.new_fixed", 4, this::makeFixed);
    b.register("array.new_data", 4, this::makeData);
    b.register("array.new_elem", 4, this::makeElem);
    b.register("array.get", 8, want -> get("array.get", want));
    b.register("array.get_s", 4, want -> get("array.get_s", want));
    b.register("array.get_u", 4, want -> get("array.get_u", want));
    b.register("array.set", 6, this::set);
    b.register("array.len", 4, this::len);
    b.register("array.fill", 4, this::fill);
    b.register("array.copy", 4, this::copy);
    b.register("array.init_data", 4, this::initData);
    b.register("array.init_elem", 4, this::initElem);
  }

  private Types.Field field(int typeidx) {
    return ((Types.Array) b.shape.types.def(typeidx)).field();
  }

  private int array(Predicate<Types.Field> fits) {
    return gc.typeidx(t -> b.shape.types.def(t) instanceof Types.Array a && fits.test(a.field()));
  }

  private int matching(int want, Predicate<Types.Field> fits) {
    return gc.typeidx(t ->
        b.shape.types.def(t) instanceof Types.Array a
            && fits.test(a.field())
            && b.shape.types.matches(Types.refTo(false, t), want));
  }

  private static boolean isNumeric(Types.Field field) {
    return !Types.isRef(field.storage());
  }

  private void index() {
    b.expr(Types.I32);
    if (b.rng.percent(96)) {
      b.out.i32(3).op("i32.and");
    }
  }

  private void length() {
    b.expr(Types.I32);
    b.out.i32(7).op("i32.and").i32(4).op("i32.or");
  }

  private boolean make(int want) {
    int typeidx = matching(want, f -> true);
    if (typeidx < 0) {
      return false;
    }
    b.expr(field(typeidx).unpacked());
    length();
    b.out.op("array.new").u32(typeidx);
    return true;
  }

  private boolean makeDefault(int want) {
    int typeidx = matching(want, f -> true);
    if (typeidx < 0) {
      return false;
    }
    length();
    b.out.op("array.new_default").u32(typeidx);
    return true;
  }

  private boolean makeFixed(int want) {
    int typeidx = matching(want, f -> true);
    if (typeidx < 0) {
      return false;
    }
    int count = 4 + b.rng.next(3);
    for (int i = 0; i < count; i++) {
      b.expr(field(typeidx).unpacked());
    }
    b.out.op("array.new_fixed").u32(typeidx).u32(count);
    return true;
  }

  private boolean makeData(int want) {
    int typeidx = matching(want, ArrayRows::isNumeric);
    if (typeidx < 0) {
      return false;
    }
    index();
    b.out.i32(4);
    b.out.op("array.new_data").u32(typeidx).u32(b.rng.next(b.shape.datas.size()));
    return true;
  }

  private int elem(int type) {
    for (int i = 0; i < b.shape.elems.size(); i++) {
      if (b.shape.types.matches(b.shape.elems.get(i).type(), type)) {
        return i;
      }
    }
    return -1;
  }

  private boolean makeElem(int want) {
    int typeidx = matching(want, f -> elem(f.storage()) >= 0);
    if (typeidx < 0) {
      return false;
    }
    index();
    b.out.i32(4);
    b.out.op("array.new_elem").u32(typeidx).u32(elem(field(typeidx).storage()));
    return true;
  }

  private boolean get(String mnemonic, int want) {
    boolean packed = !mnemonic.equals("array.get");
    int typeidx = array(f -> f.packed() == packed && b.shape.types.matches(f.unpacked(), want));
    if (typeidx < 0 || want == Body.VOID) {
      return false;
    }
    gc.object(typeidx);
    index();
    b.out.op(mnemonic).u32(typeidx);
    return true;
  }

  private boolean set(int want) {
    int typeidx = want == Body.VOID ? array(Types.Field::mutable) : -1;
    if (typeidx < 0) {
      return false;
    }
    gc.object(typeidx);
    index();
    b.expr(field(typeidx).unpacked());
    b.out.op("array.set").u32(typeidx);
    return true;
  }

  private boolean len(int want) {
    if (want != Types.I32) {
      return false;
    }
    b.expr(Types.ref(b.rng.percent(8), Types.ARRAY));
    b.out.op("array.len");
    return true;
  }

  private boolean fill(int want) {
    int typeidx = want == Body.VOID ? array(Types.Field::mutable) : -1;
    if (typeidx < 0) {
      return false;
    }
    gc.object(typeidx);
    index();
    b.expr(field(typeidx).unpacked());
    index();
    b.out.op("array.fill").u32(typeidx);
    return true;
  }

  /// The source is never null: V8 looks at the first array's bounds before that.
  private boolean copy(int want) {
    int to = want == Body.VOID ? array(Types.Field::mutable) : -1;
    int from = to < 0 ? -1 : array(f -> copies(f, field(to)));
    if (from < 0) {
      return false;
    }
    gc.object(to);
    index();
    b.expr(Types.refTo(false, from));
    index();
    index();
    b.out.op("array.copy").u32(to).u32(from);
    return true;
  }

  private boolean copies(Types.Field from, Types.Field to) {
    return b.shape.types.matches(from.storage(), to.storage());
  }

  private boolean initData(int want) {
    int typeidx = want == Body.VOID ? array(f -> f.mutable() && isNumeric(f)) : -1;
    if (typeidx < 0) {
      return false;
    }
    target(typeidx);
    b.out.op("array.init_data").u32(typeidx).u32(b.rng.next(b.shape.datas.size()));
    return true;
  }

  private boolean initElem(int want) {
    int typeidx = want == Body.VOID ? array(f -> f.mutable() && elem(f.storage()) >= 0) : -1;
    if (typeidx < 0) {
      return false;
    }
    target(typeidx);
    b.out.op("array.init_elem").u32(typeidx).u32(elem(field(typeidx).storage()));
    return true;
  }

  /// The array is large enough: where the segment is too short as well, V8 may say the other.
  private void target(int typeidx) {
    gc.object(typeidx);
    b.expr(Types.I32);
    b.out.i32(1).op("i32.and");
    index();
    b.expr(Types.I32);
    b.out.i32(3).op("i32.and");
  }
}
