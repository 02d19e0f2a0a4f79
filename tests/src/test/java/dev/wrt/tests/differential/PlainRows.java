package dev.wrt.tests.differential;

import dev.wrt.decoder.core.Fuel;
import dev.wrt.decoder.core.Opcode;

/// Instructions that are generated from their row of the table alone.
///
/// Operands are bent so that most programs go on for a while: addresses mostly lie in memory,
/// divisors are mostly odd, floats that become integers are mostly small.
final class PlainRows {
  private static final int MOSTLY = 96;
  private static final int CANONICAL_F32 = 0x7FC0_0000;
  private static final long CANONICAL_F64 = 0x7FF8_0000_0000_0000L;

  private final Body b;
  private int f32;
  private int f64;
  private int v128;

  PlainRows(Body body) {
    this.b = body;
  }

  /// Adds the locals that NaNs and bent operands are looked at in.
  void declareScratch() {
    f32 = b.scratch(Types.F32);
    f64 = b.scratch(Types.F64);
    v128 = b.shape.has(Area.VECTOR) ? b.scratch(Types.V128) : -1;
  }

  boolean emit(Opcode row, int want) {
    Immediates immediates = Immediates.draw(row, want, b.shape, b.rng);
    boolean drops = row.mnemonic().endsWith(".drop");
    if (immediates == null || drops && b.rng.percent(80)) {
      return false;
    }
    for (int i = 0; i < row.operandCount(); i++) {
      operand(row, i, immediates);
    }
    b.out.op(row);
    immediates.write(b.out, row, b.values, b.rng);
    canonicalise(row);
    int[] results = new int[row.resultCount()];
    for (int i = 0; i < results.length; i++) {
      results[i] = immediates.result(row, i);
    }
    b.keep(results, want);
    return true;
  }

  private void operand(Opcode row, int i, Immediates immediates) {
    int type = immediates.operand(row, i);
    b.expr(type);
    if (b.rng.percent(MOSTLY)) {
      bend(row, i, type, immediates);
    }
  }

  private void bend(Opcode row, int i, int type, Immediates immediates) {
    String name = row.mnemonic();
    boolean last = i == row.operandCount() - 1;
    boolean integer = type == Types.I32 || type == Types.I64;
    if (integer && last && (name.contains(".div_") || name.contains(".rem_"))) {
      with(type, 1, "or");
    } else if (name.contains(".trunc_f")) {
      small(type, name.endsWith("_u"));
    } else if (integer && isBulk(row) && immediates.index() >= 0) {
      boolean source = i == 1 && row.operand(0) == Opcode.ADDR;
      boolean segment = !name.endsWith(".copy") && (source || last && !name.endsWith(".fill"));
      boolean value = i == 1 && name.equals("memory.fill");
      if (!value) {
        with(type, mask(immediates.isTable(), last, segment), "and");
      }
    } else if (row.operand(i) == Opcode.ADDR) {
      address(row, type, immediates);
    }
  }

  private static boolean isBulk(Opcode row) {
    return row.fuel() == Fuel.BY_LENGTH && row.operandCount() == 3;
  }

  private static int mask(boolean table, boolean length, boolean segment) {
    if (table) {
      return 3;
    }
    if (segment) {
      return 0xF;
    }
    return length ? 0xFF : 0x3FFF;
  }

  private void address(Opcode row, int type, Immediates immediates) {
    String name = row.mnemonic();
    if (name.endsWith(".grow")) {
      with(type, 1, "and");
    } else if (immediates.isTable()) {
      with(type, 7, "and");
    } else {
      with(type, Area.of(row) == Area.ATOMICS ? 0x3FF8 : 0x3FFF, "and");
    }
  }

  private void with(int type, int operand, String operation) {
    if (type == Types.I32) {
      b.out.i32(operand).op("i32." + operation);
    } else {
      b.out.i64(operand).op("i64." + operation);
    }
  }

  /// Replaces a float that is not small by another.
  private void small(int type, boolean unsigned) {
    if (type != Types.F32 && type != Types.F64) {
      return;
    }
    String t = type == Types.F32 ? "f32" : "f64";
    int local = type == Types.F32 ? f32 : f64;
    b.out.op("local.tee").u32(local);
    constant(type, 1.5);
    b.out.op("local.get").u32(local).op(t + ".abs");
    constant(type, 1e9);
    b.out.op(t + ".lt").op("select");
    if (unsigned) {
      b.out.op(t + ".abs");
    }
  }

  private void constant(int type, double value) {
    if (type == Types.F32) {
      b.out.op("f32.const").fixed(Float.floatToRawIntBits((float) value), 4);
    } else {
      b.out.op("f64.const").fixed(Double.doubleToRawLongBits(value), 8);
    }
  }

  /// Replaces a NaN that may have any payload by the canonical one.
  private void canonicalise(Opcode row) {
    String name = row.mnemonic();
    if (isBitwise(name) || row.resultCount() != 1) {
      return;
    }
    switch (row.result(0)) {
      case Types.F32 -> scalar("f32", f32, isFloat(row));
      case Types.F64 -> scalar("f64", f64, isFloat(row));
      case Types.V128 -> vector(name, row);
      default -> {}
    }
  }

  private static boolean isFloat(Opcode row) {
    boolean floats = row.operandCount() > 0;
    for (int i = 0; i < row.operandCount(); i++) {
      floats &= row.operand(i) == Types.F32 || row.operand(i) == Types.F64;
    }
    return floats;
  }

  /// Instructions whose results' bits are the operands', or are no floats.
  private static boolean isBitwise(String name) {
    return switch (name.substring(name.indexOf('.') + 1)) {
      case "abs", "neg", "copysign", "pmin", "pmax", "splat", "replace_lane" -> true;
      case "eq", "ne", "lt", "gt", "le", "ge" -> true;
      default -> false;
    };
  }

  private void scalar(String t, int local, boolean needed) {
    if (!needed) {
      return;
    }
    b.out.op("local.tee").u32(local).op(t + ".const");
    b.out.fixed(t.equals("f32") ? CANONICAL_F32 : CANONICAL_F64, t.equals("f32") ? 4 : 8);
    b.out.op("local.get").u32(local).op("local.get").u32(local);
    b.out.op(t + ".eq").op("select");
  }

  private void vector(String name, Opcode row) {
    String t = name.substring(0, name.indexOf('.'));
    boolean floats = t.equals("f32x4") || t.equals("f64x2");
    if (!floats || row.operandCount() == 0) {
      return;
    }
    b.out.op("local.tee").u32(v128).op("v128.const");
    long lanes = t.equals("f32x4") ? CANONICAL_F32 * 0x1_0000_0001L : CANONICAL_F64;
    b.out.fixed(lanes, 8).fixed(lanes, 8);
    b.out.op("local.get").u32(v128).op("local.get").u32(v128);
    b.out.op(t + ".eq").op("v128.bitselect");
  }
}
