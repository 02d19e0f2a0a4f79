package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.component.GuestLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits, levels and configuration files on the command line. */
// [utest->req~cli-config~1]
// [utest->req~cli-limits~1]
// [utest->req~cli-limits-list~1]
// [utest->req~cli-verification~1]
// [utest->req~cli-stats~2]
// [utest->req~cli-stats-memory~1]
// [utest->req~limits-reached~1]
// [utest->req~limits-verification-of~1]
class ConfigTest {
  private static final Path HELLO = WrtdRun.example("hello");
  private static final Path LEVELS = WrtdRun.component("levels");
  private static final String GREET = "greet(\"World\")";

  @TempDir Path folder;

  private Path config(String text) throws IOException {
    return Files.writeString(folder.resolve("wrtd.toml"), text);
  }

  private static WrtdRun greet(Object... options) {
    List<Object> all = new ArrayList<>(List.of(options));
    all.addAll(List.of("--call", GREET, HELLO));
    return WrtdRun.of(all.toArray());
  }

  private WrtdRun refused(String text) throws IOException {
    WrtdRun run = greet("--config", config(text));
    assertEquals(ExitCode.USAGE.status(), run.status(), run.err());
    assertEquals("", run.out());
    return run;
  }

  private String report(String what, int line, String advice) {
    return "error: "
        + what
        + "\n  where: "
        + folder.resolve("wrtd.toml")
        + ", line "
        + line
        + "\n  do:    "
        + advice
        + "\n";
  }

  @Test
  @DisplayName("each key of a configuration file does what the option of its name does")
  void everyKey() throws IOException {
    Path config =
        config(
            """
            fuel = 100_000
            seed = 7
            stream-max = 10
            timeout = 60.5
            verification = "full"
            memory-strategy = "full-isolation"
            trust-level = "untrusted"
            memory-budget = "200MiB"
            buffer-size = "1MiB"
            log-level = "debug"
            stats = true
            json = true
            feature = ["threads", "wide-arithmetic"]
            interceptors = ["logging", "firewall"]
            dir = [".::/here"]
            firewall = ["allow:*"]
            call = '%s'
            [limits]
            handles = 77
            [env]
            NAME = "value"
            [verification-of]
            component = "sampling=8"
            """
                .formatted(GREET));
    WrtdRun run = WrtdRun.of("--config", config, HELLO);
    assertEquals(0, run.status(), run.err());
    for (String field :
        List.of(
            "\"verification\" : \"full\"",
            "\"verification\" : \"sampling=8\"",
            "\"strategy\" : \"full-isolation\"",
            "\"trust\" : \"untrusted\"",
            "\"features\" : \"threads,wide-arithmetic\"",
            "\"fuelLimit\" : 100000",
            "\"memoryBudgetBytes\" : 209715200",
            "\"handles\" : 77")) {
      assertTrue(run.out().contains(field), field + " is missing in " + run.out());
    }
    assertTrue(run.err().contains("export greet"), run.err());
  }

  @Test
  @DisplayName("what is typed wins over the configuration file")
  void typedWins() throws IOException {
    Path config = config("fuel = 1\n[limits]\nstring-bytes = 3\n");
    assertEquals(ExitCode.BUDGET.status(), greet("--config", config).status());
    Object[] fits = {"--config", config, "--limit", "string-bytes=30"};
    assertEquals(ExitCode.FUEL.status(), greet(fits).status());
    WrtdRun run = greet("--config=" + config, "-f", "9999", "--limit", "string-bytes=30");
    assertEquals(new WrtdRun(0, "\"Hello, World!\"\n", ""), run);
  }

  @Test
  @DisplayName("an unknown key is refused with its line and the keys that are known")
  void unknownKey() throws IOException {
    String known =
        "known: buffer-size, call, dir, env, feature, firewall, fuel, interceptors, json, limits,"
            + " log-level, memory-budget, memory-strategy, seed, stats, stream-max, timeout,"
            + " trust-level, verification, verification-of";
    assertEquals(
        report("unknown key in the configuration: handels [WRT-U-019]", 2, known),
        refused("fuel = 1\nhandels = 3\n").err());
  }

  @Test
  @DisplayName("a value that an option can't take is refused with its line and what is allowed")
  void wrongValues() throws IOException {
    assertEquals(
        report(
            "limit out of its range: handles=-3 [WRT-L-091]", 3, "allowed: 0 to 268435455 handles"),
        refused("fuel = 1\n[limits]\nhandles = -3\n").err());
    assertEquals(
        report(
            "wrong value in the configuration: feature [WRT-U-020]",
            1,
            "feature takes an array of texts"),
        refused("feature = 'threads'\n").err());
    assertEquals(
        report(
            "the option's value can't be understood: --fuel many [WRT-U-004]",
            2,
            "allowed: a number from 0 to 999999999999999999"),
        refused("\nfuel = 'many'\n").err());
    for (String text :
        List.of(
            "fuel = true",
            "verification = 3",
            "stats = 'yes'",
            "dir = [1]",
            "env = 1",
            "[limits]\nhandles = [1]",
            "[limits]\nhandels = 1",
            "[verification-of]\ncomponent = 'most'")) {
      assertTrue(refused(text).err().contains("wrtd.toml, line "), text);
    }
  }

  @Test
  @DisplayName("a configuration that is no TOML, or is not there, is refused")
  void noToml() throws IOException {
    WrtdRun run = refused("fuel = 1\nseed = \n");
    assertTrue(run.err().contains("not valid TOML"), run.err());
    assertTrue(run.err().contains("wrtd.toml, line 2"), run.err());
    WrtdRun missing = greet("--config", folder.resolve("other.toml"));
    assertEquals(ExitCode.USAGE.status(), missing.status());
    assertTrue(missing.err().contains("no such file"), missing.err());
  }

  @Test
  @DisplayName("a limit is refused that is not known, and its names are listed")
  void unknownLimit() {
    WrtdRun run = greet("--limit", "handels=3");
    assertEquals(ExitCode.USAGE.status(), run.status());
    assertTrue(run.err().contains("allowed: fuel, memory-pages"), run.err());
    assertEquals(ExitCode.USAGE.status(), greet("--limit", "handles").status());
  }

  @Test
  @DisplayName("a limit that is reached says which one, and the statistics list it")
  void reached() {
    WrtdRun run = greet("--limit", "string-bytes=4", "--stats");
    assertEquals(ExitCode.BUDGET.status(), run.status());
    assertTrue(run.err().contains("string-bytes is 5, at most 4 allowed"), run.err());
    assertTrue(run.err().contains("raise it with --limit string-bytes=NUMBER"), run.err());
    assertTrue(run.err().matches("(?s).*limits reached +string-bytes\n.*"), run.err());
    assertTrue(greet("--stats").err().matches("(?s).*limits reached +none\n.*"));
    assertTrue(greet("--stats", "--fuel", "1").err().matches("(?s).*limits reached +fuel\n.*"));
  }

  @Test
  @DisplayName("wrtd limits lists every limit, as a table and as JSON")
  void list() {
    WrtdRun table = WrtdRun.of("limits");
    WrtdRun json = WrtdRun.of("limits", "--json");
    assertEquals(0, table.status() + json.status());
    for (GuestLimit limit : GuestLimit.values()) {
      assertTrue(table.out().contains("\n" + limit.word() + " "), table.out());
      assertTrue(json.out().contains("\"name\" : \"" + limit.word() + "\""), json.out());
      assertTrue(json.out().contains("\"usual\" : " + limit.usual()), json.out());
    }
  }

  @Test
  @DisplayName("a component within a component has a level of its own, and the statistics say so")
  void levels() {
    WrtdRun run =
        WrtdRun.of(
            "--stats",
            "--verification",
            "off",
            "--verification",
            "component/0=full",
            "-c",
            "add(2)",
            LEVELS);
    assertEquals("2\n", run.out(), run.err());
    assertTrue(run.err().matches("(?s).*\n  component +off\n  component/0 +full\n.*"), run.err());
    assertFalse(run.err().contains("\n  memory 0 "), run.err());
    assertTrue(run.err().matches("(?s).*\n  memory 1 +64.0 KiB +[1-9].*"), run.err());
  }

  @Test
  @DisplayName("a level that is not known, or of no component, is said to be so")
  void wrongLevels() {
    assertTrue(greet("--verification", "sampling=0").err().contains("sampling=1 to"));
    WrtdRun run = greet("--verification", "component/3=full");
    assertEquals(0, run.status());
    assertTrue(run.err().contains("names no component of this file: component/3"), run.err());
  }

  @Test
  @DisplayName("the statistics show the file's digest, what is checked, and who holds how much")
  void statistics() throws IOException {
    WrtdRun run = greet("--stats", "--memory-budget", "100MiB");
    for (String row :
        List.of(
            "  sha-256 ",
            "  memory budget                100.0 MiB",
            "  scrubber worst case fuel ",
            "integrity by area ",
            "  memory 0 ",
            "\n  engine ",
            "\n    file ",
            "\n    decoder ",
            "\n    wasi ",
            "\n      stacks ")) {
      assertTrue(run.err().contains(row), row + " is missing in " + run.err());
    }
    assertFalse(run.err().contains("instructions"), run.err());
    WrtdRun json = greet("--stats", "--json");
    String size = "\"path\" : \"engine/file\",\n      \"bytes\" : " + Files.size(HELLO);
    assertTrue(json.out().replaceAll("\n +", "\n      ").contains(size), json.out());
    assertTrue(json.out().contains("\"repairEvents\" : [ ]"), json.out());
  }
}
