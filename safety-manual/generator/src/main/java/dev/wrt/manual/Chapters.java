package dev.wrt.manual;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be checked of the chapters' text: that references lead somewhere, that what is
/// generated is included, and that nothing is claimed that is not ours to claim.
public final class Chapters {
  private static final String DOCS = "safety-manual/src/docs";
  private static final Pattern ANCHOR = Pattern.compile("\\[\\[([\\w.-]+)]]");
  private static final Pattern REFERENCE = Pattern.compile("<<([\\w.-]+)(?:,[^>]*)?>>");
  private static final Pattern INCLUDE = Pattern.compile("(?m)^include::\\{generated}/([\\w-]+)");
  private static final Pattern ASSURING =
      Pattern.compile("(?i)\\b(certified|hard real-time|formally verified)\\b");
  private static final Pattern DENYING = Pattern.compile("(?i)\\b(not|no|never|nor|neither)\\b");

  private Chapters() {}

  /// What does not hold, a line each.
  // [impl->req~manual-chapters~1]
  public static List<String> findings(Tree tree) {
    List<String> findings = new ArrayList<>();
    List<String> files = new ArrayList<>(tree.files(DOCS, ".adoc"));
    Set<String> included = new TreeSet<>();
    for (String file : files) {
      Matcher include = INCLUDE.matcher(tree.text(file).orElse(""));
      while (include.find()) {
        included.add(Book.FOLDER + include.group(1) + ".adoc");
      }
      assurances(file, tree.text(file).orElse(""), findings);
    }
    assurances("README.md", tree.text("README.md").orElse(""), findings);
    for (String generated : tree.files(Book.FOLDER, ".adoc")) {
      if (!included.contains(generated)) {
        findings.add(generated + ": no chapter includes it");
      }
    }
    files.addAll(included);
    references(tree, files, findings);
    if (!tree.text("README.md").orElse("").contains(Anomalies.SOURCE)) {
      findings.add("README.md: does not lead to " + Anomalies.SOURCE);
    }
    return findings;
  }

  /// A table that has a brief form for print has the same names in both.
  private static void references(Tree tree, List<String> files, List<String> to) {
    Set<String> anchors = new TreeSet<>();
    for (String file : files.stream().filter(file -> !file.endsWith("-brief.adoc")).toList()) {
      Matcher anchor = ANCHOR.matcher(tree.text(file).orElse(""));
      while (anchor.find()) {
        if (!anchors.add(String.valueOf(anchor.group(1)))) {
          to.add(file + ": " + anchor.group(1) + " is the name of two places");
        }
      }
    }
    for (String file : files) {
      Matcher reference = REFERENCE.matcher(tree.text(file).orElse(""));
      while (reference.find()) {
        if (!anchors.contains(String.valueOf(reference.group(1)))) {
          to.add(file + ": " + reference.group(1) + " leads nowhere");
        }
      }
    }
  }

  /// A sentence with one of the words says that it is not so.
  private static void assurances(String file, String text, List<String> to) {
    for (String sentence : Numbers.flat(text).split("(?<=[.:;|]) ")) {
      if (ASSURING.matcher(sentence).find() && !DENYING.matcher(sentence).find()) {
        to.add(file + ": claims too much: " + sentence);
      }
    }
  }
}
