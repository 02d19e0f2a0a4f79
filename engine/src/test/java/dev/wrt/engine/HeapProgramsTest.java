package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Programs of heap.wat, which keep objects in locals, operands, tables, globals, segments and
/// fields.
class HeapProgramsTest {
  private static final String PROGRAMS =
      """
      list, 40
      tree, 25
      kept, 30
      bulk, 20
      """;

  private static Guest guest(VerificationLevel level, boolean eager) {
    Store store =
        Guest.ok(Store.create(Guest.OPTIONS.with(Verification.of(level)), Guest.budget()));
    if (eager) {
      store.heap().collectAlways();
    }
    Module module = Guest.module("heap");
    ModuleInst instance = Guest.ok(store.instantiate(module, List.of()));
    return new Guest(store, instance, Guest.ok(Machine.create(store, Guest.budget())));
  }

  // [utest->req~engine-heap-collection~1]
  @ParameterizedTest(name = "{0}: a collection at each allocation changes no result, at any level")
  @CsvSource(textBlock = PROGRAMS)
  void eager(String export, long argument) {
    long expected;
    try (Guest lazy = guest(VerificationLevel.OFF, false)) {
      expected = lazy.call(export, argument);
      assertEquals(expected, lazy.call(export, argument), "again");
    }
    for (VerificationLevel level : VerificationLevel.values()) {
      try (Guest eager = guest(level, true)) {
        assertEquals(expected, eager.call(export, argument));
        assertTrue(eager.store().heapStats().collections() > 0);
        assertEquals(expected, eager.call(export, argument), "again");
      }
    }
  }

  // [utest->req~engine-heap-objects~1]
  @Test
  @DisplayName("The sum over a list is what Java computes")
  void list() {
    long sum = 0;
    for (long i = 999; i >= 0; i--) {
      sum = sum * 31 + i + (byte) i;
    }
    try (Guest guest = guest(VerificationLevel.STANDARD, false)) {
      assertEquals(sum, guest.call("list", 1000));
      assertTrue(guest.store().heapStats().collections() > 0);
    }
  }

  // [utest->req~engine-heap-objects~1]
  // [utest->req~engine-const-exprs~1]
  @ParameterizedTest(name = "Arrays of {0} elements are filled, copied and initialised as in Java")
  @ValueSource(ints = {5, 20, 1000})
  void bulk(int n) {
    byte[] bytes = new byte[5 * n];
    Arrays.fill(bytes, (byte) 7);
    for (int i = 0; i < 11; i++) {
      bytes[3 + i] = (byte) (2 + i + 1);
    }
    System.arraycopy(bytes, 2, bytes, 5, 12);
    Arrays.fill(bytes, 1, 1 + n, (byte) 200);
    long sum = 0;
    for (int k = n - 1; k >= 0; k--) {
      long lane = k >= 1 && k <= n - 2 ? n : 2;
      sum = sum * 31 + bytes[k] + n + lane;
    }
    try (Guest guest = guest(VerificationLevel.FULL, false)) {
      assertEquals(sum + 3, guest.call("bulk", n));
    }
  }

  // [utest->req~engine-heap-fuel~1]
  @ParameterizedTest(
      name = "{0}: a pause after every unit of fuel gives the same result, total and heap")
  @CsvSource(textBlock = PROGRAMS)
  void pauses(String export, long argument) {
    for (boolean eager : new boolean[] {false, true}) {
      try (Guest straight = guest(VerificationLevel.STANDARD, eager);
          Guest paused = guest(VerificationLevel.STANDARD, eager)) {
        long expected = straight.call(export, argument);
        Guest.ok(paused.machine().enter(paused.func(export), new long[] {argument}));
        paused.machine().fuel(0);
        while (paused.machine().run() == Status.OUT_OF_FUEL) {
          paused.machine().fuel(paused.machine().fuel() + 1);
        }
        assertEquals(expected, paused.machine().result(0));
        assertEquals(0, paused.machine().fuel(), "no unit is left over");
        assertEquals(straight.machine().instructions(), paused.machine().instructions());
        assertEquals(straight.store().heapStats(), paused.store().heapStats());
        assertEquals(straight.store().heap().digest(), paused.store().heap().digest());
      }
    }
  }
}
