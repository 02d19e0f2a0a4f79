package dev.wrt.engine;

import dev.wrt.decoder.core.Opcode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Writes small modules: functions that are exported by name, memories, and nothing else.
final class ModuleBytes {
  private final List<byte[]> types = new ArrayList<>();
  private final List<byte[]> memories = new ArrayList<>();
  private final List<byte[]> exports = new ArrayList<>();
  private final List<byte[]> codes = new ArrayList<>();

  /// Adds a memory by its limits in binary.
  ModuleBytes memory(int... limits) {
    exports.add(join(name("memory" + memories.size()), bytes(2, memories.size())));
    memories.add(bytes(limits));
    return this;
  }

  /// Adds a function.
  ///
  /// @param local type of an extra local, 0 for none
  ModuleBytes func(String name, int[] params, int[] results, int local, byte[]... code) {
    exports.add(join(name(name), bytes(0), leb(codes.size())));
    types.add(join(bytes(0x60), counted(params), counted(results)));
    byte[] locals = local == 0 ? bytes(0) : bytes(1, 1, local);
    codes.add(sized(join(locals, join(code), bytes(0x0B))));
    return this;
  }

  /// The module.
  byte[] bytes() {
    List<byte[]> funcs = new ArrayList<>();
    for (int i = 0; i < codes.size(); i++) {
      funcs.add(leb(i));
    }
    return join(
        bytes(0, 'a', 's', 'm', 1, 0, 0, 0),
        section(1, types),
        section(3, funcs),
        section(5, memories),
        section(7, exports),
        section(10, codes));
  }

  /// An instruction with immediates.
  static byte[] code(Opcode op, byte[]... immediates) {
    byte[] opcode = op.prefix() == 0 ? bytes(op.code()) : join(bytes(op.prefix()), leb(op.code()));
    return join(opcode, join(immediates));
  }

  /// `local.get`
  static byte[] get(int local) {
    return join(bytes(0x20), leb(local));
  }

  /// `local.set`
  static byte[] set(int local) {
    return join(bytes(0x21), leb(local));
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  /// An unsigned LEB128.
  static byte[] leb(long value) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long rest = value;
    for (; Long.compareUnsigned(rest, 0x80) >= 0; rest >>>= 7) {
      out.write((int) (rest & 0x7F | 0x80));
    }
    out.write((int) rest);
    return out.toByteArray();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] name(String name) {
    return sized(name.getBytes(StandardCharsets.UTF_8));
  }

  private static byte[] counted(int[] values) {
    return join(leb(values.length), bytes(values));
  }

  private static byte[] sized(byte[] contents) {
    return join(leb(contents.length), contents);
  }

  private static byte[] section(int id, List<byte[]> items) {
    byte[] contents = join(leb(items.size()), join(items.toArray(byte[][]::new)));
    return items.isEmpty() ? new byte[0] : join(bytes(id), sized(contents));
  }
}
