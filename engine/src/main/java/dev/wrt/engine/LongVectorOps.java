package dev.wrt.engine;

/// The vector instructions of eight words: those of {@link VectorOps} with a third operand, a
/// number as operand, or an immediate.
///
/// Behind `op a b c` stand:
///
/// | instruction | | |
/// | --- | --- | --- |
/// | `splat`, shifts | r number | |
/// | `extract_lane` | | i lane |
/// | `replace_lane` | r number | i lane |
/// | three vectors | r third vector | |
/// | `shuffle` | sixteen lanes in four words | |
/// | wide arithmetic | r for each `i64` operand, four words | |
/// | loads and stores | see {@link VectorMemory} | |
final class LongVectorOps {
  /// Words of such an instruction.
  static final int WORDS = 8;

  private static final long U32 = 0xFFFF_FFFFL;

  private LongVectorOps() {}

  /// Executes the instruction at `pc`.
  ///
  /// @return the index of the next one
  static int step(State s, int fp, int[] code, int pc) {
    final int kind = code[pc] - (Op.VECTOR << 8);
    final int to = fp + code[pc + 1];
    final int x = fp + code[pc + 2];
    final int y = fp + code[pc + 3];
    final int number = fp + code[pc + 4];
    final int lane = code[pc + 5];
    final long x0 = s.slot(x);
    final long x1 = s.slot(x + 1);
    final long y0 = s.slot(y);
    final long y1 = s.slot(y + 1);
    switch (kind) {
      case VectorOp.I8X16_SHUFFLE ->
          put(
              s,
              to,
              I8x16.shuffle(x0, x1, y0, y1, lanes(code, pc + 4)),
              I8x16.shuffle(x0, x1, y0, y1, lanes(code, pc + 6)));
      case VectorOp.I8X16_SPLAT -> splat(s, to, I8x16.splat((int) s.slot(number)));
      case VectorOp.I16X8_SPLAT -> splat(s, to, I16x8.splat((int) s.slot(number)));
      case VectorOp.I32X4_SPLAT -> splat(s, to, I32x4.splat((int) s.slot(number)));
      case VectorOp.I64X2_SPLAT -> splat(s, to, I64x2.splat(s.slot(number)));
      case VectorOp.F32X4_SPLAT -> splat(s, to, F32x4.splat((int) s.slot(number)));
      case VectorOp.F64X2_SPLAT -> splat(s, to, F64x2.splat(s.slot(number)));
      case VectorOp.I8X16_EXTRACT_LANE_S -> s.slot(to, I8x16.extractLaneS(x0, x1, lane) & U32);
      case VectorOp.I8X16_EXTRACT_LANE_U -> s.slot(to, I8x16.extractLaneU(x0, x1, lane) & U32);
      case VectorOp.I8X16_REPLACE_LANE -> {
        long changed = I8x16.replaceLane(lane < 8 ? x0 : x1, lane % 8, (int) s.slot(number));
        put(s, to, lane < 8 ? changed : x0, lane < 8 ? x1 : changed);
      }
      case VectorOp.I16X8_EXTRACT_LANE_S -> s.slot(to, I16x8.extractLaneS(x0, x1, lane) & U32);
      case VectorOp.I16X8_EXTRACT_LANE_U -> s.slot(to, I16x8.extractLaneU(x0, x1, lane) & U32);
      case VectorOp.I16X8_REPLACE_LANE -> {
        long changed = I16x8.replaceLane(lane < 4 ? x0 : x1, lane % 4, (int) s.slot(number));
        put(s, to, lane < 4 ? changed : x0, lane < 4 ? x1 : changed);
      }
      case VectorOp.I32X4_EXTRACT_LANE -> s.slot(to, I32x4.extractLane(x0, x1, lane) & U32);
      case VectorOp.I32X4_REPLACE_LANE -> {
        long changed = I32x4.replaceLane(lane < 2 ? x0 : x1, lane % 2, (int) s.slot(number));
        put(s, to, lane < 2 ? changed : x0, lane < 2 ? x1 : changed);
      }
      case VectorOp.I64X2_EXTRACT_LANE -> s.slot(to, I64x2.extractLane(x0, x1, lane));
      case VectorOp.I64X2_REPLACE_LANE -> {
        long changed = I64x2.replaceLane(lane < 1 ? x0 : x1, 0, s.slot(number));
        put(s, to, lane < 1 ? changed : x0, lane < 1 ? x1 : changed);
      }
      case VectorOp.F32X4_EXTRACT_LANE -> s.slot(to, F32x4.extractLane(x0, x1, lane) & U32);
      case VectorOp.F32X4_REPLACE_LANE -> {
        long changed = F32x4.replaceLane(lane < 2 ? x0 : x1, lane % 2, (int) s.slot(number));
        put(s, to, lane < 2 ? changed : x0, lane < 2 ? x1 : changed);
      }
      case VectorOp.F64X2_EXTRACT_LANE -> s.slot(to, F64x2.extractLane(x0, x1, lane));
      case VectorOp.F64X2_REPLACE_LANE -> {
        long changed = F64x2.replaceLane(lane < 1 ? x0 : x1, 0, s.slot(number));
        put(s, to, lane < 1 ? changed : x0, lane < 1 ? x1 : changed);
      }
      case VectorOp.V128_BITSELECT ->
          put(
              s,
              to,
              V128.bitselect(x0, y0, s.slot(number)),
              V128.bitselect(x1, y1, s.slot(number + 1)));
      case VectorOp.I8X16_SHL ->
          put(s, to, I8x16.shl(x0, (int) s.slot(number)), I8x16.shl(x1, (int) s.slot(number)));
      case VectorOp.I8X16_SHR_S ->
          put(s, to, I8x16.shrS(x0, (int) s.slot(number)), I8x16.shrS(x1, (int) s.slot(number)));
      case VectorOp.I8X16_SHR_U ->
          put(s, to, I8x16.shrU(x0, (int) s.slot(number)), I8x16.shrU(x1, (int) s.slot(number)));
      case VectorOp.I16X8_SHL ->
          put(s, to, I16x8.shl(x0, (int) s.slot(number)), I16x8.shl(x1, (int) s.slot(number)));
      case VectorOp.I16X8_SHR_S ->
          put(s, to, I16x8.shrS(x0, (int) s.slot(number)), I16x8.shrS(x1, (int) s.slot(number)));
      case VectorOp.I16X8_SHR_U ->
          put(s, to, I16x8.shrU(x0, (int) s.slot(number)), I16x8.shrU(x1, (int) s.slot(number)));
      case VectorOp.I32X4_SHL ->
          put(s, to, I32x4.shl(x0, (int) s.slot(number)), I32x4.shl(x1, (int) s.slot(number)));
      case VectorOp.I32X4_SHR_S ->
          put(s, to, I32x4.shrS(x0, (int) s.slot(number)), I32x4.shrS(x1, (int) s.slot(number)));
      case VectorOp.I32X4_SHR_U ->
          put(s, to, I32x4.shrU(x0, (int) s.slot(number)), I32x4.shrU(x1, (int) s.slot(number)));
      case VectorOp.I64X2_SHL ->
          put(s, to, I64x2.shl(x0, (int) s.slot(number)), I64x2.shl(x1, (int) s.slot(number)));
      case VectorOp.I64X2_SHR_S ->
          put(s, to, I64x2.shrS(x0, (int) s.slot(number)), I64x2.shrS(x1, (int) s.slot(number)));
      case VectorOp.I64X2_SHR_U ->
          put(s, to, I64x2.shrU(x0, (int) s.slot(number)), I64x2.shrU(x1, (int) s.slot(number)));
      case VectorOp.F32X4_RELAXED_MADD ->
          put(
              s,
              to,
              F32x4.relaxedMadd(x0, y0, s.slot(number)),
              F32x4.relaxedMadd(x1, y1, s.slot(number + 1)));
      case VectorOp.F32X4_RELAXED_NMADD ->
          put(
              s,
              to,
              F32x4.relaxedNmadd(x0, y0, s.slot(number)),
              F32x4.relaxedNmadd(x1, y1, s.slot(number + 1)));
      case VectorOp.F64X2_RELAXED_MADD ->
          put(
              s,
              to,
              F64x2.relaxedMadd(x0, y0, s.slot(number)),
              F64x2.relaxedMadd(x1, y1, s.slot(number + 1)));
      case VectorOp.F64X2_RELAXED_NMADD ->
          put(
              s,
              to,
              F64x2.relaxedNmadd(x0, y0, s.slot(number)),
              F64x2.relaxedNmadd(x1, y1, s.slot(number + 1)));
      case VectorOp.I8X16_RELAXED_LANESELECT ->
          put(
              s,
              to,
              I8x16.relaxedLaneselect(x0, y0, s.slot(number)),
              I8x16.relaxedLaneselect(x1, y1, s.slot(number + 1)));
      case VectorOp.I16X8_RELAXED_LANESELECT ->
          put(
              s,
              to,
              I16x8.relaxedLaneselect(x0, y0, s.slot(number)),
              I16x8.relaxedLaneselect(x1, y1, s.slot(number + 1)));
      case VectorOp.I32X4_RELAXED_LANESELECT ->
          put(
              s,
              to,
              I32x4.relaxedLaneselect(x0, y0, s.slot(number)),
              I32x4.relaxedLaneselect(x1, y1, s.slot(number + 1)));
      case VectorOp.I64X2_RELAXED_LANESELECT ->
          put(
              s,
              to,
              I64x2.relaxedLaneselect(x0, y0, s.slot(number)),
              I64x2.relaxedLaneselect(x1, y1, s.slot(number + 1)));
      case VectorOp.I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S ->
          put(
              s,
              to,
              I32x4.relaxedDotI8x16I7x16AddS(x0, y0, s.slot(number)),
              I32x4.relaxedDotI8x16I7x16AddS(x1, y1, s.slot(number + 1)));
      case VectorOp.I64_ADD128, VectorOp.I64_SUB128 -> wideSum(s, fp, code, pc);
      case VectorOp.I64_MUL_WIDE_S, VectorOp.I64_MUL_WIDE_U -> wideProduct(s, fp, code, pc);
      default -> VectorMemory.part(s, fp, code, pc);
    }
    return pc + WORDS;
  }

  // [impl->req~engine-wide-arithmetic~1]
  private static void wideSum(State s, int fp, int[] code, int pc) {
    long x0 = s.slot(fp + code[pc + 4]);
    long x1 = s.slot(fp + code[pc + 5]);
    long y0 = s.slot(fp + code[pc + 6]);
    long y1 = s.slot(fp + code[pc + 7]);
    boolean add = code[pc] - (Op.VECTOR << 8) == VectorOp.I64_ADD128;
    long low = add ? I64.add128Low(x0, y0) : I64.sub128Low(x0, y0);
    long high = add ? I64.add128High(x0, x1, y0, y1) : I64.sub128High(x0, x1, y0, y1);
    put(s, fp + code[pc + 1], low, high);
  }

  private static void wideProduct(State s, int fp, int[] code, int pc) {
    long x = s.slot(fp + code[pc + 4]);
    long y = s.slot(fp + code[pc + 5]);
    boolean signed = code[pc] - (Op.VECTOR << 8) == VectorOp.I64_MUL_WIDE_S;
    long high = signed ? I64.mulWideSHigh(x, y) : I64.mulWideUHigh(x, y);
    put(s, fp + code[pc + 1], I64.mulWideLow(x, y), high);
  }

  private static void put(State s, int to, long low, long high) {
    s.slots(to, low, high);
  }

  private static void splat(State s, int to, long half) {
    put(s, to, half, half);
  }

  /// Eight lane indices.
  private static long lanes(int[] code, int at) {
    return Lanes.pair(code[at], code[at + 1]);
  }
}
