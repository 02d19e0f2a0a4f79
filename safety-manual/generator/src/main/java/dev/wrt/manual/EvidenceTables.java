package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tables of what the build has measured or checked, each from one file.
public final class EvidenceTables {
  private static final String LEVELS = "benchmarks/levels.csv";
  private static final String REQUIREMENTS = "traceability/target/evidence/requirements.csv";
  private static final String PROMISES =
      "tests/src/test/resources/dev/wrt/tests/faults/promises.csv";
  private static final String FAILURE_MODES = "traceability/safety/fmea.csv";
  private static final Pattern TOTAL = Pattern.compile("total of (\\d+) scripts: (.*)");
  private static final Pattern PASSED = Pattern.compile("(\\d+) passed");
  private static final Pattern OUTSIDE = Pattern.compile("scripts not run: (\\d+)");

  private final Book book;

  private EvidenceTables(Book book) {
    this.book = book;
  }

  /// Writes all of them.
  // [impl->req~manual-measured~1]
  public static void write(Book book) {
    EvidenceTables tables = new EvidenceTables(book);
    tables.levels();
    tables.conformance();
    tables.differential();
    tables.requirements();
    tables.failureModes();
    tables.plain("detection-promises", PROMISES, "2,2,2,1,4");
    tables.plain("licences", "traceability/target/evidence/licences.csv", "");
    tables.plain("coverage-exclusions", "traceability/coverage-exclusions.csv", "2,5,4,2,6");
  }

  /// Slowdown of each level: a row for each kernel, a column for each level.
  private void levels() {
    Optional<Csv> csv = book.tree().csv(LEVELS);
    if (csv.isEmpty() || !csv.get().has("kernel", "level", "ratio_to_off")) {
      book.table("levels", Adoc.notMeasured(LEVELS));
      return;
    }
    List<String> levels = csv.get().distinct("level");
    List<String> head = new ArrayList<>(List.of("kernel"));
    head.addAll(levels);
    List<List<String>> rows = new ArrayList<>();
    for (String kernel : csv.get().distinct("kernel")) {
      List<String> row = new ArrayList<>(List.of(Adoc.text(kernel)));
      for (String level : levels) {
        row.add(ratio(csv.get(), kernel, level));
      }
      rows.add(row);
    }
    book.table("levels", Adoc.table("<4" + ",>2".repeat(levels.size()), head, rows));
  }

  private static String ratio(Csv csv, String kernel, String level) {
    return csv.rows().stream()
        .filter(row -> row.cell("kernel").equals(kernel) && row.cell("level").equals(level))
        .map(row -> row.cell("ratio_to_off"))
        .findFirst()
        .orElse("-");
  }

  /// What the official suites say.
  private void conformance() {
    List<List<String>> rows = new ArrayList<>();
    for (String suite : List.of("core", "component")) {
      String source = "tests/" + suite + "-suite-report.txt";
      String text = book.tree().text(source).orElse("");
      Matcher total = TOTAL.matcher(text);
      Matcher outside = OUTSIDE.matcher(text);
      if (total.find() && outside.find()) {
        String results = String.valueOf(total.group(2));
        rows.add(
            List.of(
                suite,
                String.valueOf(total.group(1)),
                results.replace(", ", " +\n"),
                String.valueOf(outside.group(1)),
                Adoc.code(source)));
        Matcher passed = PASSED.matcher(results);
        long number = passed.find() ? Long.parseLong(String.valueOf(passed.group(1))) : 0;
        book.figure("suite-" + suite + "-passed", number, source);
      } else {
        book.missing("suite-" + suite + "-passed", source);
      }
    }
    List<String> head =
        List.of("suite", "scripts run", "commands by result", "scripts not run", "report");
    book.table(
        "conformance",
        rows.isEmpty()
            ? Adoc.notMeasured("tests/core-suite-report.txt")
            : Adoc.table("2,2,4,2,5", head, rows));
  }

  /// The comparison with another engine.
  private void differential() {
    String source = "tests/differential-report.txt";
    List<List<String>> rows = new ArrayList<>();
    for (String line : book.tree().lines(source)) {
      String[] parts = line.split(": ", 2);
      if (parts.length == 2) {
        rows.add(List.of(Adoc.text(parts[0]), Adoc.text(parts[1].replaceAll("[\\[\\]]", ""))));
      }
    }
    List<String> head = List.of("generated programs, here and in V8", "");
    book.table(
        "differential", rows.isEmpty() ? Adoc.notMeasured(source) : Adoc.table("3,5", head, rows));
  }

  /// The requirements, a section for each file, with what the trace knows of each.
  private void requirements() {
    Csv evidence = book.tree().csv(REQUIREMENTS).orElse(new Csv(List.of(), List.of()));
    StringBuilder text = new StringBuilder();
    List<List<String>> brief = new ArrayList<>();
    List<Item> all = Item.all(book.tree()).stream().filter(i -> i.kind().equals("req")).toList();
    for (String file : all.stream().map(Item::file).distinct().toList()) {
      List<List<String>> rows = new ArrayList<>();
      for (Item item : all.stream().filter(item -> item.file().equals(file)).toList()) {
        List<String> row = requirement(item, evidence.row("id", item.id()));
        rows.add(row);
        brief.add(List.of(row.getFirst(), row.get(2)));
      }
      String title = book.tree().lines(file).getFirst().replaceFirst("^#\\s*", "");
      text.append("[discrete]\n==== " + title + "\n\n");
      List<String> head = List.of("requirement", "what it says", "result", "branches", "mutants");
      text.append(Adoc.table("4,8,2,2,2", head, rows) + "\n");
    }
    book.table("requirements", text.toString());
    book.table("requirements-brief", Adoc.table("5,2", List.of("requirement", "result"), brief));
    if (evidence.rows().isEmpty()) {
      book.missing("requirements-passed", REQUIREMENTS);
      return;
    }
    long passed =
        evidence.rows().stream()
            .filter(row -> row.cell("kind").equals("req") && row.cell("result").contains("passed"))
            .count();
    book.figure("requirements-passed", passed, REQUIREMENTS);
  }

  private static List<String> requirement(Item item, Optional<Csv.Row> row) {
    String name = "[[" + item.id().replace('~', '-') + "]]" + Adoc.text(item.title()) + " +\n";
    return List.of(
        name + Adoc.code(item.id()),
        Adoc.text(String.join(" ", item.paragraphs())),
        row.map(r -> Adoc.text(r.cell("result"))).orElse("not traced in this build"),
        row.map(r -> part(r, "branches_covered", "branches")).orElse("-"),
        row.map(r -> part(r, "mutants_killed", "mutants")).orElse("-"));
  }

  private static String part(Csv.Row row, String some, String all) {
    return row.number(all) == 0 ? "-" : row.number(some) + " of " + row.number(all);
  }

  /// The failure modes, a table for each mechanism.
  private void failureModes() {
    Optional<Csv> csv = book.tree().csv(FAILURE_MODES);
    if (csv.isEmpty()) {
      book.table("fmea", Adoc.notMeasured(FAILURE_MODES));
      book.missing("failure-modes", FAILURE_MODES);
      return;
    }
    StringBuilder text = new StringBuilder();
    for (String mechanism : csv.get().distinct("mechanism")) {
      List<List<String>> rows = new ArrayList<>();
      for (Csv.Row row : csv.get().rows()) {
        if (row.cell("mechanism").equals(mechanism)) {
          String id = " +\n" + Adoc.code(row.cell("id"));
          rows.add(
              List.of(
                  Adoc.text(row.cell("failure_mode")) + id,
                  Adoc.text(row.cell("effect")),
                  Adoc.text(row.cell("detection")),
                  Adoc.text(row.cell("remaining_risk"))));
        }
      }
      text.append("[discrete]\n==== " + Adoc.text(mechanism) + "\n\n");
      List<String> head = List.of("failure mode", "effect", "what shows it", "what remains");
      text.append(Adoc.table("4,3,5,4", head, rows) + "\n");
    }
    book.table("fmea", text.toString());
    book.figure("failure-modes", csv.get().rows().size(), FAILURE_MODES);
  }

  /// A file of data as it is.
  private void plain(String name, String source, String widths) {
    Optional<Csv> csv = book.tree().csv(source);
    if (csv.isEmpty()) {
      book.table(name, Adoc.notMeasured(source));
      return;
    }
    List<List<String>> rows =
        csv.get().rows().stream()
            .map(row -> row.cells().stream().map(Adoc::text).toList())
            .toList();
    List<String> head = csv.get().columns().stream().map(c -> c.replace('_', ' ')).toList();
    boolean fits = !widths.isEmpty() && widths.split(",").length == head.size();
    String even = "1" + ",1".repeat(head.size() - 1);
    book.table(name, rows.isEmpty() ? "None.\n" : Adoc.table(fits ? widths : even, head, rows));
  }
}
