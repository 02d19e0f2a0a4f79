package dev.wrt.tests.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;

/// The binaries of the official suite, by the commands that they belong to.
final class SuiteModules {
  /// Commands whose modules are valid.
  static final Set<String> VALID =
      Set.of(
          "module",
          "module_definition",
          "assert_invalid_custom",
          "assert_unlinkable",
          "assert_uninstantiable");

  private SuiteModules() {}

  /// The binaries of commands, in the order of the scripts; without the suite the test is skipped.
  static List<Path> of(Set<String> commands) {
    Path suite = SuiteFiles.suite("core");
    Assumptions.assumeTrue(
        Files.isDirectory(suite), "target/suites is not there: run tests/convert-suites.sh");
    SuiteScope scope = new SuiteScope("/core-suite-scope.txt");
    List<Path> modules = new ArrayList<>();
    for (Path script : SuiteFiles.scripts(suite)) {
      if (scope.exclusion(SuiteFiles.name(suite, script)).isEmpty()) {
        add(modules, script, commands);
      }
    }
    return modules;
  }

  private static void add(List<Path> modules, Path script, Set<String> commands) {
    for (JsonNode command : SuiteFiles.json(script).get("commands")) {
      String key = command.has("binary_filename") ? "binary_filename" : "filename";
      String name = command.path(key).asText("");
      if (commands.contains(command.get("type").asText()) && name.endsWith(".wasm")) {
        modules.add(script.resolveSibling(name));
      }
    }
  }
}
