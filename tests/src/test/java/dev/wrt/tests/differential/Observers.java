package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// Functions of a program that make its values comparable: each turns something into `i64`.
final class Observers {
  private static final int DEPTH = 3;
  private static final int RESULTS_MAX = 4;
  private static final int[] NONE = {};

  /// Functions are observed by whether they are null.
  private static final int[] REF_PARAMS = {Types.ANYREF, Types.I32};

  private final Shape shape;
  private final List<Integer> outputs = new ArrayList<>();
  private final List<Code> bodies = new ArrayList<>();
  private int objects = -1;

  Observers(Shape shape) {
    this.shape = shape;
  }

  /// Bodies of the functions added, in the order of their indices.
  List<Code> bodies() {
    return bodies;
  }

  /// Globals to be exported.
  List<Integer> outputs() {
    return outputs;
  }

  private int output() {
    int global = shape.addGlobal(Types.I64, true, new Code().i64(0));
    outputs.add(global);
    return global;
  }

  /// Adds all functions.
  ///
  /// @return index of the first that is to be called; the rest follows, `observe` last
  int add(Rng rng, int observed) {
    if (shape.has(Area.GC)) {
      objects = shape.addFunc(REF_PARAMS, new int[] {Types.I64});
      bodies.add(objects());
    }
    int first = shape.funcs.size();
    List<Integer> results = new ArrayList<>();
    for (int i = 0; i < RESULTS_MAX; i++) {
      results.add(output());
    }
    for (int f = 0; f < shape.callable; f++) {
      shape.addFunc(NONE, NONE);
      bodies.add(entry(f, results, rng));
    }
    shape.addFunc(NONE, NONE);
    bodies.add(observe(observed));
    return first;
  }

  /// Calls a function with constants.
  private Code entry(int funcidx, List<Integer> results, Rng rng) {
    Types.Func type = shape.func(funcidx);
    Values values = new Values(shape, rng);
    Frame f = new Frame();
    f.out.i32(100).op("global.set").u32(Shape.FUEL);
    for (int param : type.params()) {
      values.constant(f.out, param);
    }
    f.out.op("call").u32(funcidx);
    for (int i = type.results().length - 1; i >= 0; i--) {
      value(f, type.results()[i]);
      f.out.op("global.set").u32(results.get(Math.min(i, RESULTS_MAX - 1)));
    }
    return f.end();
  }

  /// Looks at globals and tables.
  private Code observe(int observed) {
    Frame f = new Frame();
    for (int i = 0; i < observed; i++) {
      f.out.op("global.get").u32(i);
      value(f, shape.globals.get(i).type());
      f.out.op("global.set").u32(output());
    }
    for (int t = 0; t < shape.tables.size(); t++) {
      table(f, t, shape.tables.get(t));
    }
    return f.end();
  }

  /// The size and the first eight elements.
  private void table(Frame f, int index, Shape.Table table) {
    int hash = f.local(Types.I64);
    f.out.op("table.size").u32(index);
    if (table.addr() == Types.I32) {
      f.out.op("i64.extend_i32_u");
    }
    f.out.op("local.set").u32(hash);
    for (int i = 0; i < 8; i++) {
      f.out.op("local.get").u32(hash).i64(7).op("i64.rotl");
      Code at = table.addr() == Types.I32 ? f.out.i32(i) : f.out.i64(i);
      at.op("table.get").u32(index);
      value(f, table.elem());
      f.out.op("i64.xor").op("local.set").u32(hash);
    }
    f.out.op("local.get").u32(hash).op("global.set").u32(output());
  }

  /// Turns the value on the stack into an `i64`.
  private void value(Frame f, int type) {
    switch (type) {
      case Types.I32 -> f.out.op("i64.extend_i32_u");
      case Types.I64 -> {}
      case Types.F32 -> f.out.op("i32.reinterpret_f32").op("i64.extend_i32_u");
      case Types.F64 -> f.out.op("i64.reinterpret_f64");
      case Types.V128 -> {
        int local = f.local(Types.V128);
        f.out.op("local.tee").u32(local).op("i64x2.extract_lane").u8(0);
        f.out.i64(31).op("i64.rotl");
        f.out.op("local.get").u32(local).op("i64x2.extract_lane").u8(1).op("i64.xor");
      }
      default -> reference(f, type, () -> f.out.i32(DEPTH));
    }
  }

  private void reference(Frame f, int type, Runnable depth) {
    int top = shape.types.top(type);
    if (top == Types.EXTERN && objects >= 0) {
      f.out.op("any.convert_extern");
    } else if (top != Types.ANY) {
      f.out.op("ref.is_null").op("i64.extend_i32_u");
      return;
    }
    depth.run();
    f.out.op("call").u32(objects);
  }

  /// `(anyref, depth) -> i64`: what it is, and what is in it down to a depth.
  private Code objects() {
    Frame f = new Frame(REF_PARAMS.length);
    f.out.op("local.get").u32(0).op("ref.is_null").op("if").u8(0x40);
    f.out.i64(1).op("return").op("end");
    f.out.op("local.get").u32(1).op("i32.eqz").op("if").u8(0x40);
    f.out.i64(2).op("return").op("end");
    test(f, Types.ref(false, Types.I31));
    f.out.op("i31.get_s").op("i64.extend_i32_s").op("return").op("end");
    for (int t = shape.types.defs().size() - 1; t >= 0; t--) {
      switch (shape.types.def(t)) {
        case Types.Struct s -> struct(f, t, s);
        case Types.Array a -> array(f, t, a);
        case Types.Func unobserved -> {}
      }
    }
    f.out.i64(3);
    return f.end();
  }

  /// Begins a block with the cast reference on the stack, in case it is one.
  private void test(Frame f, int type) {
    f.out.op("local.get").u32(0).u8(0xFB).u32(20);
    Types.writeHeap(f.out, type);
    f.out.op("if").u8(0x40);
    f.out.op("local.get").u32(0).u8(0xFB).u32(22);
    Types.writeHeap(f.out, type);
  }

  private void struct(Frame f, int typeidx, Types.Struct struct) {
    int self = f.local(Types.refTo(true, typeidx));
    test(f, Types.refTo(false, typeidx));
    f.out.op("local.set").u32(self).i64(typeidx);
    for (int i = 0; i < struct.fields().size(); i++) {
      Types.Field field = struct.fields().get(i);
      f.out.i64(9).op("i64.rotl");
      f.out.op("local.get").u32(self);
      f.out.op(field.packed() ? "struct.get_s" : "struct.get").u32(typeidx).u32(i);
      part(f, field);
      f.out.op("i64.xor");
    }
    f.out.op("return").op("end");
  }

  private void array(Frame f, int typeidx, Types.Array array) {
    int self = f.local(Types.refTo(true, typeidx));
    test(f, Types.refTo(false, typeidx));
    f.out.op("local.set").u32(self);
    f.out.op("local.get").u32(self).op("array.len").op("i64.extend_i32_u");
    for (int i = 0; i < 4; i++) {
      f.out.i64(9).op("i64.rotl");
      f.out.op("local.get").u32(self).i32(i);
      f.out.op(array.field().packed() ? "array.get_u" : "array.get").u32(typeidx);
      part(f, array.field());
      f.out.op("i64.xor");
    }
    f.out.op("return").op("end");
  }

  private void part(Frame f, Types.Field field) {
    int type = field.unpacked();
    if (Types.isRef(type)) {
      reference(f, type, () -> f.out.op("local.get").u32(1).i32(1).op("i32.sub"));
    } else {
      value(f, type);
    }
  }

  /// A body that is written straight on.
  private static final class Frame {
    final Code out = new Code();
    private final Code locals = new Code();
    private final int params;
    private int count;

    Frame() {
      this(0);
    }

    Frame(int params) {
      this.params = params;
    }

    int local(int type) {
      Types.write(locals.u32(1), type);
      return params + count++;
    }

    Code end() {
      out.op("end");
      Code body = new Code().u32(count).raw(locals).raw(out);
      return new Code().u32(body.size()).raw(body);
    }
  }
}
