package dev.wrt.tests.speed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.Status;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.tests.engine.Work;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What the verification levels cost, for guests that compute, call, throw, and use memory and
/// objects. The figures are written, not asserted.
///
/// The levels take turns, so that a busy machine disturbs all of them alike, and the fastest turn
/// of each counts. `-Drounds=` sets how much each guest does in a turn, `-Dturns=` how many there
/// are.
class FrameLevelsSpeedTest {
  private static final int ROUNDS = Integer.getInteger("rounds", 60_000);
  private static final int TURNS = Integer.getInteger("turns", 8);
  private static final List<VerificationLevel> LEVELS =
      List.of(
          VerificationLevel.OFF,
          VerificationLevel.STANDARD,
          VerificationLevel.FULL,
          VerificationLevel.REDUNDANT);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @Test
  @DisplayName("a guest's result does not depend on the level; what each level costs is written")
  void levels() throws IOException {
    StringBuilder table =
        new StringBuilder("kernel, ms at off, slowdown at standard, full, redundant\n");
    for (String kind : Work.KINDS) {
      table.append(line(kind));
    }
    Duel.write("levels-frames.txt", table.toString());
  }

  private static String line(String kind) {
    List<Work> works = new ArrayList<>();
    for (VerificationLevel level : LEVELS) {
      works.add(new Work(kind, EngineOptions.standard().with(Verification.of(level))));
    }
    double[] best = new double[LEVELS.size()];
    long expected = 0;
    for (int turn = 0; turn < TURNS; turn++) {
      for (int i = 0; i < best.length; i++) {
        long before = THREADS.getCurrentThreadCpuTime();
        long result = run(works.get(i));
        double millis = (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
        best[i] = turn == 0 ? millis : Math.min(best[i], millis);
        expected = i == 0 ? result : expected;
        assertEquals(expected, result, kind + " at " + LEVELS.get(i));
      }
    }
    works.forEach(Work::close);
    return String.format(
        Locale.ROOT,
        "%s, %.1f, %.2f, %.2f, %.2f%n",
        kind,
        best[0],
        best[1] / best[0],
        best[2] / best[0],
        best[3] / best[0]);
  }

  private static long run(Work work) {
    work.enter("run", ROUNDS);
    work.machine().fuel(1L << 40);
    assertEquals(Status.RETURNED, work.machine().run());
    long result = work.machine().result(0);
    work.machine().leave();
    return result;
  }
}
