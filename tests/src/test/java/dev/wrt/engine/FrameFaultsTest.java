package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.tests.engine.Work;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Bits of the stacks and registers are flipped between two units of fuel, while each kind of guest
/// runs.
// [utest->req~integrity-value-stack~1]
// [utest->req~integrity-call-stack~1]
// [utest->req~integrity-control-words~1]
// [utest->req~integrity-frames-repair~1]
class FrameFaultsTest {
  private static final int ROUNDS = 12;
  private static final int INJECTIONS = 160;
  private static final long PLENTY = 1L << 40;

  /// What a run has come to.
  private record Outcome(Status status, long result, long charged, long hash, String area) {}

  private static EngineOptions options(VerificationLevel level) {
    return new EngineOptions(Verification.of(level), 1 << 10, 64, 100, 1000, 5).withTrace(true);
  }

  private static Stream<Arguments> kindsAndLevels() {
    return Work.KINDS.stream()
        .flatMap(
            kind -> Stream.of(VerificationLevel.values()).map(level -> Arguments.of(kind, level)));
  }

  private static Outcome outcome(Machine machine) {
    Status status = machine.run();
    boolean returned = status == Status.RETURNED;
    boolean integrity = status == Status.TRAPPED && machine.fault() instanceof Fault.IntegrityFault;
    String area = integrity ? ((Fault.IntegrityFault) machine.fault()).area() : "";
    long result = returned ? machine.result(0) : 0;
    return new Outcome(status, result, machine.instructions(), machine.traceHash(), area);
  }

  private static Outcome undisturbed(String kind, VerificationLevel level) {
    try (Work work = new Work(kind, options(level))) {
      work.enter("run", ROUNDS);
      work.machine().fuel(PLENTY);
      return outcome(work.machine());
    }
  }

  @ParameterizedTest(name = "{0} at {1}: a flipped bit is found or repaired or never used")
  @MethodSource("kindsAndLevels")
  void flips(String kind, VerificationLevel level) {
    Outcome expected = undisturbed(kind, level);
    assertEquals(Status.RETURNED, expected.status);
    Random random = new Random(kind.hashCode());
    boolean covered = level.includes(VerificationLevel.STANDARD);
    int wrong = 0;
    int found = 0;
    long repairs = 0;
    for (int i = 0; i < INJECTIONS; i++) {
      try (Work work = new Work(kind, options(level))) {
        Machine machine = work.machine();
        work.enter("run", ROUNDS);
        machine.fuel(random.nextLong(expected.charged));
        if (machine.run() != Status.OUT_OF_FUEL) {
          continue;
        }
        String what = inject(machine.s, random, covered ? 3 : 1);
        machine.fuel(machine.fuel() + PLENTY - machine.instructions());
        Outcome outcome = covered ? outcome(machine) : broken(machine, expected);
        repairs += machine.store().repairs().size();
        boolean right = outcome.result == expected.result && outcome.status == expected.status;
        wrong += right ? 0 : 1;
        if (covered && !right) {
          assertTrue(what.startsWith(outcome.area) && !outcome.area.isEmpty(), what + outcome);
          found++;
        }
        if (level == VerificationLevel.REDUNDANT) {
          assertEquals(expected, outcome, what);
        }
      }
    }
    assertEquals(covered ? found : wrong, wrong, "nothing is silently wrong");
    assertTrue(covered || wrong > 0, "below STANDARD nobody looks");
    assertEquals(level == VerificationLevel.REDUNDANT, repairs > 0);
    assertEquals(
        level == VerificationLevel.STANDARD || level == VerificationLevel.FULL,
        covered && found > 0);
  }

  /// Below `STANDARD` the interpreter may do anything with wrong words, but for leaving the JVM.
  private static Outcome broken(Machine machine, Outcome expected) {
    try {
      machine.fuel(4 * expected.charged);
      return outcome(machine);
    } catch (RuntimeException _) {
      return new Outcome(Status.TRAPPED, 0, 0, 0, "");
    }
  }

  /// @return the area, and what was changed in it
  private static String inject(State s, Random random, int areas) {
    int copies = s.guard.copies;
    switch (random.nextInt(areas)) {
      case 0 -> {
        int slot = random.nextInt(Math.min(s.fp + 10, s.stackLimit));
        int copy = random.nextInt(copies);
        s.stack[copy * s.mirror + slot] ^= 1L << random.nextInt(64);
        return "value stack, copy " + copy + " of slot " + slot;
      }
      case 1 -> {
        int word = random.nextInt(s.csp);
        int copy = random.nextInt(copies);
        s.calls[copy * s.callMirror + word] ^= 1 << random.nextInt(32);
        return "call stack, copy " + copy + " of word " + word;
      }
      default -> {
        int word = random.nextInt(11);
        register(s, word, 1 << random.nextInt(31));
        return "control words, number " + word;
      }
    }
  }

  private static void register(State s, int word, int bit) {
    switch (word) {
      case 0 -> s.pc ^= bit;
      case 1 -> s.fp ^= bit;
      case 2 -> s.csp ^= bit;
      case 3 -> s.boundary ^= bit;
      case 4 -> s.hostBase ^= bit;
      case 5 -> s.entered ^= bit;
      case 6 -> s.depth ^= bit;
      case 7 -> s.fuel ^= bit;
      case 8 -> s.fuelGiven ^= bit;
      case 9 -> s.traceHash ^= bit;
      default -> s.thrown ^= bit;
    }
  }

  @Test
  @DisplayName("the report of a store names the four areas, and counts what was found")
  void report() {
    try (Work work = new Work("calls", options(VerificationLevel.STANDARD))) {
      Machine machine = work.machine();
      work.enter("run", ROUNDS);
      machine.fuel(200);
      assertEquals(Status.OUT_OF_FUEL, machine.run());
      machine.s.stack[machine.s.fp] ^= 1;
      machine.s.stack[machine.s.fp + 1] ^= 1;
      machine.fuel(PLENTY);
      assertEquals(Status.TRAPPED, machine.run());
      long mismatches = 0;
      for (AreaReport area : machine.store().integrity().areas()) {
        mismatches += area.area().equals("value stack") ? area.mismatches() : 0;
      }
      assertEquals(1, mismatches);
      machine.leave();
      work.enter("run", ROUNDS);
      machine.fuel(PLENTY);
      assertEquals(Status.RETURNED, machine.run(), "the next activation begins anew");
    }
  }
}
