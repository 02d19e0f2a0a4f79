package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.Feature;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The one table of instructions: a row says all that decoding, validation, fuel accounting and
/// printing know about an instruction.
///
/// A row is `NAME(code, mnemonic, types, immediate, rule, fuel)`. The code of a prefixed
/// instruction is written `0xPP_CCCC`. The name is the mnemonic in capitals with `_` for `.`, so
/// that `i32.div_s` is found as `I32_DIV_S` here and in the engine; where two codes share a
/// mnemonic, the second one says more (`SELECT_T`, `REF_TEST_NULL`, `REF_CAST_NULL`).
///
/// Types are written `operands -> results`, the deepest operand first. What depends on the
/// instruction's immediates has a word:
///
/// | word | type |
/// | --- | --- |
/// | `addr`, `addr2` | address type (`i32` or `i64`) of the memory or table, of the second one |
/// | `len` | the smaller one of both |
/// | `elem`, `local`, `global` | type of the table's elements, of the local, of the global |
/// | `ref` | `(ref x)`, x the type named, or that of the function named |
/// | `refnull`, `refnull2` | `(ref null x)`, of the second type named |
/// | `field` | type of the field or of the array's elements, a packed one as `i32` |
/// | `type`, `top` | the reference type named, the nullable one above all of its hierarchy |
/// | `i31` | `(ref i31)` |
///
/// Where the types depend on more (`call`, `select`), the row has what does not depend, and the
/// {@link Rule} does the rest. Defaults: no immediate, {@link Rule#PLAIN}, {@link Fuel#ONE}. A
/// number at the end is log2 of the width of a memory access or lane; without an immediate it means
/// `MEMARG`.
///
/// The rows are those of WebAssembly 3.0 and, where the rule has a {@link Feature}, of that one.
// [impl->req~core-instruction-table~1]
// [impl->req~core-instructions-document~1]
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
  /// `try`
  TRY(0x06, "try", "", Immediate.BLOCK_TYPE, Rule.TRY, Fuel.FREE),
  /// `catch`
  CATCH(0x07, "catch", "", Immediate.TAG, Rule.CATCH, Fuel.FREE),
  /// `throw`
  THROW(0x08, "throw", "", Immediate.TAG, Rule.THROW),
  /// `rethrow`
  RETHROW(0x09, "rethrow", "", Immediate.LABEL, Rule.RETHROW),
  /// `throw_ref`
  THROW_REF(0x0A, "throw_ref", "exnref ->", Rule.THROW_REF),
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
  CALL_INDIRECT(0x11, "call_indirect", "addr ->", Immediate.TYPE_TABLE, Rule.CALL_INDIRECT),
  /// `return_call`
  RETURN_CALL(0x12, "return_call", "", Immediate.FUNC, Rule.RETURN_CALL),
  /// `return_call_indirect`
  RETURN_CALL_INDIRECT(
      0x13, "return_call_indirect", "addr ->", Immediate.TYPE_TABLE, Rule.RETURN_CALL_INDIRECT),
  /// `call_ref`
  CALL_REF(0x14, "call_ref", "refnull ->", Immediate.TYPE, Rule.CALL_REF),
  /// `return_call_ref`
  RETURN_CALL_REF(0x15, "return_call_ref", "refnull ->", Immediate.TYPE, Rule.RETURN_CALL_REF),
  /// `delegate`
  DELEGATE(0x18, "delegate", "", Immediate.LABEL, Rule.DELEGATE, Fuel.FREE),
  /// `catch_all`
  CATCH_ALL(0x19, "catch_all", "", Immediate.NONE, Rule.CATCH, Fuel.FREE),

  // Parametric instructions
  /// `drop`
  DROP(0x1A, "drop", "", Immediate.NONE, Rule.DROP),
  /// `select`
  SELECT(0x1B, "select", "", Immediate.NONE, Rule.SELECT),
  /// `select` with types
  SELECT_T(0x1C, "select", "", Immediate.VAL_TYPES, Rule.SELECT_T),

  // Exceptions
  /// `try_table`
  TRY_TABLE(0x1F, "try_table", "", Immediate.CATCHES, Rule.TRY_TABLE, Fuel.FREE),

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
  TABLE_GET(0x25, "table.get", "addr -> elem", Immediate.TABLE, Rule.TABLE),
  /// `table.set`
  TABLE_SET(0x26, "table.set", "addr elem ->", Immediate.TABLE, Rule.TABLE),

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
  MEMORY_SIZE(0x3F, "memory.size", "-> addr", Immediate.MEM, Rule.MEMORY),
  /// `memory.grow`
  MEMORY_GROW(0x40, "memory.grow", "addr -> addr", Immediate.MEM, Rule.MEMORY),

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
  REF_NULL(0xD0, "ref.null", "-> type", Immediate.HEAP_TYPE, Rule.REF_NULL),
  /// `ref.is_null`
  REF_IS_NULL(0xD1, "ref.is_null", "-> i32", Immediate.NONE, Rule.REF_IS_NULL),
  /// `ref.func`
  REF_FUNC(0xD2, "ref.func", "-> ref", Immediate.FUNC, Rule.REF_FUNC),
  /// `ref.eq`
  REF_EQ(0xD3, "ref.eq", "eqref eqref -> i32", Rule.REF_EQ),
  /// `ref.as_non_null`
  REF_AS_NON_NULL(0xD4, "ref.as_non_null", "", Rule.REF_AS_NON_NULL),
  /// `br_on_null`
  BR_ON_NULL(0xD5, "br_on_null", "", Immediate.LABEL, Rule.BR_ON_NULL),
  /// `br_on_non_null`
  BR_ON_NON_NULL(0xD6, "br_on_non_null", "", Immediate.LABEL, Rule.BR_ON_NON_NULL),

  // Prefix 0xFB: aggregates, casts and scalar references
  /// `struct.new`
  STRUCT_NEW(0xFB_0000, "struct.new", "-> ref", Immediate.TYPE, Rule.STRUCT_NEW),
  /// `struct.new_default`
  STRUCT_NEW_DEFAULT(0xFB_0001, "struct.new_default", "-> ref", Immediate.TYPE, Rule.STRUCT_NEW),
  /// `struct.get`
  STRUCT_GET(0xFB_0002, "struct.get", "refnull -> field", Immediate.TYPE_FIELD, Rule.STRUCT),
  /// `struct.get_s`
  STRUCT_GET_S(0xFB_0003, "struct.get_s", "refnull -> field", Immediate.TYPE_FIELD, Rule.STRUCT),
  /// `struct.get_u`
  STRUCT_GET_U(0xFB_0004, "struct.get_u", "refnull -> field", Immediate.TYPE_FIELD, Rule.STRUCT),
  /// `struct.set`
  STRUCT_SET(0xFB_0005, "struct.set", "refnull field ->", Immediate.TYPE_FIELD, Rule.STRUCT),
  /// `array.new`
  ARRAY_NEW(0xFB_0006, "array.new", "field i32 -> ref", Immediate.TYPE, Rule.ARRAY, Fuel.BY_LENGTH),
  /// `array.new_default`
  ARRAY_NEW_DEFAULT(
      0xFB_0007, "array.new_default", "i32 -> ref", Immediate.TYPE, Rule.ARRAY, Fuel.BY_LENGTH),
  /// `array.new_fixed`
  ARRAY_NEW_FIXED(
      0xFB_0008, "array.new_fixed", "-> ref", Immediate.TYPE_COUNT, Rule.ARRAY_NEW_FIXED),
  /// `array.new_data`
  ARRAY_NEW_DATA(
      0xFB_0009,
      "array.new_data",
      "i32 i32 -> ref",
      Immediate.TYPE_DATA,
      Rule.ARRAY,
      Fuel.BY_LENGTH),
  /// `array.new_elem`
  ARRAY_NEW_ELEM(
      0xFB_000A,
      "array.new_elem",
      "i32 i32 -> ref",
      Immediate.TYPE_ELEM,
      Rule.ARRAY,
      Fuel.BY_LENGTH),
  /// `array.get`
  ARRAY_GET(0xFB_000B, "array.get", "refnull i32 -> field", Immediate.TYPE, Rule.ARRAY),
  /// `array.get_s`
  ARRAY_GET_S(0xFB_000C, "array.get_s", "refnull i32 -> field", Immediate.TYPE, Rule.ARRAY),
  /// `array.get_u`
  ARRAY_GET_U(0xFB_000D, "array.get_u", "refnull i32 -> field", Immediate.TYPE, Rule.ARRAY),
  /// `array.set`
  ARRAY_SET(0xFB_000E, "array.set", "refnull i32 field ->", Immediate.TYPE, Rule.ARRAY),
  /// `array.len`
  ARRAY_LEN(0xFB_000F, "array.len", "arrayref -> i32", Rule.ARRAY_LEN),
  /// `array.fill`
  ARRAY_FILL(
      0xFB_0010,
      "array.fill",
      "refnull i32 field i32 ->",
      Immediate.TYPE,
      Rule.ARRAY,
      Fuel.BY_LENGTH),
  /// `array.copy`
  ARRAY_COPY(
      0xFB_0011,
      "array.copy",
      "refnull i32 refnull2 i32 i32 ->",
      Immediate.TYPE_TYPE,
      Rule.ARRAY,
      Fuel.BY_LENGTH),
  /// `array.init_data`
  ARRAY_INIT_DATA(
      0xFB_0012,
      "array.init_data",
      "refnull i32 i32 i32 ->",
      Immediate.TYPE_DATA,
      Rule.ARRAY,
      Fuel.BY_LENGTH),
  /// `array.init_elem`
  ARRAY_INIT_ELEM(
      0xFB_0013,
      "array.init_elem",
      "refnull i32 i32 i32 ->",
      Immediate.TYPE_ELEM,
      Rule.ARRAY,
      Fuel.BY_LENGTH),
  /// `ref.test`
  REF_TEST(0xFB_0014, "ref.test", "top -> i32", Immediate.HEAP_TYPE, Rule.CAST),
  /// `ref.test` with `null`
  REF_TEST_NULL(0xFB_0015, "ref.test", "top -> i32", Immediate.HEAP_TYPE, Rule.CAST),
  /// `ref.cast`
  REF_CAST(0xFB_0016, "ref.cast", "top -> type", Immediate.HEAP_TYPE, Rule.CAST),
  /// `ref.cast` with `null`
  REF_CAST_NULL(0xFB_0017, "ref.cast", "top -> type", Immediate.HEAP_TYPE, Rule.CAST),
  /// `br_on_cast`
  BR_ON_CAST(0xFB_0018, "br_on_cast", "", Immediate.CAST, Rule.BR_ON_CAST),
  /// `br_on_cast_fail`
  BR_ON_CAST_FAIL(0xFB_0019, "br_on_cast_fail", "", Immediate.CAST, Rule.BR_ON_CAST),
  /// `any.convert_extern`
  ANY_CONVERT_EXTERN(0xFB_001A, "any.convert_extern", "externref -> anyref", Rule.CONVERT),
  /// `extern.convert_any`
  EXTERN_CONVERT_ANY(0xFB_001B, "extern.convert_any", "anyref -> externref", Rule.CONVERT),
  /// `ref.i31`
  REF_I31(0xFB_001C, "ref.i31", "i32 -> i31", Rule.I31),
  /// `i31.get_s`
  I31_GET_S(0xFB_001D, "i31.get_s", "i31ref -> i32", Rule.I31),
  /// `i31.get_u`
  I31_GET_U(0xFB_001E, "i31.get_u", "i31ref -> i32", Rule.I31),

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
      0xFC_0008, "memory.init", "addr i32 i32 ->", Immediate.DATA_MEM, Rule.MEMORY, Fuel.BY_LENGTH),
  /// `data.drop`
  DATA_DROP(0xFC_0009, "data.drop", "", Immediate.DATA, Rule.MEMORY),
  /// `memory.copy`
  MEMORY_COPY(
      0xFC_000A,
      "memory.copy",
      "addr addr2 len ->",
      Immediate.MEM_MEM,
      Rule.MEMORY,
      Fuel.BY_LENGTH),
  /// `memory.fill`
  MEMORY_FILL(
      0xFC_000B, "memory.fill", "addr i32 addr ->", Immediate.MEM, Rule.MEMORY, Fuel.BY_LENGTH),
  /// `table.init`
  TABLE_INIT(
      0xFC_000C, "table.init", "addr i32 i32 ->", Immediate.ELEM_TABLE, Rule.TABLE, Fuel.BY_LENGTH),
  /// `elem.drop`
  ELEM_DROP(0xFC_000D, "elem.drop", "", Immediate.ELEM, Rule.TABLE),
  /// `table.copy`
  TABLE_COPY(
      0xFC_000E,
      "table.copy",
      "addr addr2 len ->",
      Immediate.TABLE_TABLE,
      Rule.TABLE,
      Fuel.BY_LENGTH),
  /// `table.grow`
  TABLE_GROW(
      0xFC_000F, "table.grow", "elem addr -> addr", Immediate.TABLE, Rule.TABLE, Fuel.BY_LENGTH),
  /// `table.size`
  TABLE_SIZE(0xFC_0010, "table.size", "-> addr", Immediate.TABLE, Rule.TABLE),
  /// `table.fill`
  TABLE_FILL(
      0xFC_0011, "table.fill", "addr elem addr ->", Immediate.TABLE, Rule.TABLE, Fuel.BY_LENGTH),
  /// `i64.add128`
  I64_ADD128(0xFC_0013, "i64.add128", "i64 i64 i64 i64 -> i64 i64", Rule.WIDE),
  /// `i64.sub128`
  I64_SUB128(0xFC_0014, "i64.sub128", "i64 i64 i64 i64 -> i64 i64", Rule.WIDE),
  /// `i64.mul_wide_s`
  I64_MUL_WIDE_S(0xFC_0015, "i64.mul_wide_s", "i64 i64 -> i64 i64", Rule.WIDE),
  /// `i64.mul_wide_u`
  I64_MUL_WIDE_U(0xFC_0016, "i64.mul_wide_u", "i64 i64 -> i64 i64", Rule.WIDE),

  // Prefix 0xFD: vectors
  /// `v128.load`
  V128_LOAD(0xFD_0000, "v128.load", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 4),
  /// `v128.load8x8_s`
  V128_LOAD8X8_S(
      0xFD_0001, "v128.load8x8_s", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.load8x8_u`
  V128_LOAD8X8_U(
      0xFD_0002, "v128.load8x8_u", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.load16x4_s`
  V128_LOAD16X4_S(
      0xFD_0003, "v128.load16x4_s", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.load16x4_u`
  V128_LOAD16X4_U(
      0xFD_0004, "v128.load16x4_u", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.load32x2_s`
  V128_LOAD32X2_S(
      0xFD_0005, "v128.load32x2_s", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.load32x2_u`
  V128_LOAD32X2_U(
      0xFD_0006, "v128.load32x2_u", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.load8_splat`
  V128_LOAD8_SPLAT(
      0xFD_0007, "v128.load8_splat", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 0),
  /// `v128.load16_splat`
  V128_LOAD16_SPLAT(
      0xFD_0008, "v128.load16_splat", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 1),
  /// `v128.load32_splat`
  V128_LOAD32_SPLAT(
      0xFD_0009, "v128.load32_splat", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 2),
  /// `v128.load64_splat`
  V128_LOAD64_SPLAT(
      0xFD_000A, "v128.load64_splat", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `v128.store`
  V128_STORE(0xFD_000B, "v128.store", "addr v128 ->", Immediate.MEMARG, Rule.VECTOR_MEMORY, 4),
  /// `v128.const`
  V128_CONST(0xFD_000C, "v128.const", "-> v128", Immediate.V128, Rule.VECTOR),
  /// `i8x16.shuffle`
  I8X16_SHUFFLE(0xFD_000D, "i8x16.shuffle", "v128 v128 -> v128", Immediate.LANES, Rule.LANES),
  /// `i8x16.swizzle`
  I8X16_SWIZZLE(0xFD_000E, "i8x16.swizzle", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.splat`
  I8X16_SPLAT(0xFD_000F, "i8x16.splat", "i32 -> v128", Rule.VECTOR),
  /// `i16x8.splat`
  I16X8_SPLAT(0xFD_0010, "i16x8.splat", "i32 -> v128", Rule.VECTOR),
  /// `i32x4.splat`
  I32X4_SPLAT(0xFD_0011, "i32x4.splat", "i32 -> v128", Rule.VECTOR),
  /// `i64x2.splat`
  I64X2_SPLAT(0xFD_0012, "i64x2.splat", "i64 -> v128", Rule.VECTOR),
  /// `f32x4.splat`
  F32X4_SPLAT(0xFD_0013, "f32x4.splat", "f32 -> v128", Rule.VECTOR),
  /// `f64x2.splat`
  F64X2_SPLAT(0xFD_0014, "f64x2.splat", "f64 -> v128", Rule.VECTOR),
  /// `i8x16.extract_lane_s`
  I8X16_EXTRACT_LANE_S(
      0xFD_0015, "i8x16.extract_lane_s", "v128 -> i32", Immediate.LANE, Rule.LANE, 0),
  /// `i8x16.extract_lane_u`
  I8X16_EXTRACT_LANE_U(
      0xFD_0016, "i8x16.extract_lane_u", "v128 -> i32", Immediate.LANE, Rule.LANE, 0),
  /// `i8x16.replace_lane`
  I8X16_REPLACE_LANE(
      0xFD_0017, "i8x16.replace_lane", "v128 i32 -> v128", Immediate.LANE, Rule.LANE, 0),
  /// `i16x8.extract_lane_s`
  I16X8_EXTRACT_LANE_S(
      0xFD_0018, "i16x8.extract_lane_s", "v128 -> i32", Immediate.LANE, Rule.LANE, 1),
  /// `i16x8.extract_lane_u`
  I16X8_EXTRACT_LANE_U(
      0xFD_0019, "i16x8.extract_lane_u", "v128 -> i32", Immediate.LANE, Rule.LANE, 1),
  /// `i16x8.replace_lane`
  I16X8_REPLACE_LANE(
      0xFD_001A, "i16x8.replace_lane", "v128 i32 -> v128", Immediate.LANE, Rule.LANE, 1),
  /// `i32x4.extract_lane`
  I32X4_EXTRACT_LANE(0xFD_001B, "i32x4.extract_lane", "v128 -> i32", Immediate.LANE, Rule.LANE, 2),
  /// `i32x4.replace_lane`
  I32X4_REPLACE_LANE(
      0xFD_001C, "i32x4.replace_lane", "v128 i32 -> v128", Immediate.LANE, Rule.LANE, 2),
  /// `i64x2.extract_lane`
  I64X2_EXTRACT_LANE(0xFD_001D, "i64x2.extract_lane", "v128 -> i64", Immediate.LANE, Rule.LANE, 3),
  /// `i64x2.replace_lane`
  I64X2_REPLACE_LANE(
      0xFD_001E, "i64x2.replace_lane", "v128 i64 -> v128", Immediate.LANE, Rule.LANE, 3),
  /// `f32x4.extract_lane`
  F32X4_EXTRACT_LANE(0xFD_001F, "f32x4.extract_lane", "v128 -> f32", Immediate.LANE, Rule.LANE, 2),
  /// `f32x4.replace_lane`
  F32X4_REPLACE_LANE(
      0xFD_0020, "f32x4.replace_lane", "v128 f32 -> v128", Immediate.LANE, Rule.LANE, 2),
  /// `f64x2.extract_lane`
  F64X2_EXTRACT_LANE(0xFD_0021, "f64x2.extract_lane", "v128 -> f64", Immediate.LANE, Rule.LANE, 3),
  /// `f64x2.replace_lane`
  F64X2_REPLACE_LANE(
      0xFD_0022, "f64x2.replace_lane", "v128 f64 -> v128", Immediate.LANE, Rule.LANE, 3),
  /// `i8x16.eq`
  I8X16_EQ(0xFD_0023, "i8x16.eq", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.ne`
  I8X16_NE(0xFD_0024, "i8x16.ne", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.lt_s`
  I8X16_LT_S(0xFD_0025, "i8x16.lt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.lt_u`
  I8X16_LT_U(0xFD_0026, "i8x16.lt_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.gt_s`
  I8X16_GT_S(0xFD_0027, "i8x16.gt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.gt_u`
  I8X16_GT_U(0xFD_0028, "i8x16.gt_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.le_s`
  I8X16_LE_S(0xFD_0029, "i8x16.le_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.le_u`
  I8X16_LE_U(0xFD_002A, "i8x16.le_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.ge_s`
  I8X16_GE_S(0xFD_002B, "i8x16.ge_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.ge_u`
  I8X16_GE_U(0xFD_002C, "i8x16.ge_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.eq`
  I16X8_EQ(0xFD_002D, "i16x8.eq", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.ne`
  I16X8_NE(0xFD_002E, "i16x8.ne", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.lt_s`
  I16X8_LT_S(0xFD_002F, "i16x8.lt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.lt_u`
  I16X8_LT_U(0xFD_0030, "i16x8.lt_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.gt_s`
  I16X8_GT_S(0xFD_0031, "i16x8.gt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.gt_u`
  I16X8_GT_U(0xFD_0032, "i16x8.gt_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.le_s`
  I16X8_LE_S(0xFD_0033, "i16x8.le_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.le_u`
  I16X8_LE_U(0xFD_0034, "i16x8.le_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.ge_s`
  I16X8_GE_S(0xFD_0035, "i16x8.ge_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.ge_u`
  I16X8_GE_U(0xFD_0036, "i16x8.ge_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.eq`
  I32X4_EQ(0xFD_0037, "i32x4.eq", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.ne`
  I32X4_NE(0xFD_0038, "i32x4.ne", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.lt_s`
  I32X4_LT_S(0xFD_0039, "i32x4.lt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.lt_u`
  I32X4_LT_U(0xFD_003A, "i32x4.lt_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.gt_s`
  I32X4_GT_S(0xFD_003B, "i32x4.gt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.gt_u`
  I32X4_GT_U(0xFD_003C, "i32x4.gt_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.le_s`
  I32X4_LE_S(0xFD_003D, "i32x4.le_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.le_u`
  I32X4_LE_U(0xFD_003E, "i32x4.le_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.ge_s`
  I32X4_GE_S(0xFD_003F, "i32x4.ge_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.ge_u`
  I32X4_GE_U(0xFD_0040, "i32x4.ge_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.eq`
  F32X4_EQ(0xFD_0041, "f32x4.eq", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.ne`
  F32X4_NE(0xFD_0042, "f32x4.ne", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.lt`
  F32X4_LT(0xFD_0043, "f32x4.lt", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.gt`
  F32X4_GT(0xFD_0044, "f32x4.gt", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.le`
  F32X4_LE(0xFD_0045, "f32x4.le", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.ge`
  F32X4_GE(0xFD_0046, "f32x4.ge", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.eq`
  F64X2_EQ(0xFD_0047, "f64x2.eq", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.ne`
  F64X2_NE(0xFD_0048, "f64x2.ne", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.lt`
  F64X2_LT(0xFD_0049, "f64x2.lt", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.gt`
  F64X2_GT(0xFD_004A, "f64x2.gt", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.le`
  F64X2_LE(0xFD_004B, "f64x2.le", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.ge`
  F64X2_GE(0xFD_004C, "f64x2.ge", "v128 v128 -> v128", Rule.VECTOR),
  /// `v128.not`
  V128_NOT(0xFD_004D, "v128.not", "v128 -> v128", Rule.VECTOR),
  /// `v128.and`
  V128_AND(0xFD_004E, "v128.and", "v128 v128 -> v128", Rule.VECTOR),
  /// `v128.andnot`
  V128_ANDNOT(0xFD_004F, "v128.andnot", "v128 v128 -> v128", Rule.VECTOR),
  /// `v128.or`
  V128_OR(0xFD_0050, "v128.or", "v128 v128 -> v128", Rule.VECTOR),
  /// `v128.xor`
  V128_XOR(0xFD_0051, "v128.xor", "v128 v128 -> v128", Rule.VECTOR),
  /// `v128.bitselect`
  V128_BITSELECT(0xFD_0052, "v128.bitselect", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `v128.any_true`
  V128_ANY_TRUE(0xFD_0053, "v128.any_true", "v128 -> i32", Rule.VECTOR),
  /// `v128.load8_lane`
  V128_LOAD8_LANE(
      0xFD_0054,
      "v128.load8_lane",
      "addr v128 -> v128",
      Immediate.MEMARG_LANE,
      Rule.VECTOR_MEMORY,
      0),
  /// `v128.load16_lane`
  V128_LOAD16_LANE(
      0xFD_0055,
      "v128.load16_lane",
      "addr v128 -> v128",
      Immediate.MEMARG_LANE,
      Rule.VECTOR_MEMORY,
      1),
  /// `v128.load32_lane`
  V128_LOAD32_LANE(
      0xFD_0056,
      "v128.load32_lane",
      "addr v128 -> v128",
      Immediate.MEMARG_LANE,
      Rule.VECTOR_MEMORY,
      2),
  /// `v128.load64_lane`
  V128_LOAD64_LANE(
      0xFD_0057,
      "v128.load64_lane",
      "addr v128 -> v128",
      Immediate.MEMARG_LANE,
      Rule.VECTOR_MEMORY,
      3),
  /// `v128.store8_lane`
  V128_STORE8_LANE(
      0xFD_0058, "v128.store8_lane", "addr v128 ->", Immediate.MEMARG_LANE, Rule.VECTOR_MEMORY, 0),
  /// `v128.store16_lane`
  V128_STORE16_LANE(
      0xFD_0059, "v128.store16_lane", "addr v128 ->", Immediate.MEMARG_LANE, Rule.VECTOR_MEMORY, 1),
  /// `v128.store32_lane`
  V128_STORE32_LANE(
      0xFD_005A, "v128.store32_lane", "addr v128 ->", Immediate.MEMARG_LANE, Rule.VECTOR_MEMORY, 2),
  /// `v128.store64_lane`
  V128_STORE64_LANE(
      0xFD_005B, "v128.store64_lane", "addr v128 ->", Immediate.MEMARG_LANE, Rule.VECTOR_MEMORY, 3),
  /// `v128.load32_zero`
  V128_LOAD32_ZERO(
      0xFD_005C, "v128.load32_zero", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 2),
  /// `v128.load64_zero`
  V128_LOAD64_ZERO(
      0xFD_005D, "v128.load64_zero", "addr -> v128", Immediate.MEMARG, Rule.VECTOR_MEMORY, 3),
  /// `f32x4.demote_f64x2_zero`
  F32X4_DEMOTE_F64X2_ZERO(0xFD_005E, "f32x4.demote_f64x2_zero", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.promote_low_f32x4`
  F64X2_PROMOTE_LOW_F32X4(0xFD_005F, "f64x2.promote_low_f32x4", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.abs`
  I8X16_ABS(0xFD_0060, "i8x16.abs", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.neg`
  I8X16_NEG(0xFD_0061, "i8x16.neg", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.popcnt`
  I8X16_POPCNT(0xFD_0062, "i8x16.popcnt", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.all_true`
  I8X16_ALL_TRUE(0xFD_0063, "i8x16.all_true", "v128 -> i32", Rule.VECTOR),
  /// `i8x16.bitmask`
  I8X16_BITMASK(0xFD_0064, "i8x16.bitmask", "v128 -> i32", Rule.VECTOR),
  /// `i8x16.narrow_i16x8_s`
  I8X16_NARROW_I16X8_S(0xFD_0065, "i8x16.narrow_i16x8_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.narrow_i16x8_u`
  I8X16_NARROW_I16X8_U(0xFD_0066, "i8x16.narrow_i16x8_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.ceil`
  F32X4_CEIL(0xFD_0067, "f32x4.ceil", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.floor`
  F32X4_FLOOR(0xFD_0068, "f32x4.floor", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.trunc`
  F32X4_TRUNC(0xFD_0069, "f32x4.trunc", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.nearest`
  F32X4_NEAREST(0xFD_006A, "f32x4.nearest", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.shl`
  I8X16_SHL(0xFD_006B, "i8x16.shl", "v128 i32 -> v128", Rule.VECTOR),
  /// `i8x16.shr_s`
  I8X16_SHR_S(0xFD_006C, "i8x16.shr_s", "v128 i32 -> v128", Rule.VECTOR),
  /// `i8x16.shr_u`
  I8X16_SHR_U(0xFD_006D, "i8x16.shr_u", "v128 i32 -> v128", Rule.VECTOR),
  /// `i8x16.add`
  I8X16_ADD(0xFD_006E, "i8x16.add", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.add_sat_s`
  I8X16_ADD_SAT_S(0xFD_006F, "i8x16.add_sat_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.add_sat_u`
  I8X16_ADD_SAT_U(0xFD_0070, "i8x16.add_sat_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.sub`
  I8X16_SUB(0xFD_0071, "i8x16.sub", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.sub_sat_s`
  I8X16_SUB_SAT_S(0xFD_0072, "i8x16.sub_sat_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.sub_sat_u`
  I8X16_SUB_SAT_U(0xFD_0073, "i8x16.sub_sat_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.ceil`
  F64X2_CEIL(0xFD_0074, "f64x2.ceil", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.floor`
  F64X2_FLOOR(0xFD_0075, "f64x2.floor", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.min_s`
  I8X16_MIN_S(0xFD_0076, "i8x16.min_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.min_u`
  I8X16_MIN_U(0xFD_0077, "i8x16.min_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.max_s`
  I8X16_MAX_S(0xFD_0078, "i8x16.max_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.max_u`
  I8X16_MAX_U(0xFD_0079, "i8x16.max_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.trunc`
  F64X2_TRUNC(0xFD_007A, "f64x2.trunc", "v128 -> v128", Rule.VECTOR),
  /// `i8x16.avgr_u`
  I8X16_AVGR_U(0xFD_007B, "i8x16.avgr_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.extadd_pairwise_i8x16_s`
  I16X8_EXTADD_PAIRWISE_I8X16_S(
      0xFD_007C, "i16x8.extadd_pairwise_i8x16_s", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.extadd_pairwise_i8x16_u`
  I16X8_EXTADD_PAIRWISE_I8X16_U(
      0xFD_007D, "i16x8.extadd_pairwise_i8x16_u", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.extadd_pairwise_i16x8_s`
  I32X4_EXTADD_PAIRWISE_I16X8_S(
      0xFD_007E, "i32x4.extadd_pairwise_i16x8_s", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.extadd_pairwise_i16x8_u`
  I32X4_EXTADD_PAIRWISE_I16X8_U(
      0xFD_007F, "i32x4.extadd_pairwise_i16x8_u", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.abs`
  I16X8_ABS(0xFD_0080, "i16x8.abs", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.neg`
  I16X8_NEG(0xFD_0081, "i16x8.neg", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.q15mulr_sat_s`
  I16X8_Q15MULR_SAT_S(0xFD_0082, "i16x8.q15mulr_sat_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.all_true`
  I16X8_ALL_TRUE(0xFD_0083, "i16x8.all_true", "v128 -> i32", Rule.VECTOR),
  /// `i16x8.bitmask`
  I16X8_BITMASK(0xFD_0084, "i16x8.bitmask", "v128 -> i32", Rule.VECTOR),
  /// `i16x8.narrow_i32x4_s`
  I16X8_NARROW_I32X4_S(0xFD_0085, "i16x8.narrow_i32x4_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.narrow_i32x4_u`
  I16X8_NARROW_I32X4_U(0xFD_0086, "i16x8.narrow_i32x4_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.extend_low_i8x16_s`
  I16X8_EXTEND_LOW_I8X16_S(0xFD_0087, "i16x8.extend_low_i8x16_s", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.extend_high_i8x16_s`
  I16X8_EXTEND_HIGH_I8X16_S(0xFD_0088, "i16x8.extend_high_i8x16_s", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.extend_low_i8x16_u`
  I16X8_EXTEND_LOW_I8X16_U(0xFD_0089, "i16x8.extend_low_i8x16_u", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.extend_high_i8x16_u`
  I16X8_EXTEND_HIGH_I8X16_U(0xFD_008A, "i16x8.extend_high_i8x16_u", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.shl`
  I16X8_SHL(0xFD_008B, "i16x8.shl", "v128 i32 -> v128", Rule.VECTOR),
  /// `i16x8.shr_s`
  I16X8_SHR_S(0xFD_008C, "i16x8.shr_s", "v128 i32 -> v128", Rule.VECTOR),
  /// `i16x8.shr_u`
  I16X8_SHR_U(0xFD_008D, "i16x8.shr_u", "v128 i32 -> v128", Rule.VECTOR),
  /// `i16x8.add`
  I16X8_ADD(0xFD_008E, "i16x8.add", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.add_sat_s`
  I16X8_ADD_SAT_S(0xFD_008F, "i16x8.add_sat_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.add_sat_u`
  I16X8_ADD_SAT_U(0xFD_0090, "i16x8.add_sat_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.sub`
  I16X8_SUB(0xFD_0091, "i16x8.sub", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.sub_sat_s`
  I16X8_SUB_SAT_S(0xFD_0092, "i16x8.sub_sat_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.sub_sat_u`
  I16X8_SUB_SAT_U(0xFD_0093, "i16x8.sub_sat_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.nearest`
  F64X2_NEAREST(0xFD_0094, "f64x2.nearest", "v128 -> v128", Rule.VECTOR),
  /// `i16x8.mul`
  I16X8_MUL(0xFD_0095, "i16x8.mul", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.min_s`
  I16X8_MIN_S(0xFD_0096, "i16x8.min_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.min_u`
  I16X8_MIN_U(0xFD_0097, "i16x8.min_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.max_s`
  I16X8_MAX_S(0xFD_0098, "i16x8.max_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.max_u`
  I16X8_MAX_U(0xFD_0099, "i16x8.max_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.avgr_u`
  I16X8_AVGR_U(0xFD_009B, "i16x8.avgr_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.extmul_low_i8x16_s`
  I16X8_EXTMUL_LOW_I8X16_S(0xFD_009C, "i16x8.extmul_low_i8x16_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.extmul_high_i8x16_s`
  I16X8_EXTMUL_HIGH_I8X16_S(
      0xFD_009D, "i16x8.extmul_high_i8x16_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.extmul_low_i8x16_u`
  I16X8_EXTMUL_LOW_I8X16_U(0xFD_009E, "i16x8.extmul_low_i8x16_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.extmul_high_i8x16_u`
  I16X8_EXTMUL_HIGH_I8X16_U(
      0xFD_009F, "i16x8.extmul_high_i8x16_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.abs`
  I32X4_ABS(0xFD_00A0, "i32x4.abs", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.neg`
  I32X4_NEG(0xFD_00A1, "i32x4.neg", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.all_true`
  I32X4_ALL_TRUE(0xFD_00A3, "i32x4.all_true", "v128 -> i32", Rule.VECTOR),
  /// `i32x4.bitmask`
  I32X4_BITMASK(0xFD_00A4, "i32x4.bitmask", "v128 -> i32", Rule.VECTOR),
  /// `i32x4.extend_low_i16x8_s`
  I32X4_EXTEND_LOW_I16X8_S(0xFD_00A7, "i32x4.extend_low_i16x8_s", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.extend_high_i16x8_s`
  I32X4_EXTEND_HIGH_I16X8_S(0xFD_00A8, "i32x4.extend_high_i16x8_s", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.extend_low_i16x8_u`
  I32X4_EXTEND_LOW_I16X8_U(0xFD_00A9, "i32x4.extend_low_i16x8_u", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.extend_high_i16x8_u`
  I32X4_EXTEND_HIGH_I16X8_U(0xFD_00AA, "i32x4.extend_high_i16x8_u", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.shl`
  I32X4_SHL(0xFD_00AB, "i32x4.shl", "v128 i32 -> v128", Rule.VECTOR),
  /// `i32x4.shr_s`
  I32X4_SHR_S(0xFD_00AC, "i32x4.shr_s", "v128 i32 -> v128", Rule.VECTOR),
  /// `i32x4.shr_u`
  I32X4_SHR_U(0xFD_00AD, "i32x4.shr_u", "v128 i32 -> v128", Rule.VECTOR),
  /// `i32x4.add`
  I32X4_ADD(0xFD_00AE, "i32x4.add", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.sub`
  I32X4_SUB(0xFD_00B1, "i32x4.sub", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.mul`
  I32X4_MUL(0xFD_00B5, "i32x4.mul", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.min_s`
  I32X4_MIN_S(0xFD_00B6, "i32x4.min_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.min_u`
  I32X4_MIN_U(0xFD_00B7, "i32x4.min_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.max_s`
  I32X4_MAX_S(0xFD_00B8, "i32x4.max_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.max_u`
  I32X4_MAX_U(0xFD_00B9, "i32x4.max_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.dot_i16x8_s`
  I32X4_DOT_I16X8_S(0xFD_00BA, "i32x4.dot_i16x8_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.extmul_low_i16x8_s`
  I32X4_EXTMUL_LOW_I16X8_S(0xFD_00BC, "i32x4.extmul_low_i16x8_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.extmul_high_i16x8_s`
  I32X4_EXTMUL_HIGH_I16X8_S(
      0xFD_00BD, "i32x4.extmul_high_i16x8_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.extmul_low_i16x8_u`
  I32X4_EXTMUL_LOW_I16X8_U(0xFD_00BE, "i32x4.extmul_low_i16x8_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.extmul_high_i16x8_u`
  I32X4_EXTMUL_HIGH_I16X8_U(
      0xFD_00BF, "i32x4.extmul_high_i16x8_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.abs`
  I64X2_ABS(0xFD_00C0, "i64x2.abs", "v128 -> v128", Rule.VECTOR),
  /// `i64x2.neg`
  I64X2_NEG(0xFD_00C1, "i64x2.neg", "v128 -> v128", Rule.VECTOR),
  /// `i64x2.all_true`
  I64X2_ALL_TRUE(0xFD_00C3, "i64x2.all_true", "v128 -> i32", Rule.VECTOR),
  /// `i64x2.bitmask`
  I64X2_BITMASK(0xFD_00C4, "i64x2.bitmask", "v128 -> i32", Rule.VECTOR),
  /// `i64x2.extend_low_i32x4_s`
  I64X2_EXTEND_LOW_I32X4_S(0xFD_00C7, "i64x2.extend_low_i32x4_s", "v128 -> v128", Rule.VECTOR),
  /// `i64x2.extend_high_i32x4_s`
  I64X2_EXTEND_HIGH_I32X4_S(0xFD_00C8, "i64x2.extend_high_i32x4_s", "v128 -> v128", Rule.VECTOR),
  /// `i64x2.extend_low_i32x4_u`
  I64X2_EXTEND_LOW_I32X4_U(0xFD_00C9, "i64x2.extend_low_i32x4_u", "v128 -> v128", Rule.VECTOR),
  /// `i64x2.extend_high_i32x4_u`
  I64X2_EXTEND_HIGH_I32X4_U(0xFD_00CA, "i64x2.extend_high_i32x4_u", "v128 -> v128", Rule.VECTOR),
  /// `i64x2.shl`
  I64X2_SHL(0xFD_00CB, "i64x2.shl", "v128 i32 -> v128", Rule.VECTOR),
  /// `i64x2.shr_s`
  I64X2_SHR_S(0xFD_00CC, "i64x2.shr_s", "v128 i32 -> v128", Rule.VECTOR),
  /// `i64x2.shr_u`
  I64X2_SHR_U(0xFD_00CD, "i64x2.shr_u", "v128 i32 -> v128", Rule.VECTOR),
  /// `i64x2.add`
  I64X2_ADD(0xFD_00CE, "i64x2.add", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.sub`
  I64X2_SUB(0xFD_00D1, "i64x2.sub", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.mul`
  I64X2_MUL(0xFD_00D5, "i64x2.mul", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.eq`
  I64X2_EQ(0xFD_00D6, "i64x2.eq", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.ne`
  I64X2_NE(0xFD_00D7, "i64x2.ne", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.lt_s`
  I64X2_LT_S(0xFD_00D8, "i64x2.lt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.gt_s`
  I64X2_GT_S(0xFD_00D9, "i64x2.gt_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.le_s`
  I64X2_LE_S(0xFD_00DA, "i64x2.le_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.ge_s`
  I64X2_GE_S(0xFD_00DB, "i64x2.ge_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.extmul_low_i32x4_s`
  I64X2_EXTMUL_LOW_I32X4_S(0xFD_00DC, "i64x2.extmul_low_i32x4_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.extmul_high_i32x4_s`
  I64X2_EXTMUL_HIGH_I32X4_S(
      0xFD_00DD, "i64x2.extmul_high_i32x4_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.extmul_low_i32x4_u`
  I64X2_EXTMUL_LOW_I32X4_U(0xFD_00DE, "i64x2.extmul_low_i32x4_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.extmul_high_i32x4_u`
  I64X2_EXTMUL_HIGH_I32X4_U(
      0xFD_00DF, "i64x2.extmul_high_i32x4_u", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.abs`
  F32X4_ABS(0xFD_00E0, "f32x4.abs", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.neg`
  F32X4_NEG(0xFD_00E1, "f32x4.neg", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.sqrt`
  F32X4_SQRT(0xFD_00E3, "f32x4.sqrt", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.add`
  F32X4_ADD(0xFD_00E4, "f32x4.add", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.sub`
  F32X4_SUB(0xFD_00E5, "f32x4.sub", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.mul`
  F32X4_MUL(0xFD_00E6, "f32x4.mul", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.div`
  F32X4_DIV(0xFD_00E7, "f32x4.div", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.min`
  F32X4_MIN(0xFD_00E8, "f32x4.min", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.max`
  F32X4_MAX(0xFD_00E9, "f32x4.max", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.pmin`
  F32X4_PMIN(0xFD_00EA, "f32x4.pmin", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.pmax`
  F32X4_PMAX(0xFD_00EB, "f32x4.pmax", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.abs`
  F64X2_ABS(0xFD_00EC, "f64x2.abs", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.neg`
  F64X2_NEG(0xFD_00ED, "f64x2.neg", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.sqrt`
  F64X2_SQRT(0xFD_00EF, "f64x2.sqrt", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.add`
  F64X2_ADD(0xFD_00F0, "f64x2.add", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.sub`
  F64X2_SUB(0xFD_00F1, "f64x2.sub", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.mul`
  F64X2_MUL(0xFD_00F2, "f64x2.mul", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.div`
  F64X2_DIV(0xFD_00F3, "f64x2.div", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.min`
  F64X2_MIN(0xFD_00F4, "f64x2.min", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.max`
  F64X2_MAX(0xFD_00F5, "f64x2.max", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.pmin`
  F64X2_PMIN(0xFD_00F6, "f64x2.pmin", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.pmax`
  F64X2_PMAX(0xFD_00F7, "f64x2.pmax", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.trunc_sat_f32x4_s`
  I32X4_TRUNC_SAT_F32X4_S(0xFD_00F8, "i32x4.trunc_sat_f32x4_s", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.trunc_sat_f32x4_u`
  I32X4_TRUNC_SAT_F32X4_U(0xFD_00F9, "i32x4.trunc_sat_f32x4_u", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.convert_i32x4_s`
  F32X4_CONVERT_I32X4_S(0xFD_00FA, "f32x4.convert_i32x4_s", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.convert_i32x4_u`
  F32X4_CONVERT_I32X4_U(0xFD_00FB, "f32x4.convert_i32x4_u", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.trunc_sat_f64x2_s_zero`
  I32X4_TRUNC_SAT_F64X2_S_ZERO(
      0xFD_00FC, "i32x4.trunc_sat_f64x2_s_zero", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.trunc_sat_f64x2_u_zero`
  I32X4_TRUNC_SAT_F64X2_U_ZERO(
      0xFD_00FD, "i32x4.trunc_sat_f64x2_u_zero", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.convert_low_i32x4_s`
  F64X2_CONVERT_LOW_I32X4_S(0xFD_00FE, "f64x2.convert_low_i32x4_s", "v128 -> v128", Rule.VECTOR),
  /// `f64x2.convert_low_i32x4_u`
  F64X2_CONVERT_LOW_I32X4_U(0xFD_00FF, "f64x2.convert_low_i32x4_u", "v128 -> v128", Rule.VECTOR),

  // Prefix 0xFD from 0x100 on: relaxed vectors
  /// `i8x16.relaxed_swizzle`
  I8X16_RELAXED_SWIZZLE(0xFD_0100, "i8x16.relaxed_swizzle", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.relaxed_trunc_f32x4_s`
  I32X4_RELAXED_TRUNC_F32X4_S(
      0xFD_0101, "i32x4.relaxed_trunc_f32x4_s", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.relaxed_trunc_f32x4_u`
  I32X4_RELAXED_TRUNC_F32X4_U(
      0xFD_0102, "i32x4.relaxed_trunc_f32x4_u", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.relaxed_trunc_f64x2_s_zero`
  I32X4_RELAXED_TRUNC_F64X2_S_ZERO(
      0xFD_0103, "i32x4.relaxed_trunc_f64x2_s_zero", "v128 -> v128", Rule.VECTOR),
  /// `i32x4.relaxed_trunc_f64x2_u_zero`
  I32X4_RELAXED_TRUNC_F64X2_U_ZERO(
      0xFD_0104, "i32x4.relaxed_trunc_f64x2_u_zero", "v128 -> v128", Rule.VECTOR),
  /// `f32x4.relaxed_madd`
  F32X4_RELAXED_MADD(0xFD_0105, "f32x4.relaxed_madd", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.relaxed_nmadd`
  F32X4_RELAXED_NMADD(0xFD_0106, "f32x4.relaxed_nmadd", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.relaxed_madd`
  F64X2_RELAXED_MADD(0xFD_0107, "f64x2.relaxed_madd", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.relaxed_nmadd`
  F64X2_RELAXED_NMADD(0xFD_0108, "f64x2.relaxed_nmadd", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `i8x16.relaxed_laneselect`
  I8X16_RELAXED_LANESELECT(
      0xFD_0109, "i8x16.relaxed_laneselect", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.relaxed_laneselect`
  I16X8_RELAXED_LANESELECT(
      0xFD_010A, "i16x8.relaxed_laneselect", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.relaxed_laneselect`
  I32X4_RELAXED_LANESELECT(
      0xFD_010B, "i32x4.relaxed_laneselect", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `i64x2.relaxed_laneselect`
  I64X2_RELAXED_LANESELECT(
      0xFD_010C, "i64x2.relaxed_laneselect", "v128 v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.relaxed_min`
  F32X4_RELAXED_MIN(0xFD_010D, "f32x4.relaxed_min", "v128 v128 -> v128", Rule.VECTOR),
  /// `f32x4.relaxed_max`
  F32X4_RELAXED_MAX(0xFD_010E, "f32x4.relaxed_max", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.relaxed_min`
  F64X2_RELAXED_MIN(0xFD_010F, "f64x2.relaxed_min", "v128 v128 -> v128", Rule.VECTOR),
  /// `f64x2.relaxed_max`
  F64X2_RELAXED_MAX(0xFD_0110, "f64x2.relaxed_max", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.relaxed_q15mulr_s`
  I16X8_RELAXED_Q15MULR_S(0xFD_0111, "i16x8.relaxed_q15mulr_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i16x8.relaxed_dot_i8x16_i7x16_s`
  I16X8_RELAXED_DOT_I8X16_I7X16_S(
      0xFD_0112, "i16x8.relaxed_dot_i8x16_i7x16_s", "v128 v128 -> v128", Rule.VECTOR),
  /// `i32x4.relaxed_dot_i8x16_i7x16_add_s`
  I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(
      0xFD_0113, "i32x4.relaxed_dot_i8x16_i7x16_add_s", "v128 v128 v128 -> v128", Rule.VECTOR),

  // Prefix 0xFE: atomics
  /// `memory.atomic.notify`
  MEMORY_ATOMIC_NOTIFY(
      0xFE_0000, "memory.atomic.notify", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `memory.atomic.wait32`
  MEMORY_ATOMIC_WAIT32(
      0xFE_0001, "memory.atomic.wait32", "addr i32 i64 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `memory.atomic.wait64`
  MEMORY_ATOMIC_WAIT64(
      0xFE_0002, "memory.atomic.wait64", "addr i64 i64 -> i32", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `atomic.fence`
  ATOMIC_FENCE(0xFE_0003, "atomic.fence", "", Immediate.ZERO_BYTE, Rule.FENCE),
  /// `i32.atomic.load`
  I32_ATOMIC_LOAD(0xFE_0010, "i32.atomic.load", "addr -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.load`
  I64_ATOMIC_LOAD(0xFE_0011, "i64.atomic.load", "addr -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.load8_u`
  I32_ATOMIC_LOAD8_U(
      0xFE_0012, "i32.atomic.load8_u", "addr -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.load16_u`
  I32_ATOMIC_LOAD16_U(
      0xFE_0013, "i32.atomic.load16_u", "addr -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.load8_u`
  I64_ATOMIC_LOAD8_U(
      0xFE_0014, "i64.atomic.load8_u", "addr -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.load16_u`
  I64_ATOMIC_LOAD16_U(
      0xFE_0015, "i64.atomic.load16_u", "addr -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.load32_u`
  I64_ATOMIC_LOAD32_U(
      0xFE_0016, "i64.atomic.load32_u", "addr -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.store`
  I32_ATOMIC_STORE(0xFE_0017, "i32.atomic.store", "addr i32 ->", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.store`
  I64_ATOMIC_STORE(0xFE_0018, "i64.atomic.store", "addr i64 ->", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.store8`
  I32_ATOMIC_STORE8(
      0xFE_0019, "i32.atomic.store8", "addr i32 ->", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.store16`
  I32_ATOMIC_STORE16(
      0xFE_001A, "i32.atomic.store16", "addr i32 ->", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.store8`
  I64_ATOMIC_STORE8(
      0xFE_001B, "i64.atomic.store8", "addr i64 ->", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.store16`
  I64_ATOMIC_STORE16(
      0xFE_001C, "i64.atomic.store16", "addr i64 ->", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.store32`
  I64_ATOMIC_STORE32(
      0xFE_001D, "i64.atomic.store32", "addr i64 ->", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.add`
  I32_ATOMIC_RMW_ADD(
      0xFE_001E, "i32.atomic.rmw.add", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.add`
  I64_ATOMIC_RMW_ADD(
      0xFE_001F, "i64.atomic.rmw.add", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.add_u`
  I32_ATOMIC_RMW8_ADD_U(
      0xFE_0020, "i32.atomic.rmw8.add_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.rmw16.add_u`
  I32_ATOMIC_RMW16_ADD_U(
      0xFE_0021, "i32.atomic.rmw16.add_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw8.add_u`
  I64_ATOMIC_RMW8_ADD_U(
      0xFE_0022, "i64.atomic.rmw8.add_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.rmw16.add_u`
  I64_ATOMIC_RMW16_ADD_U(
      0xFE_0023, "i64.atomic.rmw16.add_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw32.add_u`
  I64_ATOMIC_RMW32_ADD_U(
      0xFE_0024, "i64.atomic.rmw32.add_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.sub`
  I32_ATOMIC_RMW_SUB(
      0xFE_0025, "i32.atomic.rmw.sub", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.sub`
  I64_ATOMIC_RMW_SUB(
      0xFE_0026, "i64.atomic.rmw.sub", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.sub_u`
  I32_ATOMIC_RMW8_SUB_U(
      0xFE_0027, "i32.atomic.rmw8.sub_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.rmw16.sub_u`
  I32_ATOMIC_RMW16_SUB_U(
      0xFE_0028, "i32.atomic.rmw16.sub_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw8.sub_u`
  I64_ATOMIC_RMW8_SUB_U(
      0xFE_0029, "i64.atomic.rmw8.sub_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.rmw16.sub_u`
  I64_ATOMIC_RMW16_SUB_U(
      0xFE_002A, "i64.atomic.rmw16.sub_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw32.sub_u`
  I64_ATOMIC_RMW32_SUB_U(
      0xFE_002B, "i64.atomic.rmw32.sub_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.and`
  I32_ATOMIC_RMW_AND(
      0xFE_002C, "i32.atomic.rmw.and", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.and`
  I64_ATOMIC_RMW_AND(
      0xFE_002D, "i64.atomic.rmw.and", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.and_u`
  I32_ATOMIC_RMW8_AND_U(
      0xFE_002E, "i32.atomic.rmw8.and_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.rmw16.and_u`
  I32_ATOMIC_RMW16_AND_U(
      0xFE_002F, "i32.atomic.rmw16.and_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw8.and_u`
  I64_ATOMIC_RMW8_AND_U(
      0xFE_0030, "i64.atomic.rmw8.and_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.rmw16.and_u`
  I64_ATOMIC_RMW16_AND_U(
      0xFE_0031, "i64.atomic.rmw16.and_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw32.and_u`
  I64_ATOMIC_RMW32_AND_U(
      0xFE_0032, "i64.atomic.rmw32.and_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.or`
  I32_ATOMIC_RMW_OR(
      0xFE_0033, "i32.atomic.rmw.or", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.or`
  I64_ATOMIC_RMW_OR(
      0xFE_0034, "i64.atomic.rmw.or", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.or_u`
  I32_ATOMIC_RMW8_OR_U(
      0xFE_0035, "i32.atomic.rmw8.or_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.rmw16.or_u`
  I32_ATOMIC_RMW16_OR_U(
      0xFE_0036, "i32.atomic.rmw16.or_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw8.or_u`
  I64_ATOMIC_RMW8_OR_U(
      0xFE_0037, "i64.atomic.rmw8.or_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.rmw16.or_u`
  I64_ATOMIC_RMW16_OR_U(
      0xFE_0038, "i64.atomic.rmw16.or_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw32.or_u`
  I64_ATOMIC_RMW32_OR_U(
      0xFE_0039, "i64.atomic.rmw32.or_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.xor`
  I32_ATOMIC_RMW_XOR(
      0xFE_003A, "i32.atomic.rmw.xor", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.xor`
  I64_ATOMIC_RMW_XOR(
      0xFE_003B, "i64.atomic.rmw.xor", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.xor_u`
  I32_ATOMIC_RMW8_XOR_U(
      0xFE_003C, "i32.atomic.rmw8.xor_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.rmw16.xor_u`
  I32_ATOMIC_RMW16_XOR_U(
      0xFE_003D, "i32.atomic.rmw16.xor_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw8.xor_u`
  I64_ATOMIC_RMW8_XOR_U(
      0xFE_003E, "i64.atomic.rmw8.xor_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.rmw16.xor_u`
  I64_ATOMIC_RMW16_XOR_U(
      0xFE_003F, "i64.atomic.rmw16.xor_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw32.xor_u`
  I64_ATOMIC_RMW32_XOR_U(
      0xFE_0040, "i64.atomic.rmw32.xor_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.xchg`
  I32_ATOMIC_RMW_XCHG(
      0xFE_0041, "i32.atomic.rmw.xchg", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.xchg`
  I64_ATOMIC_RMW_XCHG(
      0xFE_0042, "i64.atomic.rmw.xchg", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.xchg_u`
  I32_ATOMIC_RMW8_XCHG_U(
      0xFE_0043, "i32.atomic.rmw8.xchg_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i32.atomic.rmw16.xchg_u`
  I32_ATOMIC_RMW16_XCHG_U(
      0xFE_0044, "i32.atomic.rmw16.xchg_u", "addr i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw8.xchg_u`
  I64_ATOMIC_RMW8_XCHG_U(
      0xFE_0045, "i64.atomic.rmw8.xchg_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 0),
  /// `i64.atomic.rmw16.xchg_u`
  I64_ATOMIC_RMW16_XCHG_U(
      0xFE_0046, "i64.atomic.rmw16.xchg_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 1),
  /// `i64.atomic.rmw32.xchg_u`
  I64_ATOMIC_RMW32_XCHG_U(
      0xFE_0047, "i64.atomic.rmw32.xchg_u", "addr i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i32.atomic.rmw.cmpxchg`
  I32_ATOMIC_RMW_CMPXCHG(
      0xFE_0048, "i32.atomic.rmw.cmpxchg", "addr i32 i32 -> i32", Immediate.MEMARG, Rule.ATOMIC, 2),
  /// `i64.atomic.rmw.cmpxchg`
  I64_ATOMIC_RMW_CMPXCHG(
      0xFE_0049, "i64.atomic.rmw.cmpxchg", "addr i64 i64 -> i64", Immediate.MEMARG, Rule.ATOMIC, 3),
  /// `i32.atomic.rmw8.cmpxchg_u`
  I32_ATOMIC_RMW8_CMPXCHG_U(
      0xFE_004A,
      "i32.atomic.rmw8.cmpxchg_u",
      "addr i32 i32 -> i32",
      Immediate.MEMARG,
      Rule.ATOMIC,
      0),
  /// `i32.atomic.rmw16.cmpxchg_u`
  I32_ATOMIC_RMW16_CMPXCHG_U(
      0xFE_004B,
      "i32.atomic.rmw16.cmpxchg_u",
      "addr i32 i32 -> i32",
      Immediate.MEMARG,
      Rule.ATOMIC,
      1),
  /// `i64.atomic.rmw8.cmpxchg_u`
  I64_ATOMIC_RMW8_CMPXCHG_U(
      0xFE_004C,
      "i64.atomic.rmw8.cmpxchg_u",
      "addr i64 i64 -> i64",
      Immediate.MEMARG,
      Rule.ATOMIC,
      0),
  /// `i64.atomic.rmw16.cmpxchg_u`
  I64_ATOMIC_RMW16_CMPXCHG_U(
      0xFE_004D,
      "i64.atomic.rmw16.cmpxchg_u",
      "addr i64 i64 -> i64",
      Immediate.MEMARG,
      Rule.ATOMIC,
      1),
  /// `i64.atomic.rmw32.cmpxchg_u`
  I64_ATOMIC_RMW32_CMPXCHG_U(
      0xFE_004E,
      "i64.atomic.rmw32.cmpxchg_u",
      "addr i64 i64 -> i64",
      Immediate.MEMARG,
      Rule.ATOMIC,
      2);

  /// In {@link #operand} and {@link #result}: the address type of the memory or table named.
  public static final int ADDR = -1;

  /// In {@link #operand} and {@link #result}: the element type of the table named.
  public static final int ELEM = -2;

  /// In {@link #operand} and {@link #result}: the type of the local named.
  public static final int LOCAL = -3;

  /// In {@link #operand} and {@link #result}: the type of the global named.
  public static final int GLOBAL = -4;

  /// In {@link #operand}: the address type of the second memory or table named.
  public static final int ADDR2 = -5;

  /// In {@link #operand}: the smaller one of {@link #ADDR} and {@link #ADDR2}.
  public static final int LEN = -6;

  /// In {@link #result}: `(ref x)`, x the type named, or that of the function named.
  public static final int REF = -7;

  /// In {@link #operand}: `(ref null x)`, x the type named.
  public static final int REF_NULL_X = -8;

  /// In {@link #operand}: `(ref null y)`, y the second type named.
  public static final int REF_NULL_Y = -9;

  /// In {@link #operand} and {@link #result}: the type of the field or of the array's elements, a
  /// packed one as `i32`.
  public static final int FIELD = -10;

  /// In {@link #result}: the reference type named.
  public static final int TYPE = -11;

  /// In {@link #operand}: the nullable reference type above all of which the one named is part.
  public static final int TOP = -12;

  private static final @Nullable Opcode[] @Nullable [] BY_CODE = byCode();

  private final int key;
  private final String mnemonic;
  private final String types;
  private final int[] operands;
  private final int[] results;
  private final Immediate immediate;
  private final Rule rule;
  private final Rule.Family family;
  private final @Nullable Feature feature;
  private final Fuel fuel;
  private final int naturalAlign;

  Opcode(int key, String mnemonic, String types) {
    this(key, mnemonic, types, Rule.PLAIN);
  }

  Opcode(int key, String mnemonic, String types, Rule rule) {
    this(key, mnemonic, types, Immediate.NONE, rule);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate) {
    this(key, mnemonic, types, immediate, Rule.PLAIN);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate, Rule rule) {
    this(key, mnemonic, types, immediate, rule, Fuel.ONE, 0);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate, Rule rule, Fuel fuel) {
    this(key, mnemonic, types, immediate, rule, fuel, 0);
  }

  Opcode(int key, String mnemonic, String types, int naturalAlign) {
    this(key, mnemonic, types, Immediate.MEMARG, Rule.MEMARG, Fuel.ONE, naturalAlign);
  }

  Opcode(int key, String mnemonic, String types, Immediate immediate, Rule rule, int align) {
    this(key, mnemonic, types, immediate, rule, Fuel.ONE, align);
  }

  Opcode(
      int key,
      String mnemonic,
      String types,
      Immediate immediate,
      Rule rule,
      Fuel fuel,
      int naturalAlign) {
    this.key = key;
    this.mnemonic = mnemonic;
    this.types = types;
    int arrow = types.indexOf("->");
    this.operands = codes(arrow < 0 ? types : types.substring(0, arrow));
    this.results = codes(arrow < 0 ? "" : types.substring(arrow + 2));
    this.immediate = immediate;
    this.rule = rule;
    this.family = rule.family();
    this.feature = rule.feature();
    this.fuel = fuel;
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

  /// The family of its rule.
  public Rule.Family family() {
    return family;
  }

  /// What it costs.
  public Fuel fuel() {
    return fuel;
  }

  /// The feature that must be on, or null where there is none.
  public @Nullable Feature feature() {
    return feature;
  }

  /// Whether the heap type that follows is that of a reference which can't be null.
  boolean isNonNull() {
    return this == REF_TEST || this == REF_CAST;
  }

  /// The types as the row states them: operands, `->`, results; may be empty.
  public String types() {
    return types;
  }

  /// For an access of memory or of a vector's lane, log2 of its width in bytes.
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
      case "externref" -> 0x6F;
      case "anyref" -> 0x6E;
      case "eqref" -> 0x6D;
      case "i31ref" -> 0x6C;
      case "i31" -> 0x64 | 0x6C << 8;
      case "arrayref" -> 0x6A;
      case "exnref" -> 0x69;
      case "addr" -> ADDR;
      case "elem" -> ELEM;
      case "local" -> LOCAL;
      case "global" -> GLOBAL;
      case "addr2" -> ADDR2;
      case "len" -> LEN;
      case "ref" -> REF;
      case "refnull" -> REF_NULL_X;
      case "refnull2" -> REF_NULL_Y;
      case "field" -> FIELD;
      case "type" -> TYPE;
      case "top" -> TOP;
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
