package dev.wrt.component.abi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.CanonOpts;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.CoreSignature;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.zip.CRC32;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Does what the cases of the oracle say with our lifting and lowering, under one memory strategy,
/// and compares. `recorder.py` describes the cases.
final class OracleGuest implements AutoCloseable {
  private static final Verification LEVEL = new Verification(VerificationLevel.STANDARD, 1);

  private final MemoryBudget budget = MemoryBudget.root("test", 1L << 30);
  private final Crossings crossings;
  private final Crossing crossing;
  private final Lift lift;
  private final Lower lower;

  OracleGuest(MemoryStrategy strategy) {
    crossings = Guest.ok(Crossings.create(budget, strategy, 2));
    crossing = crossings.crossing();
    lift = Guest.ok(Lift.create(budget));
    lower = Guest.ok(Lower.create(budget));
  }

  /// Replays one case.
  void replay(String line) {
    String[] sections = line.split(" \\| ", -1);
    try (Layouts layouts = Guest.ok(Layouts.create(budget))) {
      switch (sections[0]) {
        case "layout" -> layout(sections, layouts);
        case "flatten" -> flatten(sections, layouts);
        case "lift" -> lift(sections, layouts);
        case "lower" -> lower(sections, layouts);
        case "load" -> load(sections, layouts);
        case "store" -> store(sections, layouts);
        default -> throw new AssertionError(sections[0]);
      }
    } finally {
      crossing.close();
    }
  }

  private static StringEncoding encoding(String word) {
    return switch (word) {
      case "utf8" -> StringEncoding.UTF8;
      case "utf16" -> StringEncoding.UTF16;
      default -> StringEncoding.LATIN1_UTF16;
    };
  }

  private static void layout(String[] sections, Layouts layouts) {
    Layout narrow = Guest.ok(layouts.of(new Tokens(sections[2]).type()));
    Layout layout = sections[1].equals("i64") ? narrow.wide() : narrow;
    Tokens expected = new Tokens(sections[3]);
    assertEquals(expected.number(), layout.size());
    assertEquals(expected.number(), layout.alignment());
    List<String> flat = new ArrayList<>();
    for (int i = 0; i < layout.flatCount(); i++) {
      flat.add(layout.flatType(i).toString());
    }
    boolean more = flat.size() > FuncLayout.MAX_FLAT_PARAMS;
    assertEquals(sections[4], more ? "more" : String.join(" ", flat));
  }

  private static void flatten(String[] sections, Layouts layouts) {
    Tokens head = new Tokens(sections[1]);
    boolean lifts = head.word().equals("lift");
    boolean async = head.number() == 1;
    boolean callback = head.number() == 1;
    boolean address64 = head.word().equals("i64");
    List<ComponentFuncType.Param> params = new ArrayList<>();
    for (ValType type : new Tokens(sections[2]).types()) {
      params.add(new ComponentFuncType.Param("p" + params.size(), type));
    }
    ComponentFuncType type =
        new ComponentFuncType(async, params, new Tokens(sections[3]).maybeType());
    FuncLayout layout = Guest.ok(layouts.of(type));
    FuncType core =
        lifts
            ? CoreSignature.lift(type, options(async, callback), address64)
            : layout.lowerType(async, address64);
    assertEquals("[" + sections[4] + "] -> [" + sections[5] + "]", core.toString());
  }

  private static CanonOpts options(boolean async, boolean callback) {
    OptionalInt none = OptionalInt.empty();
    OptionalInt function = callback ? OptionalInt.of(0) : none;
    return new CanonOpts(StringEncoding.UTF8, none, none, none, async, function);
  }

  private LiftLowerContext context(Tokens head, SafeMemory memory, HandleScope handles) {
    StringEncoding encoding = encoding(head.word());
    boolean address64 = head.word().equals("i64");
    return new LiftLowerContext(memory, encoding, handles, crossing, address64);
  }

  private void lift(String[] sections, Layouts layouts) {
    Tokens head = new Tokens(sections[1]);
    Layout types = Guest.ok(layouts.tuple(new Tokens(sections[2]).types()));
    Transcript handles = new Transcript(new Tokens(sections[5]));
    try (SafeMemory memory = memory(sections[4])) {
      LiftLowerContext cx = context(head, memory, handles);
      long[] core = new Tokens(sections[3]).allBits();
      Result<Values> lifted = lift.values(cx, types, head.number(), core);
      compare(sections[6], lifted instanceof Result.Ok<Values> ok ? ok.value().list() : null);
      assertTrap(sections[6], lifted);
      assertTrue(handles.isComplete(), "the handle table is used as often");
      crossing.close();
    }
  }

  private void load(String[] sections, Layouts layouts) {
    Layout element = Guest.ok(layouts.of(new Tokens(sections[2]).type()));
    Tokens range = new Tokens(sections[3]);
    Transcript handles = new Transcript(new Tokens(sections[5]));
    try (SafeMemory memory = memory(sections[4])) {
      LiftLowerContext cx = context(new Tokens(sections[1]), memory, handles);
      Result<Sequence> lifted = lift.list(cx, element, range.number(), range.number());
      compare(
          sections[6],
          lifted instanceof Result.Ok<Sequence> ok
              ? dev.wrt.component.value.Packing.values(ok.value())
              : null);
      assertTrap(sections[6], lifted);
      assertTrue(handles.isComplete(), "the handle table is used as often");
      crossing.close();
    }
  }

  private static void compare(String expected, @Nullable List<Value> found) {
    assertEquals(expected, found == null ? "trap" : Tokens.text(found));
  }

  private static void assertTrap(String expected, Result<?> found) {
    if (expected.equals("trap")) {
      assertInstanceOf(Fault.Trap.class, Guest.err(found));
    }
  }

  private void lower(String[] sections, Layouts layouts) {
    Tokens head = new Tokens(sections[1]);
    List<ValType> types = new Tokens(sections[2]).types();
    Layout layout = Guest.ok(layouts.tuple(types));
    Values values = new Values(new Tokens(sections[3]).values(types));
    Transcript handles = new Transcript(new Tokens(sections[7]));
    try (SafeMemory memory = memory(sections[5])) {
      LiftLowerContext cx = context(head, memory, handles);
      int maxFlat = head.number();
      if (sections[4].equals("_")) {
        lower.start(cx, layout, values, maxFlat);
      } else {
        lower.start(cx, layout, values, maxFlat, Long.parseUnsignedLong(sections[4]));
      }
      boolean done = finish(memory, new Tokens(sections[6]));
      StringBuilder core = new StringBuilder(done ? "" : "trap");
      for (int i = 0; done && i < lower.flatCount(); i++) {
        core.append(i == 0 ? "" : " ").append(Long.toUnsignedString(lower.flat(i)));
      }
      assertEquals(sections[8], core.toString());
      assertTrue(handles.isComplete(), "the handle table is used as often");
      assertMemory(sections[9], memory);
      crossing.close();
    }
  }

  private void store(String[] sections, Layouts layouts) {
    ValType type = new Tokens(sections[2]).type();
    Tokens given = new Tokens(sections[3]);
    int ptr = given.number();
    Value list = given.value(new ValType.ListType(type));
    Transcript handles = new Transcript(new Tokens(sections[6]));
    try (SafeMemory memory = memory(sections[4])) {
      LiftLowerContext cx = context(new Tokens(sections[1]), memory, handles);
      lower.startList(cx, Guest.ok(layouts.of(type)), (Sequence) list, ptr);
      boolean done = finish(memory, new Tokens(sections[5]));
      assertEquals(sections[7], done ? "ok" : "trap");
      assertTrue(handles.isComplete(), "the handle table is used as often");
      assertMemory(sections[8], memory);
      crossing.close();
    }
  }

  /// Steps to the end with the guest's answers.
  ///
  /// @return whether it was no trap
  private boolean finish(SafeMemory memory, Tokens calls) {
    Lower.Step step = lower.step();
    while (calls.hasNext()) {
      assertEquals(Lower.Step.CALL_REALLOC, step);
      assertEquals(calls.bits(), checksum(memory), "what the guest sees in realloc");
      long[] expected = {calls.bits(), calls.bits(), calls.bits(), calls.bits()};
      long[] found = new long[4];
      for (int i = 0; i < 4; i++) {
        found[i] = lower.reallocArgument(i);
      }
      assertArrayEquals(expected, found, "realloc");
      String answer = calls.word();
      if (calls.number() == 1) {
        int at = calls.number();
        byte[] changed = calls.bytes();
        Guest.ok(memory.write(at, changed, 0, changed.length));
      }
      if (answer.equals("trap")) {
        return false;
      }
      lower.reallocated(Long.parseUnsignedLong(answer));
      step = lower.step();
    }
    if (step == Lower.Step.FAULT) {
      assertInstanceOf(Fault.Trap.class, lower.fault());
    }
    return step == Lower.Step.DONE;
  }

  private SafeMemory memory(String section) {
    byte[] bytes = new Tokens(section).memory();
    int size = bytes.length;
    SafeMemory memory = Guest.ok(SafeMemory.create(budget, "memory", size, size, LEVEL));
    Guest.ok(memory.write(0, bytes, 0, size));
    return memory;
  }

  private static byte[] bytes(SafeMemory memory) {
    byte[] bytes = new byte[memory.sizeBytes()];
    Guest.ok(memory.read(0, bytes, 0, bytes.length));
    return bytes;
  }

  private static long checksum(SafeMemory memory) {
    CRC32 crc = new CRC32();
    crc.update(bytes(memory));
    return crc.getValue();
  }

  private static void assertMemory(String expected, SafeMemory memory) {
    if (!expected.isEmpty()) {
      assertArrayEquals(new Tokens(expected).memory(), bytes(memory), "memory");
    }
  }

  @Override
  public void close() {
    crossings.close();
    lift.close();
    lower.close();
    assertEquals(0, budget.reservedBytes(), "everything goes back to the budget");
  }
}
