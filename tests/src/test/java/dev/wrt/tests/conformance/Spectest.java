package dev.wrt.tests.conformance;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import dev.wrt.engine.ExternVal;
import dev.wrt.engine.Store;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The host module `spectest` that the scripts import from: print functions that do nothing, and
/// globals, tables and memories that small modules export.
final class Spectest {
  private static final Map<String, FuncType> FUNCTIONS =
      Map.of(
          "print", params(),
          "print_i32", params(ValType.I32),
          "print_i64", params(ValType.I64),
          "print_f32", params(ValType.F32),
          "print_f64", params(ValType.F64),
          "print_i32_f32", params(ValType.I32, ValType.F32),
          "print_f64_f64", params(ValType.F64, ValType.F64));

  private static final List<String> GLOBALS =
      List.of("global_i32", "global_i64", "global_f32", "global_f64");

  private static final int TABLE = 1;
  private static final int MEM = 2;
  private static final int GLOBAL = 3;

  private Spectest() {}

  private static FuncType params(ValType... types) {
    return new FuncType(List.of(types), List.of());
  }

  /// Creates the functions in a store.
  static Map<String, ExternVal> functions(Store store) {
    Map<String, ExternVal> functions = new HashMap<>();
    FUNCTIONS.forEach(
        (name, type) -> functions.put(name, Results.value(store.hostFunc(type, name))));
    return functions;
  }

  /// A module with the globals (666 and 666.6), a table of 10 to 20 functions with each type of
  /// address, a memory of 1 to 2 pages.
  static byte[] module() {
    ByteArrayOutputStream out = preamble();
    section(out, 4, bytes(2, 0x70, 1, 10, 20, 0x70, 5, 10, 20));
    section(out, 5, bytes(1, 1, 1, 2));
    section(out, 6, globals());
    ByteArrayOutputStream exports = new ByteArrayOutputStream();
    exports.write(GLOBALS.size() + 3);
    for (int i = 0; i < GLOBALS.size(); i++) {
      export(exports, GLOBALS.get(i), GLOBAL, i);
    }
    export(exports, "table", TABLE, 0);
    export(exports, "table64", TABLE, 1);
    export(exports, "memory", MEM, 0);
    section(out, 7, exports.toByteArray());
    return out.toByteArray();
  }

  /// A module with a shared memory of 1 to 2 pages, as the scripts of the threads proposal want.
  static byte[] sharedMemory() {
    ByteArrayOutputStream out = preamble();
    section(out, 5, bytes(1, 3, 1, 2));
    ByteArrayOutputStream exports = new ByteArrayOutputStream();
    exports.write(1);
    export(exports, "shared_memory", MEM, 0);
    section(out, 7, exports.toByteArray());
    return out.toByteArray();
  }

  static ByteArrayOutputStream preamble() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    return out;
  }

  private static byte[] globals() {
    ByteBuffer out = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    out.put(bytes(4));
    out.put(bytes(0x7F, 0, 0x41, 0x9A, 0x05, 0x0B));
    out.put(bytes(0x7E, 0, 0x42, 0x9A, 0x05, 0x0B));
    out.put(bytes(0x7D, 0, 0x43)).putFloat(666.6f).put(bytes(0x0B));
    out.put(bytes(0x7C, 0, 0x44)).putDouble(666.6).put(bytes(0x0B));
    byte[] section = new byte[out.position()];
    out.flip().get(section);
    return section;
  }

  static void export(ByteArrayOutputStream out, String name, int kind, int index) {
    out.write(name.length());
    out.writeBytes(name.getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes(kind, index));
  }

  static void section(ByteArrayOutputStream out, int id, byte[] content) {
    out.write(id);
    out.write(content.length);
    out.writeBytes(content);
  }

  static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
