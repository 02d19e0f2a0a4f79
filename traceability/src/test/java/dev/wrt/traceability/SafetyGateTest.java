package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The safety functions of the project pass their gates. A fast build does not measure: there the
/// two gates are not asked.
// [utest->req~gate-coverage~1]
// [utest->req~gate-mutation~1]
class SafetyGateTest {
  private static final boolean MEASURED = "measured".equals(System.getProperty("gates"));

  private final List<SafetyClass> classes = SafetyClass.all();

  @Test
  @DisplayName("Every safety function is a class of the project, listed once")
  void classesExist() {
    Set<String> found = new TreeSet<>();
    Set<String> names = new TreeSet<>();
    for (SafetyClass each : classes) {
      boolean exists = each.whole() || Files.exists(Project.ROOT.resolve(each.source()));
      if (!exists || !names.add(each.module() + each.name())) {
        found.add(each.name());
      }
    }
    assertEquals("", String.join("\n", found));
  }

  @Test
  @DisplayName("Every branch of a safety function is taken by its module's own tests, or excluded")
  void branches() {
    assumeTrue(MEASURED, "a fast build does not measure coverage");
    List<String> modules = classes.stream().map(SafetyClass::module).distinct().toList();
    CoverageGate gate =
        new CoverageGate(
            classes, Exclusion.all(), CoverageGate.projectOpen(), MethodCoverage.of(modules));
    Project.write(Project.EVIDENCE.resolve("coverage.csv"), gate.csv());
    assertEquals("", String.join("\n", gate.findings()), "./mvnw verify measures all modules");
  }

  @Test
  @DisplayName("Nine of ten mutants of each safety function are noticed")
  void mutants() {
    assumeTrue(MEASURED, "a fast build does not mutate");
    List<MutationRecord> records = MutationRecord.all();
    MutationGate gate = new MutationGate(classes, MutationGate.projectOpen(), records);
    Project.write(
        Project.EVIDENCE.resolve("mutation.csv"),
        MutationRecord.HEAD
            + records.stream().map(MutationRecord::csv).collect(Collectors.joining()));
    assertEquals("", String.join("\n", gate.findings()), "./mvnw -Pmutation-full verify");
  }
}
