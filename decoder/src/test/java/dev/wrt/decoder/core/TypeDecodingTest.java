package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Type definitions and the types of tables, memories, globals and tags: what is read, and what is
/// refused.
// [utest->req~core-type-definitions~1]
final class TypeDecodingTest {
  private static byte[] hex(String hex) {
    return HexFormat.of().parseHex(hex.replace(" ", ""));
  }

  private static String codeOf(Result<Module> result) {
    return result instanceof Result.Err<Module>(Fault fault) ? fault.code().toString() : "OK";
  }

  @ParameterizedTest
  @CsvSource({
    "50 00 5f 00, (struct)",
    "5f 02 7f 00 78 01, (struct (field i32) (field (mut i8)))",
    "5e 77 00, (array i16)",
    "5e 63 00 01, (array (mut (ref null 0)))",
    "60 02 7b 6e 01 64 6c, [v128 anyref] -> [(ref i31)]",
    "60 07 6d 6b 6a 69 71 72 73 01 74,"
        + " [eqref structref arrayref exnref nullref nullexternref nullfuncref] -> [nullexnref]",
    "60 01 64 f07f 00, [(ref func)] -> []"
  })
  @DisplayName("a definition has the text of its type")
  void text(String type, String text) {
    Module module = Wasm.valid(Wasm.module(section(1, 1, hex(type))));
    assertEquals(text, module.types().getFirst().comp().toString());
  }

  @ParameterizedTest
  @CsvSource({
    // Unknown forms.
    "01 61, MALFORMED_TYPE",
    "01 4e 01 4e 00, MALFORMED_TYPE",
    "01 50 00 50 00 60 00 00, MALFORMED_TYPE",
    "01 5f 01 76 00, MALFORMED_REF_TYPE",
    "01 5f 01 7f 02, MALFORMED_MUTABILITY",
    "01 60 01 78 00, MALFORMED_REF_TYPE",
    "01 60 01 63 40 00, MALFORMED_HEAP_TYPE",
    "01 60 01 63 7f 00, MALFORMED_HEAP_TYPE",
    "01 60 01 64 8080808010 00, INTEGER_TOO_LARGE",
    // References to what is not there, or not yet.
    "01 60 01 63 01 00, UNKNOWN_TYPE",
    "02 60 01 63 01 00 60 00 00, UNKNOWN_TYPE",
    "01 4e 02 60 01 63 02 00 60 00 00, UNKNOWN_TYPE",
    "01 50 01 00 60 00 00, UNKNOWN_TYPE",
    "01 4e 02 50 01 01 60 00 00 50 00 60 00 00, UNKNOWN_TYPE",
    "01 50 01 80808008 60 00 00, UNKNOWN_TYPE",
    // Supertypes that may have none below, do not match, or are several.
    "02 60 00 00 50 01 00 60 00 00, SUB_TYPE",
    "02 50 00 60 00 00 50 01 00 60 01 7f 00, SUB_TYPE",
    "02 50 00 60 00 00 50 01 00 5f 00, SUB_TYPE",
    "02 50 00 5f 01 7f 00 50 01 00 5f 00, SUB_TYPE",
    "02 50 00 5f 01 7f 00 50 01 00 5f 01 7f 01, SUB_TYPE",
    "02 50 00 5f 01 6e 01 50 01 00 5f 01 6d 01, SUB_TYPE",
    "02 50 00 5f 01 78 00 50 01 00 5f 01 77 00, SUB_TYPE",
    "02 50 00 5e 6d 00 50 01 00 5e 6e 00, SUB_TYPE",
    "02 50 00 60 00 01 6d 50 01 00 60 00 01 6e, SUB_TYPE",
    "02 50 00 60 01 6e 00 50 01 00 60 01 6d 00, SUB_TYPE",
    "03 50 00 5f 00 50 00 5f 00 50 02 00 01 5f 00, SUB_TYPE",
    // What does match.
    "02 50 00 5f 01 7f 00 50 01 00 5f 02 7f 00 7e 00, OK",
    "02 50 00 5f 01 6e 00 50 01 00 5f 01 6d 00, OK",
    "02 50 00 5e 6e 00 50 01 00 5e 64 6d 00, OK",
    "02 50 00 60 01 6d 01 6e 50 01 00 60 01 6e 01 6d, OK",
    "02 50 00 5e 78 01 50 01 00 5e 78 01, OK"
  })
  @DisplayName("a type section is refused for its first fault")
  void definitions(String types, String code) {
    assertEquals(code, codeOf(Wasm.decode(Wasm.module(section(1, hex(types))), Features.NONE)));
  }

  @ParameterizedTest
  @CsvSource({
    // Tables: addresses, sizes, default values.
    "4, 70 04 00, OK",
    "4, 70 05 01 ffffffffffffffffff01, OK",
    "4, 70 04 80808080808080808001, OK",
    "4, 70 00 8080808010, TABLE_SIZE",
    "4, 70 01 00 8080808010, TABLE_SIZE",
    "4, 70 05 02 01, SIZE_ORDER",
    "4, 70 05 80808080808080808001 01, SIZE_ORDER",
    "4, 70 02 00, MALFORMED_LIMITS",
    "4, 70 08 00 00, MALFORMED_LIMITS",
    "4, 64 70 00 00, TYPE_MISMATCH",
    "4, 40 00 64 6c 00 01 41 00 fb 1c 0b, OK",
    "4, 40 01 70 00 00 d0 70 0b, ZERO_BYTE_EXPECTED",
    "4, 40 00 70 00 00 d0 6f 0b, TYPE_MISMATCH",
    // Memories.
    "5, 04 00, OK",
    "5, 05 00 80808080808040, OK",
    "5, 05 00 81808080808040, MEMORY_SIZE",
    "5, 00 818004, MEMORY_SIZE",
    "5, 02 00, UNSUPPORTED",
    "5, 08 00 00, MALFORMED_LIMITS",
    "5, 10 00, MALFORMED_LIMITS",
    // Tags.
    "13, 00 00, OK",
    "13, 01 00, ZERO_BYTE_EXPECTED",
    "13, 00 01, TAG_RESULT",
    "13, 00 02, NOT_A_FUNC",
    "13, 00 03, UNKNOWN_TYPE",
    // Functions.
    "3, 02, NOT_A_FUNC",
    "3, 03, UNKNOWN_TYPE",
    // Globals.
    "6, 63 02 00 d0 02 0b, OK",
    "6, 63 02 00 d0 71 0b, OK",
    "6, 64 02 00 d0 02 0b, TYPE_MISMATCH",
    "6, 63 03 00 d0 71 0b, UNKNOWN_TYPE"
  })
  @DisplayName("types of tables, memories, tags and globals are held to the rules")
  void others(int section, String type, String code) {
    byte[] types = section(1, hex("03 60 00 00 60 00 01 7f 5f 00"));
    byte[] module = Wasm.module(types, section(section, 1, hex(type)));
    assertEquals(code, codeOf(Wasm.decode(module, Features.NONE)));
  }

  // [utest->req~core-features~1]
  @ParameterizedTest
  @CsvSource({
    "00 8080808010, false, MEMORY_SIZE",
    "08 ffffffff0f 00, true, OK",
    "08 8080808010 00, true, MEMORY_SIZE",
    "0c 8080808010 00, true, OK",
    "08 818004 10, true, MEMORY_SIZE",
    "08 00 10, true, OK",
    "08 00 01, true, PAGE_SIZE",
    "08 00 11, true, PAGE_SIZE",
    "08 00 80808008, true, PAGE_SIZE",
    "03 00 01, true, OK",
    "02 00, true, SHARED_MEMORY",
    "0f 00 01 00, true, OK"
  })
  @DisplayName("shared memories and pages of other sizes are for their features")
  void features(String memory, boolean on, String code) {
    byte[] module = Wasm.module(section(5, 1, hex(memory)));
    assertEquals(code, codeOf(Wasm.decode(module, on ? Features.ALL : Features.NONE)));
  }

  @Test
  @DisplayName("what a memory's type says can be asked for")
  void memory() {
    byte[] bytes = Wasm.module(section(5, 2, hex("0f 01 02 00 00 01")));
    Module module = ((Result.Ok<Module>) Wasm.decode(bytes, Features.ALL)).value();
    MemType wide = module.memType(0);
    assertTrue(wide.is64() && wide.shared());
    assertEquals(1, wide.pageBytes());
    assertEquals("i64 1 2 shared (pagesize 1)", wide.toString());
    assertEquals("1", module.memType(1).toString());
    assertEquals(MemType.PAGE_BYTES, module.memType(1).pageBytes());
  }

  @Test
  @DisplayName("tags are imported, defined and exported")
  void tags() {
    Module module =
        Wasm.valid(
            Wasm.module(
                section(1, hex("02 60 00 00 60 01 7f 00")),
                section(2, 1, "m", "t", 4, 0, 0),
                section(13, 1, 0, 1),
                section(7, 1, "e", 4, 1)));
    assertEquals(2, module.tagCount());
    assertEquals(1, module.importedTagCount());
    assertEquals("[i32] -> []", module.tagType(1).toString());
    Export export = module.exports().getFirst();
    assertEquals(ExternKind.TAG, export.kind());
    assertEquals(new ExternType.Tag(module.tagType(1)), module.externType(export));
    byte[] unknown = Wasm.module(section(7, 1, "e", 4, 0));
    assertEquals(DecoderCode.UNKNOWN_TAG, Wasm.fault(unknown).code());
  }

  @Test
  @DisplayName("features are known by their names")
  void words() {
    for (Feature feature : Feature.values()) {
      assertEquals(Result.ok(Features.NONE.with(feature)), Features.parse(feature.word()));
    }
    assertEquals(Result.ok(Features.NONE), Features.parse(""));
    assertEquals(Result.ok(Features.ALL), Features.parse("all"));
    assertEquals(Result.ok(Features.ALL), Features.parse("threads,all"));
    assertEquals(Result.ok(Features.ALL), Features.parse(Features.ALL.toString()));
    String known =
        "threads, wide-arithmetic, custom-page-sizes, legacy-exceptions, values, error-context, "
            + "fixed-length-lists, cooperative-threads, async-stackful, async-builtins, "
            + "nested-names, canonical-names, component-memory64, shared-everything-threads, all";
    assertEquals(
        Result.err(new Fault.HostFault(DecoderCode.UNKNOWN_FEATURE, "x", known)),
        Features.parse("threads,x"));
  }

  /// A chain of subtypes, each below the one before.
  private static byte[] chain(int depth) {
    byte[] types = bytes(0x50, 0, 0x5F, 0);
    for (int i = 0; i < depth; i++) {
      types = bytes(types, 0x50, 1, u32(i), 0x5F, 0);
    }
    return Wasm.module(section(1, u32(depth + 1), types));
  }

  @Test
  @DisplayName("63 types may be above a type, in groups of one and in one group")
  void depth() {
    Module module = Wasm.valid(chain(63));
    assertTrue(module.matching().type(63, 0));
    assertEquals("subtypeDepth", ((Fault.LimitFault) Wasm.fault(chain(64))).limit());
    byte[] group = bytes(0x4E, u32(65), 0x50, 0, 0x5F, 0);
    for (int i = 0; i < 64; i++) {
      group = bytes(group, 0x50, 1, u32(i), 0x5F, 0);
    }
    Fault fault = Wasm.fault(Wasm.module(section(1, 1, group)));
    assertEquals("subtypeDepth", ((Fault.LimitFault) fault).limit());
  }
}
