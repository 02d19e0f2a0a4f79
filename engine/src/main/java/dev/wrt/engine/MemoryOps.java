package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;

/// Loads and stores of any memory of the instance, by addresses of 32 or 64 bits: {@link
/// Op#MEM_LOAD} and {@link Op#MEM_STORE}.
///
/// An effective address is a sum of unsigned 64-bit numbers, which must not wrap; bounds are
/// checked here, exactly, before anything is read or written.
final class MemoryOps {
  private static final long U32 = 0xFFFF_FFFFL;

  private MemoryOps() {}

  /// Executes the access at `pc`.
  ///
  /// @param fp first slot of the frame
  /// @return where the next instruction is
  static int step(State s, int fp, int[] code, int pc) {
    int op = code[pc];
    int kind = op & 0xFF;
    int a = fp + code[pc + 1];
    int b = fp + code[pc + 2];
    SafeMemory memory = s.running().mem(code[pc + 3]).memory();
    long offset = (code[pc + 4] & U32) | (long) code[pc + 5] << 32;
    if (op >>> 8 == Op.MEM_LOAD) {
      int at = index(s.slot(b), offset, width(kind), memory.sizeBytes());
      s.slot(a, load(s, memory, kind, at));
    } else {
      int at = index(s.slot(a), offset, width(kind), memory.sizeBytes());
      store(s, memory, kind, at, s.slot(b));
    }
    return pc + 2 * Op.WORDS;
  }

  /// An address as an index of the memory's array, which checks whatever an int can hold.
  // [impl->req~engine-bounds~1]
  static int index(long address) {
    if (address > Integer.MAX_VALUE) {
      throw TrapSignal.of(TrapCode.OUT_OF_BOUNDS_MEMORY);
    }
    return (int) address;
  }

  /// Where an access of `width` bytes begins in a memory of `size` bytes; traps if it does not lie
  /// in it.
  ///
  /// @param address unsigned
  /// @param offset unsigned
  // [impl->req~engine-bounds~1]
  // [impl->req~engine-memory64~1]
  static int index(long address, long offset, int width, int size) {
    long at = address + offset;
    boolean wraps = Long.compareUnsigned(at, offset) < 0;
    if (wraps || width > size || Long.compareUnsigned(at, size - width) > 0) {
      throw TrapSignal.of(TrapCode.OUT_OF_BOUNDS_MEMORY);
    }
    return (int) at;
  }

  /// Traps unless `length` bytes or elements from `offset` on lie in `size` ones.
  ///
  /// @param offset unsigned
  /// @param length unsigned
  static void trapIfOutside(long offset, long length, long size, TrapCode code) {
    if (Long.compareUnsigned(length, size) > 0 || Long.compareUnsigned(offset, size - length) > 0) {
      throw TrapSignal.of(code);
    }
  }

  private static int width(int kind) {
    return switch (kind) {
      case Op.I64_LOAD, Op.F64_LOAD, Op.I64_STORE, Op.F64_STORE -> 8;
      case Op.I32_LOAD8_S, Op.I32_LOAD8_U, Op.I64_LOAD8_S, Op.I64_LOAD8_U -> 1;
      case Op.I32_STORE8, Op.I64_STORE8 -> 1;
      case Op.I32_LOAD16_S, Op.I32_LOAD16_U, Op.I64_LOAD16_S, Op.I64_LOAD16_U -> 2;
      case Op.I32_STORE16, Op.I64_STORE16 -> 2;
      default -> 4;
    };
  }

  static long load(State s, SafeMemory memory, int kind, int at) {
    if (memory.verification().level() != VerificationLevel.OFF) {
      return VerifiedAccess.load(memory, kind, at);
    }
    byte[] bytes = memory.plain();
    return switch (kind) {
      case Op.I32_LOAD, Op.F32_LOAD, Op.I64_LOAD32_U ->
          (int) LittleEndian.INTS.get(bytes, at) & U32;
      case Op.I64_LOAD, Op.F64_LOAD -> (long) LittleEndian.LONGS.get(bytes, at);
      case Op.I32_LOAD8_S -> bytes[at] & U32;
      case Op.I32_LOAD8_U, Op.I64_LOAD8_U -> bytes[at] & 0xFF;
      case Op.I32_LOAD16_S -> (short) LittleEndian.SHORTS.get(bytes, at) & U32;
      case Op.I32_LOAD16_U, Op.I64_LOAD16_U -> (short) LittleEndian.SHORTS.get(bytes, at) & 0xFFFF;
      case Op.I64_LOAD8_S -> bytes[at];
      case Op.I64_LOAD16_S -> (short) LittleEndian.SHORTS.get(bytes, at);
      default -> (int) LittleEndian.INTS.get(bytes, at);
    };
  }

  static void store(State s, SafeMemory memory, int kind, int at, long value) {
    if (memory.verification().level() != VerificationLevel.OFF) {
      VerifiedAccess.store(memory, kind, at, value);
      return;
    }
    byte[] bytes = memory.plain();
    switch (kind) {
      case Op.I64_STORE, Op.F64_STORE -> LittleEndian.LONGS.set(bytes, at, value);
      case Op.I32_STORE8, Op.I64_STORE8 -> bytes[at] = (byte) value;
      case Op.I32_STORE16, Op.I64_STORE16 -> LittleEndian.SHORTS.set(bytes, at, (short) value);
      default -> LittleEndian.INTS.set(bytes, at, (int) value);
    }
  }
}
