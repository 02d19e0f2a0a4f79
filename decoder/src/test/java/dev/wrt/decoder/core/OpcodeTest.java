package dev.wrt.decoder.core;

import static dev.wrt.decoder.core.Rule.Family.ATOMIC;
import static dev.wrt.decoder.core.Rule.Family.CONTROL;
import static dev.wrt.decoder.core.Rule.Family.GC;
import static dev.wrt.decoder.core.Rule.Family.MEMORY;
import static dev.wrt.decoder.core.Rule.Family.PLAIN;
import static dev.wrt.decoder.core.Rule.Family.TABLE;
import static dev.wrt.decoder.core.Rule.Family.VECTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Features;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Properties that every row of the opcode table has.
// [utest->req~core-instruction-table~1]
final class OpcodeTest {
  /// Rows whose mnemonic another row has too, and what their names have besides.
  private static final Map<Opcode, Opcode> SECOND =
      Map.of(
          Opcode.SELECT_T, Opcode.SELECT,
          Opcode.REF_TEST_NULL, Opcode.REF_TEST,
          Opcode.REF_CAST_NULL, Opcode.REF_CAST);

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row's name is its mnemonic, so that one finds the other")
  void name(Opcode row) {
    String name = row.mnemonic().replace('.', '_').toUpperCase(Locale.ROOT);
    assertEquals(name, SECOND.getOrDefault(row, row).name());
    assertEquals(row.mnemonic(), row.toString());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row is found by its prefix and code, and by its mnemonic")
  void lookup(Opcode row) {
    assertSame(row, Opcode.of(row.prefix(), row.code()));
    assertSame(SECOND.getOrDefault(row, row), Opcode.of(row.mnemonic()));
  }

  @Test
  @DisplayName("codes without a row are not found")
  void absent() {
    assertNull(Opcode.of(0, 0x16));
    assertNull(Opcode.of(0, 0xFF));
    assertNull(Opcode.of(0xFB, 0x1F));
    assertNull(Opcode.of(0xFC, 0x17));
    assertNull(Opcode.of(0xFC, -1));
    assertNull(Opcode.of(0xFD, 0x9A));
    assertNull(Opcode.of(0xFD, 0x114));
    assertNull(Opcode.of(0xFE, 0x4F));
    assertNull(Opcode.of("i33.add"));
  }

  @Test
  @DisplayName("the table has the instructions of WebAssembly 3.0 and of the features, by prefix")
  void size() {
    Map<Integer, Long> counts =
        Arrays.stream(Opcode.values())
            .collect(Collectors.groupingBy(Opcode::prefix, TreeMap::new, Collectors.counting()));
    long legacy = 5;
    long wide = 4;
    assertEquals(
        Map.of(0, 194 + legacy, 0xFB, 31L, 0xFC, 18 + wide, 0xFD, 236 + 20L, 0xFE, 67L), counts);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row's fuel is none for structure, by length for bulk, else one")
  void fuel(Opcode row) {
    boolean structure =
        row.mnemonic().matches("block|loop|else|end|try_table|try|catch(_all)?|delegate");
    boolean bulk =
        row.mnemonic().matches("(memory|table)\\.(init|copy|fill)|table\\.grow")
            || row.mnemonic().matches("array\\.(new(_default|_data|_elem)?|fill|copy|init_.*)");
    Fuel expected = structure ? Fuel.FREE : bulk ? Fuel.BY_LENGTH : Fuel.ONE;
    assertEquals(expected, row.fuel());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row's family is that of its prefix")
  void family(Opcode row) {
    Rule.Family family = row.rule().family();
    Set<Rule.Family> allowed =
        switch (row.prefix()) {
          case 0xFB -> EnumSet.of(row.immediate() == Immediate.CAST ? CONTROL : GC);
          case 0xFC -> EnumSet.of(PLAIN, MEMORY, TABLE);
          case 0xFD -> EnumSet.of(VECTOR);
          case 0xFE -> EnumSet.of(ATOMIC);
          default -> EnumSet.complementOf(EnumSet.of(GC, VECTOR, ATOMIC));
        };
    assertTrue(allowed.contains(family), family.toString());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "a row is valid where the operand stack may be anything, and is read again as it was")
  void anyStack(Opcode row) {
    Module module = Wasm.valid(Samples.module(Samples.anyStack(row)), Wasm.features(row));
    CodeReader reader = new CodeReader(module);
    Func func = module.funcs().getFirst();
    reader.enter(func);
    boolean seen = false;
    int at = func.bodyOffset();
    while (reader.next()) {
      assertEquals(at, reader.offset());
      at = reader.nextOffset();
      seen |= reader.opcode() == row;
    }
    assertTrue(seen);
    assertEquals(func.bodyEnd(), at);
  }

  static List<Opcode> featured() {
    return Arrays.stream(Opcode.values()).filter(row -> row.feature() != null).toList();
  }

  @ParameterizedTest
  @MethodSource("featured")
  @DisplayName("a row of a feature that is off is refused by the feature's name")
  void feature(Opcode row) {
    Fault fault = Wasm.fault(Samples.module(Samples.anyStack(row)), Features.NONE);
    assertEquals(DecoderCode.UNSUPPORTED, fault.code());
    String word = Objects.requireNonNull(row.feature()).word();
    assertEquals(word, ((Fault.MalformedFault) fault).subject());
  }

  /// Rows whose types say all.
  static List<Opcode> typed() {
    Set<Rule.Family> families = EnumSet.of(PLAIN, MEMORY, TABLE, GC, VECTOR, ATOMIC);
    return Arrays.stream(Opcode.values())
        .filter(row -> families.contains(row.rule().family()) || row == Opcode.REF_EQ)
        .filter(row -> row != Opcode.STRUCT_NEW)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("typed")
  @DisplayName("a row takes the operands it states and leaves the results it states")
  void types(Opcode row) {
    Features features = Wasm.features(row);
    Wasm.valid(Samples.module(Samples.applied(row, -1, Wasm.I32)), features);
    Wasm.valid(Samples.wideModule(Samples.applied(row, -1, Wasm.I64)), features);
  }

  @ParameterizedTest
  @MethodSource("typed")
  @DisplayName("a row refuses each operand of another type, and a missing one")
  void wrongTypes(Opcode row) {
    Features features = Wasm.features(row);
    for (int wrong = 0; wrong < row.operandCount(); wrong++) {
      Fault fault = Wasm.fault(Samples.module(Samples.applied(row, wrong, Wasm.I32)), features);
      assertEquals(DecoderCode.TYPE_MISMATCH, fault.code());
    }
    if (row.operandCount() > 0) {
      Fault fault = Wasm.fault(Samples.module(Samples.instruction(row)), features);
      assertEquals(DecoderCode.TYPE_MISMATCH, fault.code());
      assertFalse(((Fault.InvalidFault) fault).subject().isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("code that ends before a row, in its immediates or after it ends too early")
  void truncated(Opcode row) {
    byte[] whole = Samples.anyStack(row);
    for (int length = 1; length < whole.length; length++) {
      byte[] module = Samples.cut(Arrays.copyOf(whole, length));
      Fault expected = new Fault.MalformedFault(DecoderCode.UNEXPECTED_END, module.length, "");
      assertEquals(expected, Wasm.fault(module, Wasm.features(row)));
    }
  }
}
