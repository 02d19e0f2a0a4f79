package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// Calls, also such that replace the caller.
final class CallRows {
  private final Body b;

  CallRows(Body body) {
    this.b = body;
  }

  void register() {
    b.register("call", 12, this::call);
    b.register("call_indirect", 8, this::callIndirect);
    b.register("call_ref", 8, this::callRef);
    b.register("return_call", 2, this::returnCall);
    b.register("return_call_indirect", 2, this::returnCallIndirect);
    b.register("return_call_ref", 2, this::returnCallRef);
  }

  /// A callable function that leaves what is wanted, or -1.
  private int callee(int want) {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < b.shape.callable; i++) {
      if (b.gives(b.shape.func(i).results(), want)) {
        fitting.add(i);
      }
    }
    return fitting.isEmpty() ? -1 : b.rng.pick(fitting);
  }

  /// A callable function that can end the one that is being written, or -1.
  private int successor() {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < b.shape.callable; i++) {
      if (b.shape.types.allMatch(b.shape.func(i).results(), b.type.results())) {
        fitting.add(i);
      }
    }
    return fitting.isEmpty() ? -1 : b.rng.pick(fitting);
  }

  private boolean call(int want) {
    int callee = callee(want);
    if (callee < 0) {
      return false;
    }
    b.exprs(b.shape.func(callee).params());
    b.out.op("call").u32(callee);
    b.keep(b.shape.func(callee).results(), want);
    return true;
  }

  private boolean callIndirect(int want) {
    int callee = callee(want);
    if (callee < 0 || isUnlikely(callee)) {
      return false;
    }
    indirect("call_indirect", callee);
    b.keep(b.shape.func(callee).results(), want);
    return true;
  }

  /// Whether the call would mostly end in a trap.
  private boolean isUnlikely(int callee) {
    return !b.shape.slots.contains(callee) && b.rng.percent(90);
  }

  /// Mostly the element that table 0 begins with; else any, which may be of another type.
  private void indirect(String mnemonic, int callee) {
    b.exprs(b.shape.func(callee).params());
    Shape.Table table = b.shape.tables.get(0);
    int slot = b.shape.slots.indexOf(callee);
    boolean known = slot >= 0 && b.rng.percent(95);
    if (table.addr() == Types.I32) {
      index32(known, slot);
    } else {
      index64(known, slot);
    }
    b.out.op(mnemonic).u32(b.shape.funcs.get(callee)).u32(0);
  }

  private void index32(boolean known, int slot) {
    if (known) {
      b.out.i32(slot);
    } else {
      b.expr(Types.I32);
      b.out.i32(b.rng.percent(95) ? 15 : -1).op("i32.and");
    }
  }

  private void index64(boolean known, int slot) {
    if (known) {
      b.out.i64(slot);
    } else {
      b.expr(Types.I64);
      b.out.i64(b.rng.percent(95) ? 15 : -1).op("i64.and");
    }
  }

  private boolean callRef(int want) {
    int callee = callee(want);
    if (callee < 0) {
      return false;
    }
    reference("call_ref", callee);
    b.keep(b.shape.func(callee).results(), want);
    return true;
  }

  private void reference(String mnemonic, int callee) {
    int typeidx = b.shape.funcs.get(callee);
    b.exprs(b.shape.func(callee).params());
    b.expr(Types.refTo(b.rng.percent(15), typeidx));
    b.out.op(mnemonic).u32(typeidx);
  }

  private boolean returnCall(int want) {
    int callee = successor();
    if (callee < 0) {
      return false;
    }
    b.exprs(b.shape.func(callee).params());
    b.out.op("return_call").u32(callee);
    return true;
  }

  private boolean returnCallIndirect(int want) {
    int callee = successor();
    if (callee < 0 || isUnlikely(callee)) {
      return false;
    }
    indirect("return_call_indirect", callee);
    return true;
  }

  private boolean returnCallRef(int want) {
    int callee = successor();
    if (callee < 0 || !b.shape.has(Area.TYPED_REFS)) {
      return false;
    }
    reference("return_call_ref", callee);
    return true;
  }
}
