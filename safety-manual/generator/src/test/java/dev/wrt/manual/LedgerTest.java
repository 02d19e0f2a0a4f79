package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Claims that hold, claims that are planted to be wrong, and numbers that nobody claims.
// [utest->req~manual-claims-fresh~1]
// [utest->req~manual-claims-complete~1]
class LedgerTest {
  private static final String HEAD = "id,document,text,source,selector\n";
  private static final String CLAIM = "CLM-001,README.md,\"passes 1,417 commands\",report.txt,";

  @TempDir Path folder;

  @Test
  @DisplayName("A number that is the one in its source, and wrapped text, is in order")
  void freshClaimsHold() {
    assertEquals(List.of(), findings("It passes\n1,417 commands.", "match total: (\\d+)"));
  }

  @Test
  @DisplayName("A number that differs from its source is stale")
  void staleClaimsAreFound() {
    tree().write("report.txt", "total: 1418\n");
    assertStale("is stale: written 1417, produced 1418");
  }

  @Test
  @DisplayName("A source, or the place in it, that is missing is found")
  void missingSourcesAreFound() {
    assertTrue(
        findings("It passes 1,417 commands.", "match sum: (\\d+)").getFirst().contains("has no"));
    tree().write("traceability/claims.csv", HEAD + CLAIM.replace("report", "none") + "rows\n");
    assertStale("no none.txt");
  }

  @Test
  @DisplayName("A claim that its document does not make, or makes twice, is found")
  void claimsAreInTheirDocuments() {
    String twice = "It passes 1,417 commands and passes 1,417 commands.";
    assertTrue(findings("Nothing.", "rows").getFirst().contains("not exactly once"));
    assertTrue(findings(twice, "rows").getFirst().contains("not exactly once"));
  }

  @Test
  @DisplayName("A number that no claim has is found, in the README and in a chapter")
  void unclaimedNumbersAreFound() {
    List<String> found = findings("It passes 1,417 commands in 12 ms.", "match total: (\\d+)");
    assertEquals(1, found.size());
    assertTrue(found.getFirst().startsWith("README.md: 12 is no claim"), found.getFirst());
    tree().write("safety-manual/src/docs/a.adoc", "It takes 3.5 s.\n");
    assertTrue(Ledger.findings(tree()).getLast().contains("3.5 is no claim"));
  }

  @Test
  @DisplayName("Code, links, attributes, names, versions, standards and row names are no claims")
  void otherNumbersAreFree() {
    for (String text :
        List.of(
            "`exit 64` and <<ANO-003>> and {level-2}",
            "[5 steps](docs/5.md)".replace("5 steps", "steps"),
            "SHA-256, CRC-32C, UTF-8, i31, WS3",
            "WASI 0.2, 0.2.12, Java 25, ISO 26262-6, IEC 61508-3, Part 8, Clause 11",
            "| 64 | usage |",
            "    wrtd --fuel 1000000",
            "----\nfuel 1000\n----\n")) {
      assertEquals(List.of(), Numbers.of(text), text);
    }
  }

  @Test
  @DisplayName("A selector finds a cell, a count of lines, or the rows of a table")
  void selectorsSelect() {
    String table = "kernel,level,ratio\nfib,full,\"1,234\"\nsum,full,2\n";
    assertEquals(Optional.of("1234"), Selector.select("cell kernel=fib ratio", table));
    assertEquals(Optional.of("2"), Selector.select("rows", table));
    assertEquals(Optional.of("1"), Selector.select("count ^fib", table));
    assertEquals(Optional.empty(), Selector.select("cell kernel=fib none", table));
    assertEquals(Optional.empty(), Selector.select("match (full)", table), "twice");
    assertEquals(Optional.empty(), Selector.select("guess", table));
  }

  private Tree tree() {
    return new Tree(folder);
  }

  private List<String> findings(String readme, String selector) {
    tree().write("README.md", readme);
    tree().write("report.txt", "total: 1417\n");
    tree().write("traceability/claims.csv", HEAD + CLAIM + selector + "\n");
    return Ledger.findings(tree());
  }

  private void assertStale(String words) {
    tree().write("README.md", "It passes 1,417 commands.");
    if (!tree().has("traceability/claims.csv")) {
      tree().write("traceability/claims.csv", HEAD + CLAIM + "match total: (\\d+)\n");
    }
    List<String> findings = Ledger.findings(tree());
    assertTrue(findings.getFirst().contains(words), findings::toString);
  }
}
