package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code wrtd explore}, and schedules on the command line. */
class ExploreTest {
  private static final Path SCHEDULES = WrtdRun.component("schedules");

  // [utest->req~cli-explore~1]
  @Test
  @DisplayName("a planted race shows as two results, each with its schedules")
  void race() {
    String text =
        """
        schedules: 9, all
        outcomes: 2
          2
            schedules: 3, shortest: --schedule -
          1
            schedules: 6, shortest: --schedule 1
        """;
    assertEquals(
        new WrtdRun(ExitCode.DIFFERENT.status(), text, ""),
        WrtdRun.of("explore", SCHEDULES, "--call", "race"));
  }

  // [utest->req~cli-explore~1]
  @Test
  @DisplayName("a planted deadlock shows as a fault of one schedule")
  void deadlock() {
    String text =
        """
        schedules: 2, all
        outcomes: 2
          1
            schedules: 1, shortest: --schedule -
          trap: deadlock detected: event loop cannot make further progress [WRT-L-031]
            schedules: 1, shortest: --schedule 1
        """;
    assertEquals(
        new WrtdRun(ExitCode.TRAP.status(), text, ""),
        WrtdRun.of("explore", SCHEDULES, "--call", "deadlock"));
  }

  // [utest->req~cli-explore~1]
  @Test
  @DisplayName("one schedule, a bound, JSON and faults before the first run are told as such")
  void others() {
    WrtdRun one = WrtdRun.of("explore", "-c", "greet(\"x\")", WrtdRun.example("hello"));
    assertEquals(
        new WrtdRun(
            0,
            "schedules: 1, all\noutcomes: 1\n  \"Hello, x!\"\n"
                + "    schedules: 1, shortest: --schedule -\n",
            ""),
        one);
    WrtdRun bound = WrtdRun.of("explore", SCHEDULES, "-c", "race", "--runs", "1");
    assertEquals(ExitCode.BUDGET.status(), bound.status());
    assertTrue(bound.out().startsWith("schedules: 1, not all"), bound.out());
    WrtdRun json = WrtdRun.of("explore", SCHEDULES, "-c", "race", "--json");
    assertEquals(ExitCode.DIFFERENT.status(), json.status());
    assertTrue(json.out().contains("\"schedule\" : \"1\""), json.out());
    assertTrue(json.out().contains("\"complete\" : true"), json.out());

    assertEquals(ExitCode.CALL.status(), WrtdRun.of("explore", SCHEDULES, "-c", "nil").status());
    assertEquals(ExitCode.CALL.status(), WrtdRun.of("explore", SCHEDULES, "-c", "(").status());
    assertEquals(ExitCode.NO_INPUT.status(), WrtdRun.of("explore", "none", "-c", "f").status());
    assertEquals(
        ExitCode.INVALID.status(),
        WrtdRun.of("explore", WrtdRun.component("invalid"), "-c", "f").status());
    assertEquals(ExitCode.USAGE.status(), WrtdRun.of("explore", SCHEDULES, "-m", "none").status());
    assertEquals(
        ExitCode.TIMEOUT.status(),
        WrtdRun.of("explore", SCHEDULES, "-c", "race", "--timeout", "0").status());
  }

  // [utest->req~cli-schedule~1]
  @ParameterizedTest(name = "--schedule {0}")
  @ValueSource(strings = {"-", "1", "0,1", "1,1"})
  @DisplayName("a schedule gives the same result each time")
  void replay(String schedule) {
    WrtdRun first = WrtdRun.of("--schedule", schedule, "-c", "race", SCHEDULES);
    assertEquals(first, WrtdRun.of("--schedule", schedule, "-c", "race", SCHEDULES));
    assertEquals(schedule.startsWith("1") ? "1\n" : "2\n", first.out());
  }

  // [utest->req~cli-schedule~1]
  @Test
  @DisplayName("a schedule that does not fit is told, and one that is none is refused")
  void otherSchedule() {
    WrtdRun run = WrtdRun.of("--schedule", "7", "-c", "race", SCHEDULES);
    assertEquals(0, run.status());
    assertTrue(run.err().contains("does not fit"), run.err());
    assertEquals(
        ExitCode.USAGE.status(), WrtdRun.of("--schedule", "a", "-c", "race", SCHEDULES).status());
  }

  // [utest->req~cli-schedule~1]
  @Test
  @DisplayName("a seed makes choices of its own, the same each time; a deadlock is a trap")
  void seeds() {
    int ones = 0;
    for (int seed = 1; seed <= 8; seed++) {
      WrtdRun run = WrtdRun.of("--seed", seed, "-c", "race", SCHEDULES);
      assertEquals(run, WrtdRun.of("--seed", seed, "-c", "race", SCHEDULES));
      ones += run.out().equals("1\n") ? 1 : 0;
    }
    assertTrue(ones > 0 && ones < 8, ones + " of 8");
    WrtdRun dead = WrtdRun.of("--schedule", "1", "-c", "deadlock", SCHEDULES);
    assertEquals(ExitCode.TRAP.status(), dead.status());
    assertTrue(dead.err().contains("wrtd explore"), dead.err());
  }

  // [utest->req~cli-list-exports~1]
  @Test
  @DisplayName("options after the file of a component that is no command are refused, not ignored")
  void lateOptions() {
    WrtdRun run = WrtdRun.of(SCHEDULES, "--call", "race");
    assertEquals(ExitCode.USAGE.status(), run.status());
    assertTrue(run.err().contains("before the file"), run.err());
  }
}
