package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;

/// Loads and stores through the digests of a memory, at every verification level above `OFF`.
///
/// Kinds are those of {@link Op#LOAD} and {@link Op#STORE}. An address outside the memory shows as
/// `IndexOutOfBoundsException`, as with the plain array; a mismatch of data and digest leaves
/// {@link Interpreter} through {@link TrapSignal#CORRUPTED}.
final class VerifiedAccess {
  private static final long U32 = 0xFFFF_FFFFL;

  private VerifiedAccess() {}

  /// Executes {@link Op#VERIFIED_LOAD}, of memory 0.
  static void load(State s, int fp, int[] code, int pc) {
    long address = s.slot(fp + code[pc + 2]) + (code[pc + 3] & U32);
    s.slot(fp + code[pc + 1], load(s.runningMemory(), code[pc] & 0xFF, address));
  }

  /// Loads a value of a kind, as it lies in a slot.
  static long load(SafeMemory memory, int kind, long address) {
    int at = (int) Math.min(address, Integer.MAX_VALUE);
    long value =
        switch (kind) {
          case Op.I32_LOAD, Op.F32_LOAD, Op.I64_LOAD32_U -> memory.load32(at) & U32;
          case Op.I64_LOAD, Op.F64_LOAD -> memory.load64(at);
          case Op.I32_LOAD8_S -> (byte) memory.load8(at) & U32;
          case Op.I32_LOAD8_U, Op.I64_LOAD8_U -> memory.load8(at);
          case Op.I32_LOAD16_S -> (short) memory.load16(at) & U32;
          case Op.I32_LOAD16_U, Op.I64_LOAD16_U -> memory.load16(at);
          case Op.I64_LOAD8_S -> (byte) memory.load8(at);
          case Op.I64_LOAD16_S -> (short) memory.load16(at);
          default -> memory.load32(at);
        };
    check(memory);
    return value;
  }

  /// Executes {@link Op#VERIFIED_STORE}, of memory 0.
  static void store(State s, int fp, int[] code, int pc) {
    long address = s.slot(fp + code[pc + 1]) + (code[pc + 3] & U32);
    store(s.runningMemory(), code[pc] & 0xFF, address, s.slot(fp + code[pc + 2]));
  }

  /// Stores a value of a kind.
  static void store(SafeMemory memory, int kind, long address, long value) {
    int at = (int) Math.min(address, Integer.MAX_VALUE);
    switch (kind) {
      case Op.I32_STORE, Op.F32_STORE, Op.I64_STORE32 -> memory.store32(at, (int) value);
      case Op.I64_STORE, Op.F64_STORE -> memory.store64(at, value);
      case Op.I32_STORE8, Op.I64_STORE8 -> memory.store8(at, (int) value);
      default -> memory.store16(at, (int) value);
    }
    check(memory);
  }

  // [impl->req~engine-integrity~1]
  private static void check(SafeMemory memory) {
    if (!memory.intact()) {
      throw TrapSignal.CORRUPTED;
    }
  }
}
