package dev.wrt.tests.differential;

import dev.wrt.decoder.core.Opcode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes of the binary format, written one after another.
final class Code {
  private byte[] bytes = new byte[256];
  private int size;

  int size() {
    return size;
  }

  /// Takes back all that was written after a former {@link #size}.
  void truncate(int to) {
    size = to;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  Code u8(int value) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * size);
    }
    bytes[size++] = (byte) value;
    return this;
  }

  Code u32(int value) {
    return u64(Integer.toUnsignedLong(value));
  }

  Code u64(long value) {
    long rest = value;
    while (Long.compareUnsigned(rest, 0x7F) > 0) {
      u8((int) rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  /// A signed number of any width.
  Code s64(long value) {
    long rest = value;
    while (rest < -0x40 || rest > 0x3F) {
      u8((int) rest & 0x7F | 0x80);
      rest >>= 7;
    }
    return u8((int) rest & 0x7F);
  }

  /// So many bytes, the lowest first.
  Code fixed(long value, int count) {
    for (int i = 0; i < count; i++) {
      u8((int) (value >>> 8 * i));
    }
    return this;
  }

  Code raw(byte[] data) {
    for (byte b : data) {
      u8(b);
    }
    return this;
  }

  Code raw(Code other) {
    return raw(other.toBytes());
  }

  Code name(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return u32(utf8.length).raw(utf8);
  }

  /// A section, or nothing where there are no items.
  void section(int id, int count, Code items) {
    if (count > 0) {
      Code content = new Code().u32(count).raw(items);
      u8(id).u32(content.size()).raw(content);
    }
  }

  /// An instruction without its immediates.
  Code op(Opcode row) {
    return row.prefix() == 0 ? u8(row.code()) : u8(row.prefix()).u32(row.code());
  }

  /// An instruction by its mnemonic, without its immediates.
  Code op(String mnemonic) {
    return op(Rows.row(mnemonic));
  }

  Code i32(int value) {
    return op("i32.const").s64(value);
  }

  Code i64(long value) {
    return op("i64.const").s64(value);
  }
}
