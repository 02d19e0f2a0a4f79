package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import org.junit.jupiter.params.provider.ValueSource;

/// Tail calls of `tail.wat`, which counts down, on stacks for 10,000 calls.
class TailCallTest {
  private static final int MILLION = 1_000_000;

  private Store store;
  private Machine machine;
  private ModuleInst tail;

  @BeforeEach
  void link() {
    store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    machine = Guest.ok(Machine.create(store, Guest.budget()));
    machine.fuel(Guest.PLENTY);
    FuncType asking = new FuncType(List.of(ValType.I32, ValType.V128), List.of(ValType.I64));
    FuncInst ask = Guest.ok(store.hostFunc(asking, "ask"));
    ModuleInst back = Guest.ok(store.instantiate(Guest.module("tail-back"), List.of()));
    List<ExternVal> imports = List.of(back.export("back"), ask, back.export("table"));
    tail = Guest.ok(store.instantiate(Guest.module("tail"), imports));
  }

  @AfterEach
  void close() {
    machine.close();
    store.close();
  }

  private void enter(String export, long... args) {
    Guest.ok(machine.enter((FuncInst) tail.export(export), args));
  }

  private long result() {
    assertEquals(Status.RETURNED, machine.run());
    long result = machine.result(0);
    machine.leave();
    return result;
  }

  private long call(String export, long... args) {
    enter(export, args);
    return result();
  }

  // [utest->req~engine-tail-call~1]
  @Test
  @DisplayName("A million tail calls need no more stack than one, whatever they go through")
  void flat() {
    assertEquals(500_000_500_000L, call("self", MILLION, 0));
    assertEquals(5 - 3 * 9, call("swap", MILLION, 5, 9));
    assertEquals(9 - 3 * 5, call("swap", MILLION + 1, 5, 9));
    assertEquals(11 + MILLION / 2, call("small", MILLION, 11));
    assertEquals(-(11 + MILLION / 2), call("small", MILLION + 1, 11));
    assertEquals(1 + 2 * MILLION, call("byTable", MILLION, 1));
    assertEquals(1 + 3 * MILLION, call("byRef", MILLION, 1));
    assertEquals(1 + MILLION, call("over", MILLION, 1));
    assertEquals(-(2 + MILLION), call("over", MILLION + 1, 1));
    assertEquals(1_000_000_000 + 1 + MILLION, call("overAndOn", MILLION, 1));
  }

  @ParameterizedTest(name = "{0}: each of its tail calls costs the same, and pauses change nothing")
  @ValueSource(strings = {"self", "small", "byTable", "byRef", "over", "overAndOn"})
  void fuel(String export) {
    long few = cost(export, 20);
    long more = cost(export, 40);
    assertEquals(more - few, cost(export, 60) - more);
    enter(export, 40, 3);
    machine.fuel(0);
    long before = machine.instructions();
    while (machine.run() == Status.OUT_OF_FUEL) {
      machine.fuel(machine.fuel() + 1);
    }
    assertEquals(more, machine.instructions() - before);
    assertEquals(0, machine.fuel());
    long paused = result();
    machine.fuel(Guest.PLENTY);
    assertEquals(call(export, 40, 3), paused);
  }

  private long cost(String export, long count) {
    long before = machine.instructions();
    call(export, count, 3);
    return machine.instructions() - before;
  }

  // [utest->req~engine-tail-call~1]
  @ParameterizedTest(name = "{0}: a tail call of the host has its arguments and gives its result")
  @CsvSource({"host, 50, 0", "hostAndOn, 57, 1"})
  void host(String export, long expected, int frames) {
    enter(export, 1L << 40);
    assertEquals(Status.HOST_CALL, machine.run());
    assertEquals(0xFFFF_FFFFL, machine.argument(0));
    assertEquals(1L << 40, machine.argument(1));
    assertEquals(1L << 40, machine.argument(2));
    assertEquals(frames, machine.backtrace().size());
    machine.reply(0, 50);
    machine.resume();
    assertEquals(expected, result());
  }

  // [utest->req~engine-call-ref~1]
  @Test
  @DisplayName("A tail call of null, or of an element of another type, traps")
  void traps() {
    assertEquals(TrapCode.NULL_FUNCTION_REFERENCE, trap("null"));
    assertEquals(TrapCode.UNDEFINED_ELEMENT, trap("element", 4));
    assertEquals(-3, call("element", 2));
  }

  private TrapCode trap(String export, long... args) {
    enter(export, args);
    assertEquals(Status.TRAPPED, machine.run());
    Fault fault = machine.fault();
    machine.leave();
    return (TrapCode) fault.code();
  }
}
