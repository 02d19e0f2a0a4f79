package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.Features;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each way through the rules of validation that depends on what a module declares, in a module
/// with types, tables, tags, globals and segments of many kinds.
///
/// Types: 0 `[]->[]`, 1 struct `i32 mut, i8 mut`, 2 array `i32 mut`, 3 `i8 mut`, 4 `funcref mut`, 5
/// struct `i32`, 6 struct `(ref any) mut, i32 mut`, 7 array `(ref any) mut`, 8 array `i32`, 9
/// `anyref mut`, 10 `eqref mut`, 11 `[i32]->[i32]`, 12 `[]->[anyref]`, 13 `[i32]->[]`, 14 `[i64]->
/// []`, 15 array `i16 mut`, 16 `[]->[i32 i32]`, 17 array `anyref`. Tables: 0 `funcref`, 1
/// `externref`, 2 `anyref`, 3 `eqref`. Tags: 0 `[]`, 1 `[i32]`. Functions: 0 `[]->[]`, 1 of type
/// 11, 2 of type 12. Element segments: 0 of `funcref`, 1 of `externref`. Global 0: `i32`, constant.
// [utest->req~core-validation~1]
final class RuleBranchesTest {
  private static final byte[] TYPES =
      bytes(
          bytes(18, 0x60, 0, 0, 0x5F, 2, 0x7F, 1, 0x78, 1, 0x5E, 0x7F, 1, 0x5E, 0x78, 1),
          bytes(0x5E, 0x70, 1, 0x5F, 1, 0x7F, 0, 0x5F, 2, 0x64, 0x6E, 1, 0x7F, 1),
          bytes(0x5E, 0x64, 0x6E, 1, 0x5E, 0x7F, 0, 0x5E, 0x6E, 1, 0x5E, 0x6D, 1),
          bytes(0x60, 1, 0x7F, 1, 0x7F, 0x60, 0, 1, 0x6E, 0x60, 1, 0x7F, 0, 0x60, 1, 0x7E, 0),
          bytes(0x5E, 0x77, 1, 0x60, 0, 2, 0x7F, 0x7F, 0x5E, 0x6E, 0));

  /// The module with one more function, of a type, whose body is in hexadecimal.
  private static byte[] module(int typeidx, String body) {
    byte[] code = bytes(0, HexFormat.of().parseHex(body.replace(" ", "")), Wasm.END);
    byte[] constant = bytes(0x41, 0, Wasm.END);
    byte[] tables = bytes(4, 0x70, 0, 1, 0x6F, 0, 1, 0x6E, 0, 1, 0x6D, 0, 1);
    byte[] elems = bytes(2, 1, 0, 1, 0, 5, 0x6F, 0);
    return Wasm.module(
        bytes(
            section(1, TYPES),
            section(3, 4, 0, 11, 12, typeidx),
            section(4, tables),
            section(5, 1, 0, 1),
            section(13, 2, 0, 0, 0, 13),
            section(6, 1, 0x7F, 0, constant),
            section(9, elems),
            section(12, 1)),
        section(
            10,
            bytes(4, 2, 0, Wasm.END, 4, 0, 0x41, 0, Wasm.END, 4, 0, 0xD0, 0x6E, Wasm.END),
            bytes(u32(code.length), code)),
        section(11, 1, 1, 0));
  }

  private static String verdict(int typeidx, String body) {
    return switch (Wasm.decode(module(typeidx, body), Features.ALL)) {
      case Result.Ok<Module> _ -> "VALID";
      case Result.Err<Module> err -> err.fault().code().toString();
    };
  }

  @ParameterizedTest
  @CsvSource({
    "4100 4100 fb0001 1a, VALID",
    "4100 440000000000000000 fb0001 1a, TYPE_MISMATCH", // the last field first
    "440000000000000000 4100 fb0001 1a, TYPE_MISMATCH",
    "4100 fb0001 1a, TYPE_MISMATCH",
    "00 4100 fb0001 1a, VALID", // what unreachable code leaves comes first
    "00 4200 fb0001 1a, TYPE_MISMATCH",
    "fb0106 1a, FIELD_NOT_DEFAULTABLE",
    "fb0101 1a, VALID",
    "00 fb0000 1a, NOT_A_STRUCT",
    "00 fb0100 1a, NOT_A_STRUCT",
    "00 fb020000 1a, NOT_A_STRUCT",
    "00 fb0201ffffffff0f 1a, UNKNOWN_FIELD",
    "00 fb020102 1a, UNKNOWN_FIELD",
    "00 fb020501 1a, UNKNOWN_FIELD",
    "00 fb050500, IMMUTABLE_FIELD",
    "00 fb050100, VALID",
    "00 fb050101, VALID",
    "00 fb020500 45 1a, VALID",
    "00 fb030101 45 1a, VALID",
    "00 fb040101 45 1a, VALID",
    "00 fb030500 1a, UNPACKED_FIELD",
    "00 fb040500 1a, UNPACKED_FIELD",
    "00 fb020101 1a, PACKED_FIELD",
    "4100 4100 fb050500, IMMUTABLE_FIELD",
    "4100 d001 4100 fb050100 1a, VALID",
    "d001 4200 fb050100, TYPE_MISMATCH"
  })
  @DisplayName("a structure is made of its fields, and a field is read and written as declared")
  void structures(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "00 fb080000 1a, NOT_AN_ARRAY",
    "4100 4200 4100 fb080203 1a, TYPE_MISMATCH",
    "4100 4100 4200 fb080203 1a, TYPE_MISMATCH", // the last element first
    "4100 4100 fb080203 1a, TYPE_MISMATCH",
    "00 4100 fb080203 1a, VALID",
    "4100 4100 4100 fb080303 1a, VALID",
    "fb080200 1a, VALID",
    "00 fb070700 1a, ARRAY_NOT_DEFAULTABLE",
    "4100 fb0707 1a, ARRAY_NOT_DEFAULTABLE",
    "4100 fb0709 1a, VALID",
    "4100 fb0703 1a, VALID",
    "00 fb0e08, IMMUTABLE_ARRAY",
    "00 fb0e02, VALID",
    "00 fb1008, IMMUTABLE_ARRAY",
    "00 fb1002, VALID",
    "00 fb0b02 45 1a, VALID",
    "00 fb0b0f 1a, PACKED_ARRAY",
    "00 fb0c0f 45 1a, VALID",
    "00 fb0d0f 45 1a, VALID",
    "00 fb0d02 1a, UNPACKED_ARRAY",
    "00 fb0b00 1a, NOT_AN_ARRAY",
    "00 fb090200 1a, VALID",
    "00 fb090300 1a, VALID",
    "00 fb090900 1a, ARRAY_NOT_NUMERIC",
    "00 fb120800, IMMUTABLE_ARRAY",
    "00 fb120201, UNKNOWN_DATA",
    "00 fb120200, VALID",
    "00 fb120900, ARRAY_NOT_NUMERIC",
    "00 fb131100, IMMUTABLE_ARRAY",
    "00 fb130402, UNKNOWN_ELEM",
    "00 fb130400, VALID",
    "00 fb130900, TYPE_MISMATCH",
    "00 fb0a0400 1a, VALID",
    "00 fb0a0900 1a, TYPE_MISMATCH",
    "00 fb0a0401 1a, TYPE_MISMATCH"
  })
  @DisplayName("an array is made, read, written and filled as its element type allows")
  void arrays(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "00 fb110202, VALID",
    "00 fb110200, NOT_AN_ARRAY",
    "00 fb110002, NOT_AN_ARRAY",
    "00 fb110802, IMMUTABLE_ARRAY",
    "00 fb110208, VALID",
    "00 fb110302, ARRAY_TYPES",
    "00 fb110203, ARRAY_TYPES",
    "00 fb11030f, ARRAY_TYPES",
    "00 fb110303, VALID",
    "00 fb11090a, VALID", // a reference from below
    "00 fb110a09, ARRAY_TYPES",
    "00 fb110907, VALID",
    "00 fb110709, ARRAY_TYPES",
    "d002 4100 d002 4100 4200 fb110202, TYPE_MISMATCH",
    "d002 4100 d003 4100 4100 fb110202, TYPE_MISMATCH",
    "d003 4100 d002 4100 4100 fb110202, TYPE_MISMATCH"
  })
  @DisplayName("elements are copied to an array whose type takes them")
  void copies(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "d06e fb1b 1a, VALID",
    "d06f fb1b 1a, TYPE_MISMATCH",
    "d06f fb1a fb1b 1a, VALID",
    "d06e fb1a 1a, TYPE_MISMATCH",
    "4100 fb1b 1a, TYPE_MISMATCH",
    "4100 fb1c fb1b 1a, VALID",
    "0264 6f 4100 fb1c fb1b 0b 1a, VALID", // what is not null stays so
    "0264 6f d06e fb1b 0b 1a, TYPE_MISMATCH",
    "d06e fb0f 1a, TYPE_MISMATCH",
    "d06a fb0f 1a, VALID",
    "d06e fb1d 1a, TYPE_MISMATCH",
    "d06c fb1d fb1e 1a, TYPE_MISMATCH"
  })
  @DisplayName("a reference is converted with its nullability")
  void conversions(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "4100 2802ffffffffffffffff01 1a, OFFSET_OUT_OF_RANGE",
    "4100 2802ffffffff0f 1a, VALID",
    "4100 28028080808010 1a, OFFSET_OUT_OF_RANGE",
    "00 fc0e0001, TYPE_MISMATCH",
    "00 fc0e0000, VALID",
    "00 fc0e0203, VALID", // elements from below
    "00 fc0e0302, TYPE_MISMATCH",
    "00 fc0e0004, UNKNOWN_TABLE",
    "00 fc0e0400, UNKNOWN_TABLE",
    "00 fc0c0000, VALID",
    "00 fc0c0001, TYPE_MISMATCH",
    "00 fc0c0101, VALID",
    "00 fc0c0200, UNKNOWN_ELEM",
    "00 fc0c0004, UNKNOWN_TABLE",
    "00 fc0d01, VALID",
    "00 fc0d02, UNKNOWN_ELEM",
    "00 fc0d ffffffff0f, UNKNOWN_ELEM",
    "00 fc09 ffffffff0f, UNKNOWN_DATA",
    "4100 4100 4100 fc0e0000, VALID",
    "4100 4100 4200 fc0e0000, TYPE_MISMATCH",
    "4100 4200 4100 fc0a0000, TYPE_MISMATCH",
    "4200 4100 4100 fc0a0000, TYPE_MISMATCH",
    "00 fc0a0000, VALID",
    "00 fc0a0001, UNKNOWN_MEMORY",
    "00 fc0a0100, UNKNOWN_MEMORY",
    "d06f 4100 fc0f01 1a, VALID",
    "d070 4100 fc0f01 1a, TYPE_MISMATCH",
    "4100 d06f 4100 fc1101, VALID",
    "4100 d06f 4100 fc1104, UNKNOWN_TABLE",
    "4100 2501 fb1a 1a, VALID",
    "4100 2501 fb1b 1a, TYPE_MISMATCH",
    "00 fe00 0200 1a, VALID",
    "00 fe00 0100 1a, ATOMIC_ALIGNMENT",
    "00 fd5c 0400 1a, ALIGNMENT_TOO_LARGE",
    "00 fd0f 1a, VALID",
    "00 fd150f 1a, VALID",
    "00 fd1510 1a, INVALID_LANE",
    "00 fd1807 1a, VALID",
    "00 fd1808 1a, INVALID_LANE",
    "00 fd54 00000f 1a, VALID",
    "00 fd54 000010 1a, INVALID_LANE",
    "00 fd57 030001 1a, VALID",
    "00 fd57 030002 1a, INVALID_LANE",
    "00 fd57 040001 1a, ALIGNMENT_TOO_LARGE",
    "00 fd0d 1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f 1a, VALID",
    "00 fd0d 1f1f1f1f1f1f1f1f1f1f1f1f1f1f1f20 1a, INVALID_LANE",
    "00 fd0d 201f1f1f1f1f1f1f1f1f1f1f1f1f1f1f 1a, INVALID_LANE"
  })
  @DisplayName("memories and tables are used within their types, segments and lanes")
  void memories(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "0c ffffffff0f, UNKNOWN_LABEL",
    "00 fb18 03 05 6e 6e 1a, UNKNOWN_LABEL",
    "0270 d06e fb18 03 00 6e 6e 1a 00 0b 1a, TYPE_MISMATCH", // the label takes another type
    "026e d06e fb18 03 00 6e 6d 0b 1a, VALID",
    "026e d06e fb19 03 00 6e 6d 0b 1a, VALID",
    "026d d06e fb19 03 00 6e 6d 0b 1a, TYPE_MISMATCH", // what is left is not of the label's
    "0264 6e d06e fb19 03 00 6e 6d 00 0b 1a, VALID", // null has matched: it is not left
    "0264 6e d06e fb19 01 00 6e 6d 00 0b 1a, TYPE_MISMATCH",
    "0264 6d d06e fb18 01 00 6e 6d 00 0b 1a, VALID",
    "0264 6d d06e fb18 03 00 6e 6d 00 0b 1a, TYPE_MISMATCH",
    "026e d06d fb18 03 00 6d 6e 0b 1a, TYPE_MISMATCH",
    "0240 d06e fb18 03 00 6e 6d 1a 0b, TYPE_MISMATCH",
    "026e 4100 fb18 03 00 6e 6d 0b 1a, TYPE_MISMATCH",
    "1205, UNKNOWN_FUNC",
    "1201, TYPE_MISMATCH", // a callee that returns more
    "1200, VALID",
    "4100 130001, TYPE_MISMATCH", // a table of other references
    "4100 110001, TYPE_MISMATCH",
    "4100 110000, VALID",
    "4100 130000, VALID",
    "4100 110004, UNKNOWN_TABLE",
    "4100 110100, NOT_A_FUNC",
    "4100 130b00, TYPE_MISMATCH",
    "d000 1400, VALID",
    "d000 1500, VALID",
    "d000 1401, NOT_A_FUNC",
    "d000 1501, NOT_A_FUNC",
    "4100 d00b 140b 1a, VALID",
    "d00b 4100 140b 1a, TYPE_MISMATCH",
    "4100 1001 1a, VALID",
    "4200 1001 1a, TYPE_MISMATCH",
    "4100 0c00, VALID"
  })
  @DisplayName("branches and calls take what their labels and functions take")
  void branches(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4200 0e00 00, TYPE_MISMATCH",
    "12, 1202, VALID",
    "12, d06d, VALID",
    "12, d06f, TYPE_MISMATCH",
    "12, d070 0f, TYPE_MISMATCH",
    "12, d06d 0f, VALID",
    "12, 4100 1301 00, NOT_A_FUNC",
    "11, 4100 1201, VALID",
    "11, 1201, TYPE_MISMATCH",
    "11, 4100 4100 130b00, VALID",
    "11, 1202, TYPE_MISMATCH",
    "12, 4100 1201, TYPE_MISMATCH",
    "16, 4100 1201, TYPE_MISMATCH",
    "16, 4100 4100, VALID",
    "16, 4100 4200, TYPE_MISMATCH",
    "16, 4200 4100, TYPE_MISMATCH",
    "16, 4100 4100 4100, TYPE_MISMATCH",
    "12, d06d 4100 0e0000, VALID", // a value from below the label's type
    "12, d06f 4100 0e0000, TYPE_MISMATCH",
    "12, 00 4100 0e0000, VALID",
    "16, 00 4100 4100 0e0000, VALID",
    "16, 4100 4100 4100 0e0000, VALID",
    "16, 4200 4100 4100 0e0000, TYPE_MISMATCH",
    "16, 00 4200 4100 0e0000, TYPE_MISMATCH",
    "16, 4100 4100 0e0000, TYPE_MISMATCH"
  })
  @DisplayName("what a function returns, or calls in its place, is of its results' types")
  void results(int typeidx, String body, String expected) {
    assertEquals(expected, verdict(typeidx, body));
  }

  @ParameterizedTest
  @CsvSource({
    "d070 4100 4100 1b 1a, TYPE_MISMATCH", // one reference is enough
    "4100 d070 4100 1b 1a, TYPE_MISMATCH",
    "4100 4200 4100 1b 1a, TYPE_MISMATCH",
    "00 4100 4100 1b 45 1a, VALID",
    "00 4200 4100 1b 50 1a, VALID",
    "4100 4101 4100 1b 45 1a, VALID",
    "4100 4101 4200 1b 45 1a, TYPE_MISMATCH",
    "00 1b 4100 1b 1a, VALID",
    "20 ffffffff0f 1a, UNKNOWN_LOCAL",
    "23 ffffffff0f 1a, UNKNOWN_GLOBAL",
    "08 ffffffff0f, UNKNOWN_TAG",
    "10 ffffffff0f, UNKNOWN_FUNC",
    "3f ffffffff0f 1a, UNKNOWN_MEMORY",
    "00 25 ffffffff0f 1a, UNKNOWN_TABLE",
    "00 fb00 ffffffff0f 1a, UNKNOWN_TYPE",
    "4100 2400, IMMUTABLE_GLOBAL",
    "2300 45 1a, VALID"
  })
  @DisplayName("selected values are of one type; an index is unsigned")
  void parametric(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }

  @ParameterizedTest
  @CsvSource({
    "0801, TYPE_MISMATCH",
    "4100 0801, VALID",
    "0800, VALID",
    "027f 1f40 01 00 01 00 0b 00 0b 1a, VALID",
    "027e 1f40 01 00 01 00 0b 00 0b 1a, TYPE_MISMATCH",
    "0240 1f40 01 00 01 00 0b 00 0b, TYPE_MISMATCH",
    "027f 1f40 01 00 00 00 0b 00 0b 1a, TYPE_MISMATCH",
    "0269 1f40 01 03 00 0b 00 0b 1a, VALID",
    "0269 1f40 01 01 00 00 0b 00 0b 1a, VALID",
    "026f 1f40 01 01 00 00 0b 00 0b 1a, TYPE_MISMATCH",
    "0640 0700 0700 0b, VALID",
    "0640 0701 1a 0b, VALID",
    "0640 0701 0b, TYPE_MISMATCH",
    "0640 0700 19 0b, VALID",
    "0640 0705 0b, UNKNOWN_TAG",
    "0640 0700 1801 0b, END_EXPECTED",
    "0640 19 0700 0b, END_EXPECTED",
    "0905, UNKNOWN_LABEL",
    "0640 0700 0900 0b, VALID",
    "0640 19 0900 0b, VALID",
    "0240 0900 0b, INVALID_RETHROW",
    "0640 1800, VALID",
    "067f 4100 1800 1a, VALID",
    "067f 1800 1a, TYPE_MISMATCH",
    "0640 1805, UNKNOWN_LABEL"
  })
  @DisplayName("exceptions carry the values of their tags")
  void exceptions(String body, String expected) {
    assertEquals(expected, verdict(0, body));
  }
}
