package dev.wrt.engine;

import static dev.wrt.memory.VerificationLevel.FULL;
import static dev.wrt.memory.VerificationLevel.OFF;
import static dev.wrt.memory.VerificationLevel.REDUNDANT;
import static dev.wrt.memory.VerificationLevel.STANDARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Tables, globals, segments and heap under the digest.
class AreasTest {
  /// What an export does with the areas, at every level the same.
  // [utest->req~areas-tables~1]
  // [utest->req~areas-globals~1]
  // [utest->req~areas-segments~1]
  @ParameterizedTest(name = "At level {0} tables, globals and segments do what they do without")
  @EnumSource(VerificationLevel.class)
  void works(VerificationLevel level) {
    try (AreasGuest guest = AreasGuest.of(level)) {
      assertEquals(2, guest.call("indirect", 1));
      assertEquals(5, guest.call("global"));
      guest.call("setGlobal", -6);
      assertEquals(-6, guest.call("global"));
      assertEquals(3, guest.call("vector"));
      guest.call("init", 5, 0, 2);
      assertEquals(2, guest.call("indirect", 6));
      guest.call("copy", 4, 5, 2);
      assertEquals(1, guest.call("indirect", 4));
      assertEquals(8, guest.call("grow", 5));
      assertEquals(2, guest.call("indirect", 12));
      assertEquals(0xFFFF_FFFFL, guest.call("grow", 8));
      guest.call("fill", 7, 6);
      guest.call("fill", 7, 0);
      assertEquals(1, guest.call("indirect", 12));
      guest.call("set", 0);
      assertEquals(2, guest.call("indirect", 0));
      assertEquals(1, guest.call("get", 2));
      guest.call("initData");
      assertEquals('c', guest.instance().mem(0).memory().plain()[2]);
      guest.call("init", 0, 0, 0);
      guest.call("drop");
      guest.call("init", 0, 0, 0);
      assertInstanceOf(Fault.Trap.class, guest.failing("init", 0, 0, 1));
      assertInstanceOf(Fault.Trap.class, guest.failing("initData"));
      guest.call("hold");
      assertEquals(11, guest.call("held"));
      GlobalInst vector = guest.instance().global(1);
      vector.setHigh(17);
      assertEquals(17, vector.getHigh());
    }
  }

  /// Where a bit is flipped, and what reads it afterwards.
  private enum Place {
    TABLE("table 0", "askingIndirect", g -> g.instance().table(0).memory()),
    GLOBALS("globals", "asking", g -> g.store().globals().memory()),
    SEGMENTS("segments 0", "init", g -> g.instance().refs().memory()),
    HEAP("gc heap", "held", g -> g.store().heap().memory());

    private final String area;
    private final String reader;
    private final Function<AreasGuest, SafeMemory> memory;

    Place(String area, String reader, Function<AreasGuest, SafeMemory> memory) {
      this.area = area;
      this.reader = reader;
      this.memory = memory;
    }

    /// Flips a bit of what the reader reads.
    void flip(AreasGuest guest) {
      int at =
          switch (this) {
            case TABLE -> 4;
            case GLOBALS -> 0;
            case SEGMENTS -> 4 * guest.instance().elemStart(0);
            case HEAP -> Heap.FIRST_OBJECT + ObjectLayout.HEADER_BYTES + 200;
          };
      memory.apply(guest).plain()[at] ^= 4;
    }

    /// Runs the reader, with the flip before its host call if it has one.
    Status run(AreasGuest guest) {
      guest.call("hold");
      boolean asks = reader.startsWith("asking");
      if (!asks) {
        flip(guest);
      }
      long[] args = this == SEGMENTS ? new long[] {0, 0, 1} : new long[0];
      Status status = guest.start(reader, args);
      if (asks) {
        assertEquals(Status.HOST_CALL, status);
        flip(guest);
        guest.machine().resume();
        status = guest.machine().run();
      }
      return status;
    }
  }

  // [utest->req~areas-boundary~1]
  @ParameterizedTest(name = "At STANDARD a bit flipped in {0} is found at the next boundary")
  @EnumSource(Place.class)
  void foundAtBoundary(Place place) {
    try (AreasGuest guest = AreasGuest.of(STANDARD)) {
      assertEquals(Status.TRAPPED, place.run(guest));
      assertEquals(place.area, mismatch(guest).area());
      safe(guest);
    }
  }

  // [utest->req~areas-tables~1]
  // [utest->req~areas-globals~1]
  // [utest->req~areas-segments~1]
  @ParameterizedTest(name = "At FULL a bit flipped in {0} is found by what reads it")
  @EnumSource(Place.class)
  void foundByLoad(Place place) {
    try (AreasGuest guest = AreasGuest.of(FULL)) {
      assertEquals(Status.TRAPPED, place.run(guest));
      Fault.IntegrityFault fault = mismatch(guest);
      assertEquals(place.area, fault.area());
      assertTrue(fault.expected() != fault.found());
      safe(guest);
    }
  }

  // [utest->req~areas-report~1]
  @ParameterizedTest(name = "At REDUNDANT a bit flipped in {0} is put right, and that is an event")
  @EnumSource(Place.class)
  void repaired(Place place) {
    try (AreasGuest guest = AreasGuest.of(REDUNDANT)) {
      assertEquals(Status.RETURNED, place.run(guest), () -> guest.machine().fault().toString());
      assertEquals(1, guest.store().repairs().size());
      assertEquals(place.area, guest.store().repairs().getFirst().area());
      assertEquals(1, guest.report(place.area).repairs());
      assertEquals(1, guest.report(place.area).mismatches());
    }
  }

  @Test
  @DisplayName("At OFF nothing is noticed, scrubbed or reported, as the level says")
  void off() {
    try (AreasGuest guest = AreasGuest.of(OFF)) {
      assertEquals(Status.RETURNED, Place.GLOBALS.run(guest));
      assertEquals(5 ^ 4, guest.machine().result(0));
      IntegrityReport report = guest.store().integrity();
      long blocks = report.areas().stream().mapToLong(AreaReport::blocks).sum();
      assertEquals(0, blocks, () -> report.toString());
      assertEquals(0, report.worstCaseFuel());
      assertEquals("off", report.level());
      assertEquals(List.of(), guest.store().hashes());
    }
  }

  // [utest->req~areas-search~1]
  @Test
  @DisplayName("A reference to no function is traced to the table that was changed, or is a trap")
  void impossibleReference() {
    for (VerificationLevel level : List.of(OFF, STANDARD)) {
      try (AreasGuest guest = AreasGuest.of(level)) {
        guest.instance().table(0).memory().plain()[3] = 0x70;
        Fault fault = guest.failing("indirect", 0);
        if (level == OFF) {
          assertEquals(TrapCode.STATE_CORRUPTED, fault.code());
        } else {
          assertEquals("table 0", ((Fault.IntegrityFault) fault).area());
        }
      }
    }
  }

  // [utest->req~areas-safe-state~1]
  @Test
  @DisplayName("After a mismatch nothing of the store runs or is instantiated, another store does")
  void safeState() {
    try (AreasGuest guest = AreasGuest.of(STANDARD);
        AreasGuest other = AreasGuest.of(STANDARD)) {
      Place.GLOBALS.run(guest);
      safe(guest);
      assertEquals(5, other.call("global"));
    }
  }

  // [utest->req~areas-boundary~1]
  @Test
  @DisplayName("What the host does with a table or global is covered too")
  void host() {
    try (AreasGuest guest = AreasGuest.of(FULL)) {
      TableInst table = guest.instance().table(0);
      table.set(7, table.get(1));
      assertEquals(2, guest.call("indirect", 7));
      table.memory().plain()[0] ^= 1;
      table.get(0);
      assertEquals("table 0", ((Fault.IntegrityFault) guest.failing("global")).area());
    }
  }

  // [utest->req~areas-levels~1]
  @Test
  @DisplayName("An instance has its own level, what all share has the store's")
  void ownLevel() {
    Store store = Guest.ok(Store.create(Guest.OPTIONS.with(Verification.of(OFF)), Guest.budget()));
    FuncInst ask = Guest.ok(store.hostFunc(new FuncType(List.of(), List.of()), "ask"));
    ModuleInst strict =
        Guest.ok(store.instantiate(Guest.module("areas"), List.of(ask), Verification.of(FULL)));
    ModuleInst plain = Guest.ok(store.instantiate(Guest.module("areas"), List.of(ask)));
    try (Machine machine = Guest.ok(Machine.create(store, Guest.budget()))) {
      AreasGuest ofStrict = new AreasGuest(Guest.budget(), store, strict, machine);
      AreasGuest ofPlain = new AreasGuest(Guest.budget(), store, plain, machine);
      machine.fuel(Guest.PLENTY);
      assertEquals(OFF, plain.mem(0).memory().verification().level());
      assertEquals(FULL, strict.table(0).memory().verification().level());
      assertEquals(OFF, store.globals().memory().verification().level());
      assertEquals(ofPlain.call("spin", 100), ofStrict.call("spin", 100));
      strict.mem(0).memory().plain()[60] ^= 1;
      plain.mem(0).memory().plain()[60] ^= 1;
      ofPlain.call("spin", 100);
      assertInstanceOf(Fault.IntegrityFault.class, ofStrict.failing("spin", 100));
    }
    store.close();
  }

  // [utest->req~areas-report~1]
  @Test
  @DisplayName("The report names each area with its size, blocks and counts")
  void report() {
    try (AreasGuest guest = AreasGuest.of(STANDARD)) {
      guest.call("hold");
      assertEquals(new AreaReport("memory 0", 2 * 65536, 32, 0, 0, 0), guest.report("memory 0"));
      assertEquals(32, guest.report("table 0").bytes());
      assertEquals(1, guest.report("table 0").blocks());
      assertEquals(32, guest.report("globals").bytes());
      assertTrue(guest.report("gc heap").verified() > 0);
      assertEquals(1, guest.report("segments 0").blocks());
      assertTrue(guest.report("code of instance 0").bytes() > 0);
      assertEquals("standard", guest.store().integrity().level());
      assertTrue(guest.store().integrity().worstCaseFuel() > 0);
      guest.store().areas().remove(guest.instance().mem(0).memory());
      guest.store().areas().remove(guest.instance().mem(0).memory());
      assertTrue(
          guest.store().integrity().areas().stream().noneMatch(r -> r.area().equals("memory 0")));
    }
  }

  // [utest->req~areas-budget~1]
  @ParameterizedTest(
      name = "At level {0}, whichever reservation fails, a fault says so, none leaks")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"OFF", "STANDARD", "REDUNDANT"})
  void everyReservation(VerificationLevel level) {
    long max = 1000;
    int refusals = 0;
    boolean done = false;
    while (!done) {
      MemoryBudget budget = MemoryBudget.root("test", max);
      Fault fault = tried(budget, level);
      done = fault == null;
      if (fault != null) {
        Fault.BudgetFault refused = assertInstanceOf(Fault.BudgetFault.class, fault);
        max += refused.requested() - refused.available();
        refusals++;
      }
      assertEquals(0, budget.reservedBytes(), "at most " + max);
    }
    assertTrue(refusals >= 8, "so many reservations were refused: " + refusals);
  }

  private static Fault tried(MemoryBudget budget, VerificationLevel level) {
    EngineOptions options = new EngineOptions(Verification.of(level), 1000, 100, 100, 1000, 5);
    if (!(Store.create(options, budget) instanceof Result.Ok<Store>(Store store))) {
      return Guest.fault(Store.create(options, budget));
    }
    try (store) {
      Result<FuncInst> ask = store.hostFunc(new FuncType(List.of(), List.of()), "ask");
      if (!(ask instanceof Result.Ok<FuncInst>(FuncInst host))) {
        return Guest.fault(ask);
      }
      long before = budget.reservedBytes();
      Result<ModuleInst> made = store.instantiate(Guest.module("areas"), List.of(host));
      if (!(made instanceof Result.Ok<ModuleInst>(ModuleInst instance))) {
        assertTrue(budget.reservedBytes() - before < 10_000, "only what stays in the store");
        return Guest.fault(made);
      }
      return run(store, instance, budget);
    }
  }

  private static Fault run(Store store, ModuleInst instance, MemoryBudget budget) {
    Result<Machine> made = Machine.create(store, budget);
    if (!(made instanceof Result.Ok<Machine>(Machine machine))) {
      return Guest.fault(made);
    }
    try (machine) {
      machine.fuel(10_000);
      Result<?> entered = machine.enter((FuncInst) instance.export("catching"), new long[] {3});
      if (entered instanceof Result.Err<?> err) {
        return err.fault();
      }
      return machine.run() == Status.TRAPPED ? machine.fault() : null;
    }
  }

  // [utest->req~areas-tables~1]
  @ParameterizedTest(name = "A table of {0} elements is filled and grown")
  @ValueSource(ints = {0, 1, 2, 3, 1023, 1024, 1025, 5000})
  void references(int size) {
    SafeMemory memory =
        Guest.ok(
            SafeMemory.create(
                Guest.budget(), "refs", 4 * size, 40_000, Verification.of(REDUNDANT)));
    RefArea refs = new RefArea(memory);
    refs.fill(0, size, 7);
    assertTrue(refs.grow(3, 9));
    assertTrue(refs.grow(2, 0));
    for (int i = 0; i < size + 5; i++) {
      assertEquals(i < size ? 7 : i < size + 3 ? 9 : 0, refs.load(i));
      assertEquals(refs.load(i), refs.peek(i));
    }
    refs.visit(0, size + 5, ref -> ref == 7 ? 8 : ref);
    assertEquals(size == 0 ? 9 : 8, refs.load(0));
    Guest.ok(memory.verifyAll());
  }

  /// Whatever is called then, the first mismatch is the answer.
  private static void safe(AreasGuest guest) {
    Fault first = guest.machine().fault();
    guest.machine().unwind();
    assertEquals(first, guest.failing("vector"));
    assertEquals(first, Guest.fault(guest.store().instantiate(Guest.module("areas"), List.of())));
  }

  private static Fault.IntegrityFault mismatch(AreasGuest guest) {
    return assertInstanceOf(Fault.IntegrityFault.class, guest.machine().fault());
  }
}
