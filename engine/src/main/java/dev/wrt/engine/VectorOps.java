package dev.wrt.engine;

/// The vector instructions in register code: an instruction after {@link Interpreter} has met one.
///
/// `op a b c`, and a vector is two slots: `r a` and the next one are the result, `r b` the first
/// operand and `r c` the second one; for one operand both are the same, and for none both are the
/// result, so that they may always be read. Instructions with a third operand, a number as operand,
/// or an immediate have eight words and are in {@link LongVectorOps}; loads and stores are in
/// {@link VectorMemory}.
///
/// Nothing here computes: each case names the function of its mnemonic, once for the low half and
/// once for the high one, see {@link V128}.
final class VectorOps {
  private VectorOps() {}

  /// Executes the instruction at `pc`.
  ///
  /// @return the index of the next one
  // [impl->req~engine-vectors~1]
  static int step(State s, int fp, int[] code, int pc) {
    final long[] stack = s.stack;
    final int kind = code[pc] - (Op.VECTOR << 8);
    final int to = fp + code[pc + 1];
    final int x = fp + code[pc + 2];
    final int y = fp + code[pc + 3];
    s.checkSlots(x, 2);
    s.checkSlots(y, 2);
    final long x0 = stack[x];
    final long x1 = stack[x + 1];
    final long y0 = stack[y];
    final long y1 = stack[y + 1];
    switch (kind) {
      case VectorOp.V128_LOAD -> {
        VectorMemory.load(s, fp, code, pc);
        return pc + LongVectorOps.WORDS;
      }
      case VectorOp.V128_STORE -> {
        VectorMemory.store(s, fp, code, pc);
        return pc + LongVectorOps.WORDS;
      }
      case VectorOp.I8X16_SWIZZLE ->
          put(s, to, I8x16.swizzle(x0, x1, y0), I8x16.swizzle(x0, x1, y1));
      case VectorOp.I8X16_EQ -> put(s, to, I8x16.eq(x0, y0), I8x16.eq(x1, y1));
      case VectorOp.I8X16_NE -> put(s, to, I8x16.ne(x0, y0), I8x16.ne(x1, y1));
      case VectorOp.I8X16_LT_S -> put(s, to, I8x16.ltS(x0, y0), I8x16.ltS(x1, y1));
      case VectorOp.I8X16_LT_U -> put(s, to, I8x16.ltU(x0, y0), I8x16.ltU(x1, y1));
      case VectorOp.I8X16_GT_S -> put(s, to, I8x16.gtS(x0, y0), I8x16.gtS(x1, y1));
      case VectorOp.I8X16_GT_U -> put(s, to, I8x16.gtU(x0, y0), I8x16.gtU(x1, y1));
      case VectorOp.I8X16_LE_S -> put(s, to, I8x16.leS(x0, y0), I8x16.leS(x1, y1));
      case VectorOp.I8X16_LE_U -> put(s, to, I8x16.leU(x0, y0), I8x16.leU(x1, y1));
      case VectorOp.I8X16_GE_S -> put(s, to, I8x16.geS(x0, y0), I8x16.geS(x1, y1));
      case VectorOp.I8X16_GE_U -> put(s, to, I8x16.geU(x0, y0), I8x16.geU(x1, y1));
      case VectorOp.I16X8_EQ -> put(s, to, I16x8.eq(x0, y0), I16x8.eq(x1, y1));
      case VectorOp.I16X8_NE -> put(s, to, I16x8.ne(x0, y0), I16x8.ne(x1, y1));
      case VectorOp.I16X8_LT_S -> put(s, to, I16x8.ltS(x0, y0), I16x8.ltS(x1, y1));
      case VectorOp.I16X8_LT_U -> put(s, to, I16x8.ltU(x0, y0), I16x8.ltU(x1, y1));
      case VectorOp.I16X8_GT_S -> put(s, to, I16x8.gtS(x0, y0), I16x8.gtS(x1, y1));
      case VectorOp.I16X8_GT_U -> put(s, to, I16x8.gtU(x0, y0), I16x8.gtU(x1, y1));
      case VectorOp.I16X8_LE_S -> put(s, to, I16x8.leS(x0, y0), I16x8.leS(x1, y1));
      case VectorOp.I16X8_LE_U -> put(s, to, I16x8.leU(x0, y0), I16x8.leU(x1, y1));
      case VectorOp.I16X8_GE_S -> put(s, to, I16x8.geS(x0, y0), I16x8.geS(x1, y1));
      case VectorOp.I16X8_GE_U -> put(s, to, I16x8.geU(x0, y0), I16x8.geU(x1, y1));
      case VectorOp.I32X4_EQ -> put(s, to, I32x4.eq(x0, y0), I32x4.eq(x1, y1));
      case VectorOp.I32X4_NE -> put(s, to, I32x4.ne(x0, y0), I32x4.ne(x1, y1));
      case VectorOp.I32X4_LT_S -> put(s, to, I32x4.ltS(x0, y0), I32x4.ltS(x1, y1));
      case VectorOp.I32X4_LT_U -> put(s, to, I32x4.ltU(x0, y0), I32x4.ltU(x1, y1));
      case VectorOp.I32X4_GT_S -> put(s, to, I32x4.gtS(x0, y0), I32x4.gtS(x1, y1));
      case VectorOp.I32X4_GT_U -> put(s, to, I32x4.gtU(x0, y0), I32x4.gtU(x1, y1));
      case VectorOp.I32X4_LE_S -> put(s, to, I32x4.leS(x0, y0), I32x4.leS(x1, y1));
      case VectorOp.I32X4_LE_U -> put(s, to, I32x4.leU(x0, y0), I32x4.leU(x1, y1));
      case VectorOp.I32X4_GE_S -> put(s, to, I32x4.geS(x0, y0), I32x4.geS(x1, y1));
      case VectorOp.I32X4_GE_U -> put(s, to, I32x4.geU(x0, y0), I32x4.geU(x1, y1));
      case VectorOp.F32X4_EQ -> put(s, to, F32x4.eq(x0, y0), F32x4.eq(x1, y1));
      case VectorOp.F32X4_NE -> put(s, to, F32x4.ne(x0, y0), F32x4.ne(x1, y1));
      case VectorOp.F32X4_LT -> put(s, to, F32x4.lt(x0, y0), F32x4.lt(x1, y1));
      case VectorOp.F32X4_GT -> put(s, to, F32x4.gt(x0, y0), F32x4.gt(x1, y1));
      case VectorOp.F32X4_LE -> put(s, to, F32x4.le(x0, y0), F32x4.le(x1, y1));
      case VectorOp.F32X4_GE -> put(s, to, F32x4.ge(x0, y0), F32x4.ge(x1, y1));
      case VectorOp.F64X2_EQ -> put(s, to, F64x2.eq(x0, y0), F64x2.eq(x1, y1));
      case VectorOp.F64X2_NE -> put(s, to, F64x2.ne(x0, y0), F64x2.ne(x1, y1));
      case VectorOp.F64X2_LT -> put(s, to, F64x2.lt(x0, y0), F64x2.lt(x1, y1));
      case VectorOp.F64X2_GT -> put(s, to, F64x2.gt(x0, y0), F64x2.gt(x1, y1));
      case VectorOp.F64X2_LE -> put(s, to, F64x2.le(x0, y0), F64x2.le(x1, y1));
      case VectorOp.F64X2_GE -> put(s, to, F64x2.ge(x0, y0), F64x2.ge(x1, y1));
      case VectorOp.V128_NOT -> put(s, to, V128.not(x0), V128.not(x1));
      case VectorOp.V128_AND -> put(s, to, V128.and(x0, y0), V128.and(x1, y1));
      case VectorOp.V128_ANDNOT -> put(s, to, V128.andnot(x0, y0), V128.andnot(x1, y1));
      case VectorOp.V128_OR -> put(s, to, V128.or(x0, y0), V128.or(x1, y1));
      case VectorOp.V128_XOR -> put(s, to, V128.xor(x0, y0), V128.xor(x1, y1));
      case VectorOp.V128_ANY_TRUE -> s.slot(to, V128.anyTrue(x0, x1) ? 1 : 0);
      case VectorOp.F32X4_DEMOTE_F64X2_ZERO -> put(s, to, F32x4.demoteF64x2Zero(x0, x1), 0);
      case VectorOp.F64X2_PROMOTE_LOW_F32X4 ->
          put(s, to, F64x2.promoteLowF32x4(x0, 0), F64x2.promoteLowF32x4(x0, 1));
      case VectorOp.I8X16_ABS -> put(s, to, I8x16.abs(x0), I8x16.abs(x1));
      case VectorOp.I8X16_NEG -> put(s, to, I8x16.neg(x0), I8x16.neg(x1));
      case VectorOp.I8X16_POPCNT -> put(s, to, I8x16.popcnt(x0), I8x16.popcnt(x1));
      case VectorOp.I8X16_ALL_TRUE -> s.slot(to, I8x16.allTrue(x0, x1) ? 1 : 0);
      case VectorOp.I8X16_BITMASK -> s.slot(to, I8x16.bitmask(x0, x1));
      case VectorOp.I8X16_NARROW_I16X8_S ->
          put(s, to, I8x16.narrowI16x8S(x0, x1), I8x16.narrowI16x8S(y0, y1));
      case VectorOp.I8X16_NARROW_I16X8_U ->
          put(s, to, I8x16.narrowI16x8U(x0, x1), I8x16.narrowI16x8U(y0, y1));
      case VectorOp.F32X4_CEIL -> put(s, to, F32x4.ceil(x0), F32x4.ceil(x1));
      case VectorOp.F32X4_FLOOR -> put(s, to, F32x4.floor(x0), F32x4.floor(x1));
      case VectorOp.F32X4_TRUNC -> put(s, to, F32x4.trunc(x0), F32x4.trunc(x1));
      case VectorOp.F32X4_NEAREST -> put(s, to, F32x4.nearest(x0), F32x4.nearest(x1));
      case VectorOp.I8X16_ADD -> put(s, to, I8x16.add(x0, y0), I8x16.add(x1, y1));
      case VectorOp.I8X16_ADD_SAT_S -> put(s, to, I8x16.addSatS(x0, y0), I8x16.addSatS(x1, y1));
      case VectorOp.I8X16_ADD_SAT_U -> put(s, to, I8x16.addSatU(x0, y0), I8x16.addSatU(x1, y1));
      case VectorOp.I8X16_SUB -> put(s, to, I8x16.sub(x0, y0), I8x16.sub(x1, y1));
      case VectorOp.I8X16_SUB_SAT_S -> put(s, to, I8x16.subSatS(x0, y0), I8x16.subSatS(x1, y1));
      case VectorOp.I8X16_SUB_SAT_U -> put(s, to, I8x16.subSatU(x0, y0), I8x16.subSatU(x1, y1));
      case VectorOp.F64X2_CEIL -> put(s, to, F64x2.ceil(x0), F64x2.ceil(x1));
      case VectorOp.F64X2_FLOOR -> put(s, to, F64x2.floor(x0), F64x2.floor(x1));
      case VectorOp.I8X16_MIN_S -> put(s, to, I8x16.minS(x0, y0), I8x16.minS(x1, y1));
      case VectorOp.I8X16_MIN_U -> put(s, to, I8x16.minU(x0, y0), I8x16.minU(x1, y1));
      case VectorOp.I8X16_MAX_S -> put(s, to, I8x16.maxS(x0, y0), I8x16.maxS(x1, y1));
      case VectorOp.I8X16_MAX_U -> put(s, to, I8x16.maxU(x0, y0), I8x16.maxU(x1, y1));
      case VectorOp.F64X2_TRUNC -> put(s, to, F64x2.trunc(x0), F64x2.trunc(x1));
      case VectorOp.I8X16_AVGR_U -> put(s, to, I8x16.avgrU(x0, y0), I8x16.avgrU(x1, y1));
      case VectorOp.I16X8_EXTADD_PAIRWISE_I8X16_S ->
          put(s, to, I16x8.extaddPairwiseI8x16S(x0), I16x8.extaddPairwiseI8x16S(x1));
      case VectorOp.I16X8_EXTADD_PAIRWISE_I8X16_U ->
          put(s, to, I16x8.extaddPairwiseI8x16U(x0), I16x8.extaddPairwiseI8x16U(x1));
      case VectorOp.I32X4_EXTADD_PAIRWISE_I16X8_S ->
          put(s, to, I32x4.extaddPairwiseI16x8S(x0), I32x4.extaddPairwiseI16x8S(x1));
      case VectorOp.I32X4_EXTADD_PAIRWISE_I16X8_U ->
          put(s, to, I32x4.extaddPairwiseI16x8U(x0), I32x4.extaddPairwiseI16x8U(x1));
      case VectorOp.I16X8_ABS -> put(s, to, I16x8.abs(x0), I16x8.abs(x1));
      case VectorOp.I16X8_NEG -> put(s, to, I16x8.neg(x0), I16x8.neg(x1));
      case VectorOp.I16X8_Q15MULR_SAT_S ->
          put(s, to, I16x8.q15mulrSatS(x0, y0), I16x8.q15mulrSatS(x1, y1));
      case VectorOp.I16X8_ALL_TRUE -> s.slot(to, I16x8.allTrue(x0, x1) ? 1 : 0);
      case VectorOp.I16X8_BITMASK -> s.slot(to, I16x8.bitmask(x0, x1));
      case VectorOp.I16X8_NARROW_I32X4_S ->
          put(s, to, I16x8.narrowI32x4S(x0, x1), I16x8.narrowI32x4S(y0, y1));
      case VectorOp.I16X8_NARROW_I32X4_U ->
          put(s, to, I16x8.narrowI32x4U(x0, x1), I16x8.narrowI32x4U(y0, y1));
      case VectorOp.I16X8_EXTEND_LOW_I8X16_S ->
          put(s, to, I16x8.extendLowI8x16S(x0, 0), I16x8.extendLowI8x16S(x0, 1));
      case VectorOp.I16X8_EXTEND_HIGH_I8X16_S ->
          put(s, to, I16x8.extendHighI8x16S(x1, 0), I16x8.extendHighI8x16S(x1, 1));
      case VectorOp.I16X8_EXTEND_LOW_I8X16_U ->
          put(s, to, I16x8.extendLowI8x16U(x0, 0), I16x8.extendLowI8x16U(x0, 1));
      case VectorOp.I16X8_EXTEND_HIGH_I8X16_U ->
          put(s, to, I16x8.extendHighI8x16U(x1, 0), I16x8.extendHighI8x16U(x1, 1));
      case VectorOp.I16X8_ADD -> put(s, to, I16x8.add(x0, y0), I16x8.add(x1, y1));
      case VectorOp.I16X8_ADD_SAT_S -> put(s, to, I16x8.addSatS(x0, y0), I16x8.addSatS(x1, y1));
      case VectorOp.I16X8_ADD_SAT_U -> put(s, to, I16x8.addSatU(x0, y0), I16x8.addSatU(x1, y1));
      case VectorOp.I16X8_SUB -> put(s, to, I16x8.sub(x0, y0), I16x8.sub(x1, y1));
      case VectorOp.I16X8_SUB_SAT_S -> put(s, to, I16x8.subSatS(x0, y0), I16x8.subSatS(x1, y1));
      case VectorOp.I16X8_SUB_SAT_U -> put(s, to, I16x8.subSatU(x0, y0), I16x8.subSatU(x1, y1));
      case VectorOp.F64X2_NEAREST -> put(s, to, F64x2.nearest(x0), F64x2.nearest(x1));
      case VectorOp.I16X8_MUL -> put(s, to, I16x8.mul(x0, y0), I16x8.mul(x1, y1));
      case VectorOp.I16X8_MIN_S -> put(s, to, I16x8.minS(x0, y0), I16x8.minS(x1, y1));
      case VectorOp.I16X8_MIN_U -> put(s, to, I16x8.minU(x0, y0), I16x8.minU(x1, y1));
      case VectorOp.I16X8_MAX_S -> put(s, to, I16x8.maxS(x0, y0), I16x8.maxS(x1, y1));
      case VectorOp.I16X8_MAX_U -> put(s, to, I16x8.maxU(x0, y0), I16x8.maxU(x1, y1));
      case VectorOp.I16X8_AVGR_U -> put(s, to, I16x8.avgrU(x0, y0), I16x8.avgrU(x1, y1));
      case VectorOp.I16X8_EXTMUL_LOW_I8X16_S ->
          put(s, to, I16x8.extmulLowI8x16S(x0, y0, 0), I16x8.extmulLowI8x16S(x0, y0, 1));
      case VectorOp.I16X8_EXTMUL_HIGH_I8X16_S ->
          put(s, to, I16x8.extmulHighI8x16S(x1, y1, 0), I16x8.extmulHighI8x16S(x1, y1, 1));
      case VectorOp.I16X8_EXTMUL_LOW_I8X16_U ->
          put(s, to, I16x8.extmulLowI8x16U(x0, y0, 0), I16x8.extmulLowI8x16U(x0, y0, 1));
      case VectorOp.I16X8_EXTMUL_HIGH_I8X16_U ->
          put(s, to, I16x8.extmulHighI8x16U(x1, y1, 0), I16x8.extmulHighI8x16U(x1, y1, 1));
      case VectorOp.I32X4_ABS -> put(s, to, I32x4.abs(x0), I32x4.abs(x1));
      case VectorOp.I32X4_NEG -> put(s, to, I32x4.neg(x0), I32x4.neg(x1));
      case VectorOp.I32X4_ALL_TRUE -> s.slot(to, I32x4.allTrue(x0, x1) ? 1 : 0);
      case VectorOp.I32X4_BITMASK -> s.slot(to, I32x4.bitmask(x0, x1));
      case VectorOp.I32X4_EXTEND_LOW_I16X8_S ->
          put(s, to, I32x4.extendLowI16x8S(x0, 0), I32x4.extendLowI16x8S(x0, 1));
      case VectorOp.I32X4_EXTEND_HIGH_I16X8_S ->
          put(s, to, I32x4.extendHighI16x8S(x1, 0), I32x4.extendHighI16x8S(x1, 1));
      case VectorOp.I32X4_EXTEND_LOW_I16X8_U ->
          put(s, to, I32x4.extendLowI16x8U(x0, 0), I32x4.extendLowI16x8U(x0, 1));
      case VectorOp.I32X4_EXTEND_HIGH_I16X8_U ->
          put(s, to, I32x4.extendHighI16x8U(x1, 0), I32x4.extendHighI16x8U(x1, 1));
      case VectorOp.I32X4_ADD -> put(s, to, I32x4.add(x0, y0), I32x4.add(x1, y1));
      case VectorOp.I32X4_SUB -> put(s, to, I32x4.sub(x0, y0), I32x4.sub(x1, y1));
      case VectorOp.I32X4_MUL -> put(s, to, I32x4.mul(x0, y0), I32x4.mul(x1, y1));
      case VectorOp.I32X4_MIN_S -> put(s, to, I32x4.minS(x0, y0), I32x4.minS(x1, y1));
      case VectorOp.I32X4_MIN_U -> put(s, to, I32x4.minU(x0, y0), I32x4.minU(x1, y1));
      case VectorOp.I32X4_MAX_S -> put(s, to, I32x4.maxS(x0, y0), I32x4.maxS(x1, y1));
      case VectorOp.I32X4_MAX_U -> put(s, to, I32x4.maxU(x0, y0), I32x4.maxU(x1, y1));
      case VectorOp.I32X4_DOT_I16X8_S ->
          put(s, to, I32x4.dotI16x8S(x0, y0), I32x4.dotI16x8S(x1, y1));
      case VectorOp.I32X4_EXTMUL_LOW_I16X8_S ->
          put(s, to, I32x4.extmulLowI16x8S(x0, y0, 0), I32x4.extmulLowI16x8S(x0, y0, 1));
      case VectorOp.I32X4_EXTMUL_HIGH_I16X8_S ->
          put(s, to, I32x4.extmulHighI16x8S(x1, y1, 0), I32x4.extmulHighI16x8S(x1, y1, 1));
      case VectorOp.I32X4_EXTMUL_LOW_I16X8_U ->
          put(s, to, I32x4.extmulLowI16x8U(x0, y0, 0), I32x4.extmulLowI16x8U(x0, y0, 1));
      case VectorOp.I32X4_EXTMUL_HIGH_I16X8_U ->
          put(s, to, I32x4.extmulHighI16x8U(x1, y1, 0), I32x4.extmulHighI16x8U(x1, y1, 1));
      case VectorOp.I64X2_ABS -> put(s, to, I64x2.abs(x0), I64x2.abs(x1));
      case VectorOp.I64X2_NEG -> put(s, to, I64x2.neg(x0), I64x2.neg(x1));
      case VectorOp.I64X2_ALL_TRUE -> s.slot(to, I64x2.allTrue(x0, x1) ? 1 : 0);
      case VectorOp.I64X2_BITMASK -> s.slot(to, I64x2.bitmask(x0, x1));
      case VectorOp.I64X2_EXTEND_LOW_I32X4_S ->
          put(s, to, I64x2.extendLowI32x4S(x0, 0), I64x2.extendLowI32x4S(x0, 1));
      case VectorOp.I64X2_EXTEND_HIGH_I32X4_S ->
          put(s, to, I64x2.extendHighI32x4S(x1, 0), I64x2.extendHighI32x4S(x1, 1));
      case VectorOp.I64X2_EXTEND_LOW_I32X4_U ->
          put(s, to, I64x2.extendLowI32x4U(x0, 0), I64x2.extendLowI32x4U(x0, 1));
      case VectorOp.I64X2_EXTEND_HIGH_I32X4_U ->
          put(s, to, I64x2.extendHighI32x4U(x1, 0), I64x2.extendHighI32x4U(x1, 1));
      case VectorOp.I64X2_ADD -> put(s, to, I64x2.add(x0, y0), I64x2.add(x1, y1));
      case VectorOp.I64X2_SUB -> put(s, to, I64x2.sub(x0, y0), I64x2.sub(x1, y1));
      case VectorOp.I64X2_MUL -> put(s, to, I64x2.mul(x0, y0), I64x2.mul(x1, y1));
      case VectorOp.I64X2_EQ -> put(s, to, I64x2.eq(x0, y0), I64x2.eq(x1, y1));
      case VectorOp.I64X2_NE -> put(s, to, I64x2.ne(x0, y0), I64x2.ne(x1, y1));
      case VectorOp.I64X2_LT_S -> put(s, to, I64x2.ltS(x0, y0), I64x2.ltS(x1, y1));
      case VectorOp.I64X2_GT_S -> put(s, to, I64x2.gtS(x0, y0), I64x2.gtS(x1, y1));
      case VectorOp.I64X2_LE_S -> put(s, to, I64x2.leS(x0, y0), I64x2.leS(x1, y1));
      case VectorOp.I64X2_GE_S -> put(s, to, I64x2.geS(x0, y0), I64x2.geS(x1, y1));
      case VectorOp.I64X2_EXTMUL_LOW_I32X4_S ->
          put(s, to, I64x2.extmulLowI32x4S(x0, y0, 0), I64x2.extmulLowI32x4S(x0, y0, 1));
      case VectorOp.I64X2_EXTMUL_HIGH_I32X4_S ->
          put(s, to, I64x2.extmulHighI32x4S(x1, y1, 0), I64x2.extmulHighI32x4S(x1, y1, 1));
      case VectorOp.I64X2_EXTMUL_LOW_I32X4_U ->
          put(s, to, I64x2.extmulLowI32x4U(x0, y0, 0), I64x2.extmulLowI32x4U(x0, y0, 1));
      case VectorOp.I64X2_EXTMUL_HIGH_I32X4_U ->
          put(s, to, I64x2.extmulHighI32x4U(x1, y1, 0), I64x2.extmulHighI32x4U(x1, y1, 1));
      case VectorOp.F32X4_ABS -> put(s, to, F32x4.abs(x0), F32x4.abs(x1));
      case VectorOp.F32X4_NEG -> put(s, to, F32x4.neg(x0), F32x4.neg(x1));
      case VectorOp.F32X4_SQRT -> put(s, to, F32x4.sqrt(x0), F32x4.sqrt(x1));
      case VectorOp.F32X4_ADD -> put(s, to, F32x4.add(x0, y0), F32x4.add(x1, y1));
      case VectorOp.F32X4_SUB -> put(s, to, F32x4.sub(x0, y0), F32x4.sub(x1, y1));
      case VectorOp.F32X4_MUL -> put(s, to, F32x4.mul(x0, y0), F32x4.mul(x1, y1));
      case VectorOp.F32X4_DIV -> put(s, to, F32x4.div(x0, y0), F32x4.div(x1, y1));
      case VectorOp.F32X4_MIN -> put(s, to, F32x4.min(x0, y0), F32x4.min(x1, y1));
      case VectorOp.F32X4_MAX -> put(s, to, F32x4.max(x0, y0), F32x4.max(x1, y1));
      case VectorOp.F32X4_PMIN -> put(s, to, F32x4.pmin(x0, y0), F32x4.pmin(x1, y1));
      case VectorOp.F32X4_PMAX -> put(s, to, F32x4.pmax(x0, y0), F32x4.pmax(x1, y1));
      case VectorOp.F64X2_ABS -> put(s, to, F64x2.abs(x0), F64x2.abs(x1));
      case VectorOp.F64X2_NEG -> put(s, to, F64x2.neg(x0), F64x2.neg(x1));
      case VectorOp.F64X2_SQRT -> put(s, to, F64x2.sqrt(x0), F64x2.sqrt(x1));
      case VectorOp.F64X2_ADD -> put(s, to, F64x2.add(x0, y0), F64x2.add(x1, y1));
      case VectorOp.F64X2_SUB -> put(s, to, F64x2.sub(x0, y0), F64x2.sub(x1, y1));
      case VectorOp.F64X2_MUL -> put(s, to, F64x2.mul(x0, y0), F64x2.mul(x1, y1));
      case VectorOp.F64X2_DIV -> put(s, to, F64x2.div(x0, y0), F64x2.div(x1, y1));
      case VectorOp.F64X2_MIN -> put(s, to, F64x2.min(x0, y0), F64x2.min(x1, y1));
      case VectorOp.F64X2_MAX -> put(s, to, F64x2.max(x0, y0), F64x2.max(x1, y1));
      case VectorOp.F64X2_PMIN -> put(s, to, F64x2.pmin(x0, y0), F64x2.pmin(x1, y1));
      case VectorOp.F64X2_PMAX -> put(s, to, F64x2.pmax(x0, y0), F64x2.pmax(x1, y1));
      case VectorOp.I32X4_TRUNC_SAT_F32X4_S ->
          put(s, to, I32x4.truncSatF32x4S(x0), I32x4.truncSatF32x4S(x1));
      case VectorOp.I32X4_TRUNC_SAT_F32X4_U ->
          put(s, to, I32x4.truncSatF32x4U(x0), I32x4.truncSatF32x4U(x1));
      case VectorOp.F32X4_CONVERT_I32X4_S ->
          put(s, to, F32x4.convertI32x4S(x0), F32x4.convertI32x4S(x1));
      case VectorOp.F32X4_CONVERT_I32X4_U ->
          put(s, to, F32x4.convertI32x4U(x0), F32x4.convertI32x4U(x1));
      case VectorOp.I32X4_TRUNC_SAT_F64X2_S_ZERO -> put(s, to, I32x4.truncSatF64x2SZero(x0, x1), 0);
      case VectorOp.I32X4_TRUNC_SAT_F64X2_U_ZERO -> put(s, to, I32x4.truncSatF64x2UZero(x0, x1), 0);
      case VectorOp.F64X2_CONVERT_LOW_I32X4_S ->
          put(s, to, F64x2.convertLowI32x4S(x0, 0), F64x2.convertLowI32x4S(x0, 1));
      case VectorOp.F64X2_CONVERT_LOW_I32X4_U ->
          put(s, to, F64x2.convertLowI32x4U(x0, 0), F64x2.convertLowI32x4U(x0, 1));
      case VectorOp.I8X16_RELAXED_SWIZZLE ->
          put(s, to, I8x16.relaxedSwizzle(x0, x1, y0), I8x16.relaxedSwizzle(x0, x1, y1));
      case VectorOp.I32X4_RELAXED_TRUNC_F32X4_S ->
          put(s, to, I32x4.relaxedTruncF32x4S(x0), I32x4.relaxedTruncF32x4S(x1));
      case VectorOp.I32X4_RELAXED_TRUNC_F32X4_U ->
          put(s, to, I32x4.relaxedTruncF32x4U(x0), I32x4.relaxedTruncF32x4U(x1));
      case VectorOp.I32X4_RELAXED_TRUNC_F64X2_S_ZERO ->
          put(s, to, I32x4.relaxedTruncF64x2SZero(x0, x1), 0);
      case VectorOp.I32X4_RELAXED_TRUNC_F64X2_U_ZERO ->
          put(s, to, I32x4.relaxedTruncF64x2UZero(x0, x1), 0);
      case VectorOp.F32X4_RELAXED_MIN ->
          put(s, to, F32x4.relaxedMin(x0, y0), F32x4.relaxedMin(x1, y1));
      case VectorOp.F32X4_RELAXED_MAX ->
          put(s, to, F32x4.relaxedMax(x0, y0), F32x4.relaxedMax(x1, y1));
      case VectorOp.F64X2_RELAXED_MIN ->
          put(s, to, F64x2.relaxedMin(x0, y0), F64x2.relaxedMin(x1, y1));
      case VectorOp.F64X2_RELAXED_MAX ->
          put(s, to, F64x2.relaxedMax(x0, y0), F64x2.relaxedMax(x1, y1));
      case VectorOp.I16X8_RELAXED_Q15MULR_S ->
          put(s, to, I16x8.relaxedQ15mulrS(x0, y0), I16x8.relaxedQ15mulrS(x1, y1));
      case VectorOp.I16X8_RELAXED_DOT_I8X16_I7X16_S ->
          put(s, to, I16x8.relaxedDotI8x16I7x16S(x0, y0), I16x8.relaxedDotI8x16I7x16S(x1, y1));
      default -> {
        return LongVectorOps.step(s, fp, code, pc);
      }
    }
    return pc + Op.WORDS;
  }

  /// Writes a vector.
  private static void put(State s, int to, long low, long high) {
    s.slots(to, low, high);
  }
}
