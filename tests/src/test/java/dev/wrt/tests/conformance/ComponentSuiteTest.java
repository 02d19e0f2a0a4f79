package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The official suite of the component model, a container per script and a test per command.
///
/// `-Dscript=validation/` runs the scripts whose names begin so, without comparing the report.
final class ComponentSuiteTest {
  private final Path suite = SuiteFiles.suite("component").resolve("test");
  private final SuiteScope scope = new SuiteScope("/component-suite-scope.txt");
  private final SuiteReport report =
      new SuiteReport(SuiteFiles.root().resolve("tests/component-suite-report.txt"));
  private final String only = System.getProperty("script", "");

  /// Every command of every script in scope comes out as the script says.
  @TestFactory
  Stream<DynamicNode> component() {
    if (!Files.isDirectory(suite)) {
      return Stream.of(dynamicTest("the suite is not converted", ComponentSuiteTest::absent));
    }
    Stream<DynamicNode> scripts =
        SuiteFiles.scripts(suite).stream()
            .filter(s -> SuiteFiles.name(suite, s).startsWith(only))
            .map(this::script);
    return only.isEmpty()
        ? Stream.concat(scripts, Stream.of(dynamicTest("report", report::compare)))
        : scripts;
  }

  private static void absent() {
    Assumptions.abort("target/suites/component is not there: run tests/convert-suites.sh");
  }

  private DynamicNode script(Path file) {
    String name = SuiteFiles.name(suite, file);
    Optional<String> exclusion = scope.exclusion(name);
    if (exclusion.isPresent()) {
      report.exclude(name, exclusion.get());
      return dynamicTest(name, () -> Assumptions.abort(exclusion.get()));
    }
    return dynamicContainer(name, Stream.of(file).flatMap(f -> commands(name, f)));
  }

  private Stream<DynamicTest> commands(String name, Path file) {
    JsonNode commands = SuiteFiles.json(file).get("commands");
    ComponentScript script = new ComponentScript(file.getParent());
    Stream<DynamicTest> tests =
        StreamSupport.stream(commands.spliterator(), false)
            .map(c -> dynamicTest(title(name, c), () -> run(name, script, c)));
    DynamicTest end =
        dynamicTest(name + " gives its budget back", () -> assertEquals(0, script.end()));
    return Stream.concat(tests, Stream.of(end));
  }

  private static String title(String name, JsonNode command) {
    return name + ":" + command.get("line").asText() + " " + command.get("type").asText();
  }

  private void run(String name, ComponentScript script, JsonNode command) {
    Verdict verdict = script.run(command);
    report.count(name, verdict);
    switch (verdict.kind()) {
      case FAILED -> fail(verdict.detail());
      case OUT_OF_SCOPE, TEXT_FORMAT -> Assumptions.abort(verdict.detail());
      case PASSED, OTHER_WORDS -> {}
    }
  }
}
