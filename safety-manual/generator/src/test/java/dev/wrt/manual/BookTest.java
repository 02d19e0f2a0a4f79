package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.Limits;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the chapters include and name.
// [utest->req~manual-figures~1]
// [utest->req~manual-limits~1]
class BookTest {
  @TempDir Path folder;
  private Tree tree = new Tree(Path.of("."));
  private Book book = new Book(tree);

  @BeforeEach
  void empty() {
    tree = new Tree(folder);
    book = new Book(tree);
  }

  @Test
  @DisplayName("A figure is an attribute, a row of data with its source, and grouped by thousands")
  void figuresHaveSources() {
    book.figure("passed", 61703, "tests/report.txt");
    book.missing("covered", "target/jacoco.xml");
    book.writeFigures();
    assertEquals(
        ":passed: 61,703\n:covered: not measured in this build\n", written("figures.adoc"));
    assertTrue(written("figures.csv").contains("passed,\"61,703\",tests/report.txt\n"));
  }

  @Test
  @DisplayName("Each field of the limits of files has a row with its standard value")
  void limitsAreTheRecord() {
    LimitTables.write(book);
    List<String> rows = written("decoder-limits.adoc").lines().toList();
    assertTrue(rows.stream().anyMatch(r -> r.startsWith("|`+subtypeDepth+`") && r.endsWith("|63")));
    long fields = rows.stream().filter(row -> row.startsWith("|`+")).count();
    assertEquals(Limits.class.getRecordComponents().length, fields);
  }

  private String written(String name) {
    return tree.text(Book.FOLDER + name).orElseThrow();
  }
}
