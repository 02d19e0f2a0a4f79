package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// All storage comes from the budget, and a refusal is a value wherever it comes.
// [utest->req~engine-instantiate~1]
class StorageTest {
  private static final FuncType ASK =
      new FuncType(List.of(ValType.I32, ValType.I64), List.of(ValType.I64));

  private final Module module = Guest.module("hungry");

  /// Creates, instantiates, enters and runs within a budget.
  ///
  /// @return the first fault, or null where all went well
  private Fault attempt(MemoryBudget budget, EngineOptions options) {
    Store store = Guest.ok(Store.create(options, budget));
    Fault fault = attempt(store, budget);
    store.close();
    return fault;
  }

  private Fault attempt(Store store, MemoryBudget budget) {
    if (!(Machine.create(store, budget) instanceof Result.Ok<Machine>(Machine machine))) {
      return Guest.fault(Machine.create(store, budget));
    }
    Fault fault = attempt(store, machine);
    machine.close();
    return fault;
  }

  private Fault attempt(Store store, Machine machine) {
    if (!(store.hostFunc(ASK, "ask") instanceof Result.Ok<FuncInst>(FuncInst ask))) {
      return Guest.fault(store.hostFunc(ASK, "ask"));
    }
    Result<ModuleInst> result = store.instantiate(module, List.of(ask));
    if (!(result instanceof Result.Ok<ModuleInst>(ModuleInst instance))) {
      return Guest.fault(result);
    }
    FuncInst run = (FuncInst) instance.export("run");
    if (machine.enter(run, new long[0]) instanceof Result.Err<?>(Fault refused)) {
      return refused;
    }
    machine.fuel(Guest.PLENTY);
    return machine.run() == Status.TRAPPED ? machine.fault() : null;
  }

  // [utest->req~engine-refusal~1]
  @ParameterizedTest(
      name = "At level {0}, whichever reservation fails, a fault says so and nothing leaks")
  @EnumSource(VerificationLevel.class)
  void everyReservation(VerificationLevel level) {
    EngineOptions options = Guest.OPTIONS.with(Verification.of(level));
    long max = 0;
    int refusals = 0;
    Fault fault;
    do {
      MemoryBudget budget = MemoryBudget.root("test", max);
      fault = attempt(budget, options);
      assertEquals(0, budget.reservedBytes());
      assertTrue(budget.children().isEmpty());
      if (fault != null) {
        Fault.BudgetFault refused = assertInstanceOf(Fault.BudgetFault.class, fault);
        max += refused.requested() - refused.available();
        refusals++;
      }
    } while (fault != null);
    assertTrue(refusals >= 10, "so many reservations were made to fail: " + refusals);
  }

  // [utest->req~engine-growth~1]
  @Test
  @DisplayName(
      "memory.grow gives -1 when the maximum or the budget is reached, and the size before")
  void growth() {
    MemoryBudget budget = MemoryBudget.root("test", 1 << 22);
    Store store = Guest.ok(Store.create(Guest.OPTIONS, budget));
    FuncInst ask = Guest.ok(store.hostFunc(ASK, "ask"));
    ModuleInst instance = Guest.ok(store.instantiate(module, List.of(ask)));
    MemInst mem = instance.mem(0);
    assertEquals(3, mem.pagesMax());
    assertEquals(2, mem.grow(0));
    assertEquals(-1, mem.grow(2));
    assertEquals(-1, mem.grow(-1));
    MemoryBudget rest = budget.child("rest", Long.MAX_VALUE);
    rest.offer(budget.maxBytes() - budget.reservedBytes());
    assertEquals(-1, mem.grow(1));
    assertEquals(-1, instance.table(0).grow(1, 0));
    rest.release(rest.reservedBytes());
    assertEquals(2, mem.grow(1));
    assertEquals(3, mem.pages());
    assertEquals(20, instance.table(0).grow(5, 1));
    assertEquals(1, instance.table(0).get(24));
    assertEquals(-1, instance.table(0).grow(10_000, 0));
    store.close();
    assertEquals(0, budget.reservedBytes());
  }

  @Test
  @DisplayName("A memory or table larger than the options allow is refused with the limit's name")
  void tooLarge() {
    EngineOptions one =
        new EngineOptions(Verification.of(VerificationLevel.OFF), 100, 10, 1, 1000, 5);
    assertEquals("memory-pages", refused(one).limit());
    EngineOptions few =
        new EngineOptions(Verification.of(VerificationLevel.OFF), 100, 10, 2, 19, 5);
    assertEquals("table-elements", refused(few).limit());
  }

  private Fault.LimitFault refused(EngineOptions options) {
    Store store = Guest.ok(Store.create(options, Guest.budget()));
    FuncInst ask = Guest.ok(store.hostFunc(ASK, "ask"));
    return assertInstanceOf(
        Fault.LimitFault.class, Guest.fault(store.instantiate(module, List.of(ask))));
  }

  @Test
  @DisplayName("A refused translation leaves the function untranslated, and it is tried again")
  void translationAgain() {
    MemoryBudget budget = MemoryBudget.root("test", 1 << 22);
    Store store = Guest.ok(Store.create(Guest.OPTIONS, budget));
    ModuleInst instance = Guest.ok(store.instantiate(Guest.module("control"), List.of()));
    Machine machine = Guest.ok(Machine.create(store, Guest.budget()));
    MemoryBudget rest = budget.child("rest", Long.MAX_VALUE);
    rest.offer(budget.maxBytes() - budget.reservedBytes() - 2_000);
    FuncInst swap = (FuncInst) instance.export("swap");
    assertInstanceOf(Fault.BudgetFault.class, Guest.fault(machine.enter(swap, new long[] {5, 3})));
    rest.release(rest.reservedBytes());
    Guest.ok(machine.enter(swap, new long[] {5, 3}));
    machine.fuel(Guest.PLENTY);
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(-2, (int) machine.result(0));
  }
}
