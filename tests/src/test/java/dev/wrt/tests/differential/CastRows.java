package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// Tests and casts of references at run time.
final class CastRows {
  private final Body b;

  CastRows(Body body) {
    this.b = body;
  }

  /// The forms for nullable targets are rows of their own with the same mnemonic.
  void register() {
    b.register("ref.test", 5, this::test);
    b.register("ref.cast", 5, this::cast);
    b.register("br_on_cast", 4, want -> branch("br_on_cast", want));
    b.register("br_on_cast_fail", 4, want -> branch("br_on_cast_fail", want));
  }

  /// A reference type that has others of the same hierarchy.
  private int anyTarget() {
    List<Integer> targets = new ArrayList<>(List.of(Types.ANYREF, Types.FUNCREF));
    for (int heap : new int[] {Types.EQ, Types.I31, Types.STRUCT, Types.ARRAY}) {
      targets.add(Types.ref(b.rng.percent(50), heap));
    }
    for (int i = 0; i < b.shape.types.defs().size(); i++) {
      targets.add(Types.refTo(b.rng.percent(50), i));
    }
    return b.rng.pick(targets);
  }

  /// A type from which can be cast: the hierarchy's topmost, or half of the time the target's own.
  private int source(int target) {
    boolean own = b.rng.percent(40);
    return Types.ref(true, own ? Types.heap(target) : b.shape.types.top(target));
  }

  private boolean test(int want) {
    if (want != Types.I32) {
      return false;
    }
    int target = anyTarget();
    b.expr(source(target));
    b.out.u8(0xFB).u32(Types.nullable(target) ? 21 : 20);
    Types.writeHeap(b.out, target);
    return true;
  }

  private boolean cast(int want) {
    boolean hierarchy = Types.isRef(want) && Types.heap(want) != Types.EXN;
    if (!hierarchy || Types.heap(want) == Types.EXTERN) {
      return false;
    }
    b.expr(b.rng.percent(30) ? source(want) : want);
    b.out.u8(0xFB).u32(Types.nullable(want) ? 23 : 22);
    Types.writeHeap(b.out, want);
    return true;
  }

  /// A block takes the reference that branches, of the wanted type; what goes on instead is
  /// dropped.
  private boolean branch(String mnemonic, int want) {
    boolean hierarchy = Types.isRef(want) && Types.heap(want) != Types.EXN;
    if (!hierarchy || Types.heap(want) == Types.EXTERN) {
      return false;
    }
    boolean fail = mnemonic.equals("br_on_cast_fail");
    int from = fail ? want : source(want);
    int to = fail ? Types.ref(false, Types.heap(want)) : want;
    b.out.op("block");
    b.blockType(new int[0], new int[] {want});
    b.labels.push(new Body.Label(new int[] {want}));
    b.expr(from);
    int flags = (Types.nullable(from) ? 1 : 0) | (Types.nullable(to) ? 2 : 0);
    b.out.op(mnemonic).u8(flags).u32(0);
    Types.writeHeap(b.out, from);
    Types.writeHeap(b.out, to);
    b.out.op("drop");
    b.expr(want);
    b.labels.pop();
    b.out.op("end");
    return true;
  }
}
