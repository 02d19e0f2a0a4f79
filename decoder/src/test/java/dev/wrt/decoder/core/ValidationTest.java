package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static dev.wrt.decoder.core.Wasm.vec;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Features;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The validation rules, each with what it refuses, in the module of {@link Samples#module}: types
/// of all kinds, one function, table, memory, mutable global, tag, segment of each kind, and an
/// `i32` local.
// [utest->req~core-validation~1]
// [utest->req~core-local-init~1]
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
    "00 110500, UNKNOWN_TYPE",
    "00 110001, UNKNOWN_TABLE",
    "d201 1a, UNKNOWN_FUNC",
    "0c01, UNKNOWN_LABEL",
    "4100 0d01, UNKNOWN_LABEL",
    "4100 0e010100, UNKNOWN_LABEL",
    "4100 0e010001, UNKNOWN_LABEL",
    "0205 0b, UNKNOWN_TYPE",
    "00 1405, UNKNOWN_TYPE",
    "d005 1a, UNKNOWN_TYPE",
    "00 fb0005, UNKNOWN_TYPE",
    "00 fb0605, UNKNOWN_TYPE",
    "00 fb020102, UNKNOWN_FIELD",
    "00 fb090201, UNKNOWN_DATA",
    "00 fb0a0401, UNKNOWN_ELEM",
    "0801, UNKNOWN_TAG",
    "1f40 01 00 01 00 0b, UNKNOWN_TAG",
    "1f40 01 00 00 01 0b, UNKNOWN_LABEL"
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
    "02 c07f 0b, MALFORMED_REF_TYPE",
    "d040 1a, MALFORMED_HEAP_TYPE",
    "d0ff7e 1a, MALFORMED_HEAP_TYPE",
    "00 110100, NOT_A_FUNC",
    "0201 0b, NOT_A_FUNC",
    "00 1401, NOT_A_FUNC",
    "00 fb0002, NOT_A_STRUCT",
    "00 fb0601, NOT_AN_ARRAY",
    "00 fb020101, PACKED_FIELD",
    "00 fb030100, UNPACKED_FIELD",
    "00 fb0b03, PACKED_ARRAY",
    "00 fb0c02, UNPACKED_ARRAY",
    "00 fb110203, ARRAY_TYPES",
    "00 fb090400, ARRAY_NOT_NUMERIC",
    "00 fd1510, INVALID_LANE",
    "00 fd1808, INVALID_LANE",
    "00 fd2202, INVALID_LANE",
    "00 fd0d 20000000000000000000000000000000, INVALID_LANE",
    "00 fd0d 00000000000000000000000000000080, INVALID_LANE",
    "00 fd54 0000 10, INVALID_LANE",
    "00 fd57 0300 02, INVALID_LANE",
    "00 fd0005 00, ALIGNMENT_TOO_LARGE",
    "00 fb18 04 00 6e 6e, MALFORMED_CAST",
    "1f40 01 04 00 0b, MALFORMED_CATCH",
    "00 fb1f, ILLEGAL_OPCODE"
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
        "4200 110000", // an index of another type
        "fb0702 fb020100 1a", // a structure of another type
        "d06e fb020100 1a", // one that is not known to be of the type
        "d06f fb1b 1a", // a conversion of what is not below any
        "d06e fb16 00 1a", // a cast to another hierarchy
        "0240 d06e fb18 03 00 6e 6e 1a 0b", // a label without value
        "026e d06d fb18 01 00 6d 6e 0b 1a", // a cast to what is above
        "d06e d600", // a label without reference
        "4100 d4 1a", // a number that is not null
        "1f40 01 03 00 0b", // a clause with an exception
        "4100 0a", // a number that is thrown
        "d070 d06f d3 1a" // a comparison of what can't be compared
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
        "2300 2400",
        "fb0101 fb020100 1a", // a non-null reference where a nullable one is wanted
        "fb0101 fb020100 2100",
        "4100 fb1c fb1b 1a", // a scalar is below any
        "d071 fb020100 1a", // the null reference is of each type
        "4100 fb1c d06d d3 1a",
        "00 d4 fb020100 1a", // an unknown reference matches all
        "0240 00 d500 1a 0b",
        "d200 1400", // a function's reference has its type
        "d200 1500",
        "1200",
        "4100 130000",
        "0264 69 1f40 01 03 00 0b 00 0b 0a", // a clause with the exception
        "0240 1f40 01 00 00 00 0800 0b 0b",
        "026e d06e fb18 03 00 6e 6d 0b 1a",
        "0264 6d d06e fb18 01 00 6e 6d 00 0b 1a",
        "4101 4102 fb080202 fb0f 1a",
        "0263 01 d001 0b 1a"
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
    byte[] memory = section(6, 1, Wasm.I32, 0, 0x02, 0x7F, 0x41, 0, 0x0B, 0x0B);
    assertEquals(DecoderCode.CONSTANT_REQUIRED, Wasm.fault(Wasm.module(memory)).code());
    byte[] unfinished = section(6, 1, Wasm.I32, 0, 0x02, 0x7F, 0x41, 0, 0x0B);
    assertEquals(DecoderCode.UNEXPECTED_END, Wasm.fault(Wasm.module(unfinished)).code());
    byte[] sum = section(6, 1, Wasm.I64, 0, 0x42, 1, 0x42, 2, 0x7C, 0x0B);
    assertEquals(2, Wasm.valid(Wasm.module(sum)).globals().getFirst().init().maxHeight());
  }

  /// A function with a local `(ref any)` and a body.
  private static byte[] nonNullLocal(String body) {
    byte[] code = bytes(1, 1, 0x64, Wasm.ANYREF, hex(body), Wasm.END);
    return Wasm.module(Wasm.noType(), section(3, 1, 0), section(10, 1, u32(code.length), code));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2000 1a",
        "0240 4100 fb1c 2100 0b 2000 1a",
        "4100 0440 4100 fb1c 2100 05 2000 1a 0b",
        "00 2000 1a"
      })
  @DisplayName("a local without default value is not read before the block that has it sets it")
  void unset(String body) {
    assertEquals(DecoderCode.UNINITIALIZED_LOCAL, Wasm.fault(nonNullLocal(body)).code());
  }

  @ParameterizedTest
  @ValueSource(strings = {"4100 fb1c 2100 0240 2000 1a 0b 2000 1a", "4100 fb1c 2200 1a 2000 1a"})
  @DisplayName("a local that is set may be read up to the end of the block")
  void set(String body) {
    Wasm.valid(nonNullLocal(body));
  }

  @ParameterizedTest
  @CsvSource({
    "00 fe10 0100, ATOMIC_ALIGNMENT",
    "00 fe10 0300, ALIGNMENT_TOO_LARGE",
    "fe03 01, ZERO_BYTE_EXPECTED",
    "0900, INVALID_RETHROW",
    "0640 0900 0b, INVALID_RETHROW",
    "0640 1801, UNKNOWN_LABEL",
    "0700, END_EXPECTED",
    "19, END_EXPECTED",
    "1800, END_EXPECTED",
    "0640 19 19 0b, END_EXPECTED"
  })
  @DisplayName("the instructions of features have their rules too")
  void features(String body, DecoderCode code) {
    Fault fault = Wasm.fault(Samples.module(hex(body)), Features.ALL);
    assertEquals(code, fault.code());
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
