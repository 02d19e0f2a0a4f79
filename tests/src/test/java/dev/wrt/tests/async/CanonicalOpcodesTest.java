package dev.wrt.tests.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.ValidationCode;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table of canonical definitions: each one is decoded, and is executed or refused by name.
class CanonicalOpcodesTest {
  private static final int CANON_SECTION = 8;
  private static final int OPCODES = 47;
  private static final String NO_FEATURE = "-";
  private static final String REFUSED = "refused";

  /// A row of the table.
  ///
  /// @param opcode first byte of the definition
  /// @param name name in the text format
  /// @param feature what it is behind, or {@link #NO_FEATURE}
  /// @param immediates the bytes after the opcode
  /// @param export what executes it, or {@link #REFUSED}
  private record Row(int opcode, String name, String feature, byte[] immediates, String export) {
    static Row of(String line) {
      String[] columns = line.split("\\|", -1);
      return new Row(
          Integer.parseInt(columns[0].strip(), 16),
          columns[1].strip(),
          columns[2].strip(),
          HexFormat.of().parseHex(columns[3].replace(" ", "")),
          columns[4].strip());
    }

    @Override
    public String toString() {
      return Integer.toHexString(opcode) + " " + name;
    }
  }

  static List<Row> rows() {
    return Guests.lines("canonical-opcodes.txt").stream().map(Row::of).toList();
  }

  private static Result<Component> decode(Row row, Features features, MemoryBudget budget) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(Guests.file("canon-prelude.wasm"));
    bytes.write(CANON_SECTION);
    bytes.write(2 + row.immediates.length);
    bytes.write(1);
    bytes.write(row.opcode);
    bytes.writeBytes(row.immediates);
    return Component.decode(bytes.toByteArray(), DecoderOptions.of(features), budget);
  }

  // [utest->req~canonical-opcodes~1]
  @Test
  @DisplayName("The table has each of the 47 opcodes once, and every other byte is refused")
  void complete() {
    Map<Integer, Row> table = new TreeMap<>();
    rows().forEach(row -> table.put(row.opcode, row));
    assertEquals(OPCODES, table.size());
    assertEquals(OPCODES, rows().size());
    MemoryBudget budget = MemoryBudget.root("opcodes", 1 << 24);
    for (int opcode = 0; opcode < 256; opcode++) {
      if (!table.containsKey(opcode)) {
        Row other = new Row(opcode, "", NO_FEATURE, new byte[4], REFUSED);
        Fault refusal = Guests.fault(decode(other, Features.ALL, budget));
        assertInstanceOf(Fault.MalformedFault.class, refusal, "opcode " + opcode);
      }
    }
  }

  // [utest->req~canonical-opcodes~1]
  @ParameterizedTest(name = "{0} is decoded, if its feature is on")
  @MethodSource("rows")
  void decoded(Row row) {
    MemoryBudget budget = MemoryBudget.root("opcodes", 1 << 24);
    if (!row.feature.equals(NO_FEATURE)) {
      Fault refusal = Guests.fault(decode(row, Features.NONE, budget));
      assertEquals(ValidationCode.GATED, refusal.code());
      String subject = assertInstanceOf(Fault.InvalidFault.class, refusal).subject();
      assertEquals(row.feature + ": canon " + row.name, subject);
    }
    Features features =
        row.feature.equals(NO_FEATURE) ? Features.NONE : Guests.ok(Features.parse(row.feature));
    try (Component component = Guests.ok(decode(row, features, budget))) {
      assertTrue(budget.reservedBytes() > 0);
      if (row.export.equals(REFUSED)) {
        refused(row, component);
      }
    }
    assertEquals(0, budget.reservedBytes());
  }

  private static void refused(Row row, Component component) {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    Fault refusal = Guests.fault(new dev.wrt.component.Linker().instantiate(engine, component));
    assertTrue(refusal.toString().contains(row.feature), refusal.toString());
    assertEquals(0, engine.budget().reservedBytes());
  }

  static List<Row> executed() {
    return rows().stream().filter(row -> !row.export.equals(REFUSED)).toList();
  }

  // [utest->req~canonical-opcodes~1]
  // [utest->req~stream-cancel-partial~1]
  @ParameterizedTest(name = "{0} does what it should")
  @MethodSource("executed")
  void executes(Row row) {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    try (Component component = Guests.component(engine, "canon");
        ComponentInstance instance = Guests.instance(engine, component)) {
      Values result = Guests.ok(instance.call(row.export, Values.NONE));
      assertEquals(Guests.u32(42), result);
    }
    assertEquals(0, engine.budget().reservedBytes());
  }
}
