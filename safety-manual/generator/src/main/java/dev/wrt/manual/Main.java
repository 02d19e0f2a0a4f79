package dev.wrt.manual;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Writes what the manual includes, then checks what is written by hand.
public final class Main {
  private Main() {}

  /// Writes and checks; ends with status 1 if something does not hold.
  ///
  /// @param arguments the folder of the root POM
  public static void main(String[] arguments) {
    Tree tree = new Tree(Path.of(arguments[0]).normalize());
    List<String> findings = run(tree);
    PrintStream out = System.err;
    findings.forEach(out::println);
    if (!findings.isEmpty()) {
      System.exit(1);
    }
  }

  /// Writes and checks.
  ///
  /// @return what does not hold, a line each
  static List<String> run(Tree tree) {
    Book book = new Book(tree);
    new FaultCatalogue(tree).write(book);
    LimitTables.write(book);
    SafetyItems.write(book);
    EvidenceTables.write(book);
    DetectionTables.write(book);
    CoverageTables.write(book);
    Anomalies.write(book);
    SafetyCase.write(book);
    book.writeFigures();
    List<String> findings = new ArrayList<>(Anomalies.findings(tree));
    findings.addAll(SafetyCase.findings(tree));
    findings.addAll(Chapters.findings(tree));
    findings.addAll(Ledger.findings(tree));
    return findings;
  }
}
