package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Fuel: exact, never exceeded, and a pause changes nothing. The expected results were computed by
/// another engine (V8).
class PauseTest {
  private static final String PROGRAMS =
      """
      fib, 9, 34
      indirect, 40, -1954990624536684152
      memory, 60, 3836382893558683469
      switch, 50, 63051356870541592
      floats, 30, 4653042894213612546
      tables, 8, 79
      """;

  // [utest->req~engine-fuel-resume~1]
  // [utest->req~engine-trace~1]
  @ParameterizedTest(
      name = "{0}: a pause after every unit of fuel changes neither result nor total")
  @CsvSource(textBlock = PROGRAMS)
  void pauseAfterEveryUnit(String export, long argument, long expected) {
    for (VerificationLevel level : VerificationLevel.values()) {
      EngineOptions options = Guest.OPTIONS.with(Verification.of(level)).withTrace(true);
      Module module = Guest.module("programs");
      try (Guest straight = Guest.of(module, options);
          Guest paused = Guest.of(module, options)) {
        assertEquals(expected, straight.call(export, argument));
        Guest.ok(paused.machine().enter(paused.func(export), new long[] {argument}));
        paused.machine().fuel(0);
        while (paused.machine().run() == Status.OUT_OF_FUEL) {
          paused.machine().fuel(paused.machine().fuel() + 1);
        }
        assertEquals(expected, paused.machine().result(0));
        assertEquals(0, paused.machine().fuel(), "no unit is left over");
        assertEquals(
            straight.machine().instructions(), paused.machine().instructions(), "the total");
        assertEquals(straight.machine().traceHash(), paused.machine().traceHash(), "the trace");
        assertSameMemory(straight, paused);
      }
    }
  }

  // [utest->req~engine-fuel-limit~1]
  @ParameterizedTest(name = "{0}: every limit is kept, and going on from it gives the same total")
  @CsvSource(textBlock = PROGRAMS)
  void everyLimit(String export, long argument, long expected) {
    Module module = Guest.module("programs");
    long total;
    try (Guest straight = Guest.of(module, Guest.OPTIONS)) {
      straight.call(export, argument);
      total = straight.machine().instructions();
    }
    for (long limit = 0; limit < total; limit += 1 + limit / 64) {
      try (Guest guest = Guest.of(module, Guest.OPTIONS)) {
        Machine machine = guest.machine();
        Guest.ok(machine.enter(guest.func(export), new long[] {argument}));
        machine.fuel(limit);
        assertEquals(Status.OUT_OF_FUEL, machine.run());
        assertTrue(machine.fuel() >= 0, "fuel never falls below 0");
        assertTrue(machine.instructions() <= limit, "the limit is never exceeded");
        machine.fuel(Guest.PLENTY);
        assertEquals(Status.RETURNED, machine.run());
        assertEquals(expected, machine.result(0));
        assertEquals(total, machine.instructions());
      }
    }
  }

  @Test
  @DisplayName("Another path, or another amount of fuel, gives another trace; without one it is 0")
  void traceDiffers() {
    Module module = Guest.module("programs");
    Set<Long> hashes = new HashSet<>();
    for (int argument = 1; argument <= 50; argument++) {
      try (Guest guest = Guest.of(module, Guest.OPTIONS.withTrace(true));
          Guest untraced = Guest.of(module, Guest.OPTIONS)) {
        guest.call("memory", argument);
        untraced.call("memory", argument);
        hashes.add(guest.machine().traceHash());
        assertEquals(0, untraced.machine().traceHash());
        assertEquals(untraced.machine().instructions(), guest.machine().instructions());
      }
    }
    assertEquals(50, hashes.size());
  }

  private static void assertSameMemory(Guest one, Guest other) {
    byte[] a = one.instance().mem(0).memory().plain();
    byte[] b = other.instance().mem(0).memory().plain();
    assertTrue(Arrays.equals(a, b), "the memories are the same");
  }
}
