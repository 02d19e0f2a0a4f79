package dev.wrt.traceability;

import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/// A row of the failure modes and effects analysis: how a mechanism of integrity can itself fail.
///
/// @param id such as `fm~digest-stale~1`
/// @param mechanism what fails
/// @param mode how
/// @param effect what that leads to
/// @param detection what tells it, and when
/// @param risk what is left
/// @param requirements ids of the requirements that the detection rests on
/// @param tests the test classes that show it, such as `engine/TrapTest`
record FailureMode(
    String id,
    String mechanism,
    String mode,
    String effect,
    String detection,
    String risk,
    List<String> requirements,
    List<String> tests) {

  /// All rows of the project's table.
  static List<FailureMode> all() {
    return Files.exists(Project.FAILURE_MODES)
        ? of(Csv.rows(Project.text(Project.FAILURE_MODES)))
        : List.of();
  }

  /// The failure modes of a table.
  static List<FailureMode> of(List<Map<String, String>> rows) {
    return rows.stream().map(FailureMode::of).toList();
  }

  private static FailureMode of(Map<String, String> row) {
    return new FailureMode(
        row.get("id"),
        row.get("mechanism"),
        row.get("failure_mode"),
        row.get("effect"),
        row.get("detection"),
        row.get("remaining_risk"),
        words(row.get("requirements")),
        words(row.get("tests")));
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
  }

  /// What has to be said; requirements may be none where nothing but an assumption is left.
  List<String> cells() {
    return List.of(mechanism, mode, effect, detection, risk);
  }

  /// The lock's line: the id and the SHA-256 of the row.
  String lock() {
    String requirementIds = String.join(" ", requirements);
    String testNames = String.join(" ", tests);
    List<String> all = List.of(mechanism, mode, effect, detection, risk, requirementIds, testNames);
    return id + " " + Item.sha256(String.join("\n", all));
  }
}
