package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the heap of heap.wat refuses, and what it notices.
class HeapLimitsTest {
  /// The 8 bytes in front, and what globals and element segments of heap.wat hold.
  private static final int START_BYTES = 8 + 32 + 32 + 16;

  private static final int NODE_BYTES = 32;

  private final Module module = Guest.module("heap");

  private Guest guest(EngineOptions options) {
    return Guest.of(module, options);
  }

  private static EngineOptions small(VerificationLevel level) {
    return new EngineOptions(Verification.of(level), 1 << 10, 100, 1, 10, 5);
  }

  private static EngineOptions options(VerificationLevel level) {
    return Guest.OPTIONS.with(Verification.of(level));
  }

  // [utest->req~engine-heap-exhaustion~1]
  @ParameterizedTest(
      name = "With room for {0} nodes, so many are allocated, and one more is a trap")
  @ValueSource(ints = {1, 2, 3, 127, 128, 2048, 5000})
  void nodes(int room) {
    for (int slack : new int[] {0, 8, NODE_BYTES - 8, NODE_BYTES - 1}) {
      int max = START_BYTES + room * NODE_BYTES + slack;
      try (Guest guest = guest(Guest.OPTIONS.withHeapBytesMax(max))) {
        assertEquals(1, guest.call("fill", room));
        Fault.Trap trap = assertInstanceOf(Fault.Trap.class, guest.failing("fill", 1));
        assertEquals(TrapCode.HEAP_EXHAUSTED, trap.code());
        assertEquals(2, trap.backtrace().size());
        guest.call("clear");
        assertEquals(1, guest.call("fill", room), "what is dead is collected");
      }
    }
  }

  @ParameterizedTest(name = "An array of {0} bytes less than the room fits; one byte more does not")
  @ValueSource(ints = {0, 1, 7, 8, 1000})
  void arrays(int less) {
    int max = 1 << 17;
    try (Guest guest = guest(Guest.OPTIONS.withHeapBytesMax(max))) {
      guest.call("fill", 100);
      int room = max - START_BYTES - 100 * NODE_BYTES - 8;
      assertEquals(room - less, guest.call("array", room - less));
      assertEquals(TrapCode.HEAP_EXHAUSTED, guest.failing("array", room + 1).code());
      assertEquals(TrapCode.HEAP_EXHAUSTED, guest.failing("array", -1).code());
      assertEquals(TrapCode.HEAP_EXHAUSTED, guest.failing("array", Integer.MIN_VALUE).code());
      assertEquals(room, guest.call("array", room));
    }
  }

  // [utest->req~engine-const-exprs~1]
  @Test
  @DisplayName("Constant expressions that find no room end instantiation and leave nothing behind")
  void expressions() {
    for (int max = 8; max < START_BYTES; max += 8) {
      MemoryBudget budget = Guest.budget();
      Store store = Guest.ok(Store.create(Guest.OPTIONS.withHeapBytesMax(max), budget));
      Fault fault = Guest.fault(store.instantiate(module, List.of()));
      assertEquals(TrapCode.HEAP_EXHAUSTED, fault.code());
      assertEquals(new Store.Extent(0, 0, 0, 0, 0, 0), store.extent());
      Guest.fault(store.instantiate(module, List.of()));
      long reserved = budget.reservedBytes();
      Guest.fault(store.instantiate(module, List.of()));
      assertEquals(reserved, budget.reservedBytes());
      store.close();
      assertEquals(0, budget.reservedBytes());
    }
  }

  // [utest->req~engine-heap-storage~1]
  @ParameterizedTest(
      name = "At level {0}, whichever reservation fails, a fault says so and nothing leaks")
  @EnumSource(VerificationLevel.class)
  void everyReservation(VerificationLevel level) {
    long max = 0;
    int refusals = 0;
    Fault fault;
    do {
      MemoryBudget budget = MemoryBudget.root("test", max);
      Store store = Guest.ok(Store.create(small(level), budget));
      fault = attempt(store, budget);
      store.close();
      assertEquals(0, budget.reservedBytes());
      assertTrue(budget.children().isEmpty());
      if (fault != null) {
        Fault.BudgetFault refused = assertInstanceOf(Fault.BudgetFault.class, fault);
        max += refused.requested() - refused.available();
        refusals++;
      }
    } while (fault != null);
    assertTrue(refusals >= 20, "so many reservations were made to fail: " + refusals);
  }

  private Fault attempt(Store store, MemoryBudget budget) {
    Result<ModuleInst> result = store.instantiate(module, List.of());
    if (!(result instanceof Result.Ok<ModuleInst>(ModuleInst instance))) {
      return Guest.fault(result);
    }
    if (!(Machine.create(store, budget) instanceof Result.Ok<Machine>(Machine machine))) {
      return Guest.fault(Machine.create(store, budget));
    }
    try (machine) {
      for (String name : List.of("list", "tree", "kept", "bulk", "fill")) {
        FuncInst f = (FuncInst) instance.export(name);
        long n = name.equals("fill") ? 5_000 : 20;
        if (machine.enter(f, new long[] {n}) instanceof Result.Err<?>(Fault refused)) {
          return refused;
        }
        machine.fuel(Guest.PLENTY);
        if (machine.run() == Status.TRAPPED) {
          return machine.fault();
        }
        machine.leave();
      }
      return null;
    }
  }

  // [utest->req~engine-heap-integrity~1]
  @ParameterizedTest(name = "At level {0} a bit flipped in any byte of an object is noticed")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"STANDARD", "FULL"})
  void flipped(VerificationLevel level) {
    for (int i = 0; i < NODE_BYTES; i++) {
      try (Guest guest = guest(options(level))) {
        guest.call("fill", 50);
        guest.store().heap().memory().plain()[START_BYTES + 7 * NODE_BYTES + i] ^= 4;
        Guest.ok(guest.machine().enter(guest.func("total"), new long[0]));
        guest.machine().fuel(10_000);
        Status status = guest.machine().run();
        Fault fault =
            status == Status.TRAPPED
                ? guest.machine().fault()
                : Guest.fault(guest.store().heap().memory().verifyTouched());
        assertEquals("gc heap", assertInstanceOf(Fault.IntegrityFault.class, fault).area());
      }
    }
  }

  @Test
  @DisplayName("A bit flipped in an object is repaired at the level that repairs")
  void repaired() {
    try (Guest guest = guest(options(VerificationLevel.REDUNDANT))) {
      guest.call("fill", 50);
      long total = guest.call("total");
      guest.store().heap().memory().plain()[START_BYTES + 7 * NODE_BYTES + 17] ^= 4;
      assertEquals(total, guest.call("total"));
    }
  }

  // [utest->req~engine-heap-integrity~1]
  @Test
  @DisplayName("Whatever bits are flipped where nothing verifies, a run ends with a status")
  void unverified() {
    Random random = new Random(5);
    int trapped = 0;
    for (int i = 0; i < 400; i++) {
      try (Guest guest = guest(Guest.OPTIONS)) {
        guest.call("fill", 20);
        byte[] bytes = guest.store().heap().memory().plain();
        int used = guest.store().heap().top();
        for (int flips = 0; flips <= i % 5; flips++) {
          bytes[8 + random.nextInt(used - 8)] ^= (byte) (1 << random.nextInt(8));
        }
        guest.store().heap().collectAlways();
        for (String name : List.of("total", "kept", "tree")) {
          long[] args = name.equals("total") ? new long[0] : new long[] {20};
          Guest.ok(guest.machine().enter(guest.func(name), args));
          guest.machine().fuel(100_000);
          trapped += guest.machine().run() == Status.TRAPPED ? 1 : 0;
          guest.machine().leave();
        }
      }
    }
    assertTrue(trapped > 100, "so many runs noticed it: " + trapped);
  }

  // [utest->req~engine-heap-pins~1]
  @Test
  @DisplayName("What the host pins stays alive and is found where it has moved")
  void pins() {
    try (Guest guest = guest(Guest.OPTIONS)) {
      Store store = guest.store();
      guest.call("fill", 10);
      long ref = ((GlobalInst) global(guest)).get();
      int pin = store.pin(ref);
      int other = store.pin(Refs.ofI31(5));
      guest.call("clear");
      store.heap().collect(store.roots());
      assertEquals(13, store.heapStats().objects());
      assertEquals(RefKind.STRUCT, store.kind(store.pinned(pin)));
      assertEquals(RefKind.I31, store.kind(store.pinned(other)));
      assertEquals(1, store.heap().memory().load64((int) store.pinned(pin) + 16));
      store.unpin(pin);
      store.heap().collect(store.roots());
      assertEquals(3, store.heapStats().objects());
      assertThrows(Invariant.Violation.class, () -> store.pinned(pin));
      assertEquals(pin, store.pin(Refs.NULL));
      for (int i = 2; i < Pins.MAX; i++) {
        assertEquals(i, store.pin(Refs.ofHost(i)));
      }
      assertEquals(Pins.NONE, store.pin(Refs.NULL));
      store.unpin(7);
      store.unpin(9);
      assertEquals(9, store.pin(Refs.ofHost(9)));
      assertEquals(7, store.pin(Refs.ofHost(7)));
      assertEquals(Refs.ofHost(7), store.pinned(7));
    }
  }

  @ParameterizedTest(name = "The i31 {0} is the same after a table, and one of 31 bits")
  @ValueSource(ints = {0, 1, -1, (1 << 30) - 1, -1 << 30, Integer.MAX_VALUE, Integer.MIN_VALUE})
  void i31(int value) {
    try (Guest guest = guest(Guest.OPTIONS)) {
      TableInst table = guest.instance().table(0);
      table.set(3, Refs.ofI31(value));
      assertEquals(Refs.ofI31(value), table.get(3));
      assertEquals(value << 1 >> 1, Refs.i31S(table.get(3)));
      assertEquals(value << 1 >>> 1, Refs.i31U(table.get(3)));
      assertEquals(RefKind.I31, guest.store().kind(table.get(3)));
      assertEquals(RefKind.HOST, guest.store().kind(Refs.ofHost(Refs.HOST_MAX)));
      assertEquals(Refs.HOST_MAX, Refs.hostIndex(Refs.ofHost(Refs.HOST_MAX)));
    }
  }

  private static Object global(Guest guest) {
    return guest.instance().global(0);
  }

  @Test
  @DisplayName("A heap read from its bytes is the same, and goes on as the one that was written")
  void state() {
    try (Guest one = guest(options(VerificationLevel.STANDARD))) {
      one.call("list", 3000);
      one.call("fill", 100);
      Heap heap = one.store().heap();
      byte[] bytes = new byte[(int) HeapState.bytes(heap) + 3];
      HeapState.write(heap, bytes, 3);
      MemoryBudget budget = Guest.budget();
      Store other = Guest.ok(Store.create(options(VerificationLevel.STANDARD), budget));
      assertNull(HeapState.read(other.heap(), bytes, 3));
      assertEquals(heap.stats(), other.heap().stats());
      assertEquals(heap.digest(), other.heapDigest());
      Guest.ok(other.heap().memory().verifyAll());
      other.close();
      assertEquals(0, budget.reservedBytes());
    }
  }

  @Test
  @DisplayName("Bytes that are no heap are refused")
  void malformedState() {
    try (Guest one = guest(Guest.OPTIONS)) {
      Heap heap = one.store().heap();
      byte[] bytes = new byte[(int) HeapState.bytes(heap)];
      HeapState.write(heap, bytes, 0);
      for (int at : new int[] {8, 15, 16, 19, 23, 24, 31}) {
        byte[] wrong = bytes.clone();
        wrong[at] ^= (byte) 0x81;
        assertRefused(wrong, 0);
      }
      assertRefused(bytes, 1);
      assertRefused(bytes, bytes.length - 10);
    }
  }

  private static void assertRefused(byte[] bytes, int at) {
    Store store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    assertEquals(TrapCode.HEAP_CORRUPTED, HeapState.read(store.heap(), bytes, at).code());
    store.close();
  }
}
