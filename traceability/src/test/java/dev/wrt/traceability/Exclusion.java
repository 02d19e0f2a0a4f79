package dev.wrt.traceability;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Branches of a safety function that no test can take, and why.
///
/// @param id such as `EXC-DEC-001`
/// @param className with its package, as the JVM names it
/// @param method its name, without parameters
/// @param branches how many can't be taken
/// @param reason why
record Exclusion(String id, String className, String method, int branches, String reason) {
  static final Path LIST = Path.of("coverage-exclusions.csv");

  /// The list of the project.
  static List<Exclusion> all() {
    return of(Csv.rows(Project.text(LIST)));
  }

  static List<Exclusion> of(List<Map<String, String>> rows) {
    return rows.stream()
        .map(row ->
            new Exclusion(
                row.get("id"),
                row.get("class"),
                row.get("method"),
                Integer.parseInt(row.get("branches")),
                row.get("reason")))
        .toList();
  }
}
