package dev.wrt.component;

import static dev.wrt.component.Samples.fault;
import static dev.wrt.component.Samples.instance;
import static dev.wrt.component.Samples.ok;
import static dev.wrt.component.Samples.u32;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.ControlWord;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Value.Handle;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.PrimValType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.engine.AreaReport;
import dev.wrt.memory.MemoryCode;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What handle tables notice of changes behind their API.
// [utest->req~handles-compared~1]
// [utest->req~handles-control-words~1]
// [utest->req~handles-waitables-checked~1]
// [utest->req~handles-boundary~1]
// [utest->req~handles-repair~1]
// [utest->req~handles-reported~1]
// [utest->req~component-safe-state-answer~1]
class HandleIntegrityTest {
  private static final ResourceType TYPE = new Named("a");
  private static final ResourceType OTHER = new Named("b");

  private final MemoryBudget budget = MemoryBudget.root("test", 1 << 20);

  /// A type of resources of its own.
  private record Named(String name) implements ResourceType {}

  private HandleTable table(VerificationLevel level) {
    return new HandleTable(budget, 1000, 1000, new HandleCount(), Verification.of(level));
  }

  private static ResourceHandle handle(int rep) {
    return new ResourceHandle(TYPE, rep, true, null);
  }

  private static HandleRecords records(HandleTable table) {
    HandleRecords records = table.records();
    assertNotNull(records);
    return records;
  }

  private static IntegrityFault mismatch(Result<?> answer) {
    return assertInstanceOf(IntegrityFault.class, fault(answer));
  }

  @ParameterizedTest(name = "At {0} a handle whose numbers were changed is not used")
  @EnumSource(names = {"STANDARD", "FULL"})
  void changedHandles(VerificationLevel level) {
    List<Consumer<ResourceHandle>> changes =
        List.of(h -> h.rep ^= 1 << 30, h -> h.own = false, h -> h.numLends = 0);
    for (Consumer<ResourceHandle> change : changes) {
      HandleTable table = table(level);
      int other = ok(table.add(handle(7)));
      ResourceHandle handle = handle(8);
      int index = ok(table.add(handle));
      handle.lent(1);
      assertSame(handle, ok(table.get(index, TYPE)));
      change.accept(handle);
      IntegrityFault fault = mismatch(table.get(index, TYPE));
      assertEquals(ComponentCode.HANDLE_MISMATCH, fault.code());
      assertEquals("test handles", fault.area());
      assertEquals(index, fault.block());
      assertEquals(fault, mismatch(table.remove(index, TYPE)));
      assertEquals(7, ok(table.get(other, TYPE)).rep);
      assertEquals(fault, table.verifyAll());
      table.close();
    }
    assertEquals(0, budget.reservedBytes());
  }

  @Test
  @DisplayName("A repair takes a handle's numbers from its record, and is an event")
  void repairedHandles() {
    HandleTable table = table(VerificationLevel.REDUNDANT);
    ResourceHandle handle = handle(8);
    int index = ok(table.add(handle));
    handle.lent(2);
    handle.rep = 9;
    handle.own = false;
    assertEquals(8, ok(table.get(index, TYPE)).rep);
    assertTrue(handle.own);
    handle.numLends = 0;
    assertEquals(ComponentCode.HANDLE_LENT, fault(table.remove(index, TYPE)).code());
    assertEquals(2, handle.numLends);
    assertEquals(
        List.of(
            new IntegrityFault(ComponentCode.HANDLE_MISMATCH, "test handles", index, 8, 9, true),
            new IntegrityFault(ComponentCode.HANDLE_MISMATCH, "test handles", index, 2, 0, true)),
        table.repairs());
    AreaReport report = table.report();
    assertNotNull(report);
    assertEquals(2, report.repairs());
    assertEquals(2, report.mismatches());
    for (int i = 0; i < HandleRecords.REPAIRS_KEPT; i++) {
      handle.rep = 100 + i;
      assertNull(table.verifyAll());
    }
    assertEquals(HandleRecords.REPAIRS_KEPT, table.repairs().size());
    assertEquals(100, table.repairs().getFirst().found());
    assertEquals(115, table.repairs().getLast().found());
  }

  @ParameterizedTest(name = "At {0} an element that another one has replaced is not used")
  @EnumSource(names = {"STANDARD", "FULL", "REDUNDANT"})
  void exchangedElements(VerificationLevel level) {
    HandleTable table = table(level);
    int a = ok(table.add(handle(5)));
    int b = ok(table.add(handle(5)));
    table.entries()[a] = table.entries()[b];
    assertEquals(ComponentCode.HANDLE_MISMATCH, mismatch(table.get(a)).code());
    table.entries()[a] = null;
    assertEquals(ComponentCode.HANDLE_MISMATCH, mismatch(table.get(a)).code());
    table.entries()[b] = new ResourceHandle(OTHER, 5, true, null);
    assertEquals(ComponentCode.HANDLE_MISMATCH, mismatch(table.get(b)).code());
  }

  @Test
  @DisplayName("A changed record is found before its handle is used, and repaired at redundant")
  void changedRecords() {
    HandleTable standard = table(VerificationLevel.STANDARD);
    int index = ok(standard.add(handle(5)));
    records(standard).memory().plain()[(index << 5) + 12] ^= 4;
    assertEquals(MemoryCode.DIGEST_MISMATCH, mismatch(standard.get(index, TYPE)).code());
    HandleTable redundant = table(VerificationLevel.REDUNDANT);
    index = ok(redundant.add(handle(5)));
    records(redundant).memory().plain()[(index << 5) + 12] ^= 4;
    assertEquals(5, ok(redundant.get(index, TYPE)).rep);
    AreaReport report = redundant.report();
    assertNotNull(report);
    assertEquals(1, report.repairs());
  }

  @Test
  @DisplayName("A record that nobody asks for is verified at the next boundary")
  void boundary() {
    HandleTable table = table(VerificationLevel.STANDARD);
    int index = ok(table.add(handle(5)));
    assertNull(table.verify());
    assertEquals(5, ok(table.get(index, TYPE)).rep);
    records(table).memory().plain()[(index << 5) + 30] ^= 1;
    assertEquals(MemoryCode.DIGEST_MISMATCH, code(table.verify()));
    assertEquals(MemoryCode.DIGEST_MISMATCH, code(table.verifyAll()));
  }

  @Test
  @DisplayName("Boundaries look at a few slots each, so all are compared in turn")
  void scrubbing() {
    HandleTable table = table(VerificationLevel.STANDARD);
    for (int i = 0; i < 20; i++) {
      ok(table.add(handle(i)));
    }
    ResourceHandle victim = ok(table.get(17, TYPE));
    victim.rep = 99;
    int boundaries = 0;
    while (table.verify() == null) {
      boundaries++;
    }
    assertTrue(boundaries <= 16, () -> "found after the round");
  }

  private static Object code(@Nullable Fault fault) {
    return fault == null ? "none" : fault.code();
  }

  @ParameterizedTest(name = "A torn count of the table stops it, at {0}")
  @EnumSource(names = {"STANDARD", "FULL", "REDUNDANT"})
  void tornCounts(VerificationLevel level) {
    for (int word = 0; word < 4; word++) {
      HandleTable table = table(level);
      int index = ok(table.add(handle(5)));
      ControlWord torn = table.controls().get(word);
      long value = torn.value();
      torn.flip(1 << 20);
      IntegrityFault expected =
          new IntegrityFault(
              ComponentCode.HANDLE_CONTROL, "test handles", 0, value, value ^ 1 << 20, false);
      assertEquals(expected, mismatch(table.get(index)));
      assertEquals(expected, mismatch(table.add(handle(6))));
      assertEquals(expected, table.verify());
      assertEquals(expected, table.verifyAll());
      table.close();
    }
    assertEquals(0, budget.reservedBytes());
  }

  @Test
  @DisplayName("A changed free index is not handed out, and repaired at redundant")
  void freeList() {
    HandleTable standard = table(VerificationLevel.STANDARD);
    HandleTable redundant = table(VerificationLevel.REDUNDANT);
    for (HandleTable table : List.of(standard, redundant)) {
      for (int i = 0; i < 3; i++) {
        ok(table.add(handle(i)));
      }
      table.remove(2);
      table.remove(1);
      assertNull(table.verifyAll());
      table.free()[1] = 3;
    }
    assertEquals(ComponentCode.HANDLE_MISMATCH, code(standard.verifyAll()));
    IntegrityFault fault = mismatch(standard.add(handle(9)));
    assertEquals(1, fault.expected());
    assertEquals(3, fault.found());
    assertEquals(1, ok(redundant.add(handle(9))));
    assertEquals(2, ok(redundant.add(handle(9))));
    assertEquals(1, redundant.repairs().size());
  }

  @Test
  @DisplayName("A free index whose record was changed is found by the record's digest")
  void freeListRecords() {
    HandleTable table = table(VerificationLevel.STANDARD);
    ok(table.add(handle(1)));
    table.remove(1);
    records(table).memory().plain()[4 * HandleRecords.FREE] = 5;
    assertEquals(MemoryCode.DIGEST_MISMATCH, mismatch(table.add(handle(1))).code());
    HandleTable redundant = table(VerificationLevel.REDUNDANT);
    ok(redundant.add(handle(1)));
    redundant.remove(1);
    records(redundant).memory().plain()[4 * HandleRecords.FREE] = 5;
    assertEquals(1, ok(redundant.add(handle(1))));
  }

  @Test
  @DisplayName("Below standard nothing is kept twice, and nothing is compared")
  void off() {
    for (VerificationLevel level : List.of(VerificationLevel.OFF, VerificationLevel.SAMPLED)) {
      long before = budget.reservedBytes();
      HandleTable table = table(level);
      ResourceHandle handle = handle(5);
      int index = ok(table.add(handle));
      handle.lent(1);
      assertEquals(8 * (8 + 4 + 256), budget.reservedBytes() - before);
      handle.rep = 6;
      handle.numLends = 0;
      assertEquals(6, ok(table.get(index, TYPE)).rep);
      assertNull(table.verify());
      assertNull(table.verifyAll());
      assertNull(table.report());
      assertEquals(List.of(), table.repairs());
      assertEquals(3, table.recorded(index, HandleRecords.GENERATION, 3));
      ok(table.remove(index, TYPE));
      assertEquals(index, ok(table.add(handle(7))));
    }
  }

  @Test
  @DisplayName("A waitable or a set whose state was changed is not used")
  void waitables() {
    Streams streams = new Streams(budget, new HostWork());
    HandleTable table = table(VerificationLevel.STANDARD);
    ValType type = new ValType.StreamType(Optional.of(PrimValType.U8));
    CopyEnd end = new CopyEnd(ok(streams.open(type)), false);
    WaitableSet set = new WaitableSet();
    int at = ok(table.add(end));
    int ofSet = ok(table.add(set));
    end.join(set);
    end.setPendingEvent();
    assertSame(end, ok(table.waitable(at)));
    assertSame(set, ok(table.waitableSet(ofSet)));
    assertNull(table.verifyAll());
    end.stateChanges(0, 1);
    assertEquals(ComponentCode.HANDLE_CONTROL, mismatch(table.waitable(at)).code());
    end.stateChanges(1, 0);
    end.index = 5;
    assertEquals(ComponentCode.HANDLE_MISMATCH, mismatch(table.waitable(at)).code());
    end.index = at;
    end.join(null);
    assertSame(end, ok(table.waitable(at)));
    for (ControlWord word : set.controls()) {
      assertSame(set, ok(table.waitableSet(ofSet)));
      long value = word.value();
      word.flip(1);
      IntegrityFault fault = mismatch(table.waitableSet(ofSet));
      assertEquals(ComponentCode.HANDLE_CONTROL, fault.code());
      assertEquals(ofSet, fault.block());
      word.set(value);
    }
    streams.close();
  }

  @Test
  @DisplayName("Tickets of the host: a changed generation is found, and repaired at redundant")
  void tickets() {
    for (VerificationLevel level : VerificationLevel.values()) {
      HostHandles host = new HostHandles(budget, new HandleCount(), Verification.of(level));
      Handle ticket = ok(host.give(handle(5)));
      ok(host.remove(ticket));
      Handle second = ok(host.give(handle(6)));
      assertEquals(ComponentCode.HANDLE_STALE, fault(host.get(ticket)).code());
      assertEquals(6, ok(host.get(second)).rep);
      host.generations()[1] ^= 2;
      switch (level) {
        case OFF, SAMPLED ->
            assertEquals(ComponentCode.HANDLE_STALE, fault(host.get(second)).code());
        case STANDARD, FULL -> {
          assertEquals(ComponentCode.HANDLE_MISMATCH, mismatch(host.get(second)).code());
          assertEquals(ComponentCode.HANDLE_MISMATCH, mismatch(host.take(second)).code());
        }
        case REDUNDANT -> assertEquals(6, ok(host.get(second)).rep);
      }
      host.close();
    }
  }

  @Test
  @DisplayName("A handle that is wrong at a boundary puts the components into their safe state")
  void safeState() {
    ComponentEngine engine = ComponentEngine.create(ComponentOptions.standard());
    ComponentInstance counter = instance(engine, new Linker(), "counter");
    Handle made = (Handle) ok(counter.call("make", u32(5))).get(0);
    assertEquals(u32(5), ok(counter.call("value", Values.of(made))));
    HandleTable host = counter.tree.hostHandles.table();
    ok(host.get(1, made.type())).rep ^= 2;
    IntegrityFault fault = mismatch(counter.call("value", Values.of(made)));
    assertEquals(ComponentCode.HANDLE_MISMATCH, fault.code());
    assertEquals(fault, fault(counter.call("make", u32(1))));
    AreaReport area =
        counter.integrity().areas().stream()
            .filter(a -> a.area().equals(fault.area()))
            .findFirst()
            .orElseThrow();
    assertTrue(area.verified() > 0);
    assertEquals(1, area.mismatches());
    assertEquals(List.of(), counter.repairs());
    ComponentInstance unharmed = instance(engine, new Linker(), "counter");
    ok(unharmed.call("make", u32(1)));
    unharmed.close();
    counter.close();
    assertEquals(0, counter.budget().reservedBytes());
  }

  @Test
  @DisplayName("At redundant the same component goes on, with the right resource")
  void repairedCall() {
    ComponentInstance counter =
        instance(
            ComponentEngine.create(
                ComponentOptions.standard()
                    .withVerification(Verification.of(VerificationLevel.REDUNDANT))),
            new Linker(),
            "counter");
    Handle made = (Handle) ok(counter.call("make", u32(5))).get(0);
    HandleTable host = counter.tree.hostHandles.table();
    ok(host.get(1, made.type())).rep ^= 2;
    assertEquals(u32(5), ok(counter.call("value", Values.of(made))));
    assertEquals(1, counter.repairs().size());
  }
}
