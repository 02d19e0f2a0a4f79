package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// What the fault-injection campaign has measured: detection by level, area and class of fault.
///
/// A share is that of the faults that had an effect, which are those that were not masked. It is
/// rounded down, so that 100 % means each of them.
public final class DetectionTables {
  /// The long campaign of a release, and the short one of each build.
  private static final List<String> SOURCES =
      List.of("traceability/faults/detection.csv", "tests/target/faults/detection.csv");

  private final Book book;
  private final String source;
  private final Csv csv;

  private DetectionTables(Book book, String source, Csv csv) {
    this.book = book;
    this.source = source;
    this.csv = csv;
  }

  /// Writes the tables, from the long campaign where there is one.
  // [impl->req~manual-measured~1]
  public static void write(Book book) {
    for (String source : SOURCES) {
      Optional<Csv> csv = book.tree().csv(source);
      if (csv.isPresent()) {
        new DetectionTables(book, source, csv.get()).tables();
        return;
      }
    }
    String source = SOURCES.getLast();
    List.of("levels", "areas", "classes", "latency")
        .forEach(name -> book.table("detection-" + name, Adoc.notMeasured(source)));
    book.missing("detection-injected", source);
    book.missing("detection-per-cell", source);
    book.missing("detection-silent-promised", source);
  }

  private void tables() {
    book.figure("detection-injected", csv.sum("injected"), source);
    long most = csv.rows().stream().mapToLong(row -> row.number("injected")).max().orElse(0);
    book.figure("detection-per-cell", most, source);
    long silent =
        csv.rows().stream()
            .filter(row -> List.of("standard", "full", "redundant").contains(row.cell("level")))
            .mapToLong(row -> row.number("silent"))
            .sum();
    book.figure("detection-silent-promised", silent, source);
    book.table("detection-levels", levels());
    book.table("detection-areas", matrix("area", DetectionTables::share));
    book.table("detection-classes", matrix("fault_class", DetectionTables::share));
    book.table("detection-latency", matrix("area", DetectionTables::latency));
  }

  private String levels() {
    List<List<String>> rows = new ArrayList<>();
    for (String level : csv.distinct("level")) {
      List<Csv.Row> own = csv.rows().stream().filter(r -> r.cell("level").equals(level)).toList();
      rows.add(
          List.of(
              level,
              count(own, "injected"),
              count(own, "masked"),
              count(own, "detected"),
              count(own, "repaired"),
              optional(own, "trapped"),
              optional(own, "crashed"),
              count(own, "silent"),
              percent(own),
              bound(own)));
    }
    List<String> head =
        List.of(
            "level",
            "injected",
            "masked",
            "detected",
            "repaired",
            "other fault",
            "exception",
            "silent",
            "detected or repaired, of those with effect",
            "silent, 95 % bound of the worst cell");
    return Adoc.table("<3,>3,>3,>3,>3,>3,>3,>3,>4,>4", head, rows);
  }

  /// A row for each value of a column, a column for each level.
  private String matrix(String column, Function<List<Csv.Row>, String> cell) {
    List<String> levels = csv.distinct("level");
    List<String> head = new ArrayList<>(List.of(column.replace('_', ' ')));
    head.addAll(levels);
    List<List<String>> rows = new ArrayList<>();
    for (String value : csv.distinct(column)) {
      List<String> row = new ArrayList<>(List.of(value));
      for (String level : levels) {
        row.add(cell.apply(cells(level, column, value)));
      }
      rows.add(row);
    }
    return Adoc.table("<3" + ",>2".repeat(levels.size()), head, rows);
  }

  private List<Csv.Row> cells(String level, String column, String value) {
    return csv.rows().stream()
        .filter(row -> row.cell("level").equals(level) && row.cell(column).equals(value))
        .toList();
  }

  private static long total(List<Csv.Row> rows, String column) {
    return rows.stream().mapToLong(row -> row.number(column)).sum();
  }

  private static String count(List<Csv.Row> rows, String column) {
    return Adoc.grouped(total(rows, column));
  }

  private String optional(List<Csv.Row> rows, String column) {
    return csv.has(column) ? count(rows, column) : "-";
  }

  private static String share(List<Csv.Row> rows) {
    if (rows.isEmpty() || total(rows, "injected") == 0) {
      return "-";
    }
    return percent(rows) + " +\n" + count(rows, "silent") + " silent";
  }

  private static String percent(List<Csv.Row> rows) {
    long effective = total(rows, "injected") - total(rows, "masked");
    long found = total(rows, "detected") + total(rows, "repaired");
    if (effective == 0) {
      return "no effect";
    }
    return String.format(Locale.ROOT, "%.2f %%", Math.floor(10000.0 * found / effective) / 100);
  }

  private static String bound(List<Csv.Row> rows) {
    double most =
        rows.stream()
            .mapToDouble(row -> Double.parseDouble(row.cell("silent_upper_95")))
            .max()
            .orElse(1);
    return String.format(Locale.ROOT, "%.2g %%", 100 * most);
  }

  private static String latency(List<Csv.Row> rows) {
    if (total(rows, "detected") == 0) {
      return "-";
    }
    long median =
        rows.stream()
            .mapToLong(row -> row.number("latency_fuel_median"))
            .sorted()
            .toArray()[rows.size() / 2];
    long most = rows.stream().mapToLong(row -> row.number("latency_fuel_max")).max().orElse(0);
    return Adoc.grouped(median) + " +\n" + Adoc.grouped(most);
  }
}
