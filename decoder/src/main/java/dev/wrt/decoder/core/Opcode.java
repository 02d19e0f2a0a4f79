package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The one table of instructions: a row says all that decoding, validation, fuel accounting and
/// printing know about an instruction.
///
/// A row is `NAME(code, mnemonic, types, immediate, rule, fuel)`. The code of a prefixed
/// instruction is written `0xPP_CCCC`. The name is the mnemonic in capitals with `_` for `.`, so
/// that `i32.div_s` is found as `I32_DIV_S` here and in the engine.
///
/// Types are written `operands -> results`, the deepest operand first. `addr` is the address type
/// of the memory or table that the instruction names: `i32`, or `i64` for 64-bit ones. Where the
/// types depend on the context (`call`, `select`), the row has what does not depend, and the {@link
/// Rule} of its own does the rest. Defaults: no immediate, {@link Rule#PLAIN}, {@link Fuel#ONE}; a
/// number in place of the immediate is the natural alignment of a memory access (log2 of its
/// width).
///
/// The rows are those of WebAssembly 2.0 without vectors; later proposals are further rows.
public enum Opcode {
  // Control instructions
  /// `unreachable`
  UNREACHABLE(0x00, "unreachable", "", Immediate.NONE, Rule.UNREACHABLE),
  /// `nop`
  NOP(0x01, "nop", ""),
  /// `block`
  BLOCK(0x02, "block", "", Immediate.BLOCK_TYPE, Rule.BLOCK, Fuel.FREE),
  /// `loop`
  LOOP(0x03, "loop", "", Immediate.BLOCK_TYPE, Rule.BLOCK, Fuel.FREE),
  /// `if`
  IF(0x04, "if", "i32", Immediate.BLOCK_TYPE, Rule.IF),
  /// `else`
  ELSE(0x05, "else", "", Immediate.NONE, Rule.ELSE, Fuel.FREE),
  /// `end`
  END(0x0B, "end", "", Immediate.NONE, Rule.END, Fuel.FREE),
  /// `br`
  BR(0x0C, "br", "", Immediate.LABEL, Rule.BR),
  /// `br_if`
  BR_IF(0x0D, "br_if", "i32", Immediate.LABEL, Rule.BR_IF),
  /// `br_table`
  BR_TABLE(0x0E, "br_table", "i32", Immediate.LABELS, Rule.BR_TABLE),
  /// `return`
  RETURN(0x0F, "return", "", Immediate.NONE, Rule.RETURN),
  /// `call`
  CALL(0x10, "call", "", Immediate.FUNC, Rule.CALL),
  /// `call_indirect`
  CALL_INDIRECT(0x11, "call_indirect", "", Immediate.TYPE_TABLE, Rule.CALL_INDIRECT),

  // Parametric instructions
  /// `drop`
  DROP(0x1A, "drop", "", Immediate.NONE, Rule.DROP),
  /// `select`
  SELECT(0x1B, "select", "", Immediate.NONE, Rule.SELECT),
  /// `select` with types
  SELECT_T(0x1C, "select", "", Immediate.VAL_TYPES, Rule.SELECT_T),

  // Variable instructions
  /// `local.get`
  LOCAL_GET(0x20, "local.get", "-> local", Immediate.LOCAL, Rule.LOCAL_GET),
  /// `local.set`
  LOCAL_SET(0x21, "local.set", "local ->", Immediate.LOCAL, Rule.LOCAL_SET),
  /// `local.tee`
  LOCAL_TEE(0x22, "local.tee", "local -> local", Immediate.LOCAL, Rule.LOCAL_TEE),
  /// `global.get`
  GLOBAL_GET(0x23, "global.get", "-> global", Immediate.GLOBAL, Rule.GLOBAL_GET),
  /// `global.set`
  GLOBAL_SET(0x24, "global.set", "global ->", Immediate.GLOBAL, Rule.GLOBAL_SET),

  // Table instructions
  /// `table.get`
  TABLE_GET(0x25, "table.get", "addr -> elem", Immediate.TABLE, Rule.INDICES),
  /// `table.set`
  TABLE_SET(0x26, "table.set", "addr elem ->", Immediate.TABLE, Rule.INDICES),

  // Memory instructions
  /// `i32.load`
  I32_LOAD(0x28, "i32.load", "addr -> i32", 2),
  /// `i64.load`
  I64_LOAD(0x29, "i64.load", "addr -> i64", 3),
  /// `f32.load`
  F32_LOAD(0x2A, "f32.load", "addr -> f32", 2),
  /// `f64.load`
  F64_LOAD(0x2B, "f64.load", "addr -> f64", 3),
  /// `i32.load8_s`
  I32_LOAD8_S(0x2C, "i32.load8_s", "addr -> i32", 0),
  /// `i32.load8_u`
  I32_LOAD8_U(0x2D, "i32.load8_u", "addr -> i32", 0),
  /// `i32.load16_s`
  I32_LOAD16_S(0x2E, "i32.load16_s", "addr -> i32", 1),
  /// `i32.load16_u`
  I32_LOAD16_U(0x2F, "i32.load16_u", "addr -> i32", 1),
  /// `i64.load8_s`
  I64_LOAD8_S(0x30, "i64.load8_s", "addr -> i64", 0),
  /// `i64.load8_u`
  I64_LOAD8_U(0x31, "i64.load8_u", "addr -> i64", 0),
  /// `i64.load16_s`
  I64_LOAD16_S(0x32, "i64.load16_s", "addr -> i64", 1),
  /// `i64.load16_u`
  I64_LOAD16_U(0x33, "i64.load16_u", "addr -> i64", 1),
  /// `i64.load32_s`
  I64_LOAD32_S(0x34, "i64.load32_s", "addr -> i64", 2),
  /// `i64.load32_u`
  I64_LOAD32_U(0x35, "i64.load32_u", "addr -> i64", 2),
  /// `i32.store`
  I32_STORE(0x36, "i32.store", "addr i32 ->", 2),
  /// `i64.store`
  I64_STORE(0x37, "i64.store", "addr i64 ->", 3),
  /// `f32.store`
  F32_STORE(0x38, "f32.store", "addr f32 ->", 2),
  /// `f64.store`
  F64_STORE(0x39, "f64.store", "addr f64 ->", 3),
  /// `i32.store8`
  I32_STORE8(0x3A, "i32.store8", "addr i32 ->", 0),
  /// `i32.store16`
  I32_STORE16(0x3B, "i32.store16", "addr i32 ->", 1),
  /// `i64.store8`
  I64_STORE8(0x3C, "i64.store8", "addr i64 ->", 0),
  /// `i64.store16`
  I64_STORE16(0x3D, "i64.store16", "addr i64 ->", 1),
  /// `i64.store32`
  I64_STORE32(0x3E, "i64.store32", "addr i64 ->", 2),
  /// `memory.size`
  MEMORY_SIZE(0x3F, "memory.size", "-> addr", Immediate.MEM, Rule.INDICES),
  /// `memory.grow`
  MEMORY_GROW(0x40, "memory.grow", "addr -> addr", Immediate.MEM, Rule.INDICES),

  // Numeric instructions
  /// `i32.const`
  I32_CONST(0x41, "i32.const", "-> i32", Immediate.I32),
  /// `i64.const`
  I64_CONST(0x42, "i64.const", "-> i64", Immediate.I64),
  /// `f32.const`
  F32_CONST(0x43, "f32.const", "-> f32", Immediate.F32),
  /// `f64.const`
  F64_CONST(0x44, "f64.const", "-> f64", Immediate.F64),
  /// `i32.eqz`
  I32_EQZ(0x45, "i32.eqz", "i32 -> i32"),
  /// `i32.eq`
  I32_EQ(0x46, "i32.eq", "i32 i32 -> i32"),
  /// `i32.ne`
  I32_NE(0x47, "i32.ne", "i32 i32 -> i32"),
  /// `i32.lt_s`
  I32_LT_S(0x48, "i32.lt_s", "i32 i32 -> i32"),
  /// `i32.lt_u`
  I32_LT_U(0x49, "i32.lt_u", "i32 i32 -> i32"),
  /// `i32.gt_s`
  I32_GT_S(0x4A, "i32.gt_s", "i32 i32 -> i32"),
  /// `i32.gt_u`
  I32_GT_U(0x4B, "i32.gt_u", "i32 i32 -> i32"),
  /// `i32.le_s`
  I32_LE_S(0x4C, "i32.le_s", "i32 i32 -> i32"),
  /// `i32.le_u`
  I32_LE_U(0x4D, "i32.le_u", "i32 i32 -> i32"),
  /// `i32.ge_s`
  I32_GE_S(0x4E, "i32.ge_s", "i32 i32 -> i32"),
  /// `i32.ge_u`
  I32_GE_U(0x4F, "i32.ge_u", "i32 i32 -> i32"),
  /// `i64.eqz`
  I64_EQZ(0x50, "i64.eqz", "i64 -> i32"),
  /// `i64.eq`
  I64_EQ(0x51, "i64.eq", "i64 i64 -> i32"),
  /// `i64.ne`
  I64_NE(0x52, "i64.ne", "i64 i64 -> i32"),
  /// `i64.lt_s`
  I64_LT_S(0x53, "i64.lt_s", "i64 i64 -> i32"),
  /// `i64.lt_u`
  I64_LT_U(0x54, "i64.lt_u", "i64 i64 -> i32"),
  /// `i64.gt_s`
  I64_GT_S(0x55, "i64.gt_s", "i64 i64 -> i32"),
  /// `i64.gt_u`
  I64_GT_U(0x56, "i64.gt_u", "i64 i64 -> i32"),
  /// `i64.le_s`
  I64_LE_S(0x57, "i64.le_s", "i64 i64 -> i32"),
  /// `i64.le_u`
  I64_LE_U(0x58, "i64.le_u", "i64 i64 -> i32"),
  /// `i64.ge_s`
  I64_GE_S(0x59, "i64.ge_s", "i64 i64 -> i32"),
  /// `i64.ge_u`
  I64_GE_U(0x5A, "i64.ge_u", "i64 i64 -> i32"),
  /// `f32.eq`
  F32_EQ(0x5B, "f32.eq", "f32 f32 -> i32"),
  /// `f32.ne`
  F32_NE(0x5C, "f32.ne", "f32 f32 -> i32"),
  /// `f32.lt`
  F32_LT(0x5D, "f32.lt", "f32 f32 -> i32"),
  /// `f32.gt`
  F32_GT(0x5E, "f32.gt", "f32 f32 -> i32"),
  /// `f32.le`
  F32_LE(0x5F, "f32.le", "f32 f32 -> i32"),
  /// `f32.ge`
  F32_GE(0x60, "f32.ge", "f32 f32 -> i32"),
  /// `f64.eq`
  F64_EQ(0x61, "f64.eq", "f64 f64 -> i32"),
  /// `f64.ne`
  F64_NE(0x62, "f64.ne", "f64 f64 -> i32"),
  /// `f64.lt`
  F64_LT(0x63, "f64.lt", "f64 f64 -> i32"),
  /// `f64.gt`
  F64_GT(0x64, "f64.gt", "f64 f64 -> i32"),
  /// `f64.le`
  F64_LE(0x65, "f64.le", "f64 f64 -> i32"),
  /// `f64.ge`
  F64_GE(0x66, "f64.ge", "f64 f64 -> i32"),
  /// `i32.clz`
  I32_CLZ(0x67, "i32.clz", "i32 -> i32"),
  /// `i32.ctz`
  I32_CTZ(0x68, "i32.ctz", "i32 -> i32"),
  /// `i32.popcnt`
  I32_POPCNT(0x69, "i32.popcnt", "i32 -> i32"),
  /// `i32.add`
  I32_ADD(0x6A, "i32.add", "i32 i32 -> i32"),
  /// `i32.sub`
  I32_SUB(0x6B, "i32.sub", "i32 i32 -> i32"),
  /// `i32.mul`
  I32_MUL(0x6C, "i32.mul", "i32 i32 -> i32"),
  /// `i32.div_s`
  I32_DIV_S(0x6D, "i32.div_s", "i32 i32 -> i32"),
  /// `i32.div_u`
  I32_DIV_U(0x6E, "i32.div_u", "i32 i32 -> i32"),
  /// `i32.rem_s`
  I32_REM_S(0x6F, "i32.rem_s", "i32 i32 -> i32"),
  /// `i32.rem_u`
  I32_REM_U(0x70, "i32.rem_u", "i32 i32 -> i32"),
  /// `i32.and`
  I32_AND(0x71, "i32.and", "i32 i32 -> i32"),
  /// `i32.or`
  I32_OR(0x72, "i32.or", "i32 i32 -> i32"),
  /// `i32.xor`
  I32_XOR(0x73, "i32.xor", "i32 i32 -> i32"),
  /// `i32.shl`
  I32_SHL(0x74, "i32.shl", "i32 i32 -> i32"),
  /// `i32.shr_s`
  I32_SHR_S(0x75, "i32.shr_s", "i32 i32 -> i32"),
  /// `i32.shr_u`
  I32_SHR_U(0x76, "i32.shr_u", "i32 i32 -> i32"),
  /// `i32.rotl`
  I32_ROTL(0x77, "i32.rotl", "i32 i32 -> i32"),
  /// `i32.rotr`
  I32_ROTR(0x78, "i32.rotr", "i32 i32 -> i32"),
  /// `i64.clz`
  I64_CLZ(0x79, "i64.clz", "i64 -> i64"),
  /// `i64.ctz`
  I64_CTZ(0x7A, "i64.ctz", "i64 -> i64"),
  /// `i64.popcnt`
  I64_POPCNT(0x7B, "i64.popcnt", "i64 -> i64"),
  /// `i64.add`
  I64_ADD(0x7C, "i64.add", "i64 i64 -> i64"),
  /// `i64.sub`
  I64_SUB(0x7D, "i64.sub", "i64 i64 -> i64"),
  /// `i64.mul`
  I64_MUL(0x7E, "i64.mul", "i64 i64 -> i64"),
  /// `i64.div_s`
  I64_DIV_S(0x7F, "i64.div_s", "i64 i64 -> i64"),
  /// `i64.div_u`
  I64_DIV_U(0x80, "i64.div_u", "i64 i64 -> i64"),
  /// `i64.rem_s`
  I64_REM_S(0x81, "i64.rem_s", "i64 i64 -> i64"),
  /// `i64.rem_u`
  I64_REM_U(0x82, "i64.rem_u", "i64 i64 -> i64"),
  /// `i64.and`
  I64_AND(0x83, "i64.and", "i64 i64 -> i64"),
  /// `i64.or`
  I64_OR(0x84, "i64.or", "i64 i64 -> i64"),
  /// `i64.xor`
  I64_XOR(0x85, "i64.xor", "i64 i64 -> i64"),
  /// `i64.shl`
  I64_SHL(0x86, "i64.shl", "i64 i64 -> i64"),
  /// `i64.shr_s`
  I64_SHR_S(0x87, "i64.shr_s", "i64 i64 -> i64"),
  /// `i64.shr_u`
  I64_SHR_U(0x88, "i64.shr_u", "i64 i64 -> i64"),
  /// `i64.rotl`
  I64_ROTL(0x89, "i64.rotl", "i64 i64 -> i64"),
  /// `i64.rotr`
  I64_ROTR(0x8A, "i64.rotr", "i64 i64 -> i64"),
  /// `f32.abs`
  F32_ABS(0x8B, "f32.abs", "f32 -> f32"),
  /// `f32.neg`
  F32_NEG(0x8C, "f32.neg", "f32 -> f32"),
  /// `f32.ceil`
  F32_CEIL(0x8D, "f32.ceil", "f32 -> f32"),
  /// `f32.floor`
  F32_FLOOR(0x8E, "f32.floor", "f32 -> f32"),
  /// `f32.trunc`
  F32_TRUNC(0x8F, "f32.trunc", "f32 -> f32"),
  /// `f32.nearest`
  F32_NEAREST(0x90, "f32.nearest", "f32 -> f32"),
  /// `f32.sqrt`
  F32_SQRT(0x91, "f32.sqrt", "f32 -> f32"),
  /// `f32.add`
  F32_ADD(0x92, "f32.add", "f32 f32 -> f32"),
  /// `f32.sub`
  F32_SUB(0x93, "f32.sub", "f32 f32 -> f32"),
  /// `f32.mul`
  F32_MUL(0x94, "f32.mul", "f32 f32 -> f32"),
  /// `f32.div`
  F32_DIV(0x95, "f32.div", "f32 f32 -> f32"),
  /// `f32.min`
  F32_MIN(0x96, "f32.min", "f32 f32 -> f32"),
  /// `f32.max`
  F32_MAX(0x97, "f32.max", "f32 f32 -> f32"),
  /// `f32.copysign`
  F32_COPYSIGN(0x98, "f32.copysign", "f32 f32 -> f32"),
  /// `f64.abs`
  F64_ABS(0x99, "f64.abs", "f64 -> f64"),
  /// `f64.neg`
  F64_NEG(0x9A, "f64.neg", "f64 -> f64"),
  /// `f64.ceil`
  F64_CEIL(0x9B, "f64.ceil", "f64 -> f64"),
  /// `f64.floor`
  F64_FLOOR(0x9C, "f64.floor", "f64 -> f64"),
  /// `f64.trunc`
  F64_TRUNC(0x9D, "f64.trunc", "f64 -> f64"),
  /// `f64.nearest`
  F64_NEAREST(0x9E, "f64.nearest", "f64 -> f64"),
  /// `f64.sqrt`
  F64_SQRT(0x9F, "f64.sqrt", "f64 -> f64"),
  /// `f64.add`
  F64_ADD(0xA0, "f64.add", "f64 f64 -> f64"),
  /// `f64.sub`
  F64_SUB(0xA1, "f64.sub", "f64 f64 -> f64"),
  /// `f64.mul`
  F64_MUL(0xA2, "f64.mul", "f64 f64 -> f64"),
  /// `f64.div`
  F64_DIV(0xA3, "f64.div", "f64 f64 -> f64"),
  /// `f64.min`
  F64_MIN(0xA4, "f64.min", "f64 f64 -> f64"),
  /// `f64.max`
  F64_MAX(0xA5, "f64.max", "f64 f64 -> f64"),
  /// `f64.copysign`
  F64_COPYSIGN(0xA6, "f64.copysign", "f64 f64 -> f64"),
  /// `i32.wrap_i64`
  I32_WRAP_I64(0xA7, "i32.wrap_i64", "i64 -> i32"),
  /// `i32.trunc_f32_s`
  I32_TRUNC_F32_S(0xA8, "i32.trunc_f32_s", "f32 -> i32"),
  /// `i32.trunc_f32_u`
  I32_TRUNC_F32_U(0xA9, "i32.trunc_f32_u", "f32 -> i32"),
  /// `i32.trunc_f64_s`
  I32_TRUNC_F64_S(0xAA, "i32.trunc_f64_s", "f64 -> i32"),
  /// `i32.trunc_f64_u`
  I32_TRUNC_F64_U(0xAB, "i32.trunc_f64_u", "f64 -> i32"),
  /// `i64.extend_i32_s`
  I64_EXTEND_I32_S(0xAC, "i64.extend_i32_s", "i32 -> i64"),
  /// `i64.extend_i32_u`
  I64_EXTEND_I32_U(0xAD, "i64.extend_i32_u", "i32 -> i64"),
  /// `i64.trunc_f32_s`
  I64_TRUNC_F32_S(0xAE, "i64.trunc_f32_s", "f32 -> i64"),
  /// `i64.trunc_f32_u`
  I64_TRUNC_F32_U(0xAF, "i64.trunc_f32_u", "f32 -> i64"),
  /// `i64.trunc_f64_s`
  I64_TRUNC_F64_S(0xB0, "i64.trunc_f64_s", "f64 -> i64"),
  /// `i64.trunc_f64_u`
  I64_TRUNC_F64_U(0xB1, "i64.trunc_f64_u", "f64 -> i64"),
  /// `f32.convert_i32_s`
  F32_CONVERT_I32_S(0xB2, "f32.convert_i32_s", "i32 -> f32"),
  /// `f32.convert_i32_u`
  F32_CONVERT_I32_U(0xB3, "f32.convert_i32_u", "i32 -> f32"),
  /// `f32.convert_i64_s`
  F32_CONVERT_I64_S(0xB4, "f32.convert_i64_s", "i64 -> f32"),
  /// `f32.convert_i64_u`
  F32_CONVERT_I64_U(0xB5, "f32.convert_i64_u", "i64 -> f32"),
  /// `f32.demote_f64`
  F32_DEMOTE_F64(0xB6, "f32.demote_f64", "f64 -> f32"),
  /// `f64.convert_i32_s`
  F64_CONVERT_I32_S(0xB7, "f64.convert_i32_s", "i32 -> f64"),
  /// `f64.convert_i32_u`
  F64_CONVERT_I32_U(0xB8, "f64.convert_i32_u", "i32 -> f64"),
  /// `f64.convert_i64_s`
  F64_CONVERT_I64_S(0xB9, "f64.convert_i64_s", "i64 -> f64"),
  /// `f64.convert_i64_u`
  F64_CONVERT_I64_U(0xBA, "f64.convert_i64_u", "i64 -> f64"),
  /// `f64.promote_f32`
  F64_PROMOTE_F32(0xBB, "f64.promote_f32", "f32 -> f64"),
  /// `i32.reinterpret_f32`
  I32_REINTERPRET_F32(0xBC, "i32.reinterpret_f32", "f32 -> i32"),
  /// `i64.reinterpret_f64`
  I64_REINTERPRET_F64(0xBD, "i64.reinterpret_f64", "f64 -> i64"),
  /// `f32.reinterpret_i32`
  F32_REINTERPRET_I32(0xBE, "f32.reinterpret_i32", "i32 -> f32"),
  /// `f64.reinterpret_i64`
  F64_REINTERPRET_I64(0xBF, "f64.reinterpret_i64", "i64 -> f64"),
  /// `i32.extend8_s`
  I32_EXTEND8_S(0xC0, "i32.extend8_s", "i32 -> i32"),
  /// `i32.extend16_s`
  I32_EXTEND16_S(0xC1, "i32.extend16_s", "i32 -> i32"),
  /// `i64.extend8_s`
  I64_EXTEND8_S(0xC2, "i64.extend8_s", "i64 -> i64"),
  /// `i64.extend16_s`
  I64_EXTEND16_S(0xC3, "i64.extend16_s", "i64 -> i64"),
  /// `i64.extend32_s`
  I64_EXTEND32_S(0xC4, "i64.extend32_s", "i64 -> i64"),

  // Reference instructions
  /// `ref.null`
  REF_NULL(0xD0, "ref.null", "", Immediate.HEAP_TYPE, Rule.REF_NULL),
  /// `ref.is_null`
  REF_IS_NULL(0xD1, "ref.is_null", "-> i32", Immediate.NONE, Rule.REF_IS_NULL),
  /// `ref.func`
  REF_FUNC(0xD2, "ref.func", "-> funcref", Immediate.FUNC, Rule.REF_FUNC),

  // Prefix 0xFC: saturating truncation, bulk memory and tables
  /// `i32.trunc_sat_f32_s`
  I32_TRUNC_SAT_F32_S(0xFC_0000, "i32.trunc_sat_f32_s", "f32 -> i32"),
  /// `i32.trunc_sat_f32_u`
  I32_TRUNC_SAT_F32_U(0xFC_0001, "i32.trunc_sat_f32_u", "f32 -> i32"),
  /// `i32.trunc_sat_f64_s`
  I32_TRUNC_SAT_F64_S(0xFC_0002, "i32.trunc_sat_f64_s", "f64 -> i32"),
  /// `i32.trunc_sat_f64_u`
  I32_TRUNC_SAT_F64_U(0xFC_0003, "i32.trunc_sat_f64_u", "f64 -> i32"),
  /// `i64.trunc_sat_f32_s`
  I64_TRUNC_SAT_F32_S(0xFC_0004, "i64.trunc_sat_f32_s", "f32 -> i64"),
  /// `i64.trunc_sat_f32_u`
  I64_TRUNC_SAT_F32_U(0xFC_0005, "i64.trunc_sat_f32_u", "f32 -> i64"),
  /// `i64.trunc_sat_f64_s`
  I64_TRUNC_SAT_F64_S(0xFC_0006, "i64.trunc_sat_f64_s", "f64 -> i64"),
  /// `i64.trunc_sat_f64_u`
  I64_TRUNC_SAT_F64_U(0xFC_0007, "i64.trunc_sat_f64_u", "f64 -> i64"),
  /// `memory.init`
  MEMORY_INIT(
      0xFC_0008,
      "memory.init",
      "addr i32 i32 ->",
      Immediate.DATA_MEM,
      Rule.INDICES,
      Fuel.BY_LENGTH),
  /// `data.drop`
  DATA_DROP(0xFC_0009, "data.drop", "", Immediate.DATA, Rule.INDICES),
  /// `memory.copy`
  MEMORY_COPY(
      0xFC_000A,
      "memory.copy",
      "addr addr addr ->",
      Immediate.MEM_MEM,
      Rule.INDICES,
      Fuel.BY_LENGTH),
  /// `memory.fill`
  MEMORY_FILL(
      0xFC_000B, "memory.fill", "addr i32 addr ->", Immediate.MEM, Rule.INDICES, Fuel.BY_LENGTH),
  /// `table.init`
  TABLE_INIT(
      0xFC_000C,
      "table.init",
      "addr i32 i32 ->",
      Immediate.ELEM_TABLE,
      Rule.INDICES,
      Fuel.BY_LENGTH),
  /// `elem.drop`
  ELEM_DROP(0xFC_000D, "elem.drop", "", Immediate.ELEM, Rule.INDICES),
  /// `table.copy`
  TABLE_COPY(
      0xFC_000E,
      "table.copy",
      "addr addr addr ->",
      Immediate.TABLE_TABLE,
      Rule.INDICES,
      Fuel.BY_LENGTH),
  /// `table.grow`
  TABLE_GROW(
      0xFC_000F, "table.grow", "elem addr -> addr", Immediate.TABLE, Rule.INDICES, Fuel.BY_LENGTH),
  /// `table.size`
  TABLE_SIZE(0xFC_0010, "table.size", "-> addr", Immediate.TABLE, Rule.INDICES),
  /// `table.fill`
  TABLE_FILL(
      0xFC_0011, "table.fill", "addr elem addr ->", Immediate.TABLE, Rule.INDICES, Fuel.BY_LENGTH);

  /// In {@link #operand} and {@link #result}: the address type of the memory or table named.
  public static final int ADDR = -1;

  /// In {@link #operand} and {@link #result}: the element type of the table named.
  public static final int ELEM = -2;

  /// In {@link #operand} and {@link #result}: the type of the local named.
  public static final int LOCAL = -3;

  /// In {@link #operand} and {@link #result}: the type of the global named.
  public static final int GLOBAL = -4;

  private static final @Nullable Opcode[] @Nullable [] BY_CODE = byCode();

  private final int key;
  private final String mnemonic;
  private final int[] operands;
  private final int[] results;
  private final Immediate immediate;
  private final Rule rule;
  private final Fuel fuel;
  private final int naturalAlign;

  Opcode(int key, String mnemonic, String types) {
    this(key, mnemonic, types, Immediate.NONE);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate) {
    this(key, mnemonic, types, immediate, Rule.PLAIN);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate, Rule rule) {
    this(key, mnemonic, types, immediate, rule, Fuel.ONE);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate, Rule rule, Fuel fuel) {
    this.key = key;
    this.mnemonic = mnemonic;
    int arrow = types.indexOf("->");
    this.operands = codes(arrow < 0 ? types : types.substring(0, arrow));
    this.results = codes(arrow < 0 ? "" : types.substring(arrow + 2));
    this.immediate = immediate;
    this.rule = rule;
    this.fuel = fuel;
    this.naturalAlign = 0;
  }

  Opcode(int key, String mnemonic, String types, int naturalAlign) {
    this.key = key;
    this.mnemonic = mnemonic;
    int arrow = types.indexOf("->");
    this.operands = codes(types.substring(0, arrow));
    this.results = codes(types.substring(arrow + 2));
    this.immediate = Immediate.MEMARG;
    this.rule = Rule.MEMARG;
    this.fuel = Fuel.ONE;
    this.naturalAlign = naturalAlign;
  }

  /// The row of a code, or null where there is none.
  ///
  /// @param prefix `0xFC` and the like, or 0
  /// @param code the byte, or after a prefix the number, as unsigned
  public static @Nullable Opcode of(int prefix, int code) {
    @Nullable Opcode[] rows = BY_CODE[prefix];
    return rows != null && code >= 0 && code < rows.length ? rows[code] : null;
  }

  /// The row of a mnemonic (the first one: `select` is `0x1B`), or null where there is none.
  public static @Nullable Opcode of(String mnemonic) {
    for (Opcode row : values()) {
      if (row.mnemonic.equals(mnemonic)) {
        return row;
      }
    }
    return null;
  }

  /// The prefix byte, or 0.
  public int prefix() {
    return key >>> 16;
  }

  /// The code: a byte, or the number after the prefix.
  public int code() {
    return key & 0xFFFF;
  }

  /// The name in the text format.
  public String mnemonic() {
    return mnemonic;
  }

  /// Number of operands that the row states.
  public int operandCount() {
    return operands.length;
  }

  /// Code of operand `i`, the deepest first: of a {@link ValType}, or {@link #ADDR}, {@link #ELEM},
  /// {@link #LOCAL}, {@link #GLOBAL}.
  public int operand(int i) {
    return operands[i];
  }

  /// Number of results that the row states.
  public int resultCount() {
    return results.length;
  }

  /// Code of result `i`, as of an operand.
  public int result(int i) {
    return results[i];
  }

  /// What follows in the binary format.
  public Immediate immediate() {
    return immediate;
  }

  /// How it is validated.
  public Rule rule() {
    return rule;
  }

  /// What it costs.
  public Fuel fuel() {
    return fuel;
  }

  /// For a memory access, log2 of its width in bytes.
  public int naturalAlign() {
    return naturalAlign;
  }

  /// The mnemonic.
  @Override
  public String toString() {
    return mnemonic;
  }

  private static int[] codes(String types) {
    String trimmed = types.strip();
    if (trimmed.isEmpty()) {
      return new int[0];
    }
    String[] words = trimmed.split(" ");
    int[] codes = new int[words.length];
    for (int i = 0; i < words.length; i++) {
      codes[i] = typeCode(words[i]);
    }
    return codes;
  }

  private static int typeCode(String word) {
    return switch (word) {
      case "i32" -> 0x7F;
      case "i64" -> 0x7E;
      case "f32" -> 0x7D;
      case "f64" -> 0x7C;
      case "v128" -> 0x7B;
      case "funcref" -> 0x70;
      case "externref" -> 0x6F;
      case "addr" -> -1;
      case "elem" -> -2;
      case "local" -> -3;
      case "global" -> -4;
      default -> throw new Invariant.Violation("the opcode table names only known types: " + word);
    };
  }

  private static @Nullable Opcode[] @Nullable [] byCode() {
    @Nullable Opcode[] @Nullable [] table = new @Nullable Opcode[0x100][];
    for (Opcode row : values()) {
      @Nullable Opcode[] rows = table[row.prefix()];
      int length = Math.max(rows == null ? 0 : rows.length, row.code() + 1);
      rows = rows == null ? new @Nullable Opcode[length] : Arrays.copyOf(rows, length);
      Invariant.check(rows[row.code()] == null, "a code has one row");
      rows[row.code()] = row;
      table[row.prefix()] = rows;
    }
    return table;
  }
}
