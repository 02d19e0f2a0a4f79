package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Features;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The table of features that scripts of the component suite need.
final class ComponentFeaturesTest {
  private final Path suite = SuiteFiles.suite("component").resolve("test");

  @TestFactory
  @DisplayName("Each script of the table needs its features, and needs no other")
  Stream<DynamicTest> needed() {
    Assumptions.assumeTrue(Files.isDirectory(suite), "the suite is not converted");
    Map<String, Features> table = new SuiteFeatures("/component-suite-features.txt").features();
    return table.entrySet().stream()
        .map(e -> DynamicTest.dynamicTest(e.getKey(), () -> check(e.getKey(), e.getValue())));
  }

  private void check(String script, Features features) {
    assertEquals("", gated(script, features), "these features are enough");
    for (Feature left : Feature.values()) {
      if (features.has(left)) {
        assertNotEquals("", gated(script, without(features, left)), left.word() + " is needed");
      }
    }
  }

  private static Features without(Features features, Feature left) {
    Features others = Features.NONE;
    for (Feature feature : Feature.values()) {
      others = features.has(feature) && feature != left ? others.with(feature) : others;
    }
    return others;
  }

  /// The features that a script's commands miss, or nothing.
  private String gated(String name, Features features) {
    Path folder = suite.resolve(name.substring(0, name.lastIndexOf('.')));
    StringBuilder missing = new StringBuilder();
    try (ComponentScript script =
        new ComponentScript(folder, new SuiteFeatures.Needs(features, true), new ComponentRuns())) {
      for (JsonNode command :
          SuiteFiles.json(folder.resolve(folder.getFileName() + ".json")).get("commands")) {
        missing.append(script.gate(command));
      }
    }
    return missing.toString();
  }
}
