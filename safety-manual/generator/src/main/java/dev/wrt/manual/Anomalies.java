package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;

/// The known anomalies: what wrt does otherwise than one would expect, as data.
public final class Anomalies {
  /// Where they are.
  public static final String SOURCE = "traceability/anomalies.csv";

  private static final List<String> COLUMNS =
      List.of("id", "title", "effect", "avoid", "since", "status");
  private static final List<String> STATUS = List.of("open", "accepted", "closed");

  private Anomalies() {}

  /// Writes the table, and how many are open.
  // [impl->req~manual-anomalies~1]
  public static void write(Book book) {
    Csv csv = book.tree().csv(SOURCE).orElse(new Csv(COLUMNS, List.of()));
    List<List<String>> rows = new ArrayList<>();
    for (Csv.Row row : csv.rows()) {
      rows.add(
          List.of(
              "[[" + row.cell("id") + "]]" + row.cell("id"),
              Adoc.text(row.cell("title")),
              Adoc.text(row.cell("effect")),
              Adoc.text(row.cell("avoid")),
              row.cell("since"),
              row.cell("status")));
    }
    List<String> head = List.of("id", "anomaly", "effect on safety", "how to avoid", "since", "");
    book.table("anomalies", Adoc.table("2,4,5,5,2,2", head, rows));
    long open = csv.rows().stream().filter(row -> !row.cell("status").equals("closed")).count();
    book.figure("anomalies-open", open, SOURCE);
  }

  /// What is wrong with the form of the file; empty if nothing is.
  // [impl->req~manual-anomalies~1]
  public static List<String> findings(Tree tree) {
    List<String> findings = new ArrayList<>();
    Csv csv = tree.csv(SOURCE).orElse(new Csv(List.of(), List.of()));
    if (!csv.columns().equals(COLUMNS)) {
      return List.of(SOURCE + ": the columns are " + COLUMNS);
    }
    int number = 0;
    for (Csv.Row row : csv.rows()) {
      number++;
      String id = "ANO-%03d".formatted(number);
      if (!row.cell("id").equals(id)) {
        findings.add(SOURCE + ": " + id + " expected, ids are never used again: " + row.cell("id"));
      }
      if (row.cells().stream().anyMatch(String::isBlank)) {
        findings.add(SOURCE + ": " + id + " has an empty cell");
      }
      if (!STATUS.contains(row.cell("status"))) {
        findings.add(SOURCE + ": " + id + ": a status is one of " + STATUS);
      }
    }
    return findings;
  }
}
