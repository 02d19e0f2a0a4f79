package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Calls of the host, of other instances, and activations inside of a waiting host call.
class HostCallTest {
  private Store store;
  private Machine machine;
  private FuncInst ask;
  private ModuleInst host;
  private ModuleInst borrower;

  @BeforeEach
  void link() {
    store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    machine = Guest.ok(Machine.create(store, Guest.budget()));
    machine.fuel(Guest.PLENTY);
    FuncType asking = new FuncType(List.of(ValType.I32, ValType.I64), List.of(ValType.I64));
    FuncType pair = new FuncType(List.of(), List.of(ValType.I32, ValType.F64));
    ask = Guest.ok(store.hostFunc(asking, "ask"));
    FuncInst two = Guest.ok(store.hostFunc(pair, "two"));
    host = Guest.ok(store.instantiate(Guest.module("host"), List.of(ask, two)));
    List<ExternVal> borrowed =
        List.of(
            host.export("square"),
            host.export("memory"),
            host.export("table"),
            host.export("ask-again"));
    borrower = Guest.ok(store.instantiate(Guest.module("borrower"), borrowed));
  }

  @AfterEach
  void close() {
    machine.close();
    store.close();
  }

  private void enter(ModuleInst instance, String export, long... args) {
    Guest.ok(machine.enter((FuncInst) instance.export(export), args));
  }

  private void assertResult(long expected) {
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(expected, machine.result(0));
    machine.leave();
  }

  private void answer(long argument0, long argument1, long reply) {
    assertEquals(Status.HOST_CALL, machine.run());
    assertSame(ask, machine.callee());
    assertEquals(argument0, machine.argument(0));
    assertEquals(argument1, machine.argument(1));
    machine.reply(0, reply);
    machine.resume();
  }

  // [utest->req~engine-host-call~1]
  @Test
  @DisplayName(
      "A host function is called with its arguments and answers, directly and by reference")
  void call() {
    enter(host, "direct", 7, 5);
    answer(7, 5, 30);
    assertResult(5 + 30 - 7);
    enter(host, "indirect", 1, 2);
    answer(1, 2, 3);
    assertResult(1003);
  }

  @Test
  @DisplayName("A negative i32 argument and an i32 reply are zero-extended")
  void representation() {
    enter(host, "direct", -1, 5);
    answer(0xFFFF_FFFFL, 5, 0);
    assertResult(6);
    enter(host, "pair");
    assertEquals(Status.HOST_CALL, machine.run());
    machine.reply(0, -1L);
    machine.reply(1, Double.doubleToLongBits(3.9));
    machine.resume();
    assertResult(0xFFFF_FFFFL + 300);
  }

  // [utest->req~engine-host-call~1]
  @Test
  @DisplayName("While a host call waits, functions are entered, nested, and the call waits again")
  void nested() {
    enter(host, "direct", 7, 5);
    assertEquals(Status.HOST_CALL, machine.run());
    enter(host, "square", 9);
    assertEquals(2, machine.depth());
    assertResult(81);
    assertEquals(Status.HOST_CALL, machine.run());
    enter(host, "direct", 1, 2);
    assertEquals(Status.HOST_CALL, machine.run());
    enter(borrower, "over", 3);
    assertEquals(3, machine.depth());
    assertResult(9 + 9);
    answer(1, 2, 100);
    assertResult(101);
    answer(7, 5, 30);
    assertResult(28);
    assertEquals(0, machine.depth());
    enter(host, "calls");
    assertResult(3);
  }

  @Test
  @DisplayName("A host call that fails ends its activation, and only that one if it is left")
  void raise() {
    Fault fault = new Fault.ExitFault(EngineCode.UNSUPPORTED, 3);
    enter(host, "direct", 7, 5);
    assertEquals(Status.HOST_CALL, machine.run());
    enter(host, "direct", 1, 2);
    assertEquals(Status.HOST_CALL, machine.run());
    machine.raise(fault);
    assertEquals(Status.TRAPPED, machine.run());
    assertSame(fault, machine.fault());
    machine.leave();
    answer(7, 5, 30);
    assertResult(28);
    enter(host, "direct", 7, 5);
    machine.run();
    machine.unwind();
    assertEquals(0, machine.depth());
  }

  @Test
  @DisplayName("A host function that is exported again can be entered itself")
  void reexported() {
    enter(host, "ask-again", 4, 6);
    answer(4, 6, 11);
    assertResult(11);
  }

  @Test
  @DisplayName("Instances share functions, memory and table, and a call changes the instance")
  void instances() {
    enter(host, "poke", 8, 1000);
    answer(8, 1000, 0);
    assertResult(1000);
    enter(borrower, "over", 5);
    assertResult(25 + 1000 + 25);
    enter(borrower, "ask", 6);
    answer(3, 6, 9);
    assertResult(10);
  }

  @Test
  @DisplayName("A backtrace goes on through a host call to the functions that wait")
  void backtrace() {
    enter(borrower, "ask", 6);
    assertEquals(Status.HOST_CALL, machine.run());
    enter(borrower, "ask", 7);
    assertEquals(Status.HOST_CALL, machine.run());
    assertEquals(2, machine.backtrace().size());
    assertEquals(machine.backtrace().get(0), machine.backtrace().get(1));
  }

  @Test
  @DisplayName("A function that is entered with the wrong number of arguments is refused")
  void argumentCount() {
    FuncInst square = (FuncInst) host.export("square");
    assertEquals(EngineCode.ARGUMENT_COUNT, Guest.fault(machine.enter(square, new long[2])).code());
    assertEquals(0, machine.depth());
  }

  @Test
  @DisplayName("Nested activations beyond the depth limit are refused, and the outer ones live on")
  void nestedExhaustion() {
    int entered = 0;
    while (machine.enter((FuncInst) host.export("ask-again"), new long[] {1, 2})
        instanceof dev.wrt.bounded.Result.Ok<?>) {
      entered++;
      assertEquals(Status.HOST_CALL, machine.run());
    }
    assertEquals(entered, machine.depth());
    for (; entered > 0; entered--) {
      answer(1, 2, entered);
      assertResult(entered);
    }
  }
}
