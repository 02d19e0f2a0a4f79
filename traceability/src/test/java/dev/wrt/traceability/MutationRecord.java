package dev.wrt.traceability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What the last full run of the mutation tool said of one class, kept with the sources.
///
/// @param module folder of the module
/// @param className with its package
/// @param sourceSha256 of the source that was mutated
/// @param mutants how many were made
/// @param killed how many a test noticed
record MutationRecord(
    String module, String className, String sourceSha256, int mutants, int killed) {

  /// The project's records; none if there are none yet.
  static List<MutationRecord> all() {
    return Files.exists(Project.MUTATION_RECORDS)
        ? of(Csv.rows(Project.text(Project.MUTATION_RECORDS)))
        : List.of();
  }

  /// The records of a table.
  static List<MutationRecord> of(List<Map<String, String>> rows) {
    return rows.stream()
        .map(row ->
            new MutationRecord(
                row.get("module"),
                row.get("class"),
                row.get("source_sha256"),
                Integer.parseInt(row.get("mutants")),
                Integer.parseInt(row.get("killed"))))
        .toList();
  }

  /// The source, from the module's folder.
  Path source() {
    return Path.of("src/main/java", className.replace('.', '/') + ".java");
  }

  /// Whether a tag stands in this class.
  boolean isOf(Tag tag) {
    return module.equals(tag.module()) && source().equals(tag.source());
  }
}
