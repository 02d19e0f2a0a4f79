package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;

/// An instance of areas.wat, which has one of each area, and its host function.
record AreasGuest(MemoryBudget budget, Store store, ModuleInst instance, Machine machine)
    implements AutoCloseable {
  static AreasGuest of(EngineOptions options) {
    MemoryBudget budget = Guest.budget();
    Store store = Guest.ok(Store.create(options, budget));
    FuncInst ask = Guest.ok(store.hostFunc(new FuncType(List.of(), List.of()), "ask"));
    ModuleInst instance = Guest.ok(store.instantiate(Guest.module("areas"), List.of(ask)));
    Machine machine = Guest.ok(Machine.create(store, budget));
    machine.fuel(Guest.PLENTY);
    return new AreasGuest(budget, store, instance, machine);
  }

  static AreasGuest of(VerificationLevel level) {
    return of(Guest.OPTIONS.with(Verification.of(level)));
  }

  /// Enters an export and runs to the next stop.
  Status start(String name, long... args) {
    Guest.ok(machine.enter((FuncInst) instance.export(name), args));
    return machine.run();
  }

  /// Calls an export, which returns.
  ///
  /// @return its result, or 0 where it has none
  long call(String name, long... args) {
    assertEquals(Status.RETURNED, start(name, args), () -> machine.fault().toString());
    long result = machine.result(0);
    machine.leave();
    return result;
  }

  /// Calls an export, which fails.
  Fault failing(String name, long... args) {
    if (machine.enter((FuncInst) instance.export(name), args) instanceof Result.Err<?> err) {
      return err.fault();
    }
    assertEquals(Status.TRAPPED, machine.run());
    Fault fault = machine.fault();
    machine.leave();
    return fault;
  }

  /// The report of an area.
  AreaReport report(String area) {
    return store.integrity().areas().stream()
        .filter(r -> r.area().equals(area))
        .findFirst()
        .orElseThrow();
  }

  @Override
  public void close() {
    machine.close();
    store.close();
    assertEquals(0, budget.reservedBytes());
  }
}
