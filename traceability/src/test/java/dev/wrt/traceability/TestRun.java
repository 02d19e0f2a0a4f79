package dev.wrt.traceability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.w3c.dom.Element;

/// What the report of the test runner says about one test class.
///
/// @param tests how many ran, those that were skipped included
/// @param broken failures and errors
/// @param skipped how many were skipped
/// @param stale whether a class of the module was compiled after the report was written
record TestRun(int tests, int broken, int skipped, boolean stale) {
  /// The run of the class that a tag is in; empty if there is no report of it.
  static Optional<TestRun> of(Tag tag) {
    Path target = Project.ROOT.resolve(tag.module()).resolve("target");
    Path report = target.resolve("surefire-reports").resolve("TEST-" + tag.className() + ".xml");
    if (!Files.exists(report)) {
      return Optional.empty();
    }
    Element suite = Project.xml(report).getDocumentElement();
    int broken = count(suite, "failures") + count(suite, "errors");
    return Optional.of(
        new TestRun(
            count(suite, "tests"), broken, count(suite, "skipped"), Project.stale(report, target)));
  }

  private static int count(Element suite, String attribute) {
    return Integer.parseInt(suite.getAttribute(attribute));
  }

  /// Whether it is evidence: at least one test was carried out, and none failed.
  boolean passed() {
    return !stale && broken == 0 && tests > skipped;
  }

  @Override
  public String toString() {
    if (stale) {
      return "stale";
    }
    if (broken > 0) {
      return broken + " of " + tests + " failed";
    }
    return tests > skipped ? tests - skipped + " passed" : "skipped";
  }
}
