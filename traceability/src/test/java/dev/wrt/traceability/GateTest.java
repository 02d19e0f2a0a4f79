package dev.wrt.traceability;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The gates of coverage and mutation find each defect that was planted, and nothing else.
// [utest->req~gate-coverage~1]
// [utest->req~gate-coverage-exclusions~1]
// [utest->req~gate-mutation~1]
// [utest->req~gate-mutation-stale~1]
final class GateTest {
  private static final List<SafetyClass> LIST =
      SafetyClass.of(
          Csv.rows(
              """
              function,module,class
              bounds,m,a.A
              integrity,bounded,*
              """));

  private static final String REASON = "the decoder has refused the other case before";

  private static MethodCoverage method(String owner, String name, int missed) {
    String module = owner.startsWith("a.") ? "m" : "bounded";
    return new MethodCoverage(module, owner, name, missed, 2);
  }

  private static String coverage(List<Exclusion> exclusions, MethodCoverage... methods) {
    return String.join(
        "\n", new CoverageGate(LIST, exclusions, Map.of(), List.of(methods)).findings());
  }

  @Test
  @DisplayName("a branch that no test takes is found, in nested classes and whole modules too")
  void branches() {
    MethodCoverage other = method("a.Another", "f", 5);
    assertEquals("", coverage(List.of(), method("a.A", "f", 0), method("b.B", "g", 0), other));
    assertEquals(
        "a.A$N.f: 1 branches missed\nb.B.g: 2 branches missed",
        coverage(
            List.of(),
            method("a.A", "f", 0),
            method("a.A$N", "f", 1),
            method("b.B", "g", 2),
            other));
    assertEquals("m: a.A: not measured", coverage(List.of(), method("b.B", "g", 0), other));
  }

  @Test
  @DisplayName("an exclusion holds for as many branches as it says, once, and with a reason")
  void exclusions() {
    MethodCoverage missed = method("a.A", "f", 2);
    MethodCoverage rest = method("b.B", "g", 0);
    Exclusion two = new Exclusion("EXC-M-001", "a.A", "f", 2, REASON);
    assertEquals("", coverage(List.of(two), missed, rest));
    assertEquals(
        "EXC-M-001: 1 branches, but 2 missed\na.A.f: 1 branches missed",
        coverage(List.of(new Exclusion("EXC-M-001", "a.A", "f", 1, REASON)), missed, rest));
    assertEquals(
        "EXC-M-001: 2 branches, but 0 missed", coverage(List.of(two), method("a.A", "f", 0), rest));
    assertEquals(
        "EXC-1: not an id, or there already\nEXC-1: no reason",
        coverage(List.of(new Exclusion("EXC-1", "a.A", "f", 2, "")), missed, rest));
    assertEquals(
        "EXC-M-001: not an id, or there already",
        coverage(List.of(two, new Exclusion("EXC-M-001", "b.B", "g", 0, REASON)), missed, rest));
  }

  @Test
  @DisplayName("a debt that is stated is not exceeded, and is taken off the list when it is paid")
  void debts() {
    List<MethodCoverage> two = List.of(method("a.A", "f", 2), method("b.B", "g", 0));
    assertEquals(List.of(), new CoverageGate(LIST, List.of(), Map.of("a.A", 2), two).findings());
    assertEquals(
        List.of("a.A.f: 2 branches missed"),
        new CoverageGate(LIST, List.of(), Map.of("a.A", 1), two).findings());
    List<MethodCoverage> none = List.of(method("a.A", "f", 0), method("b.B", "g", 0));
    assertEquals(
        List.of("a.A: passes, and is no longer open"),
        new CoverageGate(LIST, List.of(), Map.of("a.A", 2), none).findings());
  }

  @Test
  @DisplayName("branches are counted by method from the tool's report")
  void report(@TempDir Path folder) throws IOException {
    String xml =
        """
        <report name="m"><package name="a"><class name="a/A$N">
        <method name="f" desc="()V" line="3"><counter type="LINE" missed="9" covered="9"/>
        <counter type="BRANCH" missed="1" covered="3"/></method>
        <method name="g" desc="()V" line="3"><counter type="LINE" missed="0" covered="1"/></method>
        </class></package></report>
        """;
    Path file = Files.writeString(folder.resolve("jacoco.xml"), xml);
    assertEquals(
        List.of(
            new MethodCoverage("m", "a.A$N", "f", 1, 3),
            new MethodCoverage("m", "a.A$N", "g", 0, 0)),
        MethodCoverage.of("m", Project.xml(file)));
    CoverageGate gate =
        new CoverageGate(
            LIST, List.of(), Map.of(), List.of(new MethodCoverage("m", "a.A$N", "f", 1, 3)));
    assertEquals(
        "function,module,class,branches,covered,excluded,open\n"
            + "bounds,m,a.A,4,3,0,1\nintegrity,bounded,*,0,0,0,0\n",
        gate.csv());
  }

  private static MutationRecord record(int killed, int justified) {
    return new MutationRecord("m", "a.A", "00", 100, killed, justified);
  }

  private static String mutation(MutationRecord... records) {
    return String.join("\n", new MutationGate(LIST, Set.of(), List.of(records)).findings());
  }

  @Test
  @DisplayName("nine of ten mutants of each class are noticed, or justified")
  void mutants() {
    assertEquals("", mutation(record(90, 0)));
    assertEquals("", mutation(record(88, 2)));
    assertEquals("m: a.A: 89 of 100 mutants noticed, 90 % required", mutation(record(89, 0)));
    assertEquals("m: a.A: no record of its mutants", mutation());
  }

  @Test
  @DisplayName("a class whose source is not the recorded one is stale")
  void stale() {
    MutationGate gate = new MutationGate(LIST, Set.of(), List.of(record(99, 0)));
    assertEquals(List.of(), gate.stale(each -> "00"));
    assertEquals(List.of(LIST.getFirst()), gate.stale(each -> "01"));
    assertEquals(
        List.of(LIST.getFirst()), new MutationGate(LIST, Set.of(), List.of()).stale(each -> "00"));
  }

  @Test
  @DisplayName(
      "a class that is open needs no record, keeps a fresh one, and is closed when it passes")
  void openMutants() {
    Set<String> open = Set.of("a.A");
    assertEquals(List.of(), new MutationGate(LIST, open, List.of()).findings());
    assertEquals(List.of(), new MutationGate(LIST, open, List.of()).stale(each -> "01"));
    MutationGate low = new MutationGate(LIST, open, List.of(record(89, 0)));
    assertEquals(List.of(), low.findings());
    assertEquals(List.of(LIST.getFirst()), low.stale(each -> "01"));
    assertEquals(
        List.of("a.A: passes, and is no longer open"),
        new MutationGate(LIST, open, List.of(record(90, 0))).findings());
  }

  @Test
  @DisplayName("a record is written as it is read")
  void table() {
    MutationRecord one = record(91, 3);
    assertEquals(List.of(one), MutationRecord.of(Csv.rows(MutationRecord.HEAD + one.csv())));
  }
}
