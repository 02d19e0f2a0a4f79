package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// The register code: what an instruction of the interpreter is.
///
/// An instruction is four ints, `op a b c`. The op is a *shape* (where its operands are, bits 8 and
/// up) and a *kind* (what it does, low byte). For numeric instructions and memory accesses the kind
/// is the very byte of the binary format, so that `i32.add` is `0x6A` in the module, in {@link
/// dev.wrt.decoder.core.Opcode}, and here in each shape that has it. The saturating truncations,
/// which have a prefix there, follow at `0xC5`.
///
/// `r` is a slot of the frame's window, `i` an immediate, `@` an index into the code:
///
/// | shape | a | b | c | |
/// | --- | --- | --- | --- | --- |
/// | {@link #CONTROL} | | | | see the kinds |
/// | {@link #BINARY} | r result | r | r | numeric, two operands |
/// | {@link #BINARY_IMM} | r result | r | i, sign-extended | integers only |
/// | {@link #BRANCH} | r | r | @ if true | integer comparisons |
/// | {@link #BRANCH_IMM} | r | i, sign-extended | @ if true | integer comparisons |
/// | {@link #UNARY} | r result | r | | numeric, one operand |
/// | {@link #LOAD} | r result | r address | i offset, unsigned | from the plain array |
/// | {@link #STORE} | r address | r value | i offset, unsigned | to the plain array |
/// | {@link #VERIFIED_LOAD} | as LOAD | | | through the memory's digests |
/// | {@link #VERIFIED_STORE} | as STORE | | | through the memory's digests |
/// | {@link #COLD} | | | | {@link ColdOps} |
/// | {@link #VECTOR} | | | | {@link VectorOps}, kind is the code after the prefix |
/// | {@link #RELAXED} | | | | {@link VectorOps}, kind is the code after the prefix less 0x100 |
/// | {@link #HEAP} | | | | executed by {@link ColdOps}, kind is the code after the prefix |
/// | {@link #MEM_LOAD} | r result | r address | memory | any memory: {@link MemoryOps} |
/// | {@link #MEM_STORE} | r address | r value | memory | any memory: {@link MemoryOps} |
/// | {@link #ATOMIC} | | | | executed by {@link ColdOps}, kind is the code after the prefix |
/// | {@link #GLOBAL} | | | | through the globals' digests: {@link Globals} |
///
/// `MEM_LOAD` and `MEM_STORE` have 8 words; the halves of the offset, low one first, follow.
final class Op {
  /// Ints an instruction.
  static final int WORDS = 4;

  // Shapes
  static final int CONTROL = 0;
  static final int BINARY = 1;
  static final int BINARY_IMM = 2;
  static final int BRANCH = 3;
  static final int BRANCH_IMM = 4;
  static final int UNARY = 5;
  static final int LOAD = 6;
  static final int STORE = 7;
  static final int VERIFIED_LOAD = 8;
  static final int VERIFIED_STORE = 9;
  static final int COLD = 10;
  static final int VECTOR = 11;
  static final int RELAXED = 12;
  static final int HEAP = 13;
  static final int MEM_LOAD = 14;
  static final int MEM_STORE = 15;
  static final int ATOMIC = 16;
  static final int GLOBAL = 17;

  // Kinds of GLOBAL

  /// `r a` becomes the value in slot `b` of the store's globals, through their digests.
  static final int GET = 0;

  /// Slot `b` of the store's globals becomes `r a`.
  static final int SET = 1;

  // Kinds of CONTROL, which are also their ops

  /// Charges block cost `a`. Begins every block, so every target of a branch.
  static final int FUEL = 0;

  /// First instruction of a function: checks that a frame of `c` slots fits, zeroes registers `a`
  /// to `b - 1`, and charges the block that follows.
  static final int ENTER = 1;

  /// Goes to `@c`.
  static final int BR = 2;

  /// Goes to one of the `b` targets in the words that follow, chosen by `r a`; the last one is the
  /// default.
  static final int BR_TABLE = 3;

  /// Returns; register 0 becomes `r a`, which is register 0 itself where nothing is to be moved.
  static final int RETURN = 4;

  /// Calls the function that the module defines as its `b`th; its frame begins at `r a`.
  static final int CALL = 5;

  /// Calls by reference `r b` of the table in the word that follows (8 words in all), type `c`; the
  /// frame begins at `r a`.
  static final int CALL_INDIRECT = 6;

  /// `r a` becomes the constant whose halves are `b` (low) and `c`.
  static final int CONST = 7;

  /// `r a` becomes `r b`.
  static final int MOVE = 8;

  /// `r a` becomes `r b` if the register in the word that follows (8 words in all) is not 0, else
  /// `r c`.
  static final int SELECT = 9;

  /// `r a` becomes the global of the store at byte `b`, without a digest.
  static final int GLOBAL_GET = 10;

  /// The global of the store at byte `b` becomes `r a`.
  static final int GLOBAL_SET = 11;

  /// Traps.
  static final int UNREACHABLE = 12;

  /// `r a` and the next one become `r b` and the next one.
  static final int MOVE2 = 13;

  /// `r a` and the next one become the constant whose quarters, from the lowest, are `b`, `c` and
  /// the two words that follow (8 words in all).
  static final int CONST2 = 14;

  /// `return_call` of the function that the module defines as its `b`th; the arguments lie in
  /// registers 0 and up.
  static final int RETURN_CALL = 15;

  /// `return_call_indirect`, as {@link #CALL_INDIRECT}; the arguments lie in registers 0 and up.
  static final int RETURN_CALL_INDIRECT = 16;

  /// Calls the function that `r b` refers to; the frame begins at `r a`.
  static final int CALL_REF = 17;

  /// `return_call_ref` of the function that `r b` refers to; the arguments lie in registers 0 and
  /// up.
  static final int RETURN_CALL_REF = 18;

  /// Traps if `r a` is null.
  static final int NON_NULL = 19;

  // Kinds of COLD

  /// Calls function `b` of the instance, which is imported; its frame begins at `r a`.
  static final int CALL_IMPORT = 0;

  /// `r a` becomes the size of memory `b` in pages.
  static final int MEMORY_SIZE = 1;

  /// `r a` becomes the result of growing memory `b` by `r a`.
  static final int MEMORY_GROW = 2;

  // From here on, the operands lie in `r a` and above, as on the operand stack.

  /// `memory.fill` of memory `b`.
  static final int MEMORY_FILL = 3;

  /// `memory.copy` to memory `b` from memory `c`.
  static final int MEMORY_COPY = 4;

  /// `memory.init` of memory `c` from data segment `b`.
  static final int MEMORY_INIT = 5;

  /// `data.drop` of data segment `b`.
  static final int DATA_DROP = 6;

  /// `table.get` of table `b`.
  static final int TABLE_GET = 7;

  /// `table.set` of table `b`.
  static final int TABLE_SET = 8;

  /// `table.size` of table `b`.
  static final int TABLE_SIZE = 9;

  /// `table.grow` of table `b`.
  static final int TABLE_GROW = 10;

  /// `table.fill` of table `b`.
  static final int TABLE_FILL = 11;

  /// `table.copy` to table `b` from table `c`.
  static final int TABLE_COPY = 12;

  /// `table.init` of table `b` from element segment `c`.
  static final int TABLE_INIT = 13;

  /// `elem.drop` of element segment `b`.
  static final int ELEM_DROP = 14;

  /// Folds function `b`, offset `c` in the module, and the fuel charged so far into the trace hash.
  /// Stands behind each {@link #FUEL} where tracing is on.
  static final int TRACE = 15;

  /// Kinds of COLD from here on, up to {@link #COLD_CALLS_END}, are those of {@link Calls} and
  /// {@link Unwinding}.
  static final int COLD_CALLS = 40;

  /// `return_call` of function `b` of the instance, which is imported; the arguments lie in
  /// registers 0 and up.
  static final int RETURN_CALL_IMPORT = 40;

  /// Throws an exception of tag `b`, whose values begin at `r a`.
  static final int THROW = 41;

  /// Throws the exception that `r a` refers to.
  static final int THROW_REF = 42;

  /// Goes to `@c` if `r a` matches the type in the word that follows (8 words in all), a store
  /// code, and `b` is 1, or if it does not and `b` is 0.
  static final int BR_ON_CAST = 43;

  /// End of the kinds from {@link #COLD_CALLS} on.
  static final int COLD_CALLS_END = 100;

  // Kinds of the numeric shapes and of memory accesses: the bytes of the binary format
  static final int I32_LOAD = 0x28;
  static final int I64_LOAD = 0x29;
  static final int F32_LOAD = 0x2A;
  static final int F64_LOAD = 0x2B;
  static final int I32_LOAD8_S = 0x2C;
  static final int I32_LOAD8_U = 0x2D;
  static final int I32_LOAD16_S = 0x2E;
  static final int I32_LOAD16_U = 0x2F;
  static final int I64_LOAD8_S = 0x30;
  static final int I64_LOAD8_U = 0x31;
  static final int I64_LOAD16_S = 0x32;
  static final int I64_LOAD16_U = 0x33;
  static final int I64_LOAD32_S = 0x34;
  static final int I64_LOAD32_U = 0x35;
  static final int I32_STORE = 0x36;
  static final int I64_STORE = 0x37;
  static final int F32_STORE = 0x38;
  static final int F64_STORE = 0x39;
  static final int I32_STORE8 = 0x3A;
  static final int I32_STORE16 = 0x3B;
  static final int I64_STORE8 = 0x3C;
  static final int I64_STORE16 = 0x3D;
  static final int I64_STORE32 = 0x3E;
  static final int I32_EQZ = 0x45;
  static final int I32_EQ = 0x46;
  static final int I32_NE = 0x47;
  static final int I32_LT_S = 0x48;
  static final int I32_LT_U = 0x49;
  static final int I32_GT_S = 0x4A;
  static final int I32_GT_U = 0x4B;
  static final int I32_LE_S = 0x4C;
  static final int I32_LE_U = 0x4D;
  static final int I32_GE_S = 0x4E;
  static final int I32_GE_U = 0x4F;
  static final int I64_EQZ = 0x50;
  static final int I64_EQ = 0x51;
  static final int I64_NE = 0x52;
  static final int I64_LT_S = 0x53;
  static final int I64_LT_U = 0x54;
  static final int I64_GT_S = 0x55;
  static final int I64_GT_U = 0x56;
  static final int I64_LE_S = 0x57;
  static final int I64_LE_U = 0x58;
  static final int I64_GE_S = 0x59;
  static final int I64_GE_U = 0x5A;
  static final int F32_EQ = 0x5B;
  static final int F32_NE = 0x5C;
  static final int F32_LT = 0x5D;
  static final int F32_GT = 0x5E;
  static final int F32_LE = 0x5F;
  static final int F32_GE = 0x60;
  static final int F64_EQ = 0x61;
  static final int F64_NE = 0x62;
  static final int F64_LT = 0x63;
  static final int F64_GT = 0x64;
  static final int F64_LE = 0x65;
  static final int F64_GE = 0x66;
  static final int I32_CLZ = 0x67;
  static final int I32_CTZ = 0x68;
  static final int I32_POPCNT = 0x69;
  static final int I32_ADD = 0x6A;
  static final int I32_SUB = 0x6B;
  static final int I32_MUL = 0x6C;
  static final int I32_DIV_S = 0x6D;
  static final int I32_DIV_U = 0x6E;
  static final int I32_REM_S = 0x6F;
  static final int I32_REM_U = 0x70;
  static final int I32_AND = 0x71;
  static final int I32_OR = 0x72;
  static final int I32_XOR = 0x73;
  static final int I32_SHL = 0x74;
  static final int I32_SHR_S = 0x75;
  static final int I32_SHR_U = 0x76;
  static final int I32_ROTL = 0x77;
  static final int I32_ROTR = 0x78;
  static final int I64_CLZ = 0x79;
  static final int I64_CTZ = 0x7A;
  static final int I64_POPCNT = 0x7B;
  static final int I64_ADD = 0x7C;
  static final int I64_SUB = 0x7D;
  static final int I64_MUL = 0x7E;
  static final int I64_DIV_S = 0x7F;
  static final int I64_DIV_U = 0x80;
  static final int I64_REM_S = 0x81;
  static final int I64_REM_U = 0x82;
  static final int I64_AND = 0x83;
  static final int I64_OR = 0x84;
  static final int I64_XOR = 0x85;
  static final int I64_SHL = 0x86;
  static final int I64_SHR_S = 0x87;
  static final int I64_SHR_U = 0x88;
  static final int I64_ROTL = 0x89;
  static final int I64_ROTR = 0x8A;
  static final int F32_ABS = 0x8B;
  static final int F32_NEG = 0x8C;
  static final int F32_CEIL = 0x8D;
  static final int F32_FLOOR = 0x8E;
  static final int F32_TRUNC = 0x8F;
  static final int F32_NEAREST = 0x90;
  static final int F32_SQRT = 0x91;
  static final int F32_ADD = 0x92;
  static final int F32_SUB = 0x93;
  static final int F32_MUL = 0x94;
  static final int F32_DIV = 0x95;
  static final int F32_MIN = 0x96;
  static final int F32_MAX = 0x97;
  static final int F32_COPYSIGN = 0x98;
  static final int F64_ABS = 0x99;
  static final int F64_NEG = 0x9A;
  static final int F64_CEIL = 0x9B;
  static final int F64_FLOOR = 0x9C;
  static final int F64_TRUNC = 0x9D;
  static final int F64_NEAREST = 0x9E;
  static final int F64_SQRT = 0x9F;
  static final int F64_ADD = 0xA0;
  static final int F64_SUB = 0xA1;
  static final int F64_MUL = 0xA2;
  static final int F64_DIV = 0xA3;
  static final int F64_MIN = 0xA4;
  static final int F64_MAX = 0xA5;
  static final int F64_COPYSIGN = 0xA6;
  static final int I32_WRAP_I64 = 0xA7;
  static final int I32_TRUNC_F32_S = 0xA8;
  static final int I32_TRUNC_F32_U = 0xA9;
  static final int I32_TRUNC_F64_S = 0xAA;
  static final int I32_TRUNC_F64_U = 0xAB;
  static final int I64_EXTEND_I32_S = 0xAC;
  static final int I64_TRUNC_F32_S = 0xAE;
  static final int I64_TRUNC_F32_U = 0xAF;
  static final int I64_TRUNC_F64_S = 0xB0;
  static final int I64_TRUNC_F64_U = 0xB1;
  static final int F32_CONVERT_I32_S = 0xB2;
  static final int F32_CONVERT_I32_U = 0xB3;
  static final int F32_CONVERT_I64_S = 0xB4;
  static final int F32_CONVERT_I64_U = 0xB5;
  static final int F32_DEMOTE_F64 = 0xB6;
  static final int F64_CONVERT_I32_S = 0xB7;
  static final int F64_CONVERT_I32_U = 0xB8;
  static final int F64_CONVERT_I64_S = 0xB9;
  static final int F64_CONVERT_I64_U = 0xBA;
  static final int F64_PROMOTE_F32 = 0xBB;
  static final int I32_EXTEND8_S = 0xC0;
  static final int I32_EXTEND16_S = 0xC1;
  static final int I64_EXTEND8_S = 0xC2;
  static final int I64_EXTEND16_S = 0xC3;
  static final int I64_EXTEND32_S = 0xC4;
  static final int I32_TRUNC_SAT_F32_S = 0xC5;
  static final int I32_TRUNC_SAT_F32_U = 0xC6;
  static final int I32_TRUNC_SAT_F64_S = 0xC7;
  static final int I32_TRUNC_SAT_F64_U = 0xC8;
  static final int I64_TRUNC_SAT_F32_S = 0xC9;
  static final int I64_TRUNC_SAT_F32_U = 0xCA;
  static final int I64_TRUNC_SAT_F64_S = 0xCB;
  static final int I64_TRUNC_SAT_F64_U = 0xCC;

  private Op() {}

  /// The bug that an op has no case where it is executed.
  static Invariant.Violation unknown(int op) {
    return new Invariant.Violation("each op of register code has a case: " + op);
  }

  /// Puts shape and kind together.
  static int of(int shape, int kind) {
    return shape << 8 | kind;
  }
}
