package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.core.text.Listing;
import dev.wrt.decoder.core.text.ListingEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The listing of modules, over all binaries of the official suite that are of the grammar.
final class ListingSuiteTest {
  /// The commands whose modules are well-formed.
  private static final Set<String> WELL_FORMED =
      Set.of(
          "module",
          "module_definition",
          "assert_invalid",
          "assert_invalid_custom",
          "assert_unlinkable",
          "assert_uninstantiable");

  // [utest->req~decoder-listing-lossless~1]
  @Test
  @DisplayName("the listing of every well-formed module of the suite gives back its bytes")
  void listingsAreLossless() {
    List<Path> modules = modules();
    for (Path file : modules) {
      byte[] bytes = SuiteFiles.bytes(file);
      byte[] again = new byte[bytes.length];
      ListingEncoder encoder = new ListingEncoder(again);
      Result<Unit> result = Listing.visit(bytes, 0, bytes.length, encoder);
      assertTrue(result instanceof Result.Ok<Unit>, () -> file + ": " + result);
      assertArrayEquals(bytes, again, file::toString);
    }
  }

  private static List<Path> modules() {
    Path suite = SuiteFiles.suite("core");
    Assumptions.assumeTrue(
        Files.isDirectory(suite), "target/suites is not there: run tests/convert-suites.sh");
    SuiteScope scope = new SuiteScope("/core-suite-scope.txt");
    List<Path> modules = new ArrayList<>();
    for (Path script : SuiteFiles.scripts(suite)) {
      if (scope.exclusion(SuiteFiles.name(suite, script)).isEmpty()) {
        add(modules, script);
      }
    }
    return modules;
  }

  private static void add(List<Path> modules, Path script) {
    for (JsonNode command : SuiteFiles.json(script).get("commands")) {
      String key = command.has("binary_filename") ? "binary_filename" : "filename";
      String name = command.path(key).asText("");
      if (WELL_FORMED.contains(command.get("type").asText()) && name.endsWith(".wasm")) {
        modules.add(script.resolveSibling(name));
      }
    }
  }
}
