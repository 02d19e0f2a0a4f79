package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Blocks and branches.
final class ControlRows {
  private static final int NO_TYPES = 0;
  private final Body b;

  ControlRows(Body body) {
    this.b = body;
  }

  void register() {
    b.register("unreachable", 1, this::unreachable);
    b.register("nop", 1, this::nop);
    b.register("block", 8, this::block);
    b.register("loop", 8, this::loop);
    b.register("if", 10, this::conditional);
    b.register("else", NO_TYPES, want -> false);
    b.register("end", NO_TYPES, want -> false);
    b.register("br", 2, this::br);
    b.register("br_if", 6, this::brIf);
    b.register("br_table", 5, this::brTable);
    b.register("return", 1, this::ret);
    b.register("drop", 4, this::drop);
    b.register("select", 8, this::select);
  }

  private boolean unreachable(int want) {
    if (b.rng.percent(90)) {
      return false;
    }
    b.out.op("unreachable");
    return true;
  }

  private boolean nop(int want) {
    b.out.op("nop");
    if (want != Body.VOID) {
      b.expr(want);
    }
    return true;
  }

  private int[] params() {
    return b.values.types(b.rng.percent(25) ? 2 : 0);
  }

  /// Statements, then the results, inside a block that was begun.
  private void inside(int[] params, int[] results) {
    b.sink(params, 0);
    b.statements(3);
    b.exprs(results);
  }

  private boolean block(int want) {
    int[] params = params();
    int[] results = b.resultsFor(want);
    b.exprs(params);
    b.out.op("block");
    b.blockType(params, results);
    b.labels.push(new Body.Label(results));
    inside(params, results);
    b.labels.pop();
    b.out.op("end");
    b.keep(results, want);
    return true;
  }

  /// A loop in a block, which is left when all units are used up.
  private boolean loop(int want) {
    int[] params = params();
    int[] results = b.resultsFor(want);
    b.out.op("block");
    b.blockType(new int[0], results);
    b.labels.push(new Body.Label(results));
    b.exprs(params);
    b.out.op("loop");
    b.blockType(params, results);
    b.labels.push(new Body.Label(params));
    b.meter(() -> {
      b.zeros(results);
      b.out.op("br").u32(2);
    });
    b.sink(params, 0);
    b.statements(3);
    if (b.rng.percent(70)) {
      b.exprs(params);
      b.expr(Types.I32);
      b.out.op("br_if").u32(0);
      b.sink(params, 0);
    }
    b.exprs(results);
    b.labels.pop();
    b.out.op("end").op("end");
    b.labels.pop();
    b.keep(results, want);
    return true;
  }

  private boolean conditional(int want) {
    int[] params = params();
    int[] results = b.resultsFor(want);
    b.exprs(params);
    b.expr(Types.I32);
    b.out.op("if");
    b.blockType(params, results);
    b.labels.push(new Body.Label(results));
    inside(params, results);
    if (!Arrays.equals(params, results) || b.rng.percent(70)) {
      b.out.op("else");
      inside(params, results);
    }
    b.labels.pop();
    b.out.op("end");
    b.keep(results, want);
    return true;
  }

  private Body.Label label() {
    return new ArrayList<>(b.labels).get(b.rng.next(b.labels.size()));
  }

  private int indexOf(Body.Label wanted) {
    int index = 0;
    for (Body.Label label : b.labels) {
      if (label == wanted) {
        return index;
      }
      index++;
    }
    throw new IllegalStateException("no such label");
  }

  /// What follows can't be reached, so that it leaves whatever is wanted.
  private boolean br(int want) {
    Body.Label label = label();
    b.exprs(label.types());
    b.out.op("br").u32(indexOf(label));
    return true;
  }

  private boolean brIf(int want) {
    Body.Label label = label();
    if (!b.gives(label.types(), want)) {
      return false;
    }
    b.exprs(label.types());
    b.expr(Types.I32);
    b.out.op("br_if").u32(indexOf(label));
    b.keep(label.types(), want);
    return true;
  }

  private boolean brTable(int want) {
    if (want != Body.VOID && b.rng.percent(60)) {
      return false;
    }
    Body.Label first = label();
    List<Integer> targets = new ArrayList<>();
    for (Body.Label label : b.labels) {
      if (Arrays.equals(label.types(), first.types())) {
        targets.add(indexOf(label));
      }
    }
    int count = b.rng.next(5);
    b.exprs(first.types());
    b.expr(Types.I32);
    if (b.rng.percent(90)) {
      b.out.i32(7).op("i32.and");
    }
    b.out.op("br_table").u32(count);
    for (int i = 0; i <= count; i++) {
      b.out.u32(b.rng.pick(targets));
    }
    return true;
  }

  private boolean ret(int want) {
    if (b.rng.percent(50)) {
      return false;
    }
    b.exprs(b.type.results());
    b.out.op("return");
    return true;
  }

  private boolean drop(int want) {
    b.expr(b.values.type());
    b.out.op("drop");
    if (want != Body.VOID) {
      b.expr(want);
    }
    return true;
  }

  /// Both forms: the one with a type is needed for references.
  private boolean select(int want) {
    if (want == Body.VOID) {
      return false;
    }
    b.expr(want);
    b.expr(want);
    b.expr(Types.I32);
    if (Types.isRef(want) || b.rng.percent(30)) {
      b.out.u8(0x1C).u32(1);
      Types.write(b.out, want);
    } else {
      b.out.op("select");
    }
    return true;
  }
}
