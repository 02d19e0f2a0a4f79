package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static dev.wrt.decoder.core.Wasm.vec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.DecoderCode;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The validation rules, each with what it refuses, in the module of {@link Samples#module}: one
/// type, function, table, memory, mutable global, segment of each kind, and an `i32` local.
final class ValidationTest {
  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "2001 1a, UNKNOWN_LOCAL",
    "2301 1a, UNKNOWN_GLOBAL",
    "4100 2401, UNKNOWN_GLOBAL",
    "4100 2501 1a, UNKNOWN_TABLE",
    "4100 d070 2601, UNKNOWN_TABLE",
    "4100 28420100 1a, UNKNOWN_MEMORY",
    "3f01 1a, UNKNOWN_MEMORY",
    "00 fc0a0001, UNKNOWN_MEMORY",
    "00 fc0a0100, UNKNOWN_MEMORY",
    "00 fc080100, UNKNOWN_DATA",
    "00 fc080001, UNKNOWN_MEMORY",
    "fc0901, UNKNOWN_DATA",
    "fc0d01, UNKNOWN_ELEM",
    "00 fc0c0100, UNKNOWN_ELEM",
    "00 fc0c0001, UNKNOWN_TABLE",
    "00 fc0e0001, UNKNOWN_TABLE",
    "00 fc0e0100, UNKNOWN_TABLE",
    "1001, UNKNOWN_FUNC",
    "00 110100, UNKNOWN_TYPE",
    "00 110001, UNKNOWN_TABLE",
    "d201 1a, UNKNOWN_FUNC",
    "0c01, UNKNOWN_LABEL",
    "4100 0d01, UNKNOWN_LABEL",
    "4100 0e010100, UNKNOWN_LABEL",
    "4100 0e010001, UNKNOWN_LABEL",
    "0201 0b, UNKNOWN_TYPE"
  })
  @DisplayName("an index out of range is unknown")
  void indices(String body, DecoderCode code) {
    assertEquals(code, Wasm.fault(Samples.module(hex(body))).code());
  }

  @ParameterizedTest
  @CsvSource({
    "4100 28030000, ALIGNMENT_TOO_LARGE",
    "4100 28028080808010, OFFSET_OUT_OF_RANGE",
    "00 1c00, INVALID_RESULT_ARITY",
    "00 1c027f7f, INVALID_RESULT_ARITY",
    "05, END_EXPECTED",
    "4100 0440 05 05 0b, END_EXPECTED",
    "4100 288001 00, MALFORMED_MEMOP",
    "02 64 0b, UNSUPPORTED",
    "02 c07f 0b, MALFORMED_REF_TYPE",
    "d001 1a, UNSUPPORTED",
    "d040 1a, MALFORMED_HEAP_TYPE",
    "d0ff7e 1a, MALFORMED_HEAP_TYPE",
    "d06e 1a, UNSUPPORTED"
  })
  @DisplayName("a rule of its own has a fault of its own")
  void others(String body, DecoderCode code) {
    assertEquals(code, Wasm.fault(Samples.module(hex(body))).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "4100", // a value is left
        "1a", // none is there
        "4200 45 1a", // of another type
        "027f 0b 1a", // a block without its result
        "0240 4100 0b", // a block with one more
        "4100 047f 4100 0b 1a", // an if with a result and no else
        "4100 047f 4100 05 4200 0b 1a", // branches of two types
        "027f 0c00 0b 1a", // a branch without its value
        "027f 4200 0c00 0b 1a", // with one of another type
        "027f 4100 0d00 0b 1a", // a conditional one without it
        "0240 027f 4100 4100 0e010001 0b 1a 0b", // labels of two arities
        "027f 4200 4100 0e0000 0b 1a", // a table of labels, another type
        "027f 4100 0e0000 0b 1a", // and no value
        "d070 4100 45 1a 1a 4100 d1 1a", // ref.is_null of a number
        "d070 d070 4100 1b 1a", // select of references
        "4100 4200 4100 1b 1a", // of two types
        "4100 d070 4100 1c0170 1a", // with a type
        "d06f 2400", // a global of another type
        "4200 2100", // a local of another type
        "4100 d06f 2600", // a table of another type
        "4200 110000" // an index of another type
      })
  @DisplayName("operands of other types, in other numbers or other places are a mismatch")
  void mismatches(String body) {
    assertEquals(DecoderCode.TYPE_MISMATCH, Wasm.fault(Samples.module(hex(body))).code());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00 1a 45 1a", // unreachable code has any operands
        "0240 0c00 45 1a 0b",
        "027f 4100 4100 0d00 0b 1a",
        "037f 4100 0b 1a",
        "0340 0c00 0b", // a branch to a loop takes its parameters
        "027f 00 4100 0e0000 0b 1a",
        "027f 4107 4100 0e0000 0b 1a",
        "00 1b 1a", // select of unknown types
        "4100 00 1b 1a",
        "4200 4200 4100 1b 1a",
        "d06f d06f 4100 1c016f 1a",
        "4100 047f 4100 05 4101 0b 1a",
        "4100 0440 0b",
        "4100 2200 2100",
        "d070 d1 1a",
        "00 d1 1a",
        "0f 45 1a",
        "d200 1a",
        "2300 2400"
      })
  @DisplayName("code that keeps the rules is valid")
  void valid(String body) {
    assertEquals(1, Wasm.valid(Samples.module(hex(body))).funcs().size());
  }

  @Test
  @DisplayName("a constant expression has constant instructions and constant globals only")
  void constants() {
    byte[] mutable = section(6, 2, Wasm.I32, 1, 0x41, 0, 0x0B, Wasm.I32, 0, 0x23, 0, 0x0B);
    assertEquals(DecoderCode.CONSTANT_REQUIRED, Wasm.fault(Wasm.module(mutable)).code());
    byte[] computed = section(6, 1, Wasm.I32, 0, 0x41, 0, 0x45, 0x0B);
    assertEquals(DecoderCode.CONSTANT_REQUIRED, Wasm.fault(Wasm.module(computed)).code());
    byte[] itself = section(6, 1, Wasm.I32, 0, 0x23, 0, 0x0B);
    assertEquals(DecoderCode.UNKNOWN_GLOBAL, Wasm.fault(Wasm.module(itself)).code());
    byte[] sum = section(6, 1, Wasm.I64, 0, 0x42, 1, 0x42, 2, 0x7C, 0x0B);
    assertEquals(2, Wasm.valid(Wasm.module(sum)).globals().getFirst().init().maxHeight());
  }

  @Test
  @DisplayName("a constant global is not set, an undeclared function not referred to")
  void modules() {
    byte[] global = section(6, 1, Wasm.I32, 0, 0x41, 0, 0x0B);
    byte[] set = bytes(0, 0x41, 0, 0x24, 0, 0x0B);
    byte[] setting =
        Wasm.module(Wasm.noType(), section(3, 1, 0), global, section(10, 1, u32(set.length), set));
    assertEquals(DecoderCode.IMMUTABLE_GLOBAL, Wasm.fault(setting).code());
    assertEquals(DecoderCode.UNDECLARED_REF, Wasm.fault(Wasm.function(0xD2, 0, 0x1A)).code());
    assertEquals(DecoderCode.DATA_COUNT_REQUIRED, Wasm.fault(Wasm.function(0xFC, 9, 0)).code());
  }

  @Test
  @DisplayName("parameters and results of blocks pass through the operand stack")
  void blockTypes() {
    byte[] types = section(1, 2, 0x60, 0, 0, 0x60, 2, Wasm.I32, Wasm.I32, 1, Wasm.I32);
    byte[] code = bytes(0, hex("4101 4102 0201 6a 0b 1a 4101 4102 4103 0401 6a 05 6b 0b 1a 0b"));
    byte[] body = section(10, 1, u32(code.length), code);
    Wasm.valid(Wasm.module(types, section(3, 1, 0), body));
    byte[] loop = bytes(0, hex("4101 4102 0301 4100 0c00 0b 1a 0b"));
    byte[] bad = section(10, 1, u32(loop.length), loop);
    Wasm.valid(Wasm.module(types, section(3, 1, 0), bad));
    byte[] missing = bytes(0, hex("4101 0201 1a 4100 0b 1a 0b"));
    byte[] tooFew = section(10, 1, u32(missing.length), missing);
    assertEquals(
        DecoderCode.TYPE_MISMATCH, Wasm.fault(Wasm.module(types, section(3, 1, 0), tooFew)).code());
  }

  @ParameterizedTest
  @CsvSource({
    "4, 01 70 08 00, MALFORMED_LIMITS",
    "4, 01 70 01 02 01, SIZE_ORDER",
    "4, 01 70 00 8080808010, TABLE_SIZE",
    "4, 01 7f 00 00, MALFORMED_REF_TYPE",
    "4, 01 40 01 70 00 00 d0 70 0b, ZERO_BYTE_EXPECTED",
    "5, 01 00 818004, MEMORY_SIZE",
    "5, 01 01 00 ffffffffffffffffff01, MEMORY_SIZE",
    "6, 01 7f 02 41 00 0b, MALFORMED_MUTABILITY",
    "7, 01 00 05 00, MALFORMED_EXPORT_KIND",
    "7, 01 00 00 00, UNKNOWN_FUNC",
    "8, 00, UNKNOWN_FUNC",
    "9, 01 08, MALFORMED_ELEM_SEGMENT",
    "9, 01 01 01 00, MALFORMED_ELEM_KIND",
    "9, 01 00 41 00 0b 00, UNKNOWN_TABLE",
    "9, 01 01 00 01 00, UNKNOWN_FUNC",
    "11, 01 03, MALFORMED_DATA_SEGMENT",
    "11, 01 00 41 00 0b 00, UNKNOWN_MEMORY",
    "12, 01, INCONSISTENT_DATA_LENGTHS",
    "1, 01 5d, MALFORMED_TYPE",
    "2, 01 00 00 09, MALFORMED_IMPORT_KIND",
    "3, 01 00, UNKNOWN_TYPE"
  })
  @DisplayName("a section with one wrong byte is refused with that byte's fault")
  void sections(int id, String content, DecoderCode code) {
    assertEquals(code, Wasm.fault(Wasm.module(section(id, hex(content)))).code());
  }

  @Test
  @DisplayName("a segment's type must be that of its table, a start function's empty")
  void segments() {
    byte[] table = section(4, 1, Wasm.EXTERNREF, 0, 0);
    byte[] elem = section(9, 1, 0, 0x41, 0, 0x0B, 0);
    assertEquals(DecoderCode.TYPE_MISMATCH, Wasm.fault(Wasm.module(table, elem)).code());
    byte[] type = section(1, 1, 0x60, 1, Wasm.I32, 0);
    byte[] start = Wasm.module(type, section(2, 1, 0, 0, 0, 0), section(8, 0));
    assertEquals(DecoderCode.BAD_START, Wasm.fault(start).code());
    byte[] twice = section(7, vec(2, 1, 0x78, 1, 0));
    assertEquals(DecoderCode.DUPLICATE_EXPORT, Wasm.fault(Wasm.module(table, bytes(twice))).code());
  }

  @Test
  @DisplayName("value types are found by their codes and know their families")
  void valTypes() {
    assertNull(ValType.of(-1));
    assertNull(ValType.of(0x80));
    assertNull(ValType.of(1));
    assertTrue(ValType.F64.isNum() && !ValType.V128.isNum() && !ValType.FUNCREF.isNum());
    assertTrue(ValType.V128.isVec() && !ValType.I32.isVec());
    assertTrue(ValType.EXTERNREF.isRef() && !ValType.I32.isRef() && !ValType.BOT.isRef());
  }
}
