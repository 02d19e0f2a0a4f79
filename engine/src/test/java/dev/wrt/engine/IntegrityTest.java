package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A bit flipped behind the API stops the machine: at the next load, or at the next boundary.
class IntegrityTest {
  /// Runs `poke` of host.wat up to its host call, flips a bit of what it has stored, and goes on to
  /// the load.
  ///
  /// @return the status then
  private static Machine poked(VerificationLevel level) {
    EngineOptions options = Guest.OPTIONS.with(Verification.of(level));
    Store store = Guest.ok(Store.create(options, Guest.budget()));
    FuncType asking = new FuncType(List.of(ValType.I32, ValType.I64), List.of(ValType.I64));
    FuncType pair = new FuncType(List.of(), List.of(ValType.I32, ValType.F64));
    FuncInst ask = Guest.ok(store.hostFunc(asking, "ask"));
    FuncInst two = Guest.ok(store.hostFunc(pair, "two"));
    ModuleInst host = Guest.ok(store.instantiate(Guest.module("host"), List.of(ask, two)));
    Machine machine = Guest.ok(Machine.create(store, Guest.budget()));
    machine.fuel(Guest.PLENTY);
    Guest.ok(machine.enter((FuncInst) host.export("poke"), new long[] {64, 5}));
    assertEquals(Status.HOST_CALL, machine.run());
    host.mem(0).memory().plain()[66] ^= 4;
    machine.resume();
    return machine;
  }

  // [utest->req~engine-integrity~1]
  @ParameterizedTest(
      name = "At level {0} a flipped bit stops the machine before the result is seen")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"STANDARD", "FULL"})
  void stopped(VerificationLevel level) {
    Machine machine = poked(level);
    assertEquals(Status.TRAPPED, machine.run());
    Fault.IntegrityFault fault = assertInstanceOf(Fault.IntegrityFault.class, machine.fault());
    assertEquals("memory 0", fault.area());
  }

  @ParameterizedTest(name = "At level {0} a flipped bit goes unnoticed, as the level says")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"OFF"})
  void unnoticed(VerificationLevel level) {
    Machine machine = poked(level);
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(5 | 4 << 16, machine.result(0));
  }

  // [utest->req~engine-integrity~1]
  @ParameterizedTest(name = "At level {0} a flipped bit is repaired and the right result is seen")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"REDUNDANT"})
  void repaired(VerificationLevel level) {
    Machine machine = poked(level);
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(5, machine.result(0));
  }
}
