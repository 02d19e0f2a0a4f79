package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Branch coverage and mutation of the safety functions, as the gates of the trace have counted
/// them.
public final class CoverageTables {
  private static final String FUNCTIONS = "traceability/safety-functions.csv";
  private static final String BRANCHES = "traceability/target/evidence/coverage.csv";
  private static final List<String> MUTANTS =
      List.of("traceability/target/evidence/mutation.csv", "traceability/mutation-records.csv");

  private final Book book;
  private final Csv functions;
  private final Optional<Csv> branches;
  private final Optional<Csv> mutants;

  private CoverageTables(Book book) {
    this.book = book;
    this.functions = book.tree().csv(FUNCTIONS).orElse(new Csv(List.of(), List.of()));
    this.branches = book.tree().csv(BRANCHES);
    this.mutants = MUTANTS.stream().flatMap(path -> book.tree().csv(path).stream()).findFirst();
  }

  /// Writes the table and the figures.
  // [impl->req~manual-measured~1]
  public static void write(Book book) {
    CoverageTables tables = new CoverageTables(book);
    tables.table();
    tables.figures();
  }

  /// A row for each function and module.
  private void table() {
    List<List<String>> rows = new ArrayList<>();
    for (String function :
        functions.rows().isEmpty() ? List.<String>of() : functions.distinct("function")) {
      List<Csv.Row> own = of(functions, "function", function);
      for (String module : own.stream().map(row -> row.cell("module")).distinct().toList()) {
        List<String> classes =
            of(own, "module", module).stream().map(row -> row.cell("class")).toList();
        rows.add(row(function, module, classes));
      }
    }
    List<String> head =
        List.of("function", "module", "classes", "branches covered", "excluded", "mutants killed");
    book.table(
        "coverage",
        rows.isEmpty() ? Adoc.notMeasured(FUNCTIONS) : Adoc.table("3,3,2,4,2,4", head, rows));
  }

  private List<String> row(String function, String module, List<String> classes) {
    List<Csv.Row> measured =
        branches.map(csv -> of(of(csv, "function", function), "module", module)).orElse(List.of());
    List<Csv.Row> mutated = mutants.map(csv -> of(csv, "module", module)).orElse(List.of());
    boolean whole = classes.contains("*");
    return List.of(
        Adoc.text(function),
        module,
        whole ? "all" : String.valueOf(classes.size()),
        measured.isEmpty() ? Adoc.NOT_MEASURED : part(measured, "covered", "branches"),
        measured.isEmpty() ? "-" : Adoc.grouped(sum(measured, "excluded")),
        killed(
            mutated.stream()
                .filter(mutant -> whole || classes.contains(mutant.cell("class")))
                .toList()));
  }

  private void figures() {
    if (branches.isEmpty()) {
      book.missing("safety-branches", BRANCHES);
    } else {
      book.figure("safety-branches", part(branches.get().rows(), "covered", "branches"), BRANCHES);
    }
    if (mutants.isEmpty()) {
      book.missing("safety-mutants", MUTANTS.getFirst());
    } else {
      book.figure("safety-mutants", killed(mutants.get().rows()), MUTANTS.getFirst());
    }
  }

  private static String killed(List<Csv.Row> rows) {
    if (rows.isEmpty()) {
      return "not recorded";
    }
    long justified = sum(rows, "justified");
    return part(rows, "killed", "mutants")
        + (justified == 0 ? "" : ", " + justified + " justified");
  }

  private static String part(List<Csv.Row> rows, String some, String all) {
    return Adoc.grouped(sum(rows, some)) + " of " + Adoc.grouped(sum(rows, all));
  }

  private static long sum(List<Csv.Row> rows, String column) {
    return rows.stream().mapToLong(row -> row.number(column)).sum();
  }

  private static List<Csv.Row> of(Csv csv, String column, String value) {
    return of(csv.rows(), column, value);
  }

  private static List<Csv.Row> of(List<Csv.Row> rows, String column, String value) {
    return rows.stream().filter(row -> row.cell(column).equals(value)).toList();
  }
}
