package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The items of the safety analysis, as they are read and as they are printed.
// [utest->req~manual-safety-items~1]
class SafetyItemsTest {
  private static final String CONSTRAINT =
      """
      # Constraints

      ## Budget

      ### The budget is exact
      `con~exact~1`

      A reservation is charged
      to the byte.

      Covers:

      - `uca~too-much~1`

      Needs: req, aou
      """;
  private static final String ASSUMPTION =
      """
      # Assumptions

      ## Heap

      ### Large enough
      `aou~heap~1`

      The heap holds `budgets`.

      If it is violated: it fails.

      How to check on site: look.

      Covers:

      - `con~exact~1`
      """;

  @TempDir Path folder;

  @Test
  @DisplayName("An item is its heading, id, paragraphs and what it covers")
  void itemsAreRead() {
    Item item = Item.of("a.md", CONSTRAINT.lines().toList()).getFirst();
    assertEquals("con", item.kind());
    assertEquals("exact", item.name());
    assertEquals("Budget", item.section());
    assertEquals(List.of("A reservation is charged to the byte."), item.paragraphs());
    assertEquals(List.of("uca~too-much~1"), item.covers());
  }

  @Test
  @DisplayName("A constraint links to the assumption that covers it, an assumption has its parts")
  void itemsAreLinked() {
    Tree tree = new Tree(folder);
    tree.write("traceability/safety/a.md", CONSTRAINT);
    tree.write("traceability/safety/b.md", ASSUMPTION);
    SafetyItems.write(new Book(tree));
    String constraints = tree.text(Book.FOLDER + "constraints.adoc").orElseThrow();
    assertTrue(constraints.contains("<<aou-heap-1,heap>>"), constraints);
    String assumptions = tree.text(Book.FOLDER + "assumptions.adoc").orElseThrow();
    assertTrue(assumptions.contains("|The heap holds `+budgets+`. |it fails. |look."), assumptions);
  }

  @Test
  @DisplayName("Where there is no analysis, the tables say so")
  void missingIsSaid() {
    Tree tree = new Tree(folder);
    SafetyItems.write(new Book(tree));
    assertTrue(tree.text(Book.FOLDER + "hazards.adoc").orElseThrow().contains(Adoc.NOT_MEASURED));
  }
}
