package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.FaultCode;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.core.Func;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every access in bulk, of memories, tables and arrays, at the last element, behind it and far
/// away, with all fuel and with a unit at a time, at every level.
// [utest->req~engine-bounds~1]
// [utest->req~engine-indirect-call~1]
// [utest->req~engine-fuel-limit~1]
final class BulkBoundsTest {
  private static final int PAGE = 65_536;
  private static final long MANY = 0xFFFF_FFFFL;
  private static final Module MODULE = Guest.module("bounds");

  private static final List<String> KINDS =
      List.of(
          "i32.load i32.load8_s i32.load8_u i32.load16_s i32.load16_u i64.load i64.load8_s"
              .concat(" i64.load8_u i64.load16_s i64.load16_u i64.load32_s i64.load32_u")
              .concat(" f32.load f64.load i32.store i32.store8 i32.store16 i64.store")
              .concat(" i64.store8 i64.store16 i64.store32 f32.store f64.store")
              .split(" "));

  /// What a call by table says of a table that holds what it should.
  private static final Set<FaultCode> CALLS =
      Set.of(
          TrapCode.UNDEFINED_ELEMENT,
          TrapCode.UNINITIALIZED_ELEMENT,
          TrapCode.INDIRECT_CALL_TYPE_MISMATCH);

  private static Guest guest(VerificationLevel level) {
    return Guest.of(MODULE, Guest.OPTIONS.with(Verification.of(level)));
  }

  /// Calls a function with so much fuel at a time, which must return.
  ///
  /// @return its result, or 0 if it has none
  private static long call(Guest guest, long fuel, String name, long... args) {
    FuncInst func = guest.func(name);
    Guest.ok(guest.machine().enter(func, args));
    guest.machine().fuel(fuel);
    Status status = guest.machine().run();
    while (status == Status.OUT_OF_FUEL) {
      guest.machine().fuel(guest.machine().fuel() + fuel);
      status = guest.machine().run();
    }
    assertEquals(Status.RETURNED, status, () -> name + Arrays.toString(args));
    long result = func.type().resultCount() == 0 ? 0 : guest.machine().result(0);
    guest.machine().leave();
    return result;
  }

  private static void traps(Guest guest, TrapCode code, String name, long... args) {
    Fault fault = guest.failing(name, args);
    assertEquals(code, fault.code(), () -> name + Arrays.toString(args));
  }

  /// What ranges of `size` elements lie outside: each as offset and length.
  private static List<long[]> outside(long size) {
    return List.of(
        new long[] {0, size + 1},
        new long[] {size, 1},
        new long[] {size - 1, 2},
        new long[] {size + 1, 0},
        new long[] {1, MANY},
        new long[] {MANY, 1},
        new long[] {MANY, MANY},
        new long[] {0x8000_0000L, 0x8000_0000L});
  }

  @ParameterizedTest(name = "at level {0}")
  @EnumSource(VerificationLevel.class)
  @DisplayName("memories are filled, copied and initialised up to their last byte")
  void memories(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      for (long fuel : new long[] {Guest.PLENTY / 2, 1}) {
        call(guest, fuel, "fill", 0, 0x17, PAGE);
        assertEquals(0x17, call(guest, fuel, "load8", PAGE - 1));
        call(guest, fuel, "fill", PAGE, 1, 0);
        call(guest, fuel, "init", PAGE - 128, 0, 128);
        assertEquals('p', call(guest, fuel, "load8", PAGE - 1));
        assertEquals('a', call(guest, fuel, "load8", PAGE - 128));
        assertEquals(0x17, call(guest, fuel, "load8", PAGE - 129));
        call(guest, fuel, "copy", 0, PAGE - 128, 128);
        assertEquals('b', call(guest, fuel, "load8", 1));
        assertEquals(0x17, call(guest, fuel, "load8", 128));
        call(guest, fuel, "copy-other", PAGE - 64, 0, 64);
        assertEquals('p', call(guest, fuel, "load-other", PAGE - 1));
        call(guest, fuel, "copy", 1, 0, 100);
        assertEquals('a', call(guest, fuel, "load8", 1));
        call(guest, fuel, "store64", PAGE - 8, -2);
        assertEquals(-2, call(guest, fuel, "load64", PAGE - 8));
        call(guest, fuel, "store128", PAGE - 16);
        assertEquals(0, call(guest, fuel, "load128", PAGE - 16));
      }
      for (long[] range : outside(PAGE)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "fill", range[0], 1, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "copy", range[0], 0, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "copy", 0, range[0], range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "copy-other", range[0], 0, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "copy-other", 0, range[0], range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "init", range[0], 0, range[1]);
      }
      for (long[] range : outside(128)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "init", 0, range[0], range[1]);
      }
      for (long at : new long[] {PAGE - 7, PAGE, 0x7FFF_FFFFL, 0x8000_0000L, MANY}) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "load64", at);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "store64", at, 1);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "load128", at);
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "store128", at);
      }
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "load-other", PAGE);
      call(guest, 1, "drop-data");
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "init", 0, 0, 1);
      call(guest, 1, "init", 0, 0, 0);
    }
  }

  @ParameterizedTest(name = "at level {0}")
  @EnumSource(VerificationLevel.class)
  @DisplayName("tables are read, written, filled, copied and initialised up to their last element")
  void tables(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      for (long fuel : new long[] {Guest.PLENTY / 2, 1}) {
        call(guest, fuel, "table-fill", 32, 32);
        assertEquals(0, call(guest, fuel, "table-get", 63));
        call(guest, fuel, "table-copy", 0, 32, 32);
        call(guest, fuel, "table-init", 32, 0, 32);
        call(guest, fuel, "table-init", 64, 32, 0);
        call(guest, fuel, "table-set", 31);
        assertEquals(1, call(guest, fuel, "table-get", 0));
        for (String kind : List.of("call", "return-call", "call-ref", "return-call-ref")) {
          assertEquals(42, call(guest, fuel, kind, 63, 41), kind);
        }
      }
      for (long[] range : outside(64)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-fill", range[0], range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-copy", 0, range[0], range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-init", range[0], 0, range[1]);
      }
      for (long[] range : outside(32)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-copy", range[0], 0, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-init", 0, range[0], range[1]);
      }
      for (long at : new long[] {64, 0x7FFF_FFFFL, 0x8000_0000L, MANY}) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-get", at);
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-set", at);
        traps(guest, TrapCode.UNDEFINED_ELEMENT, "call", at, 1);
        traps(guest, TrapCode.UNDEFINED_ELEMENT, "return-call", at, 1);
      }
      traps(guest, TrapCode.UNINITIALIZED_ELEMENT, "call", 0, 1);
      traps(guest, TrapCode.UNINITIALIZED_ELEMENT, "return-call", 0, 1);
      traps(guest, TrapCode.NULL_FUNCTION_REFERENCE, "call-ref", 0, 1);
      traps(guest, TrapCode.NULL_FUNCTION_REFERENCE, "return-call-ref", 0, 1);
      traps(guest, TrapCode.INDIRECT_CALL_TYPE_MISMATCH, "call", 34, 1);
      traps(guest, TrapCode.INDIRECT_CALL_TYPE_MISMATCH, "return-call", 34, 1);
      call(guest, 1, "drop-elem");
      traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "table-init", 0, 0, 1);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {Guest.PLENTY / 2, 1})
  @DisplayName("memories and tables grow to their maximum and not beyond")
  void growth(long fuel) {
    try (Guest guest = guest(VerificationLevel.STANDARD)) {
      assertEquals(MANY, call(guest, fuel, "grow", 3));
      assertEquals(MANY, call(guest, fuel, "grow", MANY));
      assertEquals(1, call(guest, fuel, "grow", 0));
      assertEquals(1, call(guest, fuel, "grow", 2));
      assertEquals(3, call(guest, fuel, "size"));
      assertEquals(0, call(guest, fuel, "load8", 3 * PAGE - 1));
      assertEquals(MANY, call(guest, fuel, "table-grow", MANY));
      int most = Math.min(4096, Guest.OPTIONS.tableElementsMax());
      assertEquals(MANY, call(guest, fuel, "table-grow", most - 63));
      assertEquals(64, call(guest, fuel, "table-grow", most - 64));
      assertEquals(most, call(guest, fuel, "table-size"));
      assertEquals(0, call(guest, fuel, "table-get", most - 1));
      assertEquals(1, call(guest, fuel, "table-get", 0));
    }
  }

  @ParameterizedTest(name = "at level {0}")
  @EnumSource(VerificationLevel.class)
  @DisplayName("arrays are read, written, filled, copied and initialised up to their last element")
  void arrays(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      arrays(guest, Guest.PLENTY / 2);
      arrays(guest, 1);
      for (long[] range : outside(200)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-fill", range[0], 1, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-copy", range[0], 0, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-copy", 0, range[0], range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-init", range[0], 0, range[1]);
      }
      for (long[] range : outside(32)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "ints-fill", range[0], 1, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "ints-init", range[0], 0, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "funcs-init", range[0], 0, range[1]);
        traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "funcs-elem", range[0], range[1]);
      }
      for (long[] range : outside(128)) {
        traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "array-data", range[0], range[1]);
      }
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "array-init", 0, 65, 64);
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "array-init", 0, MANY, 1);
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "ints-init", 0, 1, 32);
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "ints-data", 1, 32);
      traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, "ints-data", 0, 0x4000_0001L);
      traps(guest, TrapCode.OUT_OF_BOUNDS_TABLE, "funcs-init", 0, 1, 32);
      traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-get", 200);
      traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-get", MANY);
      traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "array-set", 200, 1);
      traps(guest, TrapCode.OUT_OF_BOUNDS_ARRAY, "funcs-get", 32);
      call(guest, 1, "array-null");
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-len");
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-get", 0);
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-set", 0, 0);
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-fill", 0, 0, 0);
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-copy", 0, 0, 0);
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-init", 0, 0, 0);
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "funcs-init", 0, 0, 0);
      call(guest, 1, "array-new", 1);
      traps(guest, TrapCode.NULL_ARRAY_REFERENCE, "array-copy-null", 0, 0, 0);
    }
  }

  private static void arrays(Guest guest, long fuel) {
    call(guest, fuel, "array-new", 0);
    assertEquals(0, call(guest, fuel, "array-len"));
    call(guest, fuel, "array-new", 200);
    assertEquals(200, call(guest, fuel, "array-len"));
    assertEquals(7, call(guest, fuel, "array-get", 199));
    call(guest, fuel, "array-set", 199, 9);
    call(guest, fuel, "array-fill", 0, 3, 199);
    call(guest, fuel, "array-fill", 200, 3, 0);
    assertEquals(9, call(guest, fuel, "array-get", 199));
    assertEquals(3, call(guest, fuel, "array-get", 198));
    call(guest, fuel, "array-init", 72, 0, 128);
    assertEquals('p', call(guest, fuel, "array-get", 199));
    assertEquals(3, call(guest, fuel, "array-get", 71));
    call(guest, fuel, "array-copy", 0, 72, 128);
    assertEquals('b', call(guest, fuel, "array-get", 1));
    call(guest, fuel, "ints-new", 32);
    call(guest, fuel, "ints-fill", 0, -1, 32);
    call(guest, fuel, "ints-init", 0, 0, 32);
    assertEquals(0x6463_6261L, call(guest, fuel, "ints-data", 0, 32));
    call(guest, fuel, "funcs-new", 32);
    assertEquals(1, call(guest, fuel, "funcs-get", 0));
    call(guest, fuel, "funcs-init", 0, 0, 32);
    call(guest, fuel, "funcs-init", 32, 0, 0);
    assertEquals(0, call(guest, fuel, "funcs-get", 31));
    call(guest, fuel, "funcs-elem", 0, 0);
    call(guest, fuel, "funcs-elem", 0, 32);
    assertEquals(0, call(guest, fuel, "funcs-get", 31));
    assertEquals(-3, call(guest, fuel, "fixed", -3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"array-new", "ints-new", "funcs-new"})
  @DisplayName("an array that the heap can't hold is a trap, whatever its length")
  void largeArrays(String name) {
    EngineOptions small = Guest.OPTIONS.withHeapBytesMax(4096);
    try (Guest guest = Guest.of(MODULE, small)) {
      for (long length : new long[] {4096, 0x1000_0000L, 0x4000_0000L, 0x7FFF_FFFFL, MANY}) {
        Fault fault = guest.failing(name, length);
        assertTrue(fault instanceof Fault.Trap || fault instanceof Fault.LimitFault, "" + fault);
      }
      assertEquals(-3, guest.call("fixed", -3));
    }
  }

  @Test
  @DisplayName("where the budget refuses, a growth answers -1 and nothing has changed")
  void refusedGrowth() {
    MemoryBudget budget = MemoryBudget.root("test", 1L << 30);
    Store store = Guest.ok(Store.create(Guest.OPTIONS, budget));
    ModuleInst instance = Guest.ok(store.instantiate(MODULE, List.of()));
    try (Guest guest = new Guest(store, instance, Guest.ok(Machine.create(store, budget)))) {
      assertEquals(2, guest.call("add1", 1));
      long taken = budget.maxBytes() - budget.reservedBytes();
      assertTrue(budget.offer(taken));
      assertEquals(MANY, guest.call("grow", 2));
      assertEquals(1, guest.call("size"));
      assertEquals(MANY, guest.call("table-grow", 10));
      assertEquals(64, guest.call("table-size"));
      budget.release(taken);
      assertEquals(1, guest.call("grow", 2));
    }
  }

  /// What a load of a kind makes of the bytes ff fe fd fc fb fa f9 f8.
  private static long loaded(String op) {
    long all = 0xF8F9_FAFB_FCFD_FEFFL;
    return switch (op) {
      case "i64.load", "f64.load" -> all;
      case "i32.load8_s", "i64.load8_s" -> -1;
      case "i32.load8_u", "i64.load8_u" -> 0xFF;
      case "i32.load16_s", "i64.load16_s" -> (short) all;
      case "i32.load16_u", "i64.load16_u" -> all & 0xFFFF;
      case "i64.load32_u" -> all & MANY;
      default -> (int) all;
    };
  }

  private static int width(String op) {
    String bits = op.replaceAll("(?:.*(?:load|store)(\\d+).*)|(?:.(\\d+).*)", "$1$2");
    return Integer.parseInt(bits) / 8;
  }

  @ParameterizedTest(name = "at level {0}")
  @EnumSource(VerificationLevel.class)
  @DisplayName("each kind of access reads and writes its bytes, up to the last one")
  void kinds(VerificationLevel level) {
    try (Guest guest = guest(level)) {
      for (String memory : List.of("v-", "o-")) {
        for (String op : KINDS) {
          int width = width(op);
          if (op.contains("load")) {
            call(guest, Guest.PLENTY, memory + "i64.store", PAGE - 8, 0xF8F9_FAFB_FCFD_FEFFL);
            call(guest, Guest.PLENTY, memory + "i64.store", 64, 0xF8F9_FAFB_FCFD_FEFFL);
            assertEquals(loaded(op), call(guest, Guest.PLENTY, memory + op, 64), op);
            call(guest, Guest.PLENTY, memory + op, PAGE - width);
            traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, memory + op, PAGE - width + 1);
            traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, memory + op, MANY);
          } else {
            call(guest, Guest.PLENTY, memory + "i64.store", PAGE - 8, 0);
            call(guest, Guest.PLENTY, memory + op, PAGE - width, 0x0102_0304_0506_0708L);
            long found = call(guest, Guest.PLENTY, memory + "i64.load", PAGE - 8);
            assertEquals(0x0102_0304_0506_0708L << (64 - 8 * width), found, op);
            traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, memory + op, PAGE - width + 1, 1);
            traps(guest, TrapCode.OUT_OF_BOUNDS_MEMORY, memory + op, MANY, 1);
          }
        }
      }
    }
  }

  @Test
  @DisplayName(
      "an effective address is a sum that must not wrap, in a memory that holds the access")
  void addresses() {
    assertEquals(0, MemoryOps.index(0, 0, 8, 8));
    assertEquals(5, MemoryOps.index(2, 3, 4, 9));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(1, 0, 8, 8));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(0, 0, 8, 7));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(0, 0, 1, 0));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(-1, 2, 1, 8));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(-1, 0, 1, 8));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(0, -1, 1, 8));
    assertEquals(Integer.MAX_VALUE, MemoryOps.index(Integer.MAX_VALUE));
    assertThrows(TrapSignal.class, () -> MemoryOps.index(1L << 31));
    MemoryOps.trapIfOutside(0, 8, 8, TrapCode.OUT_OF_BOUNDS_MEMORY);
    MemoryOps.trapIfOutside(8, 0, 8, TrapCode.OUT_OF_BOUNDS_MEMORY);
    for (long[] range : outside(8)) {
      assertThrows(
          TrapSignal.class,
          () -> MemoryOps.trapIfOutside(range[0], range[1], 8, TrapCode.OUT_OF_BOUNDS_MEMORY));
    }
  }

  @Test
  @DisplayName("a cast branches, or falls through, as the reference is of the type")
  void casts() {
    try (Guest guest = guest(VerificationLevel.STANDARD)) {
      assertEquals(1, guest.call("cast", 1));
      assertEquals(0, guest.call("cast", 0));
      assertEquals(1, guest.call("cast-fail", 1));
      assertEquals(0, guest.call("cast-fail", 0));
      assertEquals(15, guest.call("return-late", 5));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1000, 0x7FFF_FFFFL, 0x8000_0000L, 0xFFFF_FFFFL})
  @DisplayName("a reference to a function that there is not is a corruption, not a call")
  void noFunction(long ref) {
    for (String kind : List.of("call", "return-call")) {
      try (Guest guest = guest(VerificationLevel.OFF)) {
        TableInst table = guest.instance().table(0);
        table.set(7, ref);
        Fault fault = guest.failing(kind, 7, 1);
        assertFalse(CALLS.contains(fault.code()), fault.toString());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"call-later", "return-later", "call-never"})
  @DisplayName(
      "a call of a function for whose code there is no budget fails, and can be made later")
  void untranslated(String name) {
    MemoryBudget budget = MemoryBudget.root("test", 1L << 30);
    Store store = Guest.ok(Store.create(Guest.OPTIONS, budget));
    ModuleInst instance = Guest.ok(store.instantiate(MODULE, List.of()));
    try (Guest guest = new Guest(store, instance, Guest.ok(Machine.create(store, budget)))) {
      Guest.ok(
          guest
              .machine()
              .enter(
                  guest.func(name),
                  name.equals("call-never") ? new long[] {2} : new long[] {1, 2}));
      long taken = budget.maxBytes() - budget.reservedBytes();
      assertTrue(budget.offer(taken));
      guest.machine().fuel(Guest.PLENTY);
      Status status = guest.machine().run();
      budget.release(taken);
      assertEquals(Status.TRAPPED, status);
      assertTrue(guest.machine().fault() instanceof Fault.BudgetFault);
      guest.machine().leave();
      int factor = name.equals("call-never") ? 9 : 7;
      long[] args = name.equals("call-never") ? new long[] {2} : new long[] {1, 2};
      assertEquals(2 * factor, guest.call(name, args));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fill", "copy", "init", "load64", "store64"})
  @DisplayName("an access in bulk over a flipped bit stops the machine")
  void flipped(String name) {
    try (Guest guest = guest(VerificationLevel.FULL)) {
      guest.call("load8", 0);
      guest.instance().mem(0).memory().plain()[5000] ^= 1;
      Fault fault =
          switch (name) {
            case "fill" -> guest.failing(name, 4999, 1, 100);
            case "copy" -> guest.failing(name, 0, 4990, 100);
            case "load64" -> guest.failing(name, 4999);
            case "store64" -> guest.failing(name, 4999, 1);
            default -> guest.failing(name, 4999, 0, 100);
          };
      assertTrue(fault instanceof Fault.IntegrityFault, fault.toString());
    }
  }

  @Test
  @DisplayName("an index of 64 bits is unsigned, and a function below the type may be called")
  void wideIndices() {
    try (Guest guest = guest(VerificationLevel.STANDARD)) {
      assertEquals(16, guest.call("call-wide", 1, 5));
      traps(guest, TrapCode.UNINITIALIZED_ELEMENT, "call-wide", 0, 5);
      for (long index : new long[] {2, -1, Long.MIN_VALUE, 1L << 32, (1L << 32) + 1}) {
        traps(guest, TrapCode.UNDEFINED_ELEMENT, "call-wide", index, 5);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"call", "return-call", "call-ref", "return-call-ref"})
  @DisplayName("the first call of a function by table or reference translates it")
  void firstCalls(String kind) {
    try (Guest guest = guest(VerificationLevel.STANDARD)) {
      guest.call("table-size");
      guest.instance().table(0).set(3, ref(guest));
      assertEquals(42, guest.call(kind, 3, 41));
      assertEquals(43, guest.call(kind, 3, 42));
    }
  }

  /// A reference to `add1`, as it lies in table 0 after it was set there.
  private static long ref(Guest guest) {
    call(guest, Guest.PLENTY, "table-set", 9);
    return guest.instance().table(0).get(9);
  }

  @Test
  @DisplayName("what a branch tests need not be a comparison")
  void sums() {
    try (Guest guest = guest(VerificationLevel.STANDARD)) {
      assertEquals(2, guest.call("if-sum", -1));
      assertEquals(1, guest.call("if-sum", 1));
      assertEquals(1, guest.call("eqz-sum", -1));
      assertEquals(0, guest.call("eqz-sum", 1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"call-later", "return-later"})
  @DisplayName("a function whose bytes have changed since they were decoded is not translated")
  void changedBytes(String name) {
    Module module = Guest.module("bounds");
    EngineOptions options = Guest.OPTIONS.with(Verification.of(VerificationLevel.FULL));
    try (Guest guest = Guest.of(module, options)) {
      guest.call("add1", 1);
      assertEquals(10, guest.call(name, 0, 2));
      Func last =
          module.funcs().stream()
              .filter(func -> func.bodyEnd() - func.bodyOffset() > 1000)
              .findFirst()
              .orElseThrow();
      module.bytes()[last.bodyOffset() + 1] ^= 1;
      Fault fault = guest.failing(name, 1, 2);
      assertTrue(fault instanceof Fault.IntegrityFault, fault.toString());
    }
  }
}
