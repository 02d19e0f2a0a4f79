package dev.wrt.traceability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/// Items, tags and what the build's tools have measured, and the questions that are asked of them
/// together. What can be found from items and tags alone is the tracing tool's to find.
///
/// @param items specification items of all kinds
/// @param modes failure modes of the mechanisms
/// @param tags marks in code and tests
/// @param measured what the tools say
record Trace(List<Item> items, List<FailureMode> modes, List<Tag> tags, Measured measured) {
  /// What was measured.
  ///
  /// @param runs the run of a tagged test class, if it is reported
  /// @param mutants single mutants of the modules that the mutation tool has just run on
  /// @param records what it said of a class when it last ran on it
  /// @param coverage branches covered
  record Measured(
      Function<Tag, Optional<TestRun>> runs,
      List<Mutant> mutants,
      List<MutationRecord> records,
      Coverage coverage) {

    /// The mutants of a module, of the tool's report or else of the records; empty without both.
    Optional<Kills> kills(String module) {
      List<Mutant> own = mutants.stream().filter(each -> each.module().equals(module)).toList();
      if (!own.isEmpty()) {
        return Optional.of(Kills.of(own));
      }
      List<MutationRecord> kept =
          records.stream().filter(each -> each.module().equals(module)).toList();
      return kept.isEmpty() ? Optional.empty() : Optional.of(Kills.ofRecords(kept));
    }
  }

  /// Mutants killed, of how many.
  ///
  /// @param killed were noticed by a test
  /// @param all were made
  record Kills(int killed, int all) {
    static Kills of(List<Mutant> mutants) {
      return new Kills((int) mutants.stream().filter(Mutant::killed).count(), mutants.size());
    }

    static Kills ofRecords(List<MutationRecord> records) {
      return new Kills(
          records.stream().mapToInt(MutationRecord::killed).sum(),
          records.stream().mapToInt(MutationRecord::mutants).sum());
    }
  }

  /// The project's; each report is read once.
  static Trace ofProject() {
    Map<String, Optional<TestRun>> runs = new HashMap<>();
    Measured measured =
        new Measured(
            tag ->
                runs.computeIfAbsent(tag.module() + ":" + tag.className(), key -> TestRun.of(tag)),
            Mutant.all(),
            MutationRecord.all(),
            Coverage.all());
    return new Trace(Item.all(), FailureMode.all(), Tag.all(), measured);
  }

  /// The items of a kind.
  List<Item> ofKind(String kind) {
    return items.stream().filter(item -> item.kind().equals(kind)).toList();
  }

  /// The items that answer for an item.
  List<Item> covering(String id) {
    return items.stream().filter(item -> item.covers().contains(id)).toList();
  }

  /// The tags of a requirement's code.
  List<Tag> code(Item item) {
    return tags.stream().filter(tag -> tag.ofCode() && tag.id().equals(item.id())).toList();
  }

  /// The tags of a requirement's tests.
  List<Tag> tests(Item item) {
    return tags.stream().filter(tag -> !tag.ofCode() && tag.id().equals(item.id())).toList();
  }

  /// The modules that a requirement's code is in, or its tests where it needs no code.
  List<String> modules(Item item) {
    List<Tag> places = code(item).isEmpty() ? tests(item) : code(item);
    return List.copyOf(new TreeSet<>(places.stream().map(Tag::module).toList()));
  }

  /// Branches in a requirement's code; empty where one of its modules was not measured.
  Optional<Coverage.Branches> branches(Item item) {
    Coverage.Branches sum = new Coverage.Branches(0, 0);
    List<Tag> code = code(item);
    for (Tag tag : code) {
      Optional<Coverage.Branches> found = measured.coverage().of(tag);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      sum = sum.plus(found.get());
    }
    return code.isEmpty() ? Optional.empty() : Optional.of(sum);
  }

  /// Mutants in a requirement's code: those of the tool's reports, else those of the records of its
  /// classes; empty where there are neither.
  Optional<Kills> kills(Item item) {
    List<Tag> code = code(item);
    List<Mutant> own =
        measured.mutants().stream().filter(each -> code.stream().anyMatch(each::isOf)).toList();
    if (!own.isEmpty()) {
      return Optional.of(Kills.of(own));
    }
    List<MutationRecord> records =
        measured.records().stream().filter(each -> code.stream().anyMatch(each::isOf)).toList();
    return records.isEmpty() ? Optional.empty() : Optional.of(Kills.ofRecords(records));
  }

  /// The result of a requirement's tests in one word or two.
  String result(Item item) {
    List<Tag> tests = tests(item);
    if (tests.isEmpty()) {
      return "no test";
    }
    for (Tag test : tests) {
      Optional<TestRun> run = measured.runs().apply(test);
      if (!run.map(TestRun::passed).orElse(false)) {
        return run.map(TestRun::toString).orElse("not run");
      }
    }
    return "passed";
  }
}
