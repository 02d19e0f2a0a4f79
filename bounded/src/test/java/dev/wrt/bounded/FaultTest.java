package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// How a "no" is said: results, faults, codes, invariants.
// [utest->req~bounded-fault-codes~1]
// [utest->req~bounded-fault-immutable~1]
// [utest->req~bounded-invariant~1]
class FaultTest {
  @Test
  @DisplayName("Codes have their stable ids and texts")
  void codesAreStable() {
    assertEquals("WRT-B-001", BoundedCode.BUDGET_EXHAUSTED.id());
    assertEquals("memory budget exhausted", BoundedCode.BUDGET_EXHAUSTED.text());
    assertEquals("WRT-B-002", BoundedCode.CAPACITY_EXCEEDED.id());
    assertEquals("capacity exceeded", BoundedCode.CAPACITY_EXCEEDED.text());
  }

  @Test
  @DisplayName("Every kind of fault tells the code it was made with")
  void everyFaultTellsItsCode() {
    FaultCode code = BoundedCode.CAPACITY_EXCEEDED;
    List<Fault> faults =
        List.of(
            new Fault.BudgetFault(code, "a", 1, 0),
            new Fault.LimitFault(code, "l", 1, 0),
            new Fault.MemoryFault(code, 1, 1, 1),
            new Fault.IntegrityFault(code, "memory 0", 3, 1, 2, false),
            new Fault.MalformedFault(code, 1, "s"),
            new Fault.InvalidFault(code, 1, "s"),
            new Fault.LinkFault(code, "n", "e", "f"),
            new Fault.Trap(code, "s", List.of()),
            new Fault.CallFault(code, "f", "e", "f"),
            new Fault.PolicyFault(code, "i", "r", "s"),
            new Fault.HostFault(code, "s", "d"),
            new Fault.ExitFault(code, 3));
    assertEquals(Fault.class.getPermittedSubclasses().length, faults.size());
    faults.forEach(fault -> assertEquals(code, fault.code()));
  }

  @Test
  @DisplayName("A trap keeps its own copy of the backtrace")
  void aTrapKeepsItsOwnBacktrace() {
    List<String> frames = new ArrayList<>(List.of("f", "g"));
    Fault.Trap trap = new Fault.Trap(BoundedCode.CAPACITY_EXCEEDED, "", frames);
    frames.clear();
    assertEquals(List.of("f", "g"), trap.backtrace());
    assertThrows(UnsupportedOperationException.class, () -> trap.backtrace().add("h"));
  }

  @Test
  @DisplayName("A result is its value or its fault")
  void aResultIsItsValueOrItsFault() {
    Fault fault = new Fault.LimitFault(BoundedCode.CAPACITY_EXCEEDED, "l", 1, 0);
    assertEquals("v", Results.value(Result.ok("v")));
    assertEquals(fault, Results.fault(Result.err(fault)));
    assertEquals(List.of(Unit.UNIT), List.of(Unit.values()));
  }

  @Test
  @DisplayName("An assumption that does not hold stops with its own words")
  void anAssumptionThatDoesNotHoldStops() {
    assertDoesNotThrow(() -> Invariant.check(true, "a"));
    assertDoesNotThrow(() -> Invariant.validated(true, "b"));
    assertEquals("v", Invariant.present("v", "c"));
    assertEquals("c", violation(() -> Invariant.present(null, "c")));
    assertEquals("a", violation(() -> Invariant.check(false, "a")));
    assertEquals("b", violation(() -> Invariant.validated(false, "b")));
  }

  private static String violation(Runnable action) {
    return assertThrows(Invariant.Violation.class, action::run).getMessage();
  }
}
