package dev.wrt.manual;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of what was measured, from files as the build writes them.
// [utest->req~manual-measured~1]
class EvidenceTablesTest {
  private static final String DETECTION =
      """
      level,area,fault_class,injected,detected,repaired,masked,silent,latency_fuel_median,latency_fuel_max,silent_upper_95
      off,memory,single-bit,1000,0,0,400,600,0,0,6.3e-01
      full,memory,single-bit,100000,59999,0,40000,1,7,1234,5.6e-05
      """;

  @TempDir Path folder;
  private Tree tree = new Tree(Path.of("."));

  @BeforeEach
  void empty() {
    tree = new Tree(folder);
  }

  @Test
  @DisplayName("Without files, tables and figures say that nothing was measured")
  void missingIsSaid() {
    writeAll();
    for (String name : List.of("detection-levels", "levels", "conformance", "coverage", "fmea")) {
      assertTrue(table(name).contains(Adoc.NOT_MEASURED), name);
    }
    String figures = table("figures");
    assertTrue(figures.contains(":detection-injected: not measured in this build\n"), figures);
    assertTrue(figures.contains(":safety-branches: not measured in this build\n"), figures);
  }

  @Test
  @DisplayName("A share counts faults with effect only, and is 100 % only where each was detected")
  void sharesAreRoundedDown() {
    tree.write("tests/target/faults/detection.csv", DETECTION);
    writeAll();
    assertTrue(
        table("detection-areas").contains("|memory |0.00 % +\n600 silent |99.99 % +\n1 silent"));
    assertTrue(table("detection-latency").contains("|- |7 +\n1,234"));
    assertTrue(table("figures").contains(":detection-injected: 101,000\n"));
    assertTrue(table("figures").contains(":detection-silent-promised: 1\n"));
  }

  @Test
  @DisplayName("The campaign of a release goes before that of a build")
  void releaseGoesFirst() {
    tree.write("tests/target/faults/detection.csv", DETECTION);
    tree.write("traceability/faults/detection.csv", DETECTION.replace("1000,0,0", "2000,0,0"));
    writeAll();
    assertTrue(table("figures").contains(":detection-injected: 102,000\n"));
  }

  @Test
  @DisplayName("Branches and mutants of a safety function are those of its classes")
  void coverageIsSummed() {
    tree.write(
        "traceability/safety-functions.csv",
        "function,module,class\nfuel,engine,a.B\nfuel,engine,a.C\nall,bounded,*\n");
    tree.write(
        "traceability/target/evidence/coverage.csv",
        "function,module,class,branches,covered,excluded\n"
            + "fuel,engine,a.B,10,9,1\nfuel,engine,a.C,2,2,0\n");
    tree.write(
        "traceability/mutation-records.csv",
        "module,class,source_sha256,mutants,killed,justified\n"
            + "engine,a.B,00,10,9,1\nengine,a.Other,00,7,7,0\n");
    writeAll();
    assertTrue(table("coverage").contains("|fuel |engine |2 |11 of 12 |1 |9 of 10, 1 justified"));
    String bounded = "|all |bounded |all |not measured in this build |- |not recorded";
    assertTrue(table("coverage").contains(bounded));
    assertTrue(table("figures").contains(":safety-branches: 11 of 12\n"));
  }

  @Test
  @DisplayName("Suites are counted from the last lines of their reports")
  void suitesAreCounted() {
    tree.write(
        "tests/core-suite-report.txt",
        "a.wast: 3 passed\ntotal of 2 scripts: 12345 passed, 4 text format\nscripts not run: 7\n");
    writeAll();
    assertTrue(table("conformance").contains("|core |2 |12345 passed +\n4 text format |7 |"));
    assertTrue(table("figures").contains(":suite-core-passed: 12,345\n"));
  }

  @Test
  @DisplayName("Slowdown has a row for each kernel and a column for each level")
  void levelsArePivoted() {
    tree.write("benchmarks/levels.csv", "kernel,level,ratio_to_off\nfib,off,1.00\nfib,full,2.50\n");
    writeAll();
    assertTrue(table("levels").contains("|kernel |off |full\n\n|fib |1.00 |2.50\n"));
  }

  @Test
  @DisplayName("A requirement has its result, branches and mutants from the trace")
  void requirementsHaveResults() {
    tree.write("traceability/requirements/a.md", "# All of it\n\n### T\n`req~a~1`\n\nIt shall.\n");
    tree.write(
        "traceability/target/evidence/requirements.csv",
        "id,title,kind,code,tests,result,branches_covered,branches,mutants_killed,mutants\n"
            + "req~a~1,T,req,A:1,ATest,3 passed,4,4,not measured,not measured\n");
    writeAll();
    assertTrue(table("requirements").contains("`+req~a~1+` |It shall. |3 passed |4 of 4 |-"));
    assertTrue(table("figures").contains(":requirements-passed: 1\n"));
  }

  @Test
  @DisplayName("A row with another number of cells than the head is refused")
  void tornTablesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Csv.parse("a,b\n1\n"));
    assertEquals("x, \"y\"", Csv.parse("a,b\n1,\"x, \"\"y\"\"\"\n").rows().getFirst().cell("b"));
  }

  private void writeAll() {
    Book book = new Book(tree);
    EvidenceTables.write(book);
    DetectionTables.write(book);
    CoverageTables.write(book);
    book.writeFigures();
  }

  private String table(String name) {
    return tree.text(Book.FOLDER + name + ".adoc").orElseThrow();
  }
}
