package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Branch coverage and mutation of the safety functions: what JaCoCo has counted in this build, and
/// what the full run of the mutation tool has recorded.
public final class CoverageTables {
  private static final String FUNCTIONS = "traceability/safety-functions.csv";
  private static final String MUTANTS = "traceability/mutation-records.csv";
  private static final Pattern CLASS =
      Pattern.compile("<class name=\"([^\"]+)\"[^>]*>(.*?)</class>");
  private static final Pattern BRANCHES =
      Pattern.compile("type=\"BRANCH\" missed=\"(\\d+)\" covered=\"(\\d+)\"");
  private static final String METHODS = "(?s)<method .*</method>";

  /// How many of how many.
  ///
  /// @param some those that were reached
  /// @param all of them
  record Part(long some, long all) {
    Part plus(Part other) {
      return new Part(some + other.some, all + other.all);
    }

    @Override
    public String toString() {
      return all == 0 ? "-" : Adoc.grouped(some) + " of " + Adoc.grouped(all);
    }
  }

  private final Book book;

  private CoverageTables(Book book) {
    this.book = book;
  }

  /// Writes the table.
  // [impl->req~manual-measured~1]
  public static void write(Book book) {
    new CoverageTables(book).table();
  }

  private void table() {
    Csv functions = book.tree().csv(FUNCTIONS).orElse(new Csv(List.of(), List.of()));
    Csv mutants = book.tree().csv(MUTANTS).orElse(new Csv(List.of(), List.of()));
    List<List<String>> rows = new ArrayList<>();
    Part branches = new Part(0, 0);
    List<String> parts =
        functions.rows().stream()
            .map(r -> r.cell("function") + "," + r.cell("module"))
            .distinct()
            .toList();
    for (String part : parts) {
      String function = part.substring(0, part.indexOf(','));
      String module = part.substring(part.indexOf(',') + 1);
      List<String> classes =
          functions.rows().stream()
              .filter(r -> r.cell("function").equals(function) && r.cell("module").equals(module))
              .map(r -> r.cell("class"))
              .toList();
      Part covered = covered(module, classes);
      branches = branches.plus(covered);
      rows.add(
          List.of(
              Adoc.text(function),
              module,
              classes.contains("*") ? "all" : String.valueOf(classes.size()),
              covered.all == 0 ? Adoc.NOT_MEASURED : covered.toString(),
              killed(mutants, module, classes)));
    }
    List<String> head =
        List.of("safety function", "module", "classes", "branches covered", "mutants killed");
    book.table(
        "coverage",
        rows.isEmpty() ? Adoc.notMeasured(FUNCTIONS) : Adoc.table("3,2,2,4,4", head, rows));
    String source = "the modules' target/site/jacoco/jacoco.xml";
    if (branches.all == 0) {
      book.missing("safety-branches", source);
    } else {
      book.figure("safety-branches", branches.toString(), source);
    }
  }

  private Part covered(String module, List<String> classes) {
    Part sum = new Part(0, 0);
    for (Map.Entry<String, Part> entry : branches(module).entrySet()) {
      if (classes.contains("*") || classes.contains(entry.getKey())) {
        sum = sum.plus(entry.getValue());
      }
    }
    return sum;
  }

  /// The branches of each outermost class of a module.
  private Map<String, Part> branches(String module) {
    Map<String, Part> branches = new TreeMap<>();
    String report = book.tree().text(module + "/target/site/jacoco/jacoco.xml").orElse("");
    Matcher found = CLASS.matcher(report);
    while (found.find()) {
      String name = String.valueOf(found.group(1)).replace('/', '.').replaceFirst("\\$.*", "");
      String counters = String.valueOf(found.group(2)).replaceAll(METHODS, "");
      Matcher count = BRANCHES.matcher(counters);
      if (count.find()) {
        long missed = Long.parseLong(String.valueOf(count.group(1)));
        long covered = Long.parseLong(String.valueOf(count.group(2)));
        branches.merge(name, new Part(covered, covered + missed), Part::plus);
      }
    }
    return branches;
  }

  private static String killed(Csv mutants, String module, List<String> classes) {
    Part sum = new Part(0, 0);
    long justified = 0;
    for (Csv.Row row : mutants.rows()) {
      boolean own = classes.contains("*") || classes.contains(row.cell("class"));
      if (own && row.cell("module").equals(module)) {
        sum = sum.plus(new Part(row.number("killed"), row.number("mutants")));
        justified += row.number("justified");
      }
    }
    if (sum.all == 0) {
      return "not recorded";
    }
    return sum + (justified == 0 ? "" : ", " + justified + " justified");
  }
}
