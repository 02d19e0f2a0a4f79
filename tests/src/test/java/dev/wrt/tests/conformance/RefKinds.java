package dev.wrt.tests.conformance;

import java.io.ByteArrayOutputStream;
import java.util.List;

/// A module that says of a reference which kind of thing it refers to, by `ref.test`: the scripts
/// ask no more of the references that they get.
final class RefKinds {
  /// The kinds, in the order of the functions; exported by these names.
  static final List<String> KINDS = List.of("i31ref", "structref", "arrayref", "eqref");

  private static final int[] HEAP_TYPES = {0x6C, 0x6B, 0x6A, 0x6D};

  private RefKinds() {}

  /// The module: a function `[anyref] -> [i32]` for each kind.
  static byte[] module() {
    ByteArrayOutputStream out = Spectest.preamble();
    int count = HEAP_TYPES.length;
    Spectest.section(out, 1, Spectest.bytes(1, 0x60, 1, 0x6E, 1, 0x7F));
    ByteArrayOutputStream funcs = new ByteArrayOutputStream();
    ByteArrayOutputStream exports = new ByteArrayOutputStream();
    ByteArrayOutputStream code = new ByteArrayOutputStream();
    for (ByteArrayOutputStream section : List.of(funcs, exports, code)) {
      section.write(count);
    }
    for (int i = 0; i < count; i++) {
      funcs.write(0);
      Spectest.export(exports, KINDS.get(i), 0, i);
      code.writeBytes(Spectest.bytes(7, 0, 0x20, 0, 0xFB, 0x14, HEAP_TYPES[i], 0x0B));
    }
    Spectest.section(out, 3, funcs.toByteArray());
    Spectest.section(out, 7, exports.toByteArray());
    Spectest.section(out, 10, code.toByteArray());
    return out.toByteArray();
  }
}
