package dev.wrt.decoder.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.DecoderCode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Properties that every row of the opcode table has.
final class OpcodeTest {
  @ParameterizedTest
  @EnumSource
  @DisplayName("a row's name is its mnemonic, so that one finds the other")
  void name(Opcode row) {
    String name = row.mnemonic().replace('.', '_').toUpperCase(Locale.ROOT);
    assertEquals(
        row == Opcode.SELECT_T ? "SELECT" : name, row.name().replace("SELECT_T", "SELECT"));
    assertEquals(row.mnemonic(), row.toString());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row is found by its prefix and code, and by its mnemonic")
  void lookup(Opcode row) {
    assertSame(row, Opcode.of(row.prefix(), row.code()));
    assertSame(row == Opcode.SELECT_T ? Opcode.SELECT : row, Opcode.of(row.mnemonic()));
  }

  @Test
  @DisplayName("codes without a row are not found")
  void absent() {
    assertNull(Opcode.of(0, 0x06));
    assertNull(Opcode.of(0, 0xFF));
    assertNull(Opcode.of(0xFC, 0x12));
    assertNull(Opcode.of(0xFC, -1));
    assertNull(Opcode.of(0xFD, 0));
    assertNull(Opcode.of("i33.add"));
  }

  @Test
  @DisplayName(
      "the table has the 172 instructions of WebAssembly 1.0 and the 29 others of 2.0 without"
          + " vectors")
  void size() {
    assertEquals(172 + 29, Opcode.values().length);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("a row's fuel is none for structure, by length for bulk, else one")
  void fuel(Opcode row) {
    boolean structure = List.of(Opcode.BLOCK, Opcode.LOOP, Opcode.ELSE, Opcode.END).contains(row);
    boolean bulk = row.mnemonic().matches("(memory|table)\\.(init|copy|fill)|table\\.grow");
    Fuel expected = structure ? Fuel.FREE : bulk ? Fuel.BY_LENGTH : Fuel.ONE;
    assertEquals(expected, row.fuel());
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "a row is valid where the operand stack may be anything, and is read again as it was")
  void anyStack(Opcode row) {
    Module module = Wasm.valid(Samples.module(Samples.anyStack(row)));
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

  static List<Opcode> typed() {
    return Arrays.stream(Opcode.values()).filter(row -> row.rule() == Rule.PLAIN).toList();
  }

  @ParameterizedTest
  @MethodSource("typed")
  @DisplayName("a row takes the operands it states and leaves the results it states")
  void types(Opcode row) {
    Wasm.valid(Samples.module(Samples.applied(row, -1)));
  }

  @ParameterizedTest
  @MethodSource("typed")
  @DisplayName("a row refuses each operand of another type, and a missing one")
  void wrongTypes(Opcode row) {
    for (int wrong = 0; wrong < row.operandCount(); wrong++) {
      Fault fault = Wasm.fault(Samples.module(Samples.applied(row, wrong)));
      assertEquals(DecoderCode.TYPE_MISMATCH, fault.code());
    }
    if (row.operandCount() > 0) {
      Fault fault = Wasm.fault(Samples.module(Samples.instruction(row)));
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
      assertEquals(expected, Wasm.fault(module));
    }
  }
}
