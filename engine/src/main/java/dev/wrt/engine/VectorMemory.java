package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;

/// Loads and stores of vectors, of any memory and at any verification level.
///
/// An instruction has eight words. Behind `op a b c` of {@link VectorOps} stand: r address, the
/// offset in two words (the low one first), and the memory's index with the lane in its lowest
/// bits. Bounds are checked before anything is read or written; {@link MemoryOps} knows bounds and
/// verification levels.
final class VectorMemory {
  /// Bits of the last word that are the lane.
  static final int LANE_BITS = 4;

  private static final int LANE = (1 << LANE_BITS) - 1;
  private static final int V128_BYTES = 2 * Long.BYTES;

  private VectorMemory() {}

  /// Executes the `v128.load` at `pc`.
  // [impl->req~engine-vectors-memory~1]
  static void load(State s, int fp, int[] code, int pc) {
    final SafeMemory memory = memory(s, code[pc + 7] >>> LANE_BITS);
    final int at = index(memory, s.slot(fp + code[pc + 4]), code, pc, V128_BYTES);
    final long low = MemoryOps.load(s, memory, Op.I64_LOAD, at);
    final long high = MemoryOps.load(s, memory, Op.I64_LOAD, at + Long.BYTES);
    put(s, fp + code[pc + 1], low, high);
  }

  /// Executes the `v128.store` at `pc`.
  // [impl->req~engine-vectors-memory~1]
  static void store(State s, int fp, int[] code, int pc) {
    final SafeMemory memory = memory(s, code[pc + 7] >>> LANE_BITS);
    final int at = index(memory, s.slot(fp + code[pc + 4]), code, pc, V128_BYTES);
    final int from = fp + code[pc + 2];
    s.checkSlots(from, 2);
    MemoryOps.store(s, memory, Op.I64_STORE, at, s.stack[from]);
    MemoryOps.store(s, memory, Op.I64_STORE, at + Long.BYTES, s.stack[from + 1]);
  }

  /// Executes any other load or store at `pc`.
  // [impl->req~engine-vectors-memory~1]
  static void part(State s, int fp, int[] code, int pc) {
    final int kind = code[pc] & 0xFF;
    final int last = code[pc + 7];
    final SafeMemory memory = memory(s, last >>> LANE_BITS);
    final int bytes = bytes(kind);
    final int at = index(memory, s.slot(fp + code[pc + 4]), code, pc, bytes);
    if (kind >= VectorOp.V128_STORE8_LANE && kind <= VectorOp.V128_STORE64_LANE) {
      long value = lane(s, fp + code[pc + 2], last & LANE, bytes);
      MemoryOps.store(s, memory, storeKind(bytes), at, value);
    } else {
      loaded(s, fp, code, pc, MemoryOps.load(s, memory, loadKind(bytes), at));
    }
  }

  private static int index(SafeMemory memory, long address, int[] code, int pc, int bytes) {
    long offset = Lanes.pair(code[pc + 5], code[pc + 6]);
    return MemoryOps.index(address, offset, bytes, memory.sizeBytes());
  }

  private static SafeMemory memory(State s, int memidx) {
    return memidx == 0 ? s.runningMemory() : s.running().mem(memidx).memory();
  }

  private static int loadKind(int bytes) {
    return switch (bytes) {
      case 1 -> Op.I64_LOAD8_U;
      case 2 -> Op.I64_LOAD16_U;
      case 4 -> Op.I64_LOAD32_U;
      default -> Op.I64_LOAD;
    };
  }

  private static int storeKind(int bytes) {
    return switch (bytes) {
      case 1 -> Op.I64_STORE8;
      case 2 -> Op.I64_STORE16;
      case 4 -> Op.I64_STORE32;
      default -> Op.I64_STORE;
    };
  }

  /// How many bytes are accessed: the whole vector never.
  private static int bytes(int kind) {
    return switch (kind) {
      case VectorOp.V128_LOAD8_SPLAT, VectorOp.V128_LOAD8_LANE, VectorOp.V128_STORE8_LANE -> 1;
      case VectorOp.V128_LOAD16_SPLAT, VectorOp.V128_LOAD16_LANE, VectorOp.V128_STORE16_LANE -> 2;
      case VectorOp.V128_LOAD32_SPLAT,
          VectorOp.V128_LOAD32_LANE,
          VectorOp.V128_LOAD32_ZERO,
          VectorOp.V128_STORE32_LANE ->
          4;
      default -> Long.BYTES;
    };
  }

  /// Makes a vector of what was loaded.
  private static void loaded(State s, int fp, int[] code, int pc, long value) {
    final int to = fp + code[pc + 1];
    switch (code[pc] & 0xFF) {
      case VectorOp.V128_LOAD8X8_S ->
          put(s, to, I16x8.extendLowI8x16S(value, 0), I16x8.extendLowI8x16S(value, 1));
      case VectorOp.V128_LOAD8X8_U ->
          put(s, to, I16x8.extendLowI8x16U(value, 0), I16x8.extendLowI8x16U(value, 1));
      case VectorOp.V128_LOAD16X4_S ->
          put(s, to, I32x4.extendLowI16x8S(value, 0), I32x4.extendLowI16x8S(value, 1));
      case VectorOp.V128_LOAD16X4_U ->
          put(s, to, I32x4.extendLowI16x8U(value, 0), I32x4.extendLowI16x8U(value, 1));
      case VectorOp.V128_LOAD32X2_S ->
          put(s, to, I64x2.extendLowI32x4S(value, 0), I64x2.extendLowI32x4S(value, 1));
      case VectorOp.V128_LOAD32X2_U ->
          put(s, to, I64x2.extendLowI32x4U(value, 0), I64x2.extendLowI32x4U(value, 1));
      case VectorOp.V128_LOAD8_SPLAT -> splat(s, to, I8x16.splat((int) value));
      case VectorOp.V128_LOAD16_SPLAT -> splat(s, to, I16x8.splat((int) value));
      case VectorOp.V128_LOAD32_SPLAT -> splat(s, to, I32x4.splat((int) value));
      case VectorOp.V128_LOAD64_SPLAT -> splat(s, to, I64x2.splat(value));
      case VectorOp.V128_LOAD32_ZERO, VectorOp.V128_LOAD64_ZERO -> put(s, to, value, 0);
      default -> replaceLane(s, fp, code, pc, value);
    }
  }

  private static void replaceLane(State s, int fp, int[] code, int pc, long value) {
    final int x = fp + code[pc + 2];
    final int to = fp + code[pc + 1];
    final int bits = 8 << (code[pc] & 0xFF) - VectorOp.V128_LOAD8_LANE;
    final int lane = code[pc + 7] & LANE;
    final int half = lane * bits / Long.SIZE;
    final long mask = -1L >>> Long.SIZE - bits << lane * bits;
    final long changed = Lanes.choose(mask, value << lane * bits, s.slot(x + half));
    put(s, to, s.slot(x), s.slot(x + 1));
    s.slot(to + half, changed);
  }

  private static long lane(State s, int x, int lane, int bytes) {
    int bits = bytes * Byte.SIZE;
    return s.slot(x + lane * bits / Long.SIZE) >>> lane * bits;
  }

  private static void splat(State s, int to, long half) {
    put(s, to, half, half);
  }

  private static void put(State s, int to, long low, long high) {
    s.slots(to, low, high);
  }
}
