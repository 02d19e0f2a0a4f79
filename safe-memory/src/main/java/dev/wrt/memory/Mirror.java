package dev.wrt.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Operations on a mirror: an array that holds the complement of each byte of a memory.
///
/// A complement, not a copy: a stray fill or an area that reads as all zeros or all ones hits both
/// in the same way and is then seen.
final class Mirror {
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private Mirror() {}

  /// A mirror of more bytes; the new ones mirror zeros.
  ///
  /// @param mirror the mirror so far
  /// @param sizeBytes the size then
  static byte[] grown(byte[] mirror, int sizeBytes) {
    byte[] grown = Arrays.copyOf(mirror, sizeBytes);
    Arrays.fill(grown, mirror.length, sizeBytes, (byte) ~0);
    return grown;
  }

  // [impl->req~memory-full-loads~1]
  /// Whether bytes differ from what a mirror says they are.
  ///
  /// @param bytes where the bytes are
  /// @param at the first of them
  /// @param mirror the mirror
  /// @param from first byte in the mirror
  /// @param length how many
  static boolean differs(byte[] bytes, int at, byte[] mirror, int from, int length) {
    int whole = length & ~7;
    for (int i = 0; i < whole; i += 8) {
      if (((long) LONGS.get(bytes, at + i) ^ (long) LONGS.get(mirror, from + i)) != ~0L) {
        return true;
      }
    }
    for (int i = whole; i < length; i++) {
      if ((bytes[at + i] ^ mirror[from + i]) != ~0) {
        return true;
      }
    }
    return false;
  }

  /// Mirrors bytes; from a mirror to the data, restores them.
  ///
  /// @param mirror where the complements go
  /// @param to the first of them
  /// @param bytes where the bytes are
  /// @param at the first of them
  /// @param length how many
  static void store(byte[] mirror, int to, byte[] bytes, int at, int length) {
    int whole = length & ~7;
    for (int i = 0; i < whole; i += 8) {
      LONGS.set(mirror, to + i, ~(long) LONGS.get(bytes, at + i));
    }
    for (int i = whole; i < length; i++) {
      mirror[to + i] = (byte) ~bytes[at + i];
    }
  }

  /// The first 32-bit word of a range that differs from its mirror.
  ///
  /// @param data the data
  /// @param mirror their mirror
  /// @param from start of the range, a multiple of 4
  /// @param to end of the range
  /// @return address of the word, or -1
  static int firstDifference(byte[] data, byte[] mirror, int from, int to) {
    for (int a = from; a < to; a++) {
      if ((data[a] ^ mirror[a]) != ~0) {
        return a & ~3;
      }
    }
    return -1;
  }

  /// The word at an address, unsigned; bytes beyond the end count as zeros.
  ///
  /// @param data the data
  /// @param a the address, a multiple of 4
  static long word(byte[] data, int a) {
    return word(data, a, 0);
  }

  /// What a mirror says that {@link #word} is.
  ///
  /// @param mirror the mirror
  /// @param a the address, a multiple of 4
  static long mirroredWord(byte[] mirror, int a) {
    return word(mirror, a, ~0);
  }

  private static long word(byte[] bytes, int a, int flip) {
    long word = 0;
    for (int i = Math.min(a + 4, bytes.length) - 1; i >= a; i--) {
      word = word << 8 | ((bytes[i] ^ flip) & 0xFF);
    }
    return word;
  }
}
