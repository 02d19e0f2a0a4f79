package dev.wrt.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.memory.VerificationLevel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The measurement of the levels works; how long anything takes is not its concern.
class LevelsTest {
  private static final Path PROJECT = Path.of("..");

  // [utest->req~benchmarks-levels~1]
  @ParameterizedTest(name = "{0} returns the same at every level")
  @EnumSource(Kernel.class)
  void same(Kernel kernel) throws IOException {
    Set<String> returned = new HashSet<>();
    for (VerificationLevel level : VerificationLevel.values()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
      LevelRun.run(PROJECT, kernel, level.word(), Effort.SMOKE, print);
      returned.add(out.toString(StandardCharsets.UTF_8).strip().split("\t")[1]);
    }
    assertEquals(1, returned.size(), returned.toString());
  }

  // [utest->req~benchmarks-levels~1]
  @Test
  @DisplayName("A ratio is that of the medians, and both tables have it")
  void ratios() {
    Levels levels = new Levels(PROJECT, Effort.SMOKE);
    for (VerificationLevel level : VerificationLevel.values()) {
      double factor = level == VerificationLevel.FULL ? 1.5 : 1;
      for (double time : new double[] {30e6, 10e6, 20e6}) {
        levels.add(Kernel.FIB, level, factor * time);
      }
    }
    assertEquals(1.5, levels.ratio(Kernel.FIB, VerificationLevel.FULL));
    assertTrue(levels.csv().contains("fib,full,1.50\n"), levels.csv());
    Machine machine = new Machine("a processor", 2, "a JVM", "", "");
    String table = levels.markdown(machine, 3);
    assertTrue(table.contains("| fib | 20.00 | 1.00 | 1.00 | 1.50 | 1.00 |"), table);
    assertTrue(table.contains("**1.50**"), table);
  }
}
