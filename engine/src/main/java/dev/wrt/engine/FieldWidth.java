package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;

/// How a field or element lies in the heap: its size, whatever its type; a reference is 4 bytes.
final class FieldWidth {
  /// `i8`
  static final byte W8 = 0;

  /// `i16`
  static final byte W16 = 1;

  /// `i32`, `f32`, references.
  static final byte W32 = 2;

  /// `i64`, `f64`
  static final byte W64 = 3;

  /// `v128`, which is two slots.
  static final byte W128 = 4;

  private static final long U32 = 0xFFFF_FFFFL;

  private FieldWidth() {}

  /// The width of a storage type.
  ///
  /// @param code as {@link dev.wrt.decoder.core.FieldType#storage} has it
  static byte of(int code) {
    return switch (code) {
      case 0x78 -> W8;
      case 0x77 -> W16;
      case 0x7E, 0x7C -> W64;
      case 0x7B -> W128;
      default -> W32;
    };
  }

  /// Its bytes.
  static int bytes(int width) {
    return 1 << width;
  }

  /// Slots that its value takes.
  static int slots(int width) {
    return width == W128 ? 2 : 1;
  }

  /// Loads a value into slots; a packed one is zero-extended.
  static void load(SafeMemory memory, int width, int address, long[] stack, int slot) {
    switch (width) {
      case W8 -> stack[slot] = memory.load8(address);
      case W16 -> stack[slot] = memory.load16(address);
      case W32 -> stack[slot] = memory.load32(address) & U32;
      case W64 -> stack[slot] = memory.load64(address);
      default -> {
        stack[slot] = memory.load64(address);
        stack[slot + 1] = memory.load64(address + Long.BYTES);
      }
    }
  }

  /// Stores a value from slots; a packed one is cut.
  static void store(SafeMemory memory, int width, int address, long[] stack, int slot) {
    switch (width) {
      case W8 -> memory.store8(address, (int) stack[slot]);
      case W16 -> memory.store16(address, (int) stack[slot]);
      case W32 -> memory.store32(address, (int) stack[slot]);
      case W64 -> memory.store64(address, stack[slot]);
      default -> {
        memory.store64(address, stack[slot]);
        memory.store64(address + Long.BYTES, stack[slot + 1]);
      }
    }
  }

  /// Sign-extends a packed value in a slot, as an `i32`.
  static long signed(int width, long value) {
    return (width == W8 ? (byte) value : (short) value) & U32;
  }
}
