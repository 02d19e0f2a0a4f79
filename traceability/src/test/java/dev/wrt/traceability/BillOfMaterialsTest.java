package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The bill of materials of the distribution, and the licences in it.
// [utest->req~build-bill-of-materials~1]
class BillOfMaterialsTest {
  private static final Path DISTRIBUTION = Path.of("..", "cli", "target", "dist");
  private static final Path BILL = DISTRIBUTION.resolve("bom.json");
  private static final Path LICENCES = Path.of("target", "evidence", "licences.csv");

  /// SPDX identifiers that allow use and redistribution of unchanged libraries.
  private static final Set<String> ALLOWED = Set.of("Apache-2.0", "BSD-3-Clause", "EPL-1.0", "MIT");

  @BeforeAll
  static void packaged() {
    Assumptions.assumeTrue(
        Files.exists(BILL), "the distribution has not been packaged: mvn verify");
  }

  @Test
  @DisplayName("the bill of materials lists exactly the jars of the distribution")
  void complete() throws IOException {
    Set<String> listed = new TreeSet<>();
    for (JsonNode component : components()) {
      listed.add(text(component, "name") + "-" + text(component, "version") + ".jar");
    }
    listed.add("cli-0.1.0.jar");
    Set<String> shipped = new TreeSet<>();
    try (Stream<Path> jars = Files.list(DISTRIBUTION.resolve("lib"))) {
      jars.map(jar -> jar.getFileName().toString())
          .filter(name -> name.endsWith(".jar"))
          .forEach(shipped::add);
    }
    assertEquals(shipped, listed);
  }

  @Test
  @DisplayName("each library of others has an allowed licence, and the list of licences is written")
  void licences() throws IOException {
    List<String> lines = new ArrayList<>(List.of("group,name,version,licences,sha256"));
    for (JsonNode component : components()) {
      if (!text(component, "group").equals("dev.wrt")) {
        Set<String> ids = licences(component);
        assertTrue(
            ids.stream().anyMatch(ALLOWED::contains), text(component, "name") + " has " + ids);
        lines.add(
            String.join(
                ",",
                text(component, "group"),
                text(component, "name"),
                text(component, "version"),
                String.join(" or ", ids),
                sha256(component)));
      }
    }
    Files.createDirectories(LICENCES.getParent());
    Files.write(LICENCES, lines);
  }

  private static Iterable<JsonNode> components() throws IOException {
    return new ObjectMapper().readTree(BILL.toFile()).get("components");
  }

  private static Set<String> licences(JsonNode component) {
    Set<String> ids = new TreeSet<>();
    component.path("licenses").forEach(entry -> ids.add(text(entry.path("license"), "id")));
    return ids;
  }

  private static String sha256(JsonNode component) {
    for (JsonNode hash : component.path("hashes")) {
      if (text(hash, "alg").equals("SHA-256")) {
        return text(hash, "content");
      }
    }
    throw new AssertionError(text(component, "name") + " has no SHA-256");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText();
  }
}
