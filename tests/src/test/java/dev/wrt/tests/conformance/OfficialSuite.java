package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/// One of the official suites: a container per script, a test per command, and a report of what
/// passes.
///
/// `-Dscript=i32` runs the scripts whose names begin so, without comparing the report;
/// `-Dwords=true` fails where a refusal has other words than the script's.
final class OfficialSuite {
  private final String name;
  private final Path suite;
  private final Function<Path, Script> runner;
  private final SuiteScope scope;
  private final SuiteReport report;
  private final String only = System.getProperty("script", "");

  /// A suite.
  ///
  /// @param name of its files: scope and report
  /// @param suite the folder of its converted scripts
  /// @param runner makes what executes a script's commands, from the script's folder
  OfficialSuite(String name, Path suite, Function<Path, Script> runner) {
    this.name = name;
    this.suite = suite;
    this.runner = runner;
    this.scope = new SuiteScope("/" + name + "-suite-scope.txt");
    this.report = new SuiteReport(SuiteFiles.root().resolve("tests/" + name + "-suite-report.txt"));
  }

  /// Every command of every script, and the comparison of the report.
  Stream<DynamicNode> tests() {
    if (!Files.isDirectory(suite)) {
      return Stream.of(dynamicTest("the suite is not converted", this::absent));
    }
    Stream<DynamicNode> scripts =
        SuiteFiles.scripts(suite).stream()
            .filter(s -> SuiteFiles.name(suite, s).startsWith(only))
            .map(this::script);
    return only.isEmpty()
        ? Stream.concat(scripts, Stream.of(dynamicTest("report", report::compare)))
        : scripts;
  }

  private void absent() {
    Assumptions.abort("target/suites/" + name + " is not there: run tests/convert-suites.sh");
  }

  private DynamicNode script(Path file) {
    String title = SuiteFiles.name(suite, file);
    Optional<String> exclusion = scope.exclusion(title);
    if (exclusion.isPresent()) {
      report.exclude(title, exclusion.get());
      return dynamicTest(title, () -> Assumptions.abort(exclusion.get()));
    }
    return dynamicContainer(title, Stream.of(file).flatMap(f -> commands(title, f)));
  }

  private Stream<DynamicTest> commands(String title, Path file) {
    JsonNode commands = SuiteFiles.json(file).get("commands");
    Script script = runner.apply(file.getParent());
    Stream<DynamicTest> tests =
        StreamSupport.stream(commands.spliterator(), false)
            .map(c -> dynamicTest(title(title, c), () -> run(title, script, c)));
    DynamicTest end =
        dynamicTest(title + " gives its budget back", () -> assertEquals(0, script.end()));
    return Stream.concat(tests, Stream.of(end));
  }

  private static String title(String script, JsonNode command) {
    return script + ":" + command.get("line").asText() + " " + command.get("type").asText();
  }

  /// What a command throws is counted as a failure, so that the report can't hide it.
  private static Verdict verdict(Script script, JsonNode command) {
    try {
      return script.run(command);
    } catch (RuntimeException | AssertionError e) {
      return Verdict.failed(e.toString());
    }
  }

  private void run(String title, Script script, JsonNode command) {
    Verdict verdict = verdict(script, command);
    report.count(title, verdict);
    switch (verdict.kind()) {
      case FAILED -> fail(verdict.detail());
      case OUT_OF_SCOPE, TEXT_FORMAT -> Assumptions.abort(verdict.detail());
      case OTHER_WORDS -> assertFalse(Boolean.getBoolean("words"), verdict.detail());
      case PASSED -> {}
    }
  }
}
