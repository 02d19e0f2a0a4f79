package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Each check of the trace finds the defect that it is for where one is planted, and finds nothing
/// in the same trace without it.
// [utest->req~trace-stale~1]
// [utest->req~trace-executed~1]
// [utest->req~trace-vacuous~1]
// [utest->req~trace-modules~1]
// [utest->req~trace-failure-modes~1]
class FindingsTest {
  private static final Path CODE = Path.of("src/main/java/a/A.java");
  private static final Path TEST = Path.of("src/test/java/a/ATest.java");
  private static final Item REQUIREMENT = item("req~a~1", "It shall.");
  private static final Tag IMPL = new Tag("impl", "req~a~1", "m", CODE, 3, 9);
  private static final Tag UTEST = new Tag("utest", "req~a~1", "m", TEST, 3, 9);
  private static final TestRun GOOD = new TestRun(2, 0, 0, false);
  private static final MutationRecord RECORD = new MutationRecord("m", "a.A", "00", 7, 7, 0);
  private static final FailureMode MODE =
      new FailureMode("fm~a~1", "m", "f", "e", "d", "r", List.of("req~a~1"), List.of("m/ATest"));

  @Test
  @DisplayName("A test that did not run, failed, was skipped, or is older than its code is found")
  void notPassed() {
    assertEquals("", found(Findings.notPassed(trace(GOOD))));
    assertEquals("m: a.ATest: not run", found(Findings.notPassed(trace(null))));
    TestRun failed = new TestRun(2, 1, 0, false);
    assertEquals("m: a.ATest: 1 of 2 failed", found(Findings.notPassed(trace(failed))));
    TestRun skipped = new TestRun(2, 0, 2, false);
    assertEquals("m: a.ATest: skipped", found(Findings.notPassed(trace(skipped))));
    TestRun stale = new TestRun(2, 0, 0, true);
    assertEquals("m: a.ATest: stale", found(Findings.notPassed(trace(stale))));
  }

  @Test
  @DisplayName("A tag of code in a test, and a tag of a test in code, are found")
  void misplaced() {
    assertEquals("", found(Findings.misplaced(trace(GOOD))));
    Tag impl = new Tag("impl", "req~a~1", "m", TEST, 3, 9);
    Tag utest = new Tag("utest", "req~a~1", "m", CODE, 3, 9);
    assertEquals(
        "impl req~a~1 in m/src/test/java/a/ATest.java:3\n"
            + "utest req~a~1 in m/src/main/java/a/A.java:3",
        found(Findings.misplaced(tagged(impl, utest))));
  }

  @Test
  @DisplayName("A requirement whose code has mutants that all survive is found")
  void vacuous() {
    Mutant outside = new Mutant("m", "A.java", 10, true);
    Mutant killed = new Mutant("m", "A.java", 9, true);
    Mutant survived = new Mutant("m", "A.java", 3, false);
    assertEquals("", found(Findings.vacuous(mutated(killed, survived))));
    assertEquals(
        "req~a~1: none of 1 mutants was noticed",
        found(Findings.vacuous(mutated(outside, survived))));
  }

  @Test
  @DisplayName("A requirement whose code's records say that no mutant was killed is found")
  void vacuousByRecord() {
    assertEquals("", found(Findings.vacuous(recorded(RECORD))));
    MutationRecord none = new MutationRecord("m", "a.A", "00", 7, 0, 0);
    assertEquals("req~a~1: none of 7 mutants was noticed", found(Findings.vacuous(recorded(none))));
  }

  @Test
  @DisplayName("A record of a class that has changed since, or is gone, is found")
  void staleRecord(@TempDir Path root) throws IOException {
    Path source = root.resolve("m").resolve(CODE);
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class A {}");
    String hash = Item.sha256("class A {}");
    Trace fresh = recorded(new MutationRecord("m", "a.A", hash, 7, 7, 0));
    assertEquals("", found(Findings.staleRecords(fresh, root)));
    String stale = "m: a.A has changed since it was recorded";
    assertEquals(stale, found(Findings.staleRecords(recorded(RECORD), root)));
    Files.delete(source);
    assertEquals(stale, found(Findings.staleRecords(fresh, root)));
  }

  @Test
  @DisplayName("A requirement that is in no module is found")
  void withoutModule() {
    assertEquals("", found(Findings.withoutModule(trace(GOOD))));
    assertEquals("req~a~1", found(Findings.withoutModule(tagged())));
  }

  @Test
  @DisplayName("A module of the build that is not traced, and one without a requirement, are found")
  void untraced() {
    List<String> more = List.of("m", "n");
    assertEquals("", found(Findings.untraced(trace(GOOD), List.of("m"), List.of("m"))));
    assertEquals("n: not traced", found(Findings.untraced(trace(GOOD), more, List.of("m"))));
    assertEquals("n: no requirement", found(Findings.untraced(trace(GOOD), more, more)));
  }

  @Test
  @DisplayName("A failure mode of an unknown requirement or test, with an empty cell, or twice")
  void failureModes() {
    assertEquals("", found(Findings.failureModes(listed(MODE))));
    assertEquals(
        "fm~a~1: not an id, or there already", found(Findings.failureModes(listed(MODE, MODE))));
    FailureMode bad =
        new FailureMode("fm~b~1", "m", "f", " ", "d", "r", List.of("req~b~1"), List.of("m/BTest"));
    assertEquals(
        "fm~b~1: an empty cell\n"
            + "fm~b~1: no req~b~1\n"
            + "fm~b~1: m/BTest is no test of a requirement",
        found(Findings.failureModes(listed(bad))));
  }

  @Test
  @DisplayName("An assumption that does not say how it is checked is found")
  void assumptions() {
    Item whole = item("aou~a~1", "It.\n\nIf it is violated: x\n\nHow to check on site: y");
    Item half = item("aou~b~1", "It.\n\nIf it is violated: x");
    assertEquals("aou~b~1", found(Findings.assumptions(of(List.of(whole, half), List.of()))));
  }

  @Test
  @DisplayName("An item that was changed, added or taken away since it was locked is found")
  void notAsLocked() {
    List<String> locked = List.of("req~a~1 00", "req~b~1 00");
    assertEquals("", found(Findings.notAsLocked(locked, locked)));
    List<String> now = List.of("req~a~1 01", "req~c~1 00");
    assertEquals(
        "req~a~1: changed\nreq~b~1: gone\nreq~c~1: not locked",
        found(Findings.notAsLocked(now, locked)));
  }

  private static String found(Collection<String> findings) {
    return String.join("\n", findings);
  }

  static Item item(String id, String text) {
    return new Item(id, "Title", text, List.of(), List.of(), Path.of("a.md"));
  }

  private static Trace.Measured measured(
      Optional<TestRun> run, List<Mutant> mutants, List<MutationRecord> records) {
    return new Trace.Measured(tag -> run, mutants, records, new Coverage());
  }

  private static Trace of(List<Item> items, List<Tag> tags) {
    return new Trace(items, List.of(), tags, measured(Optional.of(GOOD), List.of(), List.of()));
  }

  private static Trace tagged(Tag... tags) {
    return of(List.of(REQUIREMENT), List.of(tags));
  }

  private static Trace trace(@Nullable TestRun run) {
    Trace.Measured measured = measured(Optional.ofNullable(run), List.of(), List.of());
    return new Trace(List.of(REQUIREMENT), List.of(), List.of(IMPL, UTEST), measured);
  }

  private static Trace mutated(Mutant... mutants) {
    Trace.Measured measured = measured(Optional.of(GOOD), List.of(mutants), List.of());
    return new Trace(List.of(REQUIREMENT), List.of(), List.of(IMPL, UTEST), measured);
  }

  private static Trace recorded(MutationRecord record) {
    Trace.Measured measured = measured(Optional.of(GOOD), List.of(), List.of(record));
    return new Trace(List.of(REQUIREMENT), List.of(), List.of(IMPL, UTEST), measured);
  }

  private static Trace listed(FailureMode... modes) {
    Trace.Measured measured = measured(Optional.of(GOOD), List.of(), List.of());
    return new Trace(List.of(REQUIREMENT), List.of(modes), List.of(IMPL, UTEST), measured);
  }
}
