package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The argument that wrt can be used as is claimed, in the goal structuring notation: goals are
/// supported by strategies and goals, and in the end by solutions, which are files of evidence.
public final class SafetyCase {
  /// Where the argument is.
  public static final String SOURCE = "safety-manual/src/safety-case.csv";

  private static final List<String> COLUMNS = List.of("id", "kind", "text", "under", "evidence");
  private static final Map<String, String> KINDS =
      Map.of(
          "G", "goal",
          "S", "strategy",
          "C", "context",
          "A", "assumption",
          "J", "justification",
          "Sn", "solution");

  private SafetyCase() {}

  /// Writes the argument as a list.
  public static void write(Book book) {
    Csv csv = book.tree().csv(SOURCE).orElse(new Csv(COLUMNS, List.of()));
    StringBuilder text = new StringBuilder();
    csv.rows().stream()
        .filter(row -> row.cell("under").isBlank())
        .forEach(row -> node(csv, row, 1, text));
    book.table("safety-case", text.isEmpty() ? Adoc.notMeasured(SOURCE) : text.toString());
    book.figure("safety-case-nodes", csv.rows().size(), SOURCE);
  }

  /// A node and those under it; {@link #findings} excludes circles.
  private static void node(Csv csv, Csv.Row row, int depth, StringBuilder to) {
    String id = row.cell("id");
    String evidence = row.cell("evidence");
    to.append("*".repeat(depth) + " [[case-" + id + "]]*" + id + "* _" + row.cell("kind") + "_: ");
    to.append(Adoc.text(row.cell("text")));
    if (evidence.equals("undeveloped")) {
      to.append(" (not developed here)");
    } else if (!evidence.isBlank()) {
      to.append(" (" + evidence(evidence) + ")");
    }
    to.append("\n");
    for (Csv.Row child : csv.rows()) {
      if (child.cell("under").equals(id)) {
        node(csv, child, depth + 1, to);
      }
    }
  }

  private static String evidence(String paths) {
    List<String> words = new ArrayList<>();
    for (String path : paths.split(" ")) {
      words.add(path.startsWith("#") ? "<<" + path.substring(1) + ">>" : Adoc.code(path));
    }
    return String.join(", ", words);
  }

  /// What is wrong with the argument; empty if nothing is.
  // [impl->req~manual-safety-case~1]
  public static List<String> findings(Tree tree) {
    Csv csv = tree.csv(SOURCE).orElse(new Csv(List.of(), List.of()));
    if (!csv.columns().equals(COLUMNS)) {
      return List.of(SOURCE + ": the columns are " + COLUMNS);
    }
    List<String> findings = new ArrayList<>();
    Map<String, String> kinds = new TreeMap<>();
    for (Csv.Row row : csv.rows()) {
      String id = row.cell("id");
      String under = row.cell("under");
      if (!row.cell("kind").equals(KINDS.get(id.replaceAll("[0-9.]", "")))) {
        findings.add(id + ": its letter is not that of a " + row.cell("kind"));
      }
      if (kinds.isEmpty() != under.isBlank() || !(under.isBlank() || kinds.containsKey(under))) {
        findings.add(id + ": stands under a node before it, and only the first under none");
      }
      if (kinds.put(id, row.cell("kind")) != null) {
        findings.add(id + ": is there twice");
      }
      addSupport(tree, csv, row, findings);
    }
    return findings;
  }

  private static void addSupport(Tree tree, Csv csv, Csv.Row row, List<String> to) {
    String id = row.cell("id");
    String evidence = row.cell("evidence");
    boolean argued = List.of("goal", "strategy").contains(row.cell("kind"));
    boolean supported =
        csv.rows().stream()
            .anyMatch(r ->
                r.cell("under").equals(id)
                    && List.of("goal", "strategy", "solution").contains(r.cell("kind")));
    if (argued && !supported && !evidence.equals("undeveloped")) {
      to.add(id + ": nothing supports it, and it is not marked as undeveloped");
    }
    if (row.cell("kind").equals("solution") && evidence.isBlank()) {
      to.add(id + ": a solution names its evidence");
    }
    for (String path : evidence.split(" ")) {
      boolean file = path.contains("/") && !path.contains("/target/");
      if (file && !tree.has(path)) {
        to.add(id + ": no " + path);
      }
    }
  }
}
