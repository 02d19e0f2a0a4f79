package dev.wrt.engine;

import static dev.wrt.memory.VerificationLevel.FULL;
import static dev.wrt.memory.VerificationLevel.OFF;
import static dev.wrt.memory.VerificationLevel.REDUNDANT;
import static dev.wrt.memory.VerificationLevel.SAMPLED;
import static dev.wrt.memory.VerificationLevel.STANDARD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Scrubbing by fuel: invisible, and in time.
class WindowsTest {
  private static EngineOptions options(VerificationLevel level, long window, int blocks) {
    return Guest.OPTIONS.with(Verification.of(level)).withTrace(true).withScrubbing(window, blocks);
  }

  /// All that a host can see of a run: stops, fuel, what was executed.
  private static List<Object> seen(long window, long slice) {
    List<Object> seen = new ArrayList<>();
    try (AreasGuest guest = AreasGuest.of(options(STANDARD, window, 3))) {
      Machine machine = guest.machine();
      for (String name : List.of("spin", "catching", "bulk", "askingIndirect", "grow", "hold")) {
        boolean plain = name.equals("askingIndirect") || name.equals("hold");
        long[] args = plain ? new long[0] : new long[] {name.equals("bulk") ? 70_000 : 12};
        machine.fuel(slice);
        Status status = guest.start(name, args);
        while (status != Status.RETURNED) {
          seen.add(status + " " + machine.fuel() + " " + machine.instructions());
          if (status == Status.OUT_OF_FUEL) {
            machine.fuel(machine.fuel() + slice);
          } else {
            machine.resume();
          }
          status = machine.run();
        }
        seen.add(machine.result(0));
        machine.leave();
      }
      seen.add(machine.instructions());
      seen.add(machine.traceHash());
      seen.add(guest.store().digest());
    }
    return seen;
  }

  // [utest->req~areas-windows~1]
  @ParameterizedTest(name = "With windows of {0} a run is the same, whatever the host gives")
  @ValueSource(longs = {1, 2, 7, 64, 1000, 1 << 20})
  void invisible(long window) {
    for (long slice : new long[] {1, 5, 333, 1 << 30}) {
      assertEquals(seen(0, slice), seen(window, slice), "slices of " + slice);
    }
  }

  // [utest->req~areas-scrub~1]
  @ParameterizedTest(name = "Windows of {0}, {1} blocks: corruption is found within the bound")
  @CsvSource({"100,1", "100,7", "1000,64", "1,1000", "317,3"})
  void latency(long window, int blocks) {
    for (int warmUp = 0; warmUp < 4; warmUp++) {
      for (int block = 0; block < 32; block += 5) {
        assertTrue(latency(window, blocks, warmUp * 777L, block), "block " + block);
      }
    }
  }

  /// Whether a flip in a block that nobody touches is found in time.
  private static boolean latency(long window, int blocks, long warmUp, int block) {
    try (AreasGuest guest = AreasGuest.of(options(STANDARD, window, blocks))) {
      Machine machine = guest.machine();
      machine.fuel(warmUp);
      guest.start("spin", 1_000_000);
      guest.instance().mem(0).memory().plain()[4096 * block + 4095] ^= 1;
      long before = machine.instructions();
      machine.fuel(Guest.PLENTY);
      Status status = machine.run();
      assertEquals(Status.TRAPPED, status);
      Fault.IntegrityFault fault = assertInstanceOf(Fault.IntegrityFault.class, machine.fault());
      assertEquals(block, fault.block());
      long latency = machine.instructions() - before;
      // A block of the loop costs less than 100.
      return block == 0 || latency <= guest.store().integrity().worstCaseFuel() + 100;
    }
  }

  // [utest->req~areas-scrub~1]
  @Test
  @DisplayName("At FULL everything is scrubbed within the stated fuel, whatever is asked for")
  void fullPass() {
    for (VerificationLevel level : List.of(FULL, REDUNDANT)) {
      try (AreasGuest guest = AreasGuest.of(options(level, 1 << 27, 1))) {
        long blocks = blocks();
        assertEquals(Scrubbing.PASS_FUEL, guest.store().integrity().worstCaseFuel());
        guest.store().areas().charged(Scrubbing.PASS_FUEL, false);
        assertTrue(guest.store().integrity().scrubbedBlocks() >= blocks);
        assertTrue(blocks > 32, "blocks of the memory and others");
      }
    }
    try (AreasGuest guest = AreasGuest.of(options(FULL, 1 << 30, 1))) {
      assertEquals(1 << 30, guest.store().integrity().worstCaseFuel());
    }
  }

  /// How many blocks are scrubbed in a store that has not run.
  private static long blocks() {
    try (AreasGuest guest = AreasGuest.of(options(STANDARD, 1, 1))) {
      return guest.store().integrity().worstCaseFuel();
    }
  }

  // [utest->req~areas-scrub~1]
  @Test
  @DisplayName(
      "One instruction that costs many windows is followed by as many steps, a pass at most")
  void debt() {
    try (AreasGuest guest = AreasGuest.of(options(STANDARD, 10, 1))) {
      guest.call("bulk", 0);
      long before = guest.store().integrity().scrubbedBlocks();
      long used = guest.machine().instructions();
      guest.call("bulk", 64 * 205);
      long windows = (guest.machine().instructions() - used) / 10;
      long steps = guest.store().integrity().scrubbedBlocks() - before;
      assertTrue(steps >= windows && steps <= windows + 2, steps + " steps");
      guest.call("bulk", 131_072);
      long pass = guest.store().integrity().worstCaseFuel() / 10;
      long more = guest.store().integrity().scrubbedBlocks() - before - steps;
      assertTrue(more <= pass + 2, more + " steps of " + pass);
    }
  }

  // [utest->req~areas-scrub~1]
  @ParameterizedTest(name = "At {0} nothing is scrubbed")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"OFF", "SAMPLED"})
  void none(VerificationLevel level) {
    try (AreasGuest guest = AreasGuest.of(options(level, 1, 1))) {
      guest.call("spin", 100);
      assertEquals(0, guest.store().integrity().scrubbedBlocks());
      assertEquals(0, guest.store().integrity().passes());
      assertEquals(0, guest.store().integrity().worstCaseFuel());
      assertFalse(guest.store().areas().scrubbing().isActive());
    }
  }

  // [utest->req~areas-scrub~1]
  @Test
  @DisplayName("With a window of 0 nothing is scrubbed at any level, and impossible paces are bugs")
  void options() {
    try (AreasGuest guest = AreasGuest.of(options(REDUNDANT, 0, 1))) {
      guest.call("spin", 100);
      assertEquals(0, guest.store().integrity().scrubbedBlocks());
    }
    assertThrows(Invariant.Violation.class, () -> options(OFF, -1, 1));
    assertThrows(Invariant.Violation.class, () -> options(SAMPLED, (1L << 30) + 1, 1));
    assertThrows(Invariant.Violation.class, () -> options(OFF, 1, 0));
    assertEquals(1 << 30, options(OFF, 1 << 30, 1).scrubFuel());
  }

  // [utest->req~areas-scrub~1]
  @Test
  @DisplayName("The walk comes to its end again and again, and its blocks are counted")
  void passes() {
    try (AreasGuest guest = AreasGuest.of(options(STANDARD, 50, 4))) {
      guest.call("spin", 2000);
      IntegrityReport report = guest.store().integrity();
      assertTrue(report.passes() > 1, report::toString);
      assertTrue(report.scrubbedBlocks() > 100);
    }
  }
}
