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
/// @param justified how many of the others can't be noticed, with a reason in the code
record MutationRecord(
    String module, String className, String sourceSha256, int mutants, int killed, int justified) {
  static final String HEAD = "module,class,source_sha256,mutants,killed,justified\n";

  /// What a build has renewed because the sources have changed since.
  static final Path RENEWED = Project.EVIDENCE.resolve("mutation-renewed.csv");

  /// The project's records, those that the build has renewed in their newer form.
  static List<MutationRecord> all() {
    List<MutationRecord> renewed = read(RENEWED);
    return renewed.isEmpty() ? kept() : renewed;
  }

  /// The records that are kept with the sources; none if there are none yet.
  static List<MutationRecord> kept() {
    return read(Project.MUTATION_RECORDS);
  }

  private static List<MutationRecord> read(Path file) {
    return Files.exists(file) ? of(Csv.rows(Project.text(file))) : List.of();
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
                Integer.parseInt(row.get("killed")),
                Integer.parseInt(row.get("justified"))))
        .toList();
  }

  /// The source, from the module's folder.
  Path source() {
    return Path.of("src/main/java", className.replace('.', '/') + ".java");
  }

  /// The record as a line of the table.
  String csv() {
    return Csv.row(
        List.of(
            module,
            className,
            sourceSha256,
            Integer.toString(mutants),
            Integer.toString(killed),
            Integer.toString(justified)));
  }

  /// Whether a tag stands in this class.
  boolean isOf(Tag tag) {
    return module.equals(tag.module()) && source().equals(tag.source());
  }
}
