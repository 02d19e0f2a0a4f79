package dev.wrt.tests.faults;

import java.util.zip.CRC32C;

/// Sets the running checksum of a {@link CRC32C}, which has no method for it: after any bytes with
/// the same checksum it goes on in the same way, and there are four bytes for each checksum.
final class ChecksumState {
  /// Castagnoli's polynomial, its bits reversed.
  private static final int POLYNOMIAL = 0x82F63B78;

  private static final int[] TABLE = new int[256];

  /// Which entry of the table has these high 8 bits.
  private static final int[] BY_HIGH = new int[256];

  static {
    for (int i = 0; i < TABLE.length; i++) {
      int c = i;
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        c = (c & 1) == 0 ? c >>> 1 : c >>> 1 ^ POLYNOMIAL;
      }
      TABLE[i] = c;
      BY_HIGH[c >>> 24] = i;
    }
  }

  private ChecksumState() {}

  /// Makes a checksum's value what it was.
  ///
  /// @param value as {@link CRC32C#getValue} has given it
  static void set(CRC32C checksum, long value) {
    if (checksum.getValue() == value) {
      return;
    }
    int register = ~(int) value;
    for (int i = 0; i < Integer.BYTES; i++) {
      int index = BY_HIGH[register >>> 24];
      register = (register ^ TABLE[index]) << 8 | index;
    }
    register = ~register;
    checksum.reset();
    for (int i = 0; i < Integer.BYTES; i++) {
      checksum.update(register >>> 8 * i & 0xFF);
    }
  }
}
