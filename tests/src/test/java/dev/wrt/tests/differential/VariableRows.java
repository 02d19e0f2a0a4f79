package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// Locals and globals.
final class VariableRows {
  private final Body b;

  VariableRows(Body body) {
    this.b = body;
  }

  void register() {
    b.register("local.get", 6, this::localGet);
    b.register("local.set", 5, this::localSet);
    b.register("local.tee", 6, this::localTee);
    b.register("global.get", 8, this::globalGet);
    b.register("global.set", 6, this::globalSet);
  }

  private boolean localGet(int want) {
    List<Integer> fitting = b.localsOf(want);
    if (fitting.isEmpty()) {
      return false;
    }
    b.out.op("local.get").u32(b.rng.pick(fitting));
    return true;
  }

  private boolean localSet(int want) {
    int type = b.values.type();
    List<Integer> fitting = b.localsFor(type);
    if (fitting.isEmpty()) {
      return false;
    }
    b.expr(type);
    b.out.op("local.set").u32(b.rng.pick(fitting));
    if (want != Body.VOID) {
      b.expr(want);
    }
    return true;
  }

  private boolean localTee(int want) {
    List<Integer> fitting = b.localsOf(want);
    if (fitting.isEmpty()) {
      return false;
    }
    int local = b.rng.pick(fitting);
    b.expr(b.locals.get(local));
    b.out.op("local.tee").u32(local);
    return true;
  }

  private boolean globalGet(int want) {
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < b.shape.globals.size(); i++) {
      if (b.shape.types.matches(b.shape.globals.get(i).type(), want)) {
        fitting.add(i);
      }
    }
    if (fitting.isEmpty()) {
      return false;
    }
    b.out.op("global.get").u32(b.rng.pick(fitting));
    return true;
  }

  private boolean globalSet(int want) {
    int global = b.rng.next(b.shape.globals.size());
    if (global == Shape.FUEL || !b.shape.globals.get(global).mutable() || want != Body.VOID) {
      return false;
    }
    b.expr(b.shape.globals.get(global).type());
    b.out.op("global.set").u32(global);
    return true;
  }
}
