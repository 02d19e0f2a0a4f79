package dev.wrt.decoder.core.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Storage;
import dev.wrt.decoder.core.Immediate;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.Opcode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Listings and texts of modules.
final class ListingTest {
  private static final Path SAMPLES = Path.of("src/test/resources/text");
  private static final int END = 0x0B;

  // [utest->req~decoder-listing-lossless~1]
  @ParameterizedTest
  @EnumSource(Opcode.class)
  @DisplayName("each row of the opcode table is listed, encoded to the same bytes, and printed")
  void everyRow(Opcode row) {
    byte[] bytes = moduleOf(row);
    byte[] again = new byte[bytes.length];
    assertEquals(Result.ok(Unit.UNIT), Listing.visit(bytes, 0, bytes.length, encoder(again)));
    assertArrayEquals(bytes, again);
    String text = print(bytes);
    assertTrue(row == Opcode.END || text.contains(row.mnemonic()), text);
  }

  @Test
  @DisplayName("no two rows have the same text")
  void textsDiffer() {
    Map<String, Opcode> rows = new HashMap<>();
    for (Opcode row : Opcode.values()) {
      boolean twins = row == Opcode.SELECT_T;
      Opcode other = rows.put(print(moduleOf(row)), row);
      assertTrue(other == null || twins, () -> row.name() + " and " + other);
    }
  }

  // [utest->req~decoder-text~1]
  @Test
  @DisplayName("the text of the sample is as expected, and tells what text has no words for")
  void goldenText() throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve("sample.wasm"));
    Path golden = SAMPLES.resolve("sample.wat");
    StringBuilder text = new StringBuilder();
    try (MemoryBudget budget = MemoryBudget.root("text", 1 << 20);
        Module module =
            value(Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), budget))) {
      long before = budget.reservedBytes();
      value(WatPrinter.print(module, budget, line -> text.append(line).append('\n')));
      assertEquals(before, budget.reservedBytes());
    }
    if (Boolean.getBoolean("bless")) {
      Files.writeString(golden, text);
    }
    assertEquals(Files.readString(golden), text.toString());
  }

  @Test
  @DisplayName("a text for which no storage is left is refused as a value")
  void noStorage() throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve("sample.wasm"));
    try (MemoryBudget budget = MemoryBudget.root("text", 1 << 20);
        MemoryBudget none = MemoryBudget.root("none", 8);
        Module module =
            value(Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), budget))) {
      Result<Unit> refused = WatPrinter.print(module, none, line -> {});
      assertTrue(refused instanceof Result.Err<Unit>);
      assertEquals(0, none.reservedBytes());
    }
  }

  // [utest->req~decoder-listing-lossless~1]
  @Test
  @DisplayName("whichever byte of the sample is changed, its listing is refused or has all bytes")
  void changedBytes() throws IOException {
    byte[] bytes = Files.readAllBytes(SAMPLES.resolve("sample.wasm"));
    for (int i = 8; i < bytes.length; i++) {
      for (int change : new int[] {1, 0x80, 0x7F, 0x40}) {
        byte[] changed = bytes.clone();
        changed[i] ^= (byte) change;
        byte[] again = new byte[bytes.length];
        if (Listing.visit(changed, 0, changed.length, encoder(again)) instanceof Result.Ok<Unit>) {
          assertArrayEquals(changed, again);
        }
      }
    }
  }

  @Test
  @DisplayName("numbers that are longer than they need to be keep their length")
  void longNumbers() {
    byte[] bytes = module(code(bytes(0x41, 0xFF, 0xFF, 0x7F, 0x41, 0x80, 0x80, 0x00, END)));
    byte[] again = new byte[bytes.length];
    value(Listing.visit(bytes, 0, bytes.length, encoder(again)));
    assertArrayEquals(bytes, again);
    assertTrue(print(bytes).contains("i32.const -1") && print(bytes).contains("i32.const 0"));
  }

  @Test
  @DisplayName("names that are equal or ill-formed are no identifiers")
  void names() {
    byte[] map = bytes(4, 0, 1, 'a', 1, 1, 'a', 2, 0, 3, 3, 'a', ' ', 'b');
    try (MemoryBudget budget = MemoryBudget.root("names", 1 << 12);
        Storage storage = new Storage(budget)) {
      byte[] section = join(bytes(1, map.length), map);
      Names names = new Names(storage);
      names.read(section, 0, section.length);
      List<String> references = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        references.add(names.reference(Role.FUNC, i));
      }
      assertEquals(List.of("$a", "1", "2", "$\"a b\"", "4"), references);
    }
  }

  private static ListingEncoder encoder(byte[] bytes) {
    return new ListingEncoder(bytes);
  }

  private static <T> T value(Result<T> result) {
    return switch (result) {
      case Result.Ok<T>(T value) -> value;
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  /// The text of the instructions, whether the module is valid or not.
  private static String print(byte[] module) {
    StringBuilder text = new StringBuilder();
    TextLines lines = new TextLines(line -> text.append(line).append('\n'));
    try (MemoryBudget budget = MemoryBudget.root("text", 0);
        Storage storage = new Storage(budget)) {
      InstrPrinter printer = new InstrPrinter(lines, new Names(storage));
      printer.enterCode(0);
      Listing.visit(module, 0, module.length, new InstrVisitor(printer));
      lines.line();
    }
    return text.toString();
  }

  /// Hands instructions to a printer, and nothing else.
  private static final class InstrVisitor implements ListingVisitor {
    private final InstrPrinter printer;
    private boolean inside;

    InstrVisitor(InstrPrinter printer) {
      this.printer = printer;
    }

    @Override
    public void begin(Part part, int offset) {
      inside = part == Part.INSTR;
    }

    @Override
    public void item(Item item) {
      if (inside) {
        printer.item(item);
      }
    }

    @Override
    public void end(Part part, int offset) {
      if (part == Part.INSTR) {
        printer.end();
      }
    }
  }

  private static byte[] moduleOf(Opcode row) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    if (row == Opcode.DELEGATE) {
      body.writeBytes(bytes(Opcode.TRY.code(), 0x40));
    }
    if (row != Opcode.END) {
      opcode(body, row);
      body.writeBytes(immediates(row.immediate()));
    }
    boolean opens = row.immediate() == Immediate.BLOCK_TYPE || row.immediate() == Immediate.CATCHES;
    body.writeBytes(opens ? bytes(END, END) : bytes(END));
    return module(code(body.toByteArray()));
  }

  private static void opcode(ByteArrayOutputStream out, Opcode row) {
    if (row.prefix() == 0) {
      out.write(row.code());
      return;
    }
    out.write(row.prefix());
    int code = row.code();
    out.writeBytes(code < 0x80 ? bytes(code) : bytes(code & 0x7F | 0x80, code >> 7));
  }

  private static byte[] immediates(Immediate kind) {
    return switch (kind) {
      case NONE -> bytes();
      case BLOCK_TYPE -> bytes(0x63, 0x03);
      case CATCHES -> bytes(0x40, 2, 0, 1, 0, 3, 0);
      case LABEL, FUNC, TAG, TYPE, LOCAL, GLOBAL, TABLE, ELEM, MEM, DATA, LANE -> bytes(1);
      case LABELS -> bytes(2, 0, 0, 0);
      case TYPE_FIELD, TYPE_COUNT, TYPE_TYPE, TYPE_DATA, TYPE_ELEM, TYPE_TABLE -> bytes(1, 2);
      case TABLE_TABLE, ELEM_TABLE, MEM_MEM, DATA_MEM -> bytes(1, 2);
      case MEMARG -> bytes(0x40, 1, 0x90, 0x01);
      case MEMARG_LANE -> bytes(0x40, 1, 0x90, 0x01, 1);
      case LANES, V128 -> bytes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 31);
      case VAL_TYPES -> bytes(1, 0x7F);
      case HEAP_TYPE -> bytes(0x6B);
      case CAST -> bytes(1, 0, 0x6E, 0x6B);
      case ZERO_BYTE -> bytes(0);
      case I32, I64 -> bytes(0xC0, 0xBB, 0x78);
      case F32 -> bytes(0, 0, 0xC0, 0x3F);
      case F64 -> bytes(0, 0, 0, 0, 0, 0, 0xF8, 0x3F);
    };
  }

  private static byte[] code(byte[] body) {
    return join(bytes(10, body.length + 3, 1, body.length + 1, 0), body);
  }

  private static byte[] module(byte[] section) {
    return join("\0asm\1\0\0\0".getBytes(StandardCharsets.ISO_8859_1), section);
  }

  private static byte[] join(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }
}
