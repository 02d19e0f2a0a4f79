package dev.wrt.tests.differential;

/// Exceptions.
final class ExceptionRows {
  private static final int CATCH = 0;
  private static final int CATCH_REF = 1;
  private static final int CATCH_ALL = 2;

  private final Body b;

  ExceptionRows(Body body) {
    this.b = body;
  }

  void register() {
    b.register("throw", 3, this::raise);
    b.register("throw_ref", 1, this::raiseAgain);
    b.register("try_table", 10, this::tryTable);
  }

  private boolean raise(int want) {
    int tag = b.rng.next(b.shape.tags.size());
    b.exprs(b.shape.types.func(b.shape.tags.get(tag)).params());
    b.out.op("throw").u32(tag);
    return true;
  }

  private boolean raiseAgain(int want) {
    b.expr(Types.EXNREF);
    b.out.op("throw_ref");
    return true;
  }

  /// Two blocks around: the outer one is left with the results, the inner one is where the caught
  /// exception's values arrive.
  private boolean tryTable(int want) {
    int[] results = b.resultsFor(want);
    int kind = b.rng.next(4);
    int tag = b.rng.next(b.shape.tags.size());
    int[] caught = caught(kind, tag);
    b.out.op("block");
    b.blockType(new int[0], results);
    b.labels.push(new Body.Label(results));
    b.out.op("block");
    b.blockType(new int[0], caught);
    b.labels.push(new Body.Label(caught));
    b.out.op("try_table");
    b.blockType(new int[0], results);
    clause(kind, tag);
    b.labels.push(new Body.Label(results));
    b.statements(3);
    b.exprs(results);
    b.labels.pop();
    b.out.op("end").op("br").u32(1);
    b.labels.pop();
    b.out.op("end");
    b.sink(caught, 0);
    b.exprs(results);
    b.labels.pop();
    b.out.op("end");
    b.keep(results, want);
    return true;
  }

  private int[] caught(int kind, int tag) {
    int[] params =
        kind >= CATCH_ALL ? new int[0] : b.shape.types.func(b.shape.tags.get(tag)).params();
    int[] caught = java.util.Arrays.copyOf(params, params.length + kind % 2);
    if (kind % 2 == CATCH_REF) {
      caught[params.length] = Types.EXNREF;
    }
    return caught;
  }

  private void clause(int kind, int tag) {
    boolean twice = b.rng.percent(30);
    b.out.u32(twice ? 2 : 1);
    for (int i = twice ? 0 : 1; i < 2; i++) {
      b.out.u8(kind);
      if (kind == CATCH || kind == CATCH_REF) {
        b.out.u32(tag);
      }
      b.out.u32(0);
    }
  }
}
