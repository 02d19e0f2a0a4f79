package dev.wrt.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the command does with good input. */
// [utest->req~cli-run-options~1]
// [utest->req~cli-interceptors~1]
class WrtdTest {
  private static final Path HELLO = WrtdRun.example("hello");

  // [utest->req~cli-call-export~1]
  @ParameterizedTest(name = "{0}, verification {1}")
  @CsvSource({
    "zero-copy, off", "zero-copy, standard", "zero-copy, full",
    "bounded-copy, off", "bounded-copy, standard", "bounded-copy, full",
    "full-isolation, off", "full-isolation, sampling", "full-isolation, redundant"
  })
  @DisplayName(
      "an export is called and its result printed in WAVE, whatever the strategy and level")
  void call(String strategy, String verification) {
    WrtdRun run =
        WrtdRun.of(
            "-m", strategy, "--verification", verification, "--call", "greet(\"Wörld 🐎\")", HELLO);
    assertEquals(new WrtdRun(0, "\"Hello, Wörld 🐎!\"\n", ""), run);
  }

  // [utest->req~cli-call-export~1]
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "bool-value(true) | true",
        "u8-value(255) | 255",
        "s8-value(-128) | -128",
        "u16-value(65535) | 65535",
        "s16-value(-32768) | -32768",
        "u32-value(4294967295) | 4294967295",
        "s32-value(-2147483648) | -2147483648",
        "u64-value(18446744073709551615) | 18446744073709551615",
        "s64-value(-9223372036854775808) | -9223372036854775808",
        "f32-value(1.5) | 1.5",
        "f64-value(-inf) | -inf",
        "f64-value(nan) | nan",
        "char-value('x') | 'x'",
        "string-value(\"a\\nb\") | \"a\\nb\"",
        "bytes([0, 1, 255]) | [0, 1, 255]",
        "numbers([-1, 9223372036854775807]) | [-1, 9223372036854775807]",
        "words([\"a\", \"\", \"bc\"]) | [\"a\", \"\", \"bc\"]",
        "point-value({x: 1, y: -2}) | {x: 1, y: -2}",
        "mixed-value({a: 1, b: 2.5, c: \"z\", d: some(3)}) | {a: 1, b: 2.5, c: \"z\", d: some(3)}",
        "tuple-value((1, \"b\", true)) | (1, \"b\", true)",
        "shape-value(circle(0.5)) | circle(0.5)",
        "shape-value(label(\"x\")) | label(\"x\")",
        "shape-value(box({x: 3, y: 4})) | box({x: 3, y: 4})",
        "color-value(green) | green",
        "access-value({read, execute}) | {read, execute}",
        "option-value(some(7)) | some(7)",
        "result-value(ok(1)) | ok(1)",
        "result-value(err(\"no\")) | err(\"no\")",
        "sum(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17) | 153"
      })
  @DisplayName("every kind of value goes in and comes out")
  void values(String call, String result) {
    WrtdRun run =
        WrtdRun.of("--call", "wrt:examples/echo." + call.strip(), WrtdRun.example("values"));
    assertEquals(new WrtdRun(0, result.strip() + "\n", ""), run);
  }

  @Test
  @DisplayName("a function of an exported interface is found by interface, with . or #")
  void interfaces() {
    Path counter = WrtdRun.example("counter");
    assertEquals("9\n", WrtdRun.of("-c", "wrt:examples/counters.run(5, [1, 3])", counter).out());
    assertEquals("9\n", WrtdRun.of("-c", "wrt:examples/counters#run(5, [1, 3])", counter).out());
  }

  // [utest->req~cli-feature~1]
  @Test
  @DisplayName("core modules may use the features that are named, together or one by one")
  void features() {
    Path threads = WrtdRun.component("threads");
    WrtdRun expected = new WrtdRun(0, "2\n", "");
    for (String names : List.of("threads", "wide-arithmetic,threads", "all")) {
      assertEquals(expected, WrtdRun.of("--feature", names, "-c", "wait(1)", threads), names);
    }
    WrtdRun stats =
        WrtdRun.of(
            "--json",
            "--stats",
            "--feature",
            "threads",
            "--feature",
            "legacy-exceptions",
            "-c",
            "add(1)",
            threads);
    String row = "\"features\" : \"threads,legacy-exceptions\"";
    assertTrue(stats.out().contains(row), stats.out());
  }

  // [utest->req~cli-list-exports~1]
  @Test
  @DisplayName("without --call, imports and exports are listed as WIT")
  void wit() {
    WrtdRun run = WrtdRun.of(WrtdRun.example("basket"));
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().contains("import wrt:examples/prices;"), run.out());
    assertTrue(run.out().contains("export wrt:examples/shop;"), run.out());
    assertTrue(run.out().contains("lookup: func(item: string) -> result<u32, string>;"), run.out());
  }

  // [utest->req~cli-run-command~1]
  @Test
  @DisplayName("a command's error result is exit code 1, and its output is its own")
  void command() {
    assertEquals(new WrtdRun(1, "", ""), WrtdRun.of(WrtdRun.component("command"), "a", "-b"));
  }

  // [utest->req~cli-stats~2]
  @Test
  @DisplayName("statistics, log and policy of the sample run are printed beside the result")
  void statistics() {
    WrtdRun run =
        WrtdRun.of(
            "--call",
            "greet(\"World\")",
            "--stats",
            "-i",
            "logging,stats,resources",
            "-m",
            "bounded-copy",
            "-t",
            "untrusted",
            "--fuel",
            "1000000",
            HELLO);
    assertEquals("\"Hello, World!\"\n", run.out(), run.err());
    for (String row :
        List.of(
            "-> export greet(name: \"World\")",
            "<- export greet = \"Hello, World!\"",
            "calls",
            "fuel used",
            "memory current",
            "memory peak",
            "memory budget",
            "copies",
            "handles peak",
            "verification",
            "features",
            "untrusted")) {
      assertTrue(run.err().contains(row), row + " is missing in " + run.err());
    }
  }

  // [utest->req~cli-json~1]
  @Test
  @DisplayName("with --json there is exactly one object on standard output, for results and faults")
  void json() throws IOException {
    WrtdRun good = WrtdRun.of("--json", "--stats", "--call", "greet(\"World\")", HELLO);
    assertEquals(0, good.status());
    List<String> names = names(good.out());
    assertTrue(names.containsAll(List.of("exitCode", "type", "result", "stats")), good.out());
    WrtdRun bad = WrtdRun.of("--json", "--call", "great()", HELLO);
    assertEquals(ExitCode.CALL.status(), bad.status());
    assertTrue(names(bad.out()).containsAll(List.of("exitCode", "fault")), bad.out());
    assertEquals("", bad.err());
    WrtdRun usage = WrtdRun.of("--json", "--nonsense");
    assertTrue(names(usage.out()).contains("fault"), usage.out());
  }

  /** The field names of the one object that a text is. */
  private static List<String> names(String text) throws IOException {
    List<String> names = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(text)) {
      parser.nextToken();
      while (parser.nextFieldName() != null || parser.currentToken() != null) {
        if (parser.currentName() != null) {
          names.add(parser.currentName());
        }
        parser.nextToken();
        parser.skipChildren();
        if (parser.isClosed()) {
          break;
        }
      }
    }
    return names;
  }

  // [utest->req~cli-capabilities~1]
  @Test
  @DisplayName("only the named variables of ours are passed on")
  void environment() {
    RunOptions command = new RunOptions();
    command.environment = List.of("A=1", "B=x=y", "SURELY_NOT_SET_ANYWHERE");
    assertEquals(java.util.Map.of("A", "1", "B", "x=y"), command.environmentMap());
  }

  @Test
  @DisplayName("help and version end with success")
  void help() {
    assertEquals(0, WrtdRun.of("--help").status());
    assertTrue(WrtdRun.of("--help").out().contains("--memory-strategy"));
    assertTrue(WrtdRun.of("--version").out().startsWith("wrtd "));
  }

  @ParameterizedTest(name = "{0} is {1} bytes")
  @CsvSource({
    "0, 0",
    "65536, 65536",
    "64k, 65536",
    "64KiB, 65536",
    "1.5 GiB, 1610612736",
    "2mb, 2097152"
  })
  @DisplayName("sizes are read as people write them")
  void sizes(String text, long bytes) {
    assertEquals(bytes, ByteSize.parse(text).orElse(-1));
  }
}
