package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the matrix says of a small trace.
// [utest->req~trace-matrix~1]
class MatrixTest {
  private static final Path CODE = Path.of("src/main/java/a/A.java");
  private static final Path TEST = Path.of("src/test/java/a/ATest.java");
  private static final Tag IMPL = new Tag("impl", "req~a~1", "m", CODE, 3, 9);
  private static final Tag UTEST = new Tag("utest", "req~a~1", "m", TEST, 3, 9);
  private static final FailureMode MODE =
      new FailureMode("fm~a~1", "m", "f", "e", "d", "r", List.of("req~a~1"), List.of("m/ATest"));

  private static final String REPORT =
      """
      <report name="m"><package name="a"><sourcefile name="A.java">
      <line nr="2" mi="0" ci="1" mb="5" cb="5"/><line nr="4" mi="0" ci="1" mb="1" cb="3"/>
      <line nr="9" mi="0" ci="1" mb="0" cb="2"/></sourcefile></package></report>
      """;

  @TempDir private Path folder;

  @Test
  @DisplayName("A row has code, tests, result, and branches and mutants of the tagged lines")
  void requirement() throws IOException {
    Mutant survived = new Mutant("m", "A.java", 3, false);
    Mutant killed = new Mutant("m", "A.java", 9, true);
    Trace trace = trace(coverage(), List.of(survived, killed));
    String csv = Matrix.csv(new Matrix(trace).rows());
    Map<String, String> row = Csv.rows(csv).get(3);
    assertEquals("req~a~1", row.get("id"));
    assertEquals("req", row.get("kind"));
    assertEquals("m/src/main/java/a/A.java:3", row.get("code"));
    assertEquals("a.ATest", row.get("tests"));
    assertEquals("passed", row.get("result"));
    assertEquals("5 of 6", row.get("branches_covered") + " of " + row.get("branches"));
    assertEquals("1 of 2", row.get("mutants_killed") + " of " + row.get("mutants"));
  }

  @Test
  @DisplayName("What was not measured says so")
  void notMeasured() {
    Row row = new Matrix(trace(new Coverage(), List.of())).rows().get(3);
    assertEquals(List.of("not measured"), row.cells().subList(6, 10).stream().distinct().toList());
  }

  @Test
  @DisplayName("A hazard is passed when all that answers for it is, an assumption is assumed")
  void rollUp() {
    List<Row> good = new Matrix(trace(new Coverage(), List.of())).rows();
    assertEquals(
        List.of("passed", "passed", "assumed", "passed", "passed"),
        good.stream().map(Row::result).toList());
    Trace whole = trace(new Coverage(), List.of());
    Trace.Measured without =
        new Trace.Measured(tag -> Optional.empty(), List.of(), List.of(), new Coverage());
    Trace bad = new Trace(whole.items(), whole.modes(), whole.tags(), without);
    assertEquals(
        List.of("not run", "not run", "assumed", "not run", "not run"),
        new Matrix(bad).rows().stream().map(Row::result).toList());
  }

  @Test
  @DisplayName("A requirement names the hazards at the end of its chain, and its failure modes")
  void hazards() {
    Row row = new Matrix(trace(new Coverage(), List.of())).rows().get(3);
    assertEquals(List.of("haz~h~1"), row.hazards());
    assertEquals(List.of("con~c~1", "fm~a~1"), row.covers());
  }

  @Test
  @DisplayName("The page has all rows, escapes what is text, and asks for nothing from outside")
  void page() {
    Trace trace = trace(new Coverage(), List.of());
    String page = new MatrixPage(new Matrix(trace).rows(), trace.measured()).html();
    assertTrue(page.contains("<tr id=\"req~a~1\""));
    assertTrue(page.contains("list&lt;u8&gt; &amp; <code>x</code>"));
    assertFalse(page.contains("{{"));
    assertFalse(page.contains("http:") || page.contains("https:"));
  }

  @Test
  @DisplayName("A report is stale when a class of its module was compiled after it was written")
  void stale() throws IOException {
    Path report = Files.writeString(folder.resolve("report.xml"), "<report/>");
    Path compiled = Files.createDirectories(folder.resolve("classes/a")).resolve("A.class");
    Files.writeString(compiled, "");
    Files.setLastModifiedTime(compiled, FileTime.fromMillis(1_000));
    Files.setLastModifiedTime(report, FileTime.fromMillis(2_000));
    assertFalse(Project.stale(report, folder));
    Files.setLastModifiedTime(compiled, FileTime.fromMillis(3_000));
    assertTrue(Project.stale(report, folder));
  }

  private Coverage coverage() throws IOException {
    Coverage coverage = new Coverage();
    coverage.add("m", Project.xml(Files.writeString(folder.resolve("jacoco.xml"), REPORT)));
    return coverage;
  }

  private static Trace trace(Coverage coverage, List<Mutant> mutants) {
    Path file = Path.of("a.md");
    List<Item> items =
        List.of(
            new Item("haz~h~1", "H", "h", List.of(), List.of("con"), file),
            new Item("con~c~1", "C", "c", List.of("haz~h~1"), List.of("req", "aou"), file),
            new Item("aou~u~1", "U", "u", List.of("con~c~1"), List.of(), file),
            new Item("req~a~1", "R", "list<u8> & `x`", List.of("con~c~1"), List.of(), file));
    TestRun run = new TestRun(1, 0, 0, false);
    Trace.Measured measured =
        new Trace.Measured(tag -> Optional.of(run), mutants, List.of(), coverage);
    return new Trace(items, List.of(MODE), List.of(IMPL, UTEST), measured);
  }
}
