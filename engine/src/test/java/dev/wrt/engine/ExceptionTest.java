package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Exceptions of `throws.wat`, in an instance, between instances, and between guest and host.
class ExceptionTest {
  private Store store;
  private Machine machine;
  private FuncInst ask;
  private ModuleInst thrower;
  private ModuleInst catcher;

  @BeforeEach
  void link() {
    store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    machine = Guest.ok(Machine.create(store, Guest.budget()));
    machine.fuel(Guest.PLENTY);
    ask = Guest.ok(store.hostFunc(new FuncType(List.of(ValType.I32), List.of(ValType.I32)), "ask"));
    thrower = Guest.ok(store.instantiate(Guest.module("throws"), List.of(ask)));
    List<ExternVal> imports = List.of(thrower.export("deep"), thrower.export("pair"));
    catcher = Guest.ok(store.instantiate(Guest.module("catches"), imports));
  }

  @AfterEach
  void close() {
    machine.close();
    store.close();
  }

  private void enter(ModuleInst instance, String export, long... args) {
    Guest.ok(machine.enter((FuncInst) instance.export(export), args));
  }

  private void assertReturns(long... expected) {
    assertEquals(Status.RETURNED, machine.run());
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], machine.result(i));
    }
    machine.leave();
  }

  private Fault fails() {
    assertEquals(Status.TRAPPED, machine.run());
    return machine.fault();
  }

  // [utest->req~engine-exceptions~1]
  @Test
  @DisplayName("An exception is caught with its values, thousands of calls away, and by reference")
  void caught() {
    for (int calls : new int[] {0, 1, 9_000}) {
      enter(thrower, "catch", calls);
      assertReturns(1000 + 70 - 7);
      enter(thrower, "again", calls);
      assertReturns(70);
    }
    enter(thrower, "wide", 3);
    assertReturns(0x3_0000_0003L, 0x3_0000_0003L, Double.doubleToLongBits(0.5));
    enter(thrower, "loop", 100);
    assertReturns(5050);
  }

  // [utest->req~engine-exceptions~1]
  @ParameterizedTest(name = "Thrown at place {0}, an exception comes out at {1}")
  @CsvSource({"0, 12", "1, 11", "2, 12", "3, 12", "4, 10"})
  void handlers(int where, int expected) {
    enter(thrower, "body", where);
    assertReturns(expected);
  }

  // [utest->req~engine-exceptions~1]
  @Test
  @DisplayName("Another instance catches an exception by the tag that it imports, not by its own")
  void instances() {
    enter(catcher, "catch", 5);
    assertReturns(7, 70);
    enter(catcher, "pass", 5);
    assertEquals(EngineCode.UNCAUGHT_EXCEPTION, fails().code());
    assertSame(thrower.export("pair"), machine.exceptionTag());
  }

  // [utest->req~engine-uncaught-exception~1]
  @Test
  @DisplayName("An exception that nobody catches ends the activation, with tag, values and calls")
  void uncaught() {
    enter(thrower, "deep", 3);
    Fault.Trap fault = (Fault.Trap) fails();
    assertEquals(EngineCode.UNCAUGHT_EXCEPTION, fault.code());
    assertEquals("pair", fault.subject());
    assertEquals(4, fault.backtrace().size());
    assertSame(thrower.export("pair"), machine.exceptionTag());
    assertEquals(7, machine.exceptionValue(0));
    assertEquals(70, machine.exceptionValue(1));
    machine.leave();
    assertEquals(0, machine.depth());
    enter(thrower, "catch", 3);
    assertReturns(1063);
  }

  // [utest->req~engine-exceptions~1]
  @ParameterizedTest(name = "{0} is {1}, which no handler catches")
  @CsvSource({
    "trap, OUT_OF_BOUNDS_MEMORY",
    "exhaust, CALL_STACK_EXHAUSTED",
    "null, NULL_EXCEPTION_REFERENCE"
  })
  void traps(String export, TrapCode expected) {
    enter(thrower, export);
    assertEquals(expected, fails().code());
    assertNull(machine.exceptionTag());
    machine.leave();
    enter(thrower, "catch", 3);
    assertReturns(1063);
  }

  // [utest->req~engine-uncaught-exception~1]
  @Test
  @DisplayName("The host throws again what a nested activation has not caught")
  void throughTheHost() {
    enter(thrower, "host", 3);
    passOn();
    assertReturns(70);
    enter(thrower, "hostByTail", 3);
    passOn();
    assertReturns(7);
    enter(thrower, "hostUncaught", 3);
    passOn();
    Fault.Trap fault = (Fault.Trap) fails();
    assertEquals("pair", fault.subject());
    assertEquals(1, fault.backtrace().size());
  }

  private void passOn() {
    assertEquals(Status.HOST_CALL, machine.run());
    assertSame(ask, machine.callee());
    enter(thrower, "deep", 2);
    fails();
    long exception = machine.exception();
    machine.leave();
    machine.throwException(exception);
  }

  @Test
  @DisplayName("The host throws an exception of the guest's with a tag that both know")
  void tagOfTheHost() {
    TagInst tag =
        Guest.ok(store.hostTag(new FuncType(List.of(ValType.I32, ValType.I64), List.of())));
    List<ExternVal> imports = List.of(thrower.export("deep"), tag);
    ModuleInst other = Guest.ok(store.instantiate(Guest.module("catches"), imports));
    enter(other, "catch", 5);
    assertEquals(EngineCode.UNCAUGHT_EXCEPTION, fails().code());
    assertSame(thrower.export("pair"), machine.exceptionTag());
  }

  // [utest->req~engine-exceptions~1]
  @ParameterizedTest(
      name = "{0}: a pause after every unit of fuel changes neither result nor total")
  @CsvSource({"catch, 20, 1063", "again, 20, 70", "loop, 20, 210", "body, 2, 12"})
  void pauses(String export, long argument, long expected) {
    long before = machine.instructions();
    enter(thrower, export, argument);
    assertReturns(expected);
    long total = machine.instructions() - before;
    enter(thrower, export, argument);
    machine.fuel(0);
    while (machine.run() == Status.OUT_OF_FUEL) {
      machine.fuel(machine.fuel() + 1);
    }
    assertReturns(expected);
    assertEquals(0, machine.fuel());
    assertEquals(before + 2 * total, machine.instructions());
  }

  @Test
  @DisplayName("Unwinding costs a unit for each frame that is inspected")
  void cost() {
    int instructions = 7;
    assertEquals(100 * (instructions + 1), cost(110) - cost(10));
  }

  private long cost(int calls) {
    long before = machine.instructions();
    enter(thrower, "catch", calls);
    assertReturns(1063);
    return machine.instructions() - before;
  }
}
