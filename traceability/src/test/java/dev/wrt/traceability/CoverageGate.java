package dev.wrt.traceability;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Every branch of a safety function is taken by the unit tests of its own module, or is one that
/// no test can take, with an id and a reason.
///
/// @param classes the list of safety functions
/// @param exclusions the branches that can't be taken
/// @param open for classes that don't pass yet, the branches that may be missed: a debt that is
///   stated, and may only become smaller
/// @param methods what the tests took
record CoverageGate(
    List<SafetyClass> classes,
    List<Exclusion> exclusions,
    Map<String, Integer> open,
    List<MethodCoverage> methods) {
  static final Path OPEN = Path.of("coverage-open.csv");

  /// The stated debt of the project.
  static Map<String, Integer> projectOpen() {
    Map<String, Integer> open = new TreeMap<>();
    for (Map<String, String> row : Csv.rows(Project.text(OPEN))) {
      open.put(row.get("class"), Integer.parseInt(row.get("branches")));
    }
    return open;
  }

  /// A line for each defect, in the order of the list; none where the gate is passed.
  List<String> findings() {
    List<String> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Exclusion each : exclusions) {
      if (!each.id().matches("EXC-[A-Z]+-\\d{3}") || !ids.add(each.id())) {
        found.add(each.id() + ": not an id, or there already");
      }
      if (each.reason().length() < 20) {
        found.add(each.id() + ": no reason");
      }
      if (missed(each) != each.branches()) {
        found.add(
            each.id() + ": " + each.branches() + " branches, but " + missed(each) + " missed");
      }
    }
    for (SafetyClass each : classes) {
      List<MethodCoverage> own = own(each);
      if (own.isEmpty()) {
        found.add(each.module() + ": " + each.name() + ": not measured");
      }
      Map<String, Integer> missed = open(own);
      int sum = missed.values().stream().mapToInt(Integer::intValue).sum();
      if (sum > open.getOrDefault(each.name(), 0)) {
        missed.forEach((method, count) -> found.add(method + ": " + count + " branches missed"));
      }
      if (sum == 0 && open.containsKey(each.name())) {
        found.add(each.name() + ": passes, and is no longer open");
      }
    }
    return found;
  }

  private List<MethodCoverage> own(SafetyClass each) {
    return methods.stream().filter(m -> each.covers(m.module(), m.className())).toList();
  }

  /// Branches that the tests missed in the methods of an exclusion's name.
  private int missed(Exclusion exclusion) {
    return methods.stream()
        .filter(m -> m.className().equals(exclusion.className()))
        .filter(m -> m.method().equals(exclusion.method()))
        .filter(m -> classes.stream().anyMatch(c -> c.covers(m.module(), m.className())))
        .mapToInt(MethodCoverage::missed)
        .sum();
  }

  /// Methods with branches missed that are not excluded.
  private Map<String, Integer> open(List<MethodCoverage> own) {
    Map<String, Integer> open = new TreeMap<>();
    own.forEach(m -> open.merge(m.className() + "." + m.method(), m.missed(), Integer::sum));
    for (Exclusion each : exclusions) {
      open.computeIfPresent(
          each.className() + "." + each.method(), (key, missed) -> missed - each.branches());
    }
    open.values().removeIf(missed -> missed <= 0);
    return open;
  }

  /// The figures, a row a line of the list.
  String csv() {
    StringBuilder csv = new StringBuilder("function,module,class,branches,covered,excluded,open\n");
    for (SafetyClass each : classes) {
      int covered = own(each).stream().mapToInt(MethodCoverage::covered).sum();
      int missed = own(each).stream().mapToInt(MethodCoverage::missed).sum();
      int excluded =
          exclusions.stream()
              .filter(e -> own(each).stream().anyMatch(m -> m.className().equals(e.className())))
              .mapToInt(Exclusion::branches)
              .sum();
      csv.append(
          Csv.row(
              List.of(
                  each.function(),
                  each.module(),
                  each.name(),
                  Integer.toString(covered + missed),
                  Integer.toString(covered),
                  Integer.toString(excluded),
                  Integer.toString(missed - excluded))));
    }
    return csv.toString();
  }
}
