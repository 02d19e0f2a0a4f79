package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chapters that hold together, and defects that are planted.
// [utest->req~manual-chapters~1]
class ChaptersTest {
  private static final String CHAPTER = "safety-manual/src/docs/a.adoc";

  @TempDir Path folder;
  private Tree tree = new Tree(Path.of("."));

  @BeforeEach
  void sound() {
    tree = new Tree(folder);
    tree.write("README.md", "It is not certified. Anomalies: traceability/anomalies.csv.");
    tree.write(CHAPTER, "[[a]]\n== A\n\nSee <<a>>.\n\ninclude::{generated}/t.adoc[]\n");
    tree.write(Book.FOLDER + "t.adoc", "<<a,A>>\n");
    assertEquals(List.of(), Chapters.findings(tree));
  }

  @Test
  @DisplayName("A reference that leads nowhere is found, also in a generated table")
  void referencesLeadSomewhere() {
    tree.write(Book.FOLDER + "t.adoc", "<<b,B>>\n");
    assertFound("b leads nowhere");
  }

  @Test
  @DisplayName("Two places of one name are found")
  void namesAreUnique() {
    tree.write(Book.FOLDER + "t.adoc", "[[a]]\n");
    assertFound("a is the name of two places");
  }

  @Test
  @DisplayName("A generated table that no chapter includes is found")
  void tablesAreIncluded() {
    tree.write(Book.FOLDER + "u.adoc", "\n");
    assertFound("u.adoc: no chapter includes it");
  }

  @Test
  @DisplayName("A sentence that claims a certificate is found")
  void assurancesAreFound() {
    tree.write(CHAPTER, "wrt is certified.\n\ninclude::{generated}/t.adoc[]\n[[a]]\n");
    assertFound("claims too much: wrt is certified.");
  }

  @Test
  @DisplayName("A README that does not lead to the anomalies is found")
  void anomaliesAreReached() {
    tree.write("README.md", "Perfect.");
    assertFound("does not lead to");
  }

  private void assertFound(String words) {
    List<String> findings = Chapters.findings(tree);
    assertTrue(findings.stream().anyMatch(f -> f.contains(words)), findings::toString);
  }
}
