package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Wasm.bytes;
import static dev.wrt.decoder.core.Wasm.section;
import static dev.wrt.decoder.core.Wasm.times;
import static dev.wrt.decoder.core.Wasm.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Storage;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Modules at the edges of what decoding distinguishes: numbers above 2^31, types that look alike,
/// constants of every kind, budgets that end in the middle.
// [utest->req~core-validation~1]
// [utest->req~decoder-malformed~1]
final class OddModulesTest {
  private static final byte[] MANY = u32(0xFFFF_FFFFL);

  @Test
  @DisplayName("an index, kind or count of 2^32-1 is no negative number")
  void unsigned() {
    assertEquals(DecoderCode.UNKNOWN_FUNC, code(section(7, 1, "f", 0, MANY)));
    assertEquals(DecoderCode.UNKNOWN_GLOBAL, code(section(7, 1, "f", 3, MANY)));
    assertEquals(DecoderCode.MALFORMED_ELEM_SEGMENT, code(section(9, 1, MANY)));
    assertEquals(DecoderCode.MALFORMED_DATA_SEGMENT, code(section(11, 1, MANY)));
    assertEquals(DecoderCode.UNKNOWN_TYPE, code(section(1, 1, 0x50, 1, MANY, 0x60, 0, 0)));
    assertEquals(DecoderCode.UNKNOWN_TYPE, code(section(1, 1, 0x50, 1, 0, 0x60, 0, 0)));
    assertEquals(DecoderCode.UNKNOWN_FUNC, code(section(8, MANY)));
    assertEquals(DecoderCode.UNKNOWN_TYPE, code(section(3, 1, MANY)));
  }

  private static DecoderCode code(byte[] sections) {
    return (DecoderCode) Wasm.fault(Wasm.module(sections)).code();
  }

  @Test
  @DisplayName("a reader does not skip beyond its end")
  void skips() {
    Storage storage = new Storage(MemoryBudget.root("test", 0));
    ByteReader reader = new ByteReader(new byte[5], 1, 4, storage);
    reader.skip(3);
    assertEquals(4, reader.offset());
    assertTrue(reader.ok());
    reader.seek(2);
    reader.skip(3);
    assertFalse(reader.ok());
    assertEquals(4, reader.offset());
    assertEquals(5, reader.bytes().length);
    assertEquals(4, reader.end());
    assertEquals(0, reader.remaining());
  }

  @Test
  @DisplayName("types of one hash are told apart")
  void hashes() {
    byte[] types = u32(34);
    for (int fields = 0; fields < 32; fields++) {
      types = bytes(types, 0x5F, fields, times(fields, 0x7F, 0));
    }
    byte[] one = bytes(0x60, 2, 0x64, 1, 0x64, 31, 0);
    byte[] other = bytes(0x60, 2, 0x64, 2, 0x64, 0, 0);
    Module module = Wasm.valid(Wasm.module(section(1, types, one, other)));
    assertEquals(32, module.canonical(32));
    assertEquals(33, module.canonical(33));
    List<SubType> all = module.types();
    RecGroup first = RecGroup.of(all, 32, 1, RecGroup.words(all, 32, 1));
    RecGroup second = RecGroup.of(all, 33, 1, RecGroup.words(all, 33, 1));
    assertEquals(first.hashCode(), second.hashCode());
    assertNotEquals(first, second);
    assertNotEquals((Object) first, "a group");
    assertNotEquals(first, RecGroup.of(all, 5, 1, RecGroup.words(all, 5, 1)));
    assertEquals(first, RecGroup.of(all, 32, 1, RecGroup.words(all, 32, 1)));
    assertTrue(first.compareTo(second) < 0 && second.compareTo(first) > 0);
    assertEquals(0, first.compareTo(first));
  }

  @Test
  @DisplayName("a group refers to types before it, of its own, and to none behind it")
  void groups() {
    byte[] before = bytes(0x60, 0, 0);
    byte[] pair = bytes(0x4E, 2, 0x5F, 1, 0x64, 2, 0, 0x5F, 2, 0x64, 1, 0, 0x64, 0, 0);
    byte[] same = bytes(0x4E, 2, 0x5F, 1, 0x64, 4, 0, 0x5F, 2, 0x64, 3, 0, 0x64, 0, 0);
    Module module = Wasm.valid(Wasm.module(section(1, 3, before, pair, same)));
    List<SubType> all = module.types();
    RecGroup whole = RecGroup.of(all, 1, 2, RecGroup.words(all, 1, 2));
    RecGroup part = RecGroup.of(all, 1, 1, RecGroup.words(all, 1, 1));
    assertNotEquals(whole, part);
    assertEquals(1, module.canonical(3));
    assertEquals(2, module.canonical(4));
    byte[] behind = bytes(0x4E, 1, 0x5F, 1, 0x64, 2, 0);
    assertEquals(DecoderCode.UNKNOWN_TYPE, code(section(1, 2, before, behind)));
  }

  @ParameterizedTest
  @CsvSource({
    // Functions: fewer results, other parameters (their order is reversed), another kind.
    "50 00 60 00 00, 50 01 00 60 00 00, true",
    "50 00 60 00 00, 50 01 00 60 01 7f 00, false",
    "50 00 60 00 01 7f, 50 01 00 60 00 00, false",
    "50 00 60 01 6d 00, 50 01 00 60 01 6e 00, true",
    "50 00 60 01 6e 00, 50 01 00 60 01 6d 00, false",
    "50 00 60 00 01 6e, 50 01 00 60 00 01 6d, true",
    "50 00 60 00 01 6d, 50 01 00 60 00 01 6e, false",
    "50 00 60 02 6d 7f 00, 50 01 00 60 02 6e 7e 00, false",
    "50 00 60 00 00, 50 01 00 5f 00, false",
    // Structures: more fields, the same ones, constant fields from below, packed ones not.
    "50 00 5f 00, 50 01 00 5f 01 7f 00, true",
    "50 00 5f 01 7f 00, 50 01 00 5f 00, false",
    "50 00 5f 01 7f 00, 50 01 00 5f 01 7f 01, false",
    "50 00 5f 01 6e 00, 50 01 00 5f 01 6d 00, true",
    "50 00 5f 01 6e 01, 50 01 00 5f 01 6d 01, false",
    "50 00 5f 01 6d 00, 50 01 00 5f 01 6e 00, false",
    "50 00 5f 01 78 00, 50 01 00 5f 01 77 00, false",
    "50 00 5f 01 78 00, 50 01 00 5f 01 7f 00, false",
    "50 00 5f 01 7f 00, 50 01 00 5f 01 78 00, false",
    "50 00 5f 01 78 00, 50 01 00 5f 01 78 00, true",
    "50 00 5f 02 7f 00 7f 00, 50 01 00 5f 02 7e 00 7f 00, false",
    "50 00 5f 00, 50 01 00 60 00 00, false",
    "50 00 5f 00, 50 01 00 5e 7f 00, false",
    // Arrays.
    "50 00 5e 6e 00, 50 01 00 5e 6d 00, true",
    "50 00 5e 6d 00, 50 01 00 5e 6e 00, false",
    "50 00 5e 6e 01, 50 01 00 5e 6e 01, true",
    "50 00 5e 7f 00, 50 01 00 5f 00, false",
    "50 00 5e 7f 00, 50 01 00 60 00 00, false",
    // A final type has no subtypes; there is one supertype at most.
    "4f 00 60 00 00, 50 01 00 60 00 00, false",
    "60 00 00, 50 01 00 60 00 00, false",
    "50 00 60 00 00, 50 02 00 00 60 00 00, false",
    "50 00 60 00 00, 4f 01 00 60 00 00, true"
  })
  @DisplayName("a type is below another only where it can stand for it")
  void subtypes(String sup, String sub, boolean valid) {
    byte[] bytes = Wasm.module(section(1, 2, hex(sup), hex(sub)));
    boolean found = Wasm.decode(bytes) instanceof Result.Ok<Module>;
    assertEquals(valid, found);
    if (!valid) {
      assertEquals(DecoderCode.SUB_TYPE, Wasm.fault(bytes).code());
    }
  }

  private static byte[] hex(String text) {
    return java.util.HexFormat.of().parseHex(text.replace(" ", ""));
  }

  @ParameterizedTest
  @CsvSource({
    "7f, 4101 4102 6a, true",
    "7f, 4101 4102 6b, true",
    "7f, 4101 4102 6c, true",
    "7f, 4101 4102 6d, false",
    "7e, 4201 4202 7c, true",
    "7e, 4201 4202 7d, true",
    "7e, 4201 4202 7e, true",
    "7e, 4201 4202 7f, false",
    "7d, 43 00000000, true",
    "7c, 44 0000000000000000, true",
    "7b, fd0c 00000000000000000000000000000000, true",
    "70, d070, true",
    "6e, 4101 fb1c, true",
    "6e, d06f fb1a, true",
    "6f, d06e fb1b, true",
    "6e, 4101 4102 fb0000, true",
    "6e, fb0100, true",
    "6e, 4101 4101 fb0601, true",
    "6e, 4101 fb0701, true",
    "6e, 4101 fb080101, true",
    "7f, 4101 fb0701 fb0f, false",
    "7f, 01 4101, false",
    "7f, 4101 1a 4101, false",
    "7f, 4101 027f 4101 0b 6a, false",
    "7f, 0640 1800 4100, false",
    "7f, 0640 0b 4100, false",
    "7f, 1f40 00 0b 4100, false",
    "7f, 4100 0440 05 0b 4100, false",
    "7f, 0340 0b 4100, false"
  })
  @DisplayName("a constant expression has the instructions that the specification calls constant")
  void constants(String type, String body, boolean constant) {
    byte[] types = section(1, 2, 0x5F, 2, 0x7F, 0, 0x7F, 0, 0x5E, 0x7F, 0);
    byte[] global = section(6, 1, hex(type), 0, hex(body), Wasm.END);
    byte[] bytes = Wasm.module(types, global);
    Result<Module> found = Wasm.decode(bytes, dev.wrt.decoder.Features.ALL);
    if (constant) {
      assertTrue(found instanceof Result.Ok<Module>, found.toString());
    } else {
      Fault fault = Wasm.fault(bytes, dev.wrt.decoder.Features.ALL);
      assertEquals(DecoderCode.CONSTANT_REQUIRED, fault.code());
    }
  }

  @Test
  @DisplayName("addresses of 64 bits take offsets of 64 bits")
  void wideOffsets() {
    byte[] load = bytes(0x42, 0, 0x28, 2, u32(1L << 40), 0x1A);
    Wasm.valid(Samples.wideModule(load));
    byte[] narrow = bytes(0x41, 0, 0x28, 2, u32(1L << 40), 0x1A);
    assertEquals(DecoderCode.OFFSET_OUT_OF_RANGE, Wasm.fault(Samples.module(narrow)).code());
  }

  @Test
  @DisplayName("locals with and without default values are told apart")
  void mixedLocals() {
    byte[] unset = bytes(2, 1, 0x64, Wasm.ANYREF, 1, Wasm.I32, 0x20, 1, 0x1A);
    Wasm.valid(locals(unset));
    byte[] read = bytes(2, 1, 0x64, Wasm.ANYREF, 1, Wasm.I32, 0x20, 0, 0x1A);
    assertEquals(DecoderCode.UNINITIALIZED_LOCAL, Wasm.fault(locals(read)).code());
    byte[] behind = bytes(2, 1, Wasm.I32, 1, 0x64, Wasm.ANYREF, 0x20, 1, 0x1A);
    assertEquals(DecoderCode.UNINITIALIZED_LOCAL, Wasm.fault(locals(behind)).code());
    byte[] twice =
        bytes(1, 1, 0x64, Wasm.ANYREF, 0x41, 0, 0xFB, 0x1C, 0x22, 0, 0x21, 0, 0x20, 0, 0x1A);
    Wasm.valid(locals(twice));
  }

  private static byte[] locals(byte[] body) {
    byte[] code = bytes(body, Wasm.END);
    return Wasm.module(
        Wasm.noType(), section(3, 1, 0), section(10, bytes(1, u32(code.length), code)));
  }

  @Test
  @DisplayName("many block types of typed references keep their own types")
  void blockTypes() {
    int count = 200;
    byte[] types = bytes(u32(count + 1), 0x60, 0, 0);
    byte[] body = {0};
    for (int i = 1; i <= count; i++) {
      types = bytes(types, 0x5F, u32(i), times(i, 0x7F, 0));
      body = bytes(body, 0x02, 0x63, Wasm.s33(i), 0xD0, Wasm.s33(i), 0x0B, 0x1A);
    }
    for (int i = 1; i <= count; i++) {
      body = bytes(body, 0x02, 0x63, Wasm.s33(i), 0xD0, Wasm.s33(i), 0x0B, 0x1A);
      body = bytes(body, 0x02, 0x64, Wasm.s33(i), 0x00, 0x0B, 0x1A);
    }
    byte[] code = bytes(body, Wasm.END);
    Wasm.valid(
        Wasm.module(
            section(1, types), section(3, 1, 0), section(10, bytes(1, u32(code.length), code))));
  }

  @Test
  @DisplayName("wherever the budget ends, decoding is a fault and gives everything back")
  void budgets() {
    byte[] group = bytes(0x4E, 40, times(40, 0x5F, 1, 0x7F, 0));
    byte[] constant = bytes(0x41, 0, Wasm.END);
    byte[] code = bytes(2, 3, Wasm.I32, 2, 0x64, Wasm.ANYREF, times(40, 0x02, 0x40));
    byte[] deep = bytes(code, times(60, 0x41, 0), times(60, 0x1A), times(41, Wasm.END));
    byte[] file =
        Wasm.module(
            section(1, 2, 0x60, 0, 0, group),
            section(3, 1, 0),
            section(4, 1, 0x70, 0, 1),
            section(6, 1, 0x7F, 0, constant),
            section(7, 1, "f", 0, 0),
            section(9, 1, 0, constant, 1, 0),
            section(10, bytes(1, u32(deep.length), deep)),
            section(0, "name", section(0, "mod")));
    long enough = 1 << 20;
    long used = 0;
    for (long bytes = 0; bytes <= enough; bytes += 1 + bytes / 64) {
      MemoryBudget budget = MemoryBudget.root("test", bytes);
      switch (Module.decode(file, 0, file.length, DecoderOptions.standard(), budget)) {
        case Result.Ok<Module> ok -> {
          used = bytes;
          ok.value().close();
          bytes = enough;
        }
        case Result.Err<Module> err ->
            assertTrue(err.fault() instanceof Fault.BudgetFault, err.toString());
      }
      assertEquals(0, budget.reservedBytes());
    }
    assertTrue(used > 0);
  }
}
