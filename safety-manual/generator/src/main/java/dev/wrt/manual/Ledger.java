package dev.wrt.manual;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// The ledger of claims: each number that is written by hand in the README and in the chapters of
/// the manual, and the file that it comes from.
///
/// A claim is a piece of a document's text that occurs once and has one number. The number has to
/// be the one that the claim's {@link Selector} finds in its source; and each number of a document
/// has to be in a claim, but for those that {@link Numbers} leaves out.
public final class Ledger {
  /// Where the claims are.
  public static final String SOURCE = "traceability/claims.csv";

  private static final List<String> COLUMNS =
      List.of("id", "document", "text", "source", "selector");

  private final Tree tree;
  private final List<String> findings = new ArrayList<>();
  private final Set<String> claimed = new TreeSet<>();

  private Ledger(Tree tree) {
    this.tree = tree;
  }

  /// What does not hold, a line each.
  public static List<String> findings(Tree tree) {
    Ledger ledger = new Ledger(tree);
    ledger.check();
    return ledger.findings;
  }

  /// The documents whose numbers are checked.
  static Set<String> documents(Tree tree) {
    Set<String> documents = new LinkedHashSet<>(List.of("README.md"));
    documents.addAll(tree.files("safety-manual/src/docs", ".adoc"));
    return documents;
  }

  private void check() {
    Csv csv = tree.csv(SOURCE).orElse(new Csv(List.of(), List.of()));
    if (!csv.columns().equals(COLUMNS)) {
      findings.add(SOURCE + ": the columns are " + COLUMNS);
      return;
    }
    if (csv.distinct("id").size() < csv.rows().size()) {
      findings.add(SOURCE + ": an id is used twice");
    }
    csv.rows().forEach(this::claim);
    documents(tree).forEach(this::unclaimed);
  }

  // [impl->req~manual-claims-fresh~1]
  private void claim(Csv.Row row) {
    String id = row.cell("id");
    String text = Numbers.flat(row.cell("text"));
    String document = Numbers.flat(tree.text(row.cell("document")).orElse(""));
    int at = document.indexOf(text);
    if (at < 0 || document.indexOf(text, at + 1) >= 0) {
      findings.add(id + ": not exactly once in " + row.cell("document") + ": " + text);
      return;
    }
    List<Numbers.Found> numbers = numbers(row.cell("document"), at, at + text.length());
    if (numbers.size() != 1) {
      findings.add(id + ": the text of a claim has one number: " + text);
      return;
    }
    claimed.add(row.cell("document") + "@" + numbers.getFirst().offset());
    compare(row, numbers.getFirst().value());
  }

  private List<Numbers.Found> numbers(String document, int from, int to) {
    return Numbers.of(tree.text(document).orElse("")).stream()
        .filter(number -> number.offset() >= from && number.offset() < to)
        .toList();
  }

  private void compare(Csv.Row row, String written) {
    String id = row.cell("id");
    Optional<String> source = tree.text(row.cell("source"));
    if (source.isEmpty()) {
      findings.add(id + ": no " + row.cell("source"));
      return;
    }
    Optional<String> produced = Selector.select(row.cell("selector"), source.get());
    if (produced.isEmpty()) {
      findings.add(id + ": " + row.cell("source") + " has no \"" + row.cell("selector") + "\"");
    } else if (!produced.get().equals(written)) {
      String both = " is stale: written " + written + ", produced " + produced.get();
      findings.add(id + ": " + row.cell("document") + both);
    }
  }

  // [impl->req~manual-claims-complete~1]
  private void unclaimed(String document) {
    String text = tree.text(document).orElse("");
    String flat = Numbers.flat(text);
    for (Numbers.Found number : Numbers.of(text)) {
      if (!claimed.contains(document + "@" + number.offset())) {
        int from = Math.max(0, number.offset() - 30);
        int to = Math.min(flat.length(), number.offset() + 30);
        findings.add(
            "%s: %s is no claim of %s: \"...%s...\""
                .formatted(document, number.text(), SOURCE, flat.substring(from, to)));
      }
    }
  }
}
