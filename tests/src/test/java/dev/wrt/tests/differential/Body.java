package dev.wrt.tests.differential;

import dev.wrt.decoder.core.Opcode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The body of one function, written as expressions of wanted types and statements.
///
/// What comes next is drawn: a plain row of the table, or an instruction that has an {@link
/// Emitter} of its own because its types depend on the context.
final class Body {
  /// In place of a wanted type: nothing is to be left on the stack.
  static final int VOID = 0;

  private static final int DEPTH_MAX = 6;

  /// Emits one kind of instruction with its operands, so that one value of the wanted type is left,
  /// or none for {@link #VOID}.
  interface Emitter {
    /// Returns false, with nothing emitted, where it can't be used here.
    boolean emit(int want);
  }

  /// A label, and what a branch to it takes along.
  record Label(int[] types) {}

  /// Numbers all expressions and statements of a program, and knows which are to be left out.
  static final class Nodes {
    private final BitSet dropped;
    private int count;

    Nodes(BitSet dropped) {
      this.dropped = dropped;
    }

    int count() {
      return count;
    }
  }

  final Code out = new Code();
  final Shape shape;
  final Rng rng;
  final Values values;
  final Types.Func type;

  /// Types of the locals, parameters first.
  final List<Integer> locals = new ArrayList<>();

  /// Those of the locals that only {@link PlainRows} looks at, because they may hold any NaN.
  private final BitSet scratch = new BitSet();

  /// The innermost first.
  final ArrayDeque<Label> labels = new ArrayDeque<>();

  private final Map<String, Emitter> emitters = new HashMap<>();
  private final List<Emitter> special = new ArrayList<>();
  private final Rows rows;
  private final PlainRows plain;
  private final Nodes nodes;
  private int depth;
  private int left;

  /// Prepares the body of a function.
  ///
  /// @param size about how many expressions it is to have
  Body(Shape shape, Rng rng, Types.Func type, Nodes nodes, int size) {
    this.shape = shape;
    this.rng = rng;
    this.type = type;
    this.nodes = nodes;
    this.left = size;
    this.values = new Values(shape, rng);
    new ControlRows(this).register();
    new CallRows(this).register();
    new VariableRows(this).register();
    new ReferenceRows(this).register();
    new GcRows(this).register();
    new ExceptionRows(this).register();
    this.rows = Rows.of(shape.areas, emitters.keySet());
    this.plain = new PlainRows(this);
  }

  /// Announces how an instruction is emitted, if the table and this program have it.
  ///
  /// @param weight how often it is drawn, 0 for never directly
  void register(String mnemonic, int weight, Emitter emitter) {
    if (Rows.has(mnemonic)) {
      emitters.put(mnemonic, emitter);
      for (int i = 0; i < weight && shape.has(Area.of(Rows.row(mnemonic))); i++) {
        special.add(emitter);
      }
    }
  }

  /// Mnemonics with an emitter.
  java.util.Set<String> registered() {
    return emitters.keySet();
  }

  /// A new local.
  ///
  /// @return its index
  int local(int localType) {
    locals.add(localType);
    return locals.size() - 1;
  }

  /// A new local that no other instruction uses.
  ///
  /// @return its index
  int scratch(int localType) {
    scratch.set(locals.size());
    return local(localType);
  }

  /// Locals that a value of a type may be put into.
  List<Integer> localsFor(int given) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < locals.size(); i++) {
      if (!scratch.get(i) && shape.types.matches(given, locals.get(i))) {
        found.add(i);
      }
    }
    return found;
  }

  /// Locals of a type that matches.
  List<Integer> localsOf(int wanted) {
    List<Integer> found = new ArrayList<>();
    for (int i = 0; i < locals.size(); i++) {
      if (!scratch.get(i) && shape.types.matches(locals.get(i), wanted)) {
        found.add(i);
      }
    }
    return found;
  }

  /// A value of a type.
  void expr(int wanted) {
    int id = nodes.count++;
    int mark = out.size();
    depth++;
    left--;
    if (depth > DEPTH_MAX || left < 0 || !drawn(wanted)) {
      leaf(wanted);
    }
    depth--;
    if (nodes.dropped.get(id)) {
      out.truncate(mark);
      Values.zero(out, wanted, shape);
    }
  }

  void exprs(int[] wanted) {
    for (int each : wanted) {
      expr(each);
    }
  }

  private boolean drawn(int wanted) {
    for (int i = 0; i < 8; i++) {
      List<Opcode> producing = rows.producing(wanted);
      boolean table = rng.percent(55) && !producing.isEmpty();
      if (table ? plain.emit(rng.pick(producing), wanted) : rng.pick(special).emit(wanted)) {
        return true;
      }
    }
    return false;
  }

  private void leaf(int wanted) {
    List<Integer> fitting = localsOf(wanted);
    if (!fitting.isEmpty() && rng.percent(60)) {
      out.op("local.get").u32(rng.pick(fitting));
    } else {
      values.constant(out, wanted);
    }
  }

  /// Something that leaves nothing on the stack.
  void statement() {
    int id = nodes.count++;
    int mark = out.size();
    depth++;
    left--;
    boolean done = left < 0 || depth > DEPTH_MAX;
    for (int i = 0; i < 8 && !done; i++) {
      done =
          rng.percent(30)
              ? plain.emit(rng.pick(rows.others()), VOID)
              : rng.pick(special).emit(VOID);
    }
    depth--;
    if (nodes.dropped.get(id)) {
      out.truncate(mark);
    }
  }

  void statements(int max) {
    for (int i = rng.next(max + 1); i > 0; i--) {
      statement();
    }
  }

  /// Takes values from the stack, the last type's first.
  void sink(int[] types, int from) {
    for (int i = types.length - 1; i >= from; i--) {
      sink(types[i]);
    }
  }

  void sink(int valueType) {
    List<Integer> fitting = localsFor(valueType);
    if (fitting.isEmpty() || rng.percent(10)) {
      out.op("drop");
    } else {
      out.op("local.set").u32(rng.pick(fitting));
    }
  }

  /// After an instruction with such results: leaves the first if it is wanted, and no other.
  void keep(int[] results, int want) {
    sink(results, want == VOID ? 0 : 1);
  }

  /// Whether {@link #keep} can give what is wanted.
  boolean gives(int[] results, int want) {
    return want == VOID || results.length > 0 && shape.types.matches(results[0], want);
  }

  /// Results that {@link #keep} can give.
  int[] resultsFor(int want) {
    int[] more = values.types(rng.percent(20) ? 2 : 0);
    if (want == VOID) {
      return more;
    }
    int[] results = new int[more.length + 1];
    results[0] = want;
    System.arraycopy(more, 0, results, 1, more.length);
    return results;
  }

  /// The binary form of a block's type.
  void blockType(int[] params, int[] results) {
    if (params.length == 0 && results.length == 0) {
      out.u8(0x40);
    } else if (params.length == 0 && results.length == 1) {
      Types.write(out, results[0]);
    } else {
      out.s64(shape.types.func(params, results));
    }
  }

  /// Uses up one unit; where none is left, emits what leaves the function or block.
  void meter(Runnable leave) {
    out.op("global.get").u32(Shape.FUEL).i32(1).op("i32.sub");
    out.op("global.set").u32(Shape.FUEL);
    out.op("global.get").u32(Shape.FUEL).i32(0).op("i32.lt_s");
    out.op("if").u8(0x40);
    leave.run();
    out.op("end");
  }

  void zeros(int[] types) {
    for (int each : types) {
      Values.zero(out, each, shape);
    }
  }

  /// Writes the whole body.
  Code write() {
    for (int param : type.params()) {
      local(param);
    }
    int extra = 3 + rng.next(6);
    for (int i = 0; i < extra; i++) {
      local(values.type());
    }
    plain.declareScratch();
    labels.push(new Label(type.results()));
    meter(() -> {
      zeros(type.results());
      out.op("return");
    });
    for (int i = type.params().length; i < locals.size(); i++) {
      if (Types.isRef(locals.get(i)) && !Types.nullable(locals.get(i))) {
        Values.zero(out, locals.get(i), shape);
        out.op("local.set").u32(i);
      }
    }
    while (left > 10 && rng.percent(90)) {
      statement();
    }
    left = Math.max(left, 8);
    exprs(type.results());
    out.op("end");
    return framed();
  }

  private Code framed() {
    int params = type.params().length;
    Code body = new Code().u32(locals.size() - params);
    for (int localType : locals.subList(params, locals.size())) {
      Types.write(body.u32(1), localType);
    }
    body.raw(out);
    return new Code().u32(body.size()).raw(body);
  }

  @Override
  public String toString() {
    return "body of " + Arrays.toString(type.params()) + " -> " + Arrays.toString(type.results());
  }
}
