package dev.wrt.tests.differential;

import java.util.ArrayList;
import java.util.List;

/// Random types, and constants of a type.
final class Values {
  private static final int[] INTS = {
    0,
    1,
    -1,
    2,
    3,
    7,
    8,
    31,
    32,
    63,
    64,
    127,
    128,
    255,
    256,
    0x7FFF,
    0x8000,
    0xFFFF,
    0x10000,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE
  };
  private static final float[] FLOATS = {
    0f,
    -0f,
    1f,
    -1f,
    0.5f,
    1.5f,
    2.5f,
    -2.5f,
    127.5f,
    1e10f,
    -3e9f,
    2147483648f,
    9.2233720e18f,
    Float.MIN_VALUE,
    Float.MIN_NORMAL,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };
  private static final int NULL_FUNC = 0x73;
  private static final int NULL_EXTERN = 0x72;
  private static final int NULL_ANY = 0x71;

  private final Shape shape;
  private final Rng rng;

  Values(Shape shape, Rng rng) {
    this.shape = shape;
    this.rng = rng;
  }

  int[] types(int max) {
    int[] types = new int[rng.next(max + 1)];
    for (int i = 0; i < types.length; i++) {
      types[i] = type();
    }
    return types;
  }

  int type() {
    int roll = rng.next(100);
    if (roll < 15 && shape.has(Area.VECTOR)) {
      return Types.V128;
    }
    return roll < 75 ? number() : reference();
  }

  int number() {
    return rng.pick(Types.I32, Types.I32, Types.I64, Types.F32, Types.F64);
  }

  /// A type that a field may have: one with a default value.
  int defaultable() {
    int type = type();
    return Types.isRef(type) ? Types.ref(true, Types.heap(type)) : type;
  }

  private int reference() {
    List<Integer> choices = new ArrayList<>(List.of(Types.FUNCREF, Types.EXTERNREF));
    if (shape.has(Area.EXCEPTIONS)) {
      choices.add(Types.EXNREF);
    }
    if (shape.has(Area.GC)) {
      for (int heap : new int[] {Types.ANY, Types.EQ, Types.I31, Types.STRUCT, Types.ARRAY}) {
        choices.add(Types.ref(rng.percent(70), heap));
      }
      addIndexed(choices, typeidx -> !(shape.types.def(typeidx) instanceof Types.Func));
    }
    if (shape.has(Area.TYPED_REFS)) {
      choices.add(Types.ref(shape.funcs.isEmpty() || rng.percent(70), Types.FUNC));
      addIndexed(choices, typeidx -> shape.funcOfType(typeidx) >= 0);
    }
    return rng.pick(choices);
  }

  private void addIndexed(List<Integer> choices, java.util.function.IntPredicate wanted) {
    for (int i = 0; i < shape.types.defs().size(); i++) {
      if (wanted.test(i)) {
        choices.add(Types.refTo(rng.percent(60), i));
      }
    }
  }

  /// A random constant.
  void constant(Code out, int type) {
    switch (type) {
      case Types.I32 -> out.i32(rng.percent(60) ? rng.pick(INTS) : (int) rng.nextLong());
      case Types.I64 -> out.i64(int64());
      case Types.F32 -> out.op("f32.const").fixed(float32(), 4);
      case Types.F64 -> out.op("f64.const").fixed(float64(), 8);
      case Types.V128 -> vector(out);
      default -> reference(out, type);
    }
  }

  private long int64() {
    return switch (rng.next(4)) {
      case 0 -> rng.pick(INTS);
      case 1 -> (long) rng.pick(INTS) << 32 - rng.next(2);
      case 2 -> Long.MIN_VALUE >> rng.next(64);
      default -> rng.nextLong();
    };
  }

  private int float32() {
    return rng.percent(70)
        ? Float.floatToRawIntBits(FLOATS[rng.next(FLOATS.length)])
        : (int) rng.nextLong();
  }

  private long float64() {
    return switch (rng.next(4)) {
      case 0 -> rng.nextLong();
      case 1 -> Double.doubleToRawLongBits(rng.nextLong() >> rng.next(63));
      default -> Double.doubleToRawLongBits(FLOATS[rng.next(FLOATS.length)]);
    };
  }

  private void vector(Code out) {
    out.op("v128.const");
    for (int half = 0; half < 2; half++) {
      switch (rng.next(4)) {
        case 0 -> out.fixed(int64(), 8);
        case 1 -> out.fixed(float64(), 8);
        case 2 -> out.fixed(float32(), 4).fixed(float32(), 4);
        default -> out.fixed(rng.pick(INTS), 4).fixed(rng.nextLong(), 4);
      }
    }
  }

  private void reference(Code out, int type) {
    if (Types.nullable(type) && (rng.percent(50) || !constructible(type))) {
      if (rng.percent(30) && shape.has(Area.GC) && Types.heap(type) != Types.EXN) {
        out.op("ref.null").u8(bottom(type));
      } else {
        out.op("ref.null");
        Types.writeHeap(out, type);
      }
    } else {
      nonNull(out, type);
    }
  }

  private int bottom(int type) {
    return switch (shape.types.top(type)) {
      case Types.FUNC -> NULL_FUNC;
      case Types.EXTERN -> NULL_EXTERN;
      default -> NULL_ANY;
    };
  }

  /// Whether there is a reference of the type that is not null.
  boolean constructible(int type) {
    return switch (Types.heap(type)) {
      case Types.EXN -> false;
      case Types.EXTERN -> shape.has(Area.GC);
      case Types.FUNC -> shape.callable > 0;
      default -> {
        int typeidx = Types.typeidx(type);
        boolean func = typeidx >= 0 && shape.types.def(typeidx) instanceof Types.Func;
        yield !func || shape.funcOfType(typeidx) >= 0;
      }
    };
  }

  private void nonNull(Code out, int type) {
    switch (Types.heap(type)) {
      case Types.FUNC -> out.op("ref.func").u32(rng.next(shape.callable));
      case Types.EXTERN -> out.i32(rng.next(100)).op("ref.i31").op("extern.convert_any");
      case Types.ANY, Types.EQ, Types.I31 -> out.i32(rng.next(1000)).op("ref.i31");
      case Types.STRUCT -> struct(out, 0);
      case Types.ARRAY -> array(out, 1);
      default -> indexed(out, Types.typeidx(type));
    }
  }

  private void indexed(Code out, int typeidx) {
    switch (shape.types.def(typeidx)) {
      case Types.Func f -> out.op("ref.func").u32(shape.funcOfType(typeidx));
      case Types.Struct s -> struct(out, typeidx);
      case Types.Array a -> array(out, typeidx);
    }
  }

  private static void struct(Code out, int typeidx) {
    out.op("struct.new_default").u32(typeidx);
  }

  private static void array(Code out, int typeidx) {
    out.i32(4).op("array.new_default").u32(typeidx);
  }

  /// The same value of a type, whatever was drawn before.
  static void zero(Code out, int type, Shape shape) {
    switch (type) {
      case Types.I32 -> out.i32(0);
      case Types.I64 -> out.i64(0);
      case Types.F32 -> out.op("f32.const").fixed(0, 4);
      case Types.F64 -> out.op("f64.const").fixed(0, 8);
      case Types.V128 -> out.op("v128.const").fixed(0, 8).fixed(0, 8);
      default -> {
        if (Types.nullable(type)) {
          Types.writeHeap(out.op("ref.null"), type);
        } else {
          new Values(shape, new Rng(0)).nonNull(out, type);
        }
      }
    }
  }
}
