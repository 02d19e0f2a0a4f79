package dev.wrt.traceability;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The checks of the trace that the tracing tool does not make. Each gives a line for each defect,
/// in their order, and none for a trace without.
final class Findings {
  private Findings() {}

  /// Tagged test classes that did not run in this build, or did not pass.
  static Collection<String> notPassed(Trace trace) {
    TreeSet<String> found = new TreeSet<>();
    for (Tag tag : trace.tags()) {
      Optional<TestRun> run = tag.ofCode() ? Optional.empty() : trace.measured().runs().apply(tag);
      if (!tag.ofCode() && !run.map(TestRun::passed).orElse(false)) {
        String result = run.map(TestRun::toString).orElse("not run");
        found.add(tag.module() + ": " + tag.className() + ": " + result);
      }
    }
    return found;
  }

  /// Tags of tests outside test sources, and tags of code outside main sources.
  static Collection<String> misplaced(Trace trace) {
    TreeSet<String> found = new TreeSet<>();
    for (Tag tag : trace.tags()) {
      if (!tag.source().startsWith(Path.of("src", tag.ofCode() ? "main" : "test"))) {
        found.add(tag.kind() + " " + tag.id() + " in " + tag.place());
      }
    }
    return found;
  }

  /// Requirements whose code has mutants of which no test notices one.
  static Collection<String> vacuous(Trace trace) {
    TreeSet<String> found = new TreeSet<>();
    for (Item item : trace.ofKind("req")) {
      Optional<Trace.Kills> kills = trace.kills(item);
      if (kills.isPresent() && kills.get().all() > 0 && kills.get().killed() == 0) {
        found.add(item.id() + ": none of " + kills.get().all() + " mutants was noticed");
      }
    }
    return found;
  }

  /// Records of the mutation tool for another text of a class than the present one.
  ///
  /// @param root folder of the project
  static Collection<String> staleRecords(Trace trace, Path root) {
    TreeSet<String> found = new TreeSet<>();
    for (MutationRecord each : trace.measured().records()) {
      Path source = root.resolve(each.module()).resolve(each.source());
      String now =
          Files.exists(source) ? Item.sha256(Project.text(source)) : "a class that is gone";
      if (!now.equals(each.sourceSha256())) {
        found.add(each.module() + ": " + each.className() + " has changed since it was recorded");
      }
    }
    return found;
  }

  /// Requirements that no module of the build has code or a test of.
  static Collection<String> withoutModule(Trace trace) {
    TreeSet<String> found = new TreeSet<>();
    for (Item item : trace.ofKind("req")) {
      if (trace.modules(item).isEmpty()) {
        found.add(item.id());
      }
    }
    return found;
  }

  /// Modules with sources that are not traced, and traced ones without a requirement.
  ///
  /// @param built modules of the build that have sources
  /// @param traced modules that tags are looked for in
  static Collection<String> untraced(
      Trace trace, Collection<String> built, Collection<String> traced) {
    TreeSet<String> found = new TreeSet<>();
    built.stream()
        .filter(module -> !traced.contains(module))
        .forEach(module -> found.add(module + ": not traced"));
    Set<String> required = new HashSet<>();
    trace
        .ofKind("req")
        .forEach(item -> trace.tests(item).forEach(tag -> required.add(tag.module())));
    trace.ofKind("req").forEach(item -> required.addAll(trace.modules(item)));
    traced.stream()
        .filter(module -> !required.contains(module))
        .forEach(module -> found.add(module + ": no requirement"));
    return found;
  }

  /// Failure modes that name what does not exist, or leave a cell empty, and ids that occur twice.
  static Collection<String> failureModes(Trace trace) {
    Set<String> requirements = new HashSet<>();
    trace.ofKind("req").forEach(item -> requirements.add(item.id()));
    Set<String> tests = new HashSet<>();
    trace.tags().stream().filter(tag -> !tag.ofCode()).forEach(tag -> tests.add(tag.shortName()));
    List<String> found = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (FailureMode mode : trace.modes()) {
      if (!ids.add(mode.id()) || !mode.id().matches("fm~[\\w.-]+~\\d+")) {
        found.add(mode.id() + ": not an id, or there already");
      }
      if (mode.cells().stream().anyMatch(String::isBlank)) {
        found.add(mode.id() + ": an empty cell");
      }
      missing(mode.requirements(), requirements).forEach(id -> found.add(mode.id() + ": no " + id));
      missing(mode.tests(), tests)
          .forEach(name -> found.add(mode.id() + ": " + name + " is no test of a requirement"));
    }
    return found;
  }

  private static List<String> missing(List<String> named, Set<String> known) {
    return named.stream().filter(name -> !known.contains(name)).toList();
  }

  /// Assumptions that do not say what their violation leads to and how they are checked.
  static Collection<String> assumptions(Trace trace) {
    TreeSet<String> found = new TreeSet<>();
    for (Item item : trace.ofKind("aou")) {
      boolean whole =
          item.text().contains("If it is violated: ")
              && item.text().contains("How to check on site: ");
      if (!whole) {
        found.add(item.id());
      }
    }
    return found;
  }

  /// Items whose text is not the one that was locked, that are not locked, or that are gone.
  ///
  /// @param found a line for each item: its id, a blank, its hash
  /// @param locked the lines that were locked
  static Collection<String> notAsLocked(Collection<String> found, Collection<String> locked) {
    Set<String> foundIds = ids(found);
    Set<String> lockedIds = ids(locked);
    TreeSet<String> findings = new TreeSet<>();
    for (String line : found) {
      String id = id(line);
      if (!locked.contains(line)) {
        findings.add(id + (lockedIds.contains(id) ? ": changed" : ": not locked"));
      }
    }
    lockedIds.stream()
        .filter(id -> !foundIds.contains(id))
        .forEach(id -> findings.add(id + ": gone"));
    return findings;
  }

  private static Set<String> ids(Collection<String> lines) {
    return lines.stream().map(Findings::id).collect(Collectors.toSet());
  }

  private static String id(String line) {
    return line.replaceFirst(" .*", "");
  }
}
