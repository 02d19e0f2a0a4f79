package dev.wrt.tests.differential;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Our engine against V8, over generated programs.
///
/// `-Ddifferential.seconds=120` bounds the time, `-Ddifferential.programs=100000` the number of
/// programs instead; the report of such a run is checked in. `-Ddifferential.seed=7` is the first
/// program's seed, the others follow.
class DifferentialTest {
  private static final int BATCH = 32;
  private static final int FAILURES_MAX = 5;
  private static final int LEVEL_PROGRAMS = 60;
  private static final long PROGRAMS = Long.getLong("differential.programs", 0);
  private static final long SECONDS = Long.getLong("differential.seconds", 120);
  private static final long SEED = Long.getLong("differential.seed", 1);

  private final Set<Area> areas = Area.enabled();
  private final Path folder = root().resolve("tests/target/differential");
  private final Tally tally = new Tally();
  private final List<String> failures = new ArrayList<>();

  private static Path root() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here;
  }

  // [utest->req~differential-v8~1]
  @Test
  @DisplayName("generated programs give the same results, traps, globals and memories as in V8")
  void same() throws IOException {
    Path node = V8.node(root()).orElse(null);
    Assumptions.assumeTrue(node != null, "target/node26 is not there: run tests/install-node.sh");
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    try (V8 v8 = V8.start(node, folder)) {
      long seed = SEED;
      while (failures.size() < FAILURES_MAX && goesOn(end)) {
        batch(v8, seed);
        seed += BATCH;
      }
    }
    Path report = PROGRAMS > 0 ? root().resolve("tests/differential-report.txt") : null;
    tally.write(report == null ? folder.resolve("report.txt") : report, areas, failures);
    assertEquals(List.of(), failures);
  }

  // [utest->req~differential-v8~1]
  @Test
  @DisplayName("generated programs give the same answers at all levels of verification")
  void levels() {
    for (long seed = 1; seed <= LEVEL_PROGRAMS; seed++) {
      Program program = Generator.program(seed, areas);
      Answer usual = Wrt.answer(program);
      for (VerificationLevel level : VerificationLevel.values()) {
        assertEquals(usual, Wrt.answer(program, Verification.of(level)), "seed " + seed);
      }
    }
  }

  private boolean goesOn(long end) {
    return PROGRAMS > 0 ? tally.programs() < PROGRAMS : System.nanoTime() < end;
  }

  /// Both work at the same time.
  private void batch(V8 v8, long first) throws IOException {
    List<Program> programs = new ArrayList<>();
    for (long seed = first; seed < first + BATCH; seed++) {
      programs.add(Generator.program(seed, areas));
    }
    v8.ask(programs);
    List<Answer> ours = programs.stream().map(Wrt::answer).toList();
    List<Answer> theirs = v8.answers(BATCH);
    for (int i = 0; i < BATCH; i++) {
      if (!ours.get(i).equals(theirs.get(i)) || ours.get(i).isInvalid()) {
        failures.add(new Minimiser(v8, areas, folder).report(programs.get(i)));
      }
      tally.count(programs.get(i), ours.get(i));
    }
  }
}
