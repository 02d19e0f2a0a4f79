package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The tests that stand for requirements are in classes that ran in this build and passed; the
/// matrix of requirements, code and tests is written in passing.
class TestEvidenceTest {
  private final List<Tag> tags = Tag.all();
  private final List<Mutant> mutants = Mutant.all();

  @Test
  @DisplayName("Every test class that stands for a requirement has run and passed")
  void taggedTestsRanAndPassed() {
    TreeSet<String> missing = new TreeSet<>();
    for (Tag tag : tags) {
      if (tag.kind().equals("utest") && !TestRun.of(tag).map(TestRun::passed).orElse(false)) {
        missing.add(tag.module() + ": " + tag.className() + ": " + result(tag));
      }
    }
    assertEquals("", String.join("\n", missing), "run the tests of all modules before this one");
  }

  @Test
  @DisplayName("Tags of tests are in tests, tags of code are in code")
  void tagsAreWhereTheyBelong() {
    TreeSet<String> misplaced = new TreeSet<>();
    for (Tag tag : tags) {
      Path place = Path.of("src", tag.kind().equals("utest") ? "test" : "main");
      if (!tag.source().startsWith(place)) {
        misplaced.add(tag.kind() + " " + tag.id() + " in " + tag.source() + ":" + tag.line());
      }
    }
    assertEquals("", String.join("\n", misplaced));
  }

  @Test
  @DisplayName("The code of a requirement has no mutants, or some of them were killed")
  void noRequirementIsVacuous() {
    TreeSet<String> vacuous = new TreeSet<>();
    for (Requirement requirement : Requirement.all()) {
      List<Mutant> own = mutantsOf(requirement);
      if (!own.isEmpty() && own.stream().noneMatch(Mutant::killed)) {
        vacuous.add(requirement.id());
      }
    }
    assertEquals("", String.join("\n", vacuous));
  }

  @Test
  @DisplayName("The matrix has a row for each requirement")
  void matrixIsWritten() {
    List<String> rows = new ArrayList<>();
    for (Requirement requirement : Requirement.all()) {
      rows.add(row(requirement));
    }
    assertFalse(rows.isEmpty());
    String head =
        """
        # Traceability matrix

        Written by the build from the requirements, the tags in code and tests, and the reports of
        the test runs and of the mutation tool (where it has run).

        | requirement | text | code | tests | result | mutants of the code |
        | --- | --- | --- | --- | --- | --- |
        """;
    Project.write(Project.MATRIX, head + String.join("\n", rows) + "\n");
    assertEquals(rows.size() + head.lines().count(), Project.lines(Project.MATRIX).size());
  }

  private String row(Requirement requirement) {
    List<Tag> tests = of(requirement, "utest");
    String results =
        tests.stream().map(TestEvidenceTest::result).distinct().collect(Collectors.joining("; "));
    return "| `%s` %s | %s | %s | %s | %s | %s |"
        .formatted(
            requirement.id(),
            requirement.title(),
            requirement.text().replaceFirst(" Needs:.*$", "").replace("|", "\\|"),
            links(of(requirement, "impl")),
            links(tests),
            results,
            mutants(requirement));
  }

  /// How many mutants there are in the code of a requirement, and how many were killed.
  private String mutants(Requirement requirement) {
    List<Mutant> own = mutantsOf(requirement);
    if (own.isEmpty()) {
      return "-";
    }
    return own.stream().filter(Mutant::killed).count() + " of " + own.size() + " killed";
  }

  private List<Mutant> mutantsOf(Requirement requirement) {
    List<Tag> code = of(requirement, "impl");
    return mutants.stream().filter(mutant -> code.stream().anyMatch(mutant::isOf)).toList();
  }

  private List<Tag> of(Requirement requirement, String kind) {
    return tags.stream()
        .filter(tag -> tag.kind().equals(kind) && tag.id().equals(requirement.id()))
        .toList();
  }

  private static String links(List<Tag> tags) {
    return tags.stream().map(Tag::link).collect(Collectors.joining(", "));
  }

  private static String result(Tag tag) {
    Optional<TestRun> run = TestRun.of(tag);
    return run.map(TestRun::toString).orElse("not run");
  }
}
