package dev.wrt.traceability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// The branches that tests went through, from the modules' reports.
final class Coverage {
  /// Branches covered, of how many.
  ///
  /// @param covered were taken by a test
  /// @param all there are
  record Branches(int covered, int all) {
    Branches plus(Branches other) {
      return new Branches(covered + other.covered, all + other.all);
    }
  }

  private final Set<String> measured = new HashSet<>();
  private final Map<String, TreeMap<Integer, Branches>> lines = new HashMap<>();

  /// What all modules' reports say; a module without one, or with one that is older than its
  /// classes, is not measured.
  static Coverage all() {
    Coverage coverage = new Coverage();
    for (String module : Project.MODULES) {
      Path target = Project.ROOT.resolve(module).resolve("target");
      Path report = target.resolve("site/jacoco/jacoco.xml");
      if (Files.exists(report) && !Project.stale(report, target)) {
        coverage.add(module, Project.xml(report));
      }
    }
    return coverage;
  }

  /// Adds the report of a module.
  void add(String module, Document report) {
    measured.add(module);
    NodeList sources = report.getElementsByTagName("sourcefile");
    for (int i = 0; i < sources.getLength(); i++) {
      Element source = (Element) sources.item(i);
      String folder = ((Element) source.getParentNode()).getAttribute("name");
      String name = module + ":" + folder + "/" + source.getAttribute("name");
      addLines(source, lines.computeIfAbsent(name, key -> new TreeMap<>()));
    }
  }

  private static void addLines(Element source, Map<Integer, Branches> to) {
    NodeList counted = source.getElementsByTagName("line");
    for (int i = 0; i < counted.getLength(); i++) {
      Element line = (Element) counted.item(i);
      int covered = number(line, "cb");
      to.put(number(line, "nr"), new Branches(covered, covered + number(line, "mb")));
    }
  }

  private static int number(Element line, String attribute) {
    return Integer.parseInt(line.getAttribute(attribute));
  }

  /// The branches of a module; empty if they were not measured.
  Optional<Branches> of(String module) {
    if (!measured.contains(module)) {
      return Optional.empty();
    }
    return Optional.of(
        lines.entrySet().stream()
            .filter(source -> source.getKey().startsWith(module + ":"))
            .flatMap(source -> source.getValue().values().stream())
            .reduce(new Branches(0, 0), Branches::plus));
  }

  /// The branches in the method or class that a tag stands before; empty if they were not measured.
  Optional<Branches> of(Tag tag) {
    if (!measured.contains(tag.module())) {
      return Optional.empty();
    }
    Path folders = tag.source().subpath(3, tag.source().getNameCount());
    String name = tag.module() + ":" + folders.toString().replace('\\', '/');
    return Optional.of(
        lines
            .getOrDefault(name, new TreeMap<>())
            .subMap(tag.line(), true, tag.lastLine(), true)
            .values()
            .stream()
            .reduce(new Branches(0, 0), Branches::plus));
  }
}
