package dev.wrt.traceability;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// The rows of the matrix: items of all kinds and failure modes, with what stands behind each.
final class Matrix {
  /// What is assumed is nobody's to test.
  static final String ASSUMED = "assumed";

  /// Tests ran and passed, down to the last item.
  static final String PASSED = "passed";

  private static final List<String> KINDS =
      List.of("loss", "haz", "uca", "con", "ffi", "ccf", "aou", "req", "fm");

  private final Trace trace;

  Matrix(Trace trace) {
    this.trace = trace;
  }

  /// All rows, by kind in the order of the chain, then as they are written.
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (String kind : KINDS) {
      trace.ofKind(kind).forEach(item -> rows.add(row(item)));
    }
    trace.modes().forEach(mode -> rows.add(row(mode)));
    return rows;
  }

  /// The table for machines.
  static String csv(List<Row> rows) {
    StringBuilder csv = new StringBuilder(Csv.row(Row.COLUMNS));
    rows.forEach(row -> csv.append(Csv.row(row.cells())));
    return csv.toString();
  }

  private Row row(Item item) {
    List<String> modes =
        trace.modes().stream()
            .filter(mode -> mode.requirements().contains(item.id()))
            .map(FailureMode::id)
            .toList();
    List<String> covers = new ArrayList<>(item.covers());
    covers.addAll(modes);
    return new Row(
        item.id(),
        item.title(),
        List.of(item.text().split("\n\n")),
        item.kind(),
        trace.modules(item),
        covers,
        hazards(item),
        trace.covering(item.id()).stream().map(Item::id).toList(),
        trace.code(item),
        trace.tests(item),
        result(item),
        trace.branches(item),
        trace.kills(item));
  }

  private Row row(FailureMode mode) {
    List<Item> requirements =
        trace.ofKind("req").stream()
            .filter(item -> mode.requirements().contains(item.id()))
            .toList();
    List<Tag> tests =
        trace.tags().stream()
            .filter(tag -> !tag.ofCode() && mode.tests().contains(tag.shortName()))
            .toList();
    return new Row(
        mode.id(),
        mode.mechanism() + ": " + mode.mode(),
        List.of(
            "Effect: " + mode.effect(),
            "Detection: " + mode.detection(),
            "Remaining risk: " + mode.risk()),
        "fm",
        List.copyOf(
            new TreeSet<>(requirements.stream().flatMap(r -> trace.modules(r).stream()).toList())),
        List.of(),
        List.of(),
        mode.requirements(),
        List.of(),
        tests,
        together(requirements),
        Optional.empty(),
        Optional.empty());
  }

  /// What a requirement's tests say; for what stands above, whether all that answers for it passed.
  private String result(Item item) {
    return switch (item.kind()) {
      case "req" -> trace.result(item);
      case "aou" -> ASSUMED;
      default -> together(trace.covering(item.id()));
    };
  }

  private String together(List<Item> items) {
    String all = ASSUMED;
    for (Item item : items) {
      String one = result(item);
      if (!one.equals(PASSED) && !one.equals(ASSUMED)) {
        return one;
      }
      all = one.equals(PASSED) ? PASSED : all;
    }
    return all;
  }

  /// The hazards that a requirement or assumption is against.
  private List<String> hazards(Item item) {
    if (!item.kind().equals("req") && !item.kind().equals("aou")) {
      return List.of();
    }
    TreeSet<String> found = new TreeSet<>();
    TreeSet<String> pending = new TreeSet<>(item.covers());
    while (!pending.isEmpty()) {
      String id = pending.pollFirst();
      if (id.startsWith("haz~")) {
        found.add(id);
      } else {
        trace.items().stream()
            .filter(above -> above.id().equals(id))
            .forEach(above -> pending.addAll(above.covers()));
      }
    }
    return List.copyOf(found);
  }
}
