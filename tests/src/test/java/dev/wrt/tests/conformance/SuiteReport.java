package dev.wrt.tests.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Figures per script, compared with the checked-in report; `-Dbless=true` rewrites it.
final class SuiteReport {
  private final Path file;
  private final Map<String, Map<Verdict.Kind, Integer>> counts = new TreeMap<>();
  private final Map<String, String> exclusions = new TreeMap<>();

  SuiteReport(Path file) {
    this.file = file;
  }

  void count(String script, Verdict verdict) {
    counts
        .computeIfAbsent(script, s -> new EnumMap<>(Verdict.Kind.class))
        .merge(verdict.kind(), 1, Integer::sum);
  }

  void exclude(String script, String reason) {
    exclusions.put(script, reason);
  }

  /// Fails unless the figures are those of the file.
  void compare() {
    String text = text();
    try {
      if (Boolean.getBoolean("bless")) {
        Files.writeString(file, text);
      }
      String hint = file.getFileName() + " differs; if figures only rose, run with -Dbless=true";
      assertEquals(Files.readString(file), text, hint);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    List<String> lines = new ArrayList<>();
    Map<Verdict.Kind, Integer> total = new EnumMap<>(Verdict.Kind.class);
    lines.add("# Commands per script of the official suite, by what came of them.");
    lines.add("# Passes may only rise. Rewritten by: -Dbless=true");
    counts.forEach((script, kinds) -> {
      lines.add(script + ": " + figures(kinds));
      kinds.forEach((kind, count) -> total.merge(kind, count, Integer::sum));
    });
    exclusions.forEach((script, reason) -> lines.add(script + ": not run, " + reason));
    lines.add("total of " + counts.size() + " scripts: " + figures(total));
    lines.add("scripts not run: " + exclusions.size());
    return String.join("\n", lines) + "\n";
  }

  private static String figures(Map<Verdict.Kind, Integer> kinds) {
    List<String> figures = new ArrayList<>();
    kinds.forEach((kind, count) -> figures.add(count + " " + kind.label()));
    return String.join(", ", figures);
  }
}
