package dev.wrt.tests.async;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.component.ComponentCode;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.GuestLimit;
import dev.wrt.component.Interleavings;
import dev.wrt.component.Interleavings.Bounds;
import dev.wrt.component.Interleavings.Found;
import dev.wrt.component.Interleavings.Program;
import dev.wrt.component.Interleavings.Report;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.ReplayedSchedule;
import dev.wrt.component.Scheduler;
import dev.wrt.component.abi.TrustLevel;
import dev.wrt.component.value.Values;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Guests whose outcome hangs on the schedule.
class InterleavedGuestsTest {
  /// Small stacks and no buffers, as each run makes its own.
  private static final ComponentOptions OPTIONS =
      ComponentOptions.standard()
          .withFuel(1_000_000)
          .with(GuestLimit.FRAMES, 1_000)
          .with(GuestLimit.VALUE_SLOTS, 10_000)
          .withTrust(TrustLevel.TRUSTED);

  private final ComponentEngine decoding = ComponentEngine.create(OPTIONS);

  private Program call(String guest, String export, Values arguments) {
    return Interleavings.call(
        OPTIONS, new Linker(), Guests.component(decoding, guest), export, arguments);
  }

  private static Report explore(Program program) {
    MemoryBudget budget = MemoryBudget.root("explorer", 1 << 24);
    Report report =
        Guests.ok(Interleavings.explore(program, Bounds.standard().withRuns(20_000), budget));
    assertTrue(report.isComplete(), "every schedule is run");
    assertEquals(0, budget.reservedBytes());
    return report;
  }

  private static void replayed(Program program, Report report) {
    for (Found found : report.outcomes()) {
      ReplayedSchedule schedule = Scheduler.replay(found.choices());
      assertEquals(found.outcome().toString(), program.run(schedule).toString());
      assertTrue(schedule.isFollowed());
    }
  }

  private static Outcome returned(int number) {
    return new Outcome.Returned(Guests.u32(number));
  }

  private static List<Outcome> outcomes(Report report) {
    return report.outcomes().stream().map(Found::outcome).toList();
  }

  // [utest->req~interleavings-guests~1]
  // [utest->req~interleavings-call~1]
  // [utest->req~interleavings-replay~1]
  @Test
  @DisplayName("A lost update is found, with a schedule that leads to it")
  void race() {
    Program program = call("race", "lost", Values.NONE);
    Report report = explore(program);
    assertEquals(Set.of(returned(1), returned(2)), Set.copyOf(outcomes(report)));
    assertTrue(report.runs() > 2, "more than one schedule leads to an outcome");
    replayed(program, report);
  }

  // [utest->req~interleavings-guests~1]
  @Test
  @DisplayName(
      "Where nothing runs between reading and writing, every schedule has the same outcome")
  void noRace() {
    Report report = explore(call("race", "kept", Values.NONE));
    assertEquals(List.of(returned(2)), outcomes(report));
    assertTrue(report.runs() > 1, "there are choices");
  }

  // [utest->req~interleavings-guests~1]
  @Test
  @DisplayName("A deadlock of two locks is found, with a schedule that leads to it")
  void deadlock() {
    Program program = call("deadlock", "opposite", Values.NONE);
    Report report = explore(program);
    assertEquals(2, report.outcomes().size(), report.outcomes().toString());
    assertTrue(outcomes(report).contains(returned(42)), "some schedules end well");
    Outcome.Failed failed =
        assertInstanceOf(
            Outcome.Failed.class,
            outcomes(report).stream()
                .filter(outcome -> outcome instanceof Outcome.Failed)
                .findFirst()
                .orElseThrow());
    assertEquals(ComponentCode.DEADLOCK, failed.fault().code());
    replayed(program, report);
  }

  // [utest->req~interleavings-guests~1]
  @Test
  @DisplayName("Where both take the locks in the same order, no schedule ends in a deadlock")
  void noDeadlock() {
    Report report = explore(call("deadlock", "same", Values.NONE));
    assertEquals(List.of(returned(42)), outcomes(report));
    assertTrue(report.runs() > 1, "there are choices");
  }

  // [utest->req~interleavings-bounded~1]
  @Test
  @DisplayName("The bound of runs ends the exploration of a program with too many schedules")
  void tooMany() {
    MemoryBudget budget = MemoryBudget.root("explorer", 1 << 24);
    Program program = call("race", "many", Guests.u32(6));
    Report report =
        Guests.ok(Interleavings.explore(program, Bounds.standard().withRuns(50), budget));
    assertFalse(report.isComplete());
    assertEquals(50, report.runs());
  }

  // [utest->req~interleavings-call~1]
  @Test
  @DisplayName("A call that does not exist, and one that runs out of fuel, are outcomes")
  void failures() {
    Report unknown = explore(call("race", "nothing", Values.NONE));
    assertInstanceOf(Outcome.Failed.class, unknown.outcomes().getFirst().outcome());
    Program short1 =
        Interleavings.call(
            OPTIONS.withFuel(30),
            new Linker(),
            Guests.component(decoding, "race"),
            "lost",
            Values.NONE);
    assertInstanceOf(Outcome.OutOfFuel.class, explore(short1).outcomes().getFirst().outcome());
  }

  /// A scheduler that also writes down what it was asked and what it has answered.
  private static final class Tracing implements Scheduler {
    private final Scheduler inner;
    private final List<String> trace = new ArrayList<>();

    Tracing(Scheduler inner) {
      this.inner = inner;
    }

    @Override
    public int choose(int candidates) {
      int choice = inner.choose(candidates);
      trace.add(choice + " of " + candidates);
      return choice;
    }
  }

  // [utest->req~async-scheduler~1]
  @ParameterizedTest(name = "seed {0}: 50 runs make the same choices and have the same outcome")
  @ValueSource(longs = {0, 1, 7, -3, Long.MAX_VALUE})
  void sameSeed(long seed) {
    Program program = call("race", "many", Guests.u32(8));
    Set<String> runs = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      Tracing scheduler = new Tracing(Scheduler.seeded(seed));
      Outcome outcome = program.run(scheduler);
      runs.add(outcome + " after " + scheduler.trace);
      assertTrue(scheduler.trace.size() > 5, "there are choices");
      assertTrue(
          seed != 0 || scheduler.trace.stream().allMatch(choice -> choice.startsWith("0 ")),
          "seed 0 takes the oldest");
    }
    assertEquals(1, runs.size());
  }

  // [utest->req~async-scheduler~1]
  @Test
  @DisplayName("Different seeds find different outcomes of a race")
  void otherSeeds() {
    Program program = call("race", "many", Guests.u32(8));
    Set<String> outcomes = new HashSet<>();
    for (long seed = 0; seed < 20; seed++) {
      outcomes.add(program.run(Scheduler.seeded(seed)).toString());
    }
    assertNotEquals(1, outcomes.size());
  }
}
