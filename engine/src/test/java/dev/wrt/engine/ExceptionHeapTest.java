package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exceptions as objects of the heap: those of `throws-gc.wat` carry objects, and every allocation
/// collects.
class ExceptionHeapTest {
  private static final String PROGRAMS =
      """
      once, 20, 1311
      old, 20, 211
      """;

  private static Guest eager(VerificationLevel level) {
    EngineOptions options = Guest.OPTIONS.with(Verification.of(level));
    Store store = Guest.ok(Store.create(options, Guest.budget()));
    store.heap().collectAlways();
    Module module = Guest.module("throws-gc");
    ModuleInst instance = Guest.ok(store.instantiate(module, List.of()));
    return new Guest(store, instance, Guest.ok(Machine.create(store, Guest.budget())));
  }

  // [utest->req~engine-exceptions~1]
  @ParameterizedTest(name = "{0}: exceptions and what they carry survive collections and pauses")
  @CsvSource(textBlock = PROGRAMS)
  void survive(String export, long argument, long expected) {
    for (VerificationLevel level : VerificationLevel.values()) {
      try (Guest guest = eager(level)) {
        assertEquals(expected, guest.call(export, argument));
        assertTrue(guest.store().heapStats().collections() > 0);
        long total = guest.machine().instructions();
        Guest.ok(guest.machine().enter(guest.func(export), new long[] {argument}));
        guest.machine().fuel(0);
        while (guest.machine().run() == Status.OUT_OF_FUEL) {
          guest.machine().fuel(guest.machine().fuel() + 1);
        }
        assertEquals(expected, guest.machine().result(0));
        assertTrue(guest.machine().instructions() >= 2 * total, "no unit is saved by pauses");
      }
    }
  }

  // [utest->req~engine-uncaught-exception~1]
  @Test
  @DisplayName("An exception that was not caught lives until its activation is left")
  void uncaught() {
    try (Guest guest = eager(VerificationLevel.OFF)) {
      Machine machine = guest.machine();
      Guest.ok(machine.enter(guest.func("uncaught"), new long[] {20}));
      machine.fuel(Guest.PLENTY);
      assertEquals(Status.TRAPPED, machine.run());
      guest.store().heap().collect(guest.store().roots());
      assertEquals(1, machine.exceptionValue(0));
      assertTrue(Refs.isHeap(machine.exceptionValue(1)));
      assertEquals("tag[0]", machine.exceptionTag().name());
    }
  }
}
