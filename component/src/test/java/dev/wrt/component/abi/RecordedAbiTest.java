package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Our canonical ABI against answers of the executable specification, recorded by `record.py`.
// [utest->req~abi-layout~1]
// [utest->req~abi-lift~1]
// [utest->req~abi-lower~1]
// [utest->req~abi-strings~1]
// [utest->req~strategy-same-answer~1]
class RecordedAbiTest {
  private static final List<String> LINES = read();

  private static List<String> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    RecordedAbiTest.class.getResourceAsStream("/abi/recorded.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().toList();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static List<MemoryStrategy> strategies() {
    return List.of(
        new MemoryStrategy.ZeroCopy(),
        new MemoryStrategy.BoundedCopy(4096),
        new MemoryStrategy.FullIsolation());
  }

  private static List<String[]> lines(String kind) {
    return LINES.stream()
        .filter(line -> line.startsWith(kind + " "))
        .map(line -> line.substring(kind.length() + 1).split(" \\| ?", -1))
        .toList();
  }

  private static StringEncoding encoding(String word) {
    return Arrays.stream(StringEncoding.values())
        .filter(e -> e.word().equals(word))
        .findFirst()
        .orElseThrow();
  }

  @Test
  @DisplayName("sizes, alignments and flat forms are the specification's")
  void layouts() {
    List<String[]> cases = lines("layout");
    assertEquals(250, cases.size());
    for (String[] line : cases) {
      try (Guest guest = new Guest(StringEncoding.UTF8, new MemoryStrategy.ZeroCopy(), 0)) {
        Layout layout = Guest.ok(guest.layouts.of(new Tokens(line[0]).type()));
        Tokens expected = new Tokens(line[1]);
        assertEquals(expected.number(), layout.size(), line[0]);
        assertEquals(expected.number(), layout.alignment(), line[0]);
        assertEquals(line[2].strip(), flat(layout), line[0]);
      }
    }
  }

  private static String flat(Layout layout) {
    if (layout.flatCount() > FuncLayout.MAX_FLAT_PARAMS) {
      return "more";
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < layout.flatCount(); i++) {
      text.append(i == 0 ? "" : " ").append(layout.flatType(i));
    }
    return text.toString();
  }

  @ParameterizedTest
  @MethodSource("strategies")
  @DisplayName("lowering gives the specification's core values, realloc calls and memory")
  void lowering(MemoryStrategy strategy) {
    List<String[]> cases = lines("lower");
    assertEquals(700, cases.size());
    for (String[] line : cases) {
      Tokens head = new Tokens(line[0]);
      StringEncoding encoding = encoding(head.word());
      ValType type = head.type();
      byte[] expected = new Tokens(line[4]).bytes();
      try (Guest guest = new Guest(encoding, strategy, Guest.PAGE)) {
        Values values = Values.of(new Tokens(line[1]).value(type));
        guest.lower.start(guest.context(), guest.layout(type), values, FuncLayout.MAX_FLAT_PARAMS);
        answer(guest, new Tokens(line[3]), line[0]);
        assertCore(guest.lower, new Tokens(line[2]), line[0]);
        byte[] found = new byte[expected.length];
        Guest.ok(guest.memory.read(0, found, 0, found.length));
        assertArrayEquals(expected, found, line[0] + " | " + line[1]);
      }
    }
  }

  private static void answer(Guest guest, Tokens calls, String what) {
    Lower.Step step = guest.lower.step();
    while (calls.hasNext()) {
      assertEquals(Lower.Step.CALL_REALLOC, step, what);
      long[] call = {calls.bits(), calls.bits(), calls.bits(), calls.bits()};
      assertArrayEquals(call, guest.request(), what);
      int ptr = calls.number();
      guest.move((int) call[0], ptr, (int) Math.min(call[1], call[3]));
      guest.lower.reallocated(ptr);
      step = guest.lower.step();
    }
    assertEquals(Lower.Step.DONE, step, what);
  }

  private static void assertCore(Lower lower, Tokens expected, String what) {
    for (int i = 0; i < lower.flatCount(); i++) {
      assertEquals(expected.bits(), lower.flat(i), what);
    }
    assertEquals(false, expected.hasNext(), what);
  }

  @ParameterizedTest
  @MethodSource("strategies")
  @DisplayName("lifting gives the specification's values, and traps where it traps")
  void lifting(MemoryStrategy strategy) {
    List<String[]> cases = lines("lift");
    assertEquals(895, cases.size());
    for (String[] line : cases) {
      Tokens head = new Tokens(line[0]);
      StringEncoding encoding = encoding(head.word());
      ValType type = head.type();
      byte[] bytes = new Tokens(line[2]).bytes();
      try (Guest guest = new Guest(encoding, strategy, bytes.length)) {
        guest.write(0, bytes);
        long[] core = core(new Tokens(line[1]));
        Result<Values> lifted = guest.liftAll(guest.layout(type), core);
        if (line[3].equals("trap")) {
          assertInstanceOf(Fault.Trap.class, Guest.err(lifted), line[0]);
        } else {
          Values expected = Values.of(new Tokens(line[3]).value(type));
          assertEquals(expected, Guest.ok(lifted), line[0]);
        }
      }
    }
  }

  private static long[] core(Tokens tokens) {
    long[] core = new long[32];
    for (int i = 0; tokens.hasNext(); i++) {
      core[i] = tokens.bits();
    }
    return core;
  }
}
