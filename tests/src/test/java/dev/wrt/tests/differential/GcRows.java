package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Structures, arrays, `i31` and casts.
final class GcRows {
  private final Body b;

  GcRows(Body body) {
    this.b = body;
  }

  void register() {
    new StructRows(b, this).register();
    new ArrayRows(b, this).register();
    new CastRows(b).register();
    b.register("ref.i31", 5, this::i31);
    b.register("i31.get_s", 3, want -> i31Get("i31.get_s", want));
    b.register("i31.get_u", 3, want -> i31Get("i31.get_u", want));
    b.register("ref.eq", 4, this::eq);
    b.register("any.convert_extern", 3, this::internalize);
    b.register("extern.convert_any", 3, this::externalize);
  }

  /// A type of the module that fits, or -1.
  int typeidx(Predicate<Integer> fits) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < b.shape.types.defs().size(); i++) {
      if (fits.test(i)) {
        found.add(i);
      }
    }
    return found.isEmpty() ? -1 : b.rng.pick(found);
  }

  /// A reference that is null now and then.
  void object(int typeidx) {
    b.expr(Types.refTo(b.rng.percent(8), typeidx));
  }

  private boolean i31(int want) {
    if (!b.shape.types.matches(Types.ref(false, Types.I31), want)) {
      return false;
    }
    b.expr(Types.I32);
    b.out.op("ref.i31");
    return true;
  }

  private boolean i31Get(String mnemonic, int want) {
    if (want != Types.I32) {
      return false;
    }
    b.expr(Types.ref(b.rng.percent(10), Types.I31));
    b.out.op(mnemonic);
    return true;
  }

  private boolean eq(int want) {
    if (want != Types.I32) {
      return false;
    }
    b.expr(Types.ref(true, Types.EQ));
    b.expr(Types.ref(true, Types.EQ));
    b.out.op("ref.eq");
    return true;
  }

  private boolean internalize(int want) {
    if (!Types.isRef(want) || Types.heap(want) != Types.ANY) {
      return false;
    }
    b.expr(Types.ref(Types.nullable(want), Types.EXTERN));
    b.out.op("any.convert_extern");
    return true;
  }

  private boolean externalize(int want) {
    if (!Types.isRef(want) || Types.heap(want) != Types.EXTERN) {
      return false;
    }
    b.expr(Types.ref(Types.nullable(want), Types.ANY));
    b.out.op("extern.convert_any");
    return true;
  }
}
