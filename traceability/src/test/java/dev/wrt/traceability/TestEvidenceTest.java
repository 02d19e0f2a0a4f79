package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The project's trace has none of the defects that {@link Findings} looks for; the matrix is
/// written in passing. Runs after all other tests, those of this module included.
class TestEvidenceTest {
  private static final Trace TRACE = Trace.ofProject();

  @Test
  @DisplayName("Every test class that stands for a requirement has run and passed")
  void taggedTestsRanAndPassed() {
    none(Findings.notPassed(TRACE), "run the tests of all modules before this one");
  }

  @Test
  @DisplayName("Tags of tests are in tests, tags of code are in code")
  void tagsAreWhereTheyBelong() {
    none(Findings.misplaced(TRACE), "move the tag");
  }

  @Test
  @DisplayName("The code of a requirement has no mutants, or some of them were killed")
  void noRequirementIsVacuous() {
    none(Findings.vacuous(TRACE), "the requirement's tests notice nothing");
  }

  @Test
  @DisplayName("The records of the mutation tool are of the present sources")
  void recordsAreFresh() {
    none(Findings.staleRecords(TRACE, Project.ROOT), "run the mutation tool on the class again");
  }

  @Test
  @DisplayName("Every requirement belongs to a module, every module of the build is traced")
  void modulesAreTraced() {
    none(Findings.withoutModule(TRACE), "a requirement without code and test");
    none(
        Findings.untraced(TRACE, Project.built(), Project.MODULES),
        "trace the module, or require something of it");
    String own = Project.text(Path.of("pom.xml"));
    List<String> missing =
        Project.MODULES.stream()
            .filter(module -> !own.contains("<argument>" + Project.sources(module) + "</argument>"))
            .toList();
    none(missing, "the tracing tool does not read the module's sources");
  }

  @Test
  @DisplayName("Failure modes are whole, and name requirements and tests that exist")
  void failureModesAreWhole() {
    none(Findings.failureModes(TRACE), "safety/fmea.csv");
  }

  @Test
  @DisplayName("Every assumption of use says what its violation leads to and how it is checked")
  void assumptionsAreWhole() {
    none(Findings.assumptions(TRACE), "safety/assumptions.md");
  }

  @Test
  @DisplayName("The matrix has a row for each item and failure mode")
  void matrixIsWritten() {
    List<Row> rows = new Matrix(TRACE).rows();
    assertFalse(rows.isEmpty());
    assertEquals(TRACE.items().size() + TRACE.modes().size(), rows.size());
    Project.write(Project.EVIDENCE.resolve("requirements.csv"), Matrix.csv(rows));
    String page = new MatrixPage(rows, TRACE.measured()).html();
    Project.write(Project.EVIDENCE.resolve("matrix.html"), page);
    assertTrue(rows.stream().allMatch(row -> page.contains("<tr id=\"" + row.id() + "\"")));
  }

  private static void none(Collection<String> findings, String advice) {
    assertEquals("", String.join("\n", findings), advice);
  }
}
