package dev.wrt.traceability;

import java.util.List;
import java.util.Optional;

/// A row of the matrix.
///
/// @param id of the item or failure mode
/// @param title its heading
/// @param text its paragraphs
/// @param kind first part of the id
/// @param modules where its code is
/// @param covers items that it answers for
/// @param hazards of these, at the end of the chain
/// @param coveredBy items that answer for it
/// @param code tags of its code
/// @param tests tags of its tests
/// @param result `passed`, `assumed`, or what is missing
/// @param branches of its code, where they were measured
/// @param kills mutants of its code, where they were made
record Row(
    String id,
    String title,
    List<String> text,
    String kind,
    List<String> modules,
    List<String> covers,
    List<String> hazards,
    List<String> coveredBy,
    List<Tag> code,
    List<Tag> tests,
    String result,
    Optional<Coverage.Branches> branches,
    Optional<Trace.Kills> kills) {

  /// The columns of the table for machines.
  static final List<String> COLUMNS =
      List.of(
          "id",
          "title",
          "kind",
          "code",
          "tests",
          "result",
          "branches_covered",
          "branches",
          "mutants_killed",
          "mutants");

  /// The row of the table for machines; what was not measured is "not measured".
  List<String> cells() {
    return List.of(
        id,
        title,
        kind,
        String.join(" ", code.stream().map(Tag::place).toList()),
        String.join(" ", tests.stream().map(Tag::className).distinct().toList()),
        result,
        number(branches.map(Coverage.Branches::covered)),
        number(branches.map(Coverage.Branches::all)),
        number(kills.map(Trace.Kills::killed)),
        number(kills.map(Trace.Kills::all)));
  }

  private static String number(Optional<Integer> measured) {
    return measured.map(String::valueOf).orElse("not measured");
  }
}
