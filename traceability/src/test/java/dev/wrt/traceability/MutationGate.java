package dev.wrt.traceability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The tests of a safety function notice at least nine of ten mutants of each of its classes. In
/// the modules that are safety functions as a whole they notice all, which each build measures
/// itself; of the other classes there are records.
///
/// @param classes the list of safety functions
/// @param open classes that don't pass yet, or were not measured yet: a debt that is stated
/// @param records what the mutation tool said, at the last full run or since
record MutationGate(List<SafetyClass> classes, Set<String> open, List<MutationRecord> records) {
  static final Path OPEN = Path.of("mutation-open.csv");

  /// The stated debt of the project.
  static Set<String> projectOpen() {
    return Csv.rows(Project.text(OPEN)).stream()
        .map(row -> row.get("class"))
        .collect(Collectors.toSet());
  }

  private static final int PERCENT = 90;

  /// A line for each defect, in the order of the list; none where the gate is passed.
  List<String> findings() {
    Map<String, MutationRecord> known =
        records.stream().collect(Collectors.toMap(MutationRecord::className, Function.identity()));
    List<String> found = new ArrayList<>();
    for (SafetyClass each : classes) {
      MutationRecord record = known.get(each.name());
      if (each.strict()) {
        continue;
      }
      boolean passes = record != null && passes(record);
      if (passes && open.contains(each.name())) {
        found.add(each.name() + ": passes, and is no longer open");
      }
      if (passes || open.contains(each.name())) {
        continue;
      }
      if (record == null) {
        found.add(each.module() + ": " + each.name() + ": no record of its mutants");
      } else {
        found.add(
            "%s: %s: %d of %d mutants noticed, %d %% required"
                .formatted(each.module(), each.name(), record.killed(), record.mutants(), PERCENT));
      }
    }
    return found;
  }

  private static boolean passes(MutationRecord record) {
    return 100 * (record.killed() + record.justified()) >= PERCENT * record.mutants();
  }

  /// The classes without a record that are not open, and those whose record is of another text than
  /// the present one.
  ///
  /// @param sha256 hash of the source of a class
  List<SafetyClass> stale(Function<SafetyClass, String> sha256) {
    Map<String, String> known =
        records.stream()
            .collect(Collectors.toMap(MutationRecord::className, MutationRecord::sourceSha256));
    return classes.stream()
        .filter(each -> !each.strict())
        .filter(each -> known.containsKey(each.name()) || !open.contains(each.name()))
        .filter(each -> !sha256.apply(each).equals(known.get(each.name())))
        .toList();
  }
}
