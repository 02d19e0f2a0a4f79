package dev.wrt.component;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.Interleavings.Bounds;
import dev.wrt.component.Interleavings.Found;
import dev.wrt.component.Interleavings.Program;
import dev.wrt.component.Interleavings.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class InterleavingsTest {
  private final MemoryBudget budget = MemoryBudget.root("explorer", 1 << 20);

  private Report explore(Program program, Bounds bounds) {
    Report report = Samples.ok(Interleavings.explore(program, bounds, budget));
    assertEquals(0, budget.reservedBytes(), "the storage is given back");
    return report;
  }

  private Report explore(Program program) {
    return explore(program, Bounds.standard().withRuns(1_000));
  }

  /// Two or three candidates for the second choice, as the first one goes; the outcome is the path.
  private static Outcome uneven(Scheduler scheduler) {
    int first = scheduler.choose(2);
    int second = scheduler.choose(first + 2);
    return new Outcome.Returned(Samples.u32(first, second));
  }

  private static Outcome trap(String subject, String frame) {
    return new Outcome.Failed(new Fault.Trap(ComponentCode.DEADLOCK, subject, List.of(frame)));
  }

  // [utest->req~interleavings-exhaustive~1]
  @Test
  @DisplayName("Every schedule is run once, the one that takes the first candidates before all")
  void everySchedule() {
    List<Outcome> runs = new ArrayList<>();
    Report report =
        explore(scheduler -> {
          runs.add(uneven(scheduler));
          return runs.getLast();
        });
    assertTrue(report.isComplete());
    assertEquals(5, report.runs());
    assertEquals(5, Set.copyOf(runs).size(), "no schedule is run twice");
    assertArrayEquals(new int[] {0, 0}, report.outcomes().getFirst().choices());
    assertArrayEquals(new int[] {1, 2}, report.outcomes().getLast().choices());
  }

  // [utest->req~interleavings-exhaustive~1]
  @Test
  @DisplayName("A program without choices is run once")
  void noChoice() {
    Report report = explore(scheduler -> new Outcome.Returned(Samples.u32(7)));
    assertEquals(1, report.runs());
    assertEquals(0, report.outcomes().getFirst().choices().length);
  }

  // [utest->req~interleavings-outcomes~1]
  @Test
  @DisplayName("Outcomes are told apart by values and faults, not by the functions that were open")
  void outcomes() {
    Report report =
        explore(scheduler ->
            switch (scheduler.choose(5)) {
              case 0 -> new Outcome.Returned(Samples.u32(1));
              case 1 -> trap("a", "f");
              case 2 -> trap("a", "g");
              case 3 -> trap("b", "f");
              default -> new Outcome.OutOfFuel(scheduler.choose(2));
            });
    assertEquals(6, report.runs());
    assertEquals(List.of(1L, 2L, 1L, 2L), report.outcomes().stream().map(Found::runs).toList());
    assertArrayEquals(new int[] {4, 0}, report.outcomes().getLast().choices());
  }

  // [utest->req~interleavings-bounded~1]
  @Test
  @DisplayName("The bound of runs ends an exploration, which says how far it got")
  void runsBound() {
    Report report = explore(InterleavingsTest::uneven, Bounds.standard().withRuns(3));
    assertFalse(report.isComplete());
    assertEquals(3, report.runs());
    assertEquals(3, report.outcomes().size());
    assertEquals(
        new Fault.LimitFault(ComponentCode.SCHEDULES_EXHAUSTED, "runs", 4, 3), report.refusal());
    assertTrue(explore(InterleavingsTest::uneven, Bounds.standard().withRuns(5)).isComplete());
  }

  // [utest->req~interleavings-bounded~1]
  @Test
  @DisplayName("A run with too many choices ends an exploration")
  void choicesBound() {
    Program long3 =
        scheduler -> {
          int ones = scheduler.choose(2) + scheduler.choose(2) + scheduler.choose(2);
          return new Outcome.Returned(Samples.u32(ones));
        };
    Report report = explore(long3, new Bounds(1_000, 2, 10));
    assertEquals(
        new Fault.LimitFault(ComponentCode.SCHEDULES_EXHAUSTED, "choices", 3, 2), report.refusal());
    assertEquals(8, explore(long3, new Bounds(1_000, 3, 10)).runs());
  }

  // [utest->req~interleavings-bounded~1]
  @Test
  @DisplayName("Too many outcomes end an exploration")
  void outcomesBound() {
    Report report = explore(InterleavingsTest::uneven, new Bounds(1_000, 10, 4));
    assertEquals(
        new Fault.LimitFault(ComponentCode.SCHEDULES_EXHAUSTED, "outcomes", 5, 4),
        report.refusal());
    assertTrue(explore(InterleavingsTest::uneven, new Bounds(1_000, 10, 5)).isComplete());
  }

  // [utest->req~interleavings-bounded~1]
  @Test
  @DisplayName("However little the budget holds, an exploration ends whole or with a refusal")
  void budgetBound() {
    Set<Object> ends = new HashSet<>();
    for (long bytes = 0; bytes < 8_192; bytes += 16) {
      MemoryBudget small = MemoryBudget.root("small", bytes);
      switch (Interleavings.explore(InterleavingsTest::uneven, new Bounds(9, 4, 8), small)) {
        case Result.Ok<Report>(Report report) ->
            ends.add(report.isComplete() ? "whole" : report.refusal().getClass());
        case Result.Err<Report>(Fault fault) -> ends.add("none");
      }
      assertEquals(0, small.reservedBytes());
    }
    assertEquals(Set.of("none", Fault.BudgetFault.class, "whole"), ends);
  }

  // [utest->req~interleavings-function~1]
  @Test
  @DisplayName("A program that depends on more than its schedule is refused")
  void notAFunction() {
    int[] runs = new int[1];
    Report report =
        explore(scheduler -> {
          scheduler.choose(2 + runs[0]++);
          scheduler.choose(2);
          return new Outcome.Returned(Samples.u32());
        });
    Fault.LimitFault refusal = assertInstanceOf(Fault.LimitFault.class, report.refusal());
    assertEquals(ComponentCode.SCHEDULE_DIVERGED, refusal.code());
  }

  // [utest->req~interleavings-replay~1]
  @Test
  @DisplayName("The choices of an outcome lead to it again")
  void replay() {
    for (Found found : explore(InterleavingsTest::uneven).outcomes()) {
      ReplayedSchedule schedule = Scheduler.replay(found.choices());
      assertFalse(schedule.isFollowed(), "no choice was asked for yet");
      assertEquals(found.outcome(), uneven(schedule));
      assertTrue(schedule.isFollowed());
    }
  }

  // [utest->req~interleavings-replay~1]
  @Test
  @DisplayName("Choices that the program does not have are told")
  void replayOfAnother() {
    ReplayedSchedule schedule = Scheduler.replay(0, 2);
    assertEquals(new Outcome.Returned(Samples.u32(0, 1)), uneven(schedule));
    assertFalse(schedule.isFollowed());
    ReplayedSchedule negative = Scheduler.replay(-1, 0);
    uneven(negative);
    assertFalse(negative.isFollowed());
    ReplayedSchedule shorter = Scheduler.replay(1);
    assertEquals(new Outcome.Returned(Samples.u32(1, 0)), uneven(shorter));
    assertTrue(shorter.isFollowed());
  }
}
