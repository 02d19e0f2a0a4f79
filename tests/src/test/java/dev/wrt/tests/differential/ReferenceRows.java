package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// References, whatever they refer to.
final class ReferenceRows {
  private final Body b;

  ReferenceRows(Body body) {
    this.b = body;
  }

  void register() {
    b.register("ref.null", 3, this::constant);
    b.register("ref.func", 3, this::constant);
    b.register("ref.is_null", 4, this::isNull);
    b.register("ref.as_non_null", 4, this::asNonNull);
    b.register("br_on_null", 3, this::brOnNull);
    b.register("br_on_non_null", 3, this::brOnNonNull);
  }

  private boolean constant(int want) {
    if (!Types.isRef(want)) {
      return false;
    }
    b.values.constant(b.out, want);
    return true;
  }

  private int anyReference() {
    int type = b.values.type();
    return Types.isRef(type) ? type : Types.FUNCREF;
  }

  private boolean isNull(int want) {
    if (want != Types.I32) {
      return false;
    }
    b.expr(anyReference());
    b.out.op("ref.is_null");
    return true;
  }

  private boolean asNonNull(int want) {
    if (!Types.isRef(want) || !b.values.constructible(want)) {
      return false;
    }
    b.expr(Types.ref(b.rng.percent(20), Types.heap(want)));
    b.out.op("ref.as_non_null");
    return true;
  }

  private boolean brOnNull(int want) {
    if (!Types.isRef(want)) {
      return false;
    }
    List<Body.Label> labels = new ArrayList<>(b.labels);
    int index = b.rng.next(labels.size());
    int[] types = labels.get(index).types();
    b.exprs(types);
    b.expr(Types.ref(true, Types.heap(want)));
    b.out.op("br_on_null").u32(index);
    if (types.length == 0) {
      return true;
    }
    int local = b.local(Types.ref(true, Types.heap(want)));
    b.out.op("local.set").u32(local);
    b.sink(types, 0);
    b.out.op("local.get").u32(local);
    if (!Types.nullable(want)) {
      b.out.op("ref.as_non_null");
    }
    return true;
  }

  /// A block of its own takes what is not null.
  private boolean brOnNonNull(int want) {
    if (!Types.isRef(want)) {
      return false;
    }
    b.out.op("block");
    b.blockType(new int[0], new int[] {want});
    b.labels.push(new Body.Label(new int[] {want}));
    b.expr(Types.ref(true, Types.heap(want)));
    b.out.op("br_on_non_null").u32(0);
    b.expr(want);
    b.labels.pop();
    b.out.op("end");
    return true;
  }
}
