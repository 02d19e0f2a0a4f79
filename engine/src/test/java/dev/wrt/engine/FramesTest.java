package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the collector finds in the frames: each slot that holds a reference, and no other one.
class FramesTest {
  private Store store;
  private Machine machine;
  private ModuleInst instance;
  private final List<Long> found = new ArrayList<>();

  /// In place of objects: the references are the objects' numbers, and the times they have moved.
  private long moves;

  @BeforeEach
  void link() {
    store = Guest.ok(Store.create(Guest.OPTIONS, Guest.budget()));
    machine = Guest.ok(Machine.create(store, Guest.budget()));
    ValType ref = ValType.EXTERNREF;
    ValType i64 = ValType.I64;
    ValType v128 = ValType.V128;
    FuncType ask = new FuncType(List.of(i64, ref), List.of(ref));
    FuncType swap =
        new FuncType(List.of(ref, ValType.I32, v128, ref), List.of(v128, ref, i64, ref));
    FuncInst asked = Guest.ok(store.hostFunc(ask, "ask"));
    FuncInst swapped = Guest.ok(store.hostFunc(swap, "swap"));
    instance = Guest.ok(store.instantiate(Guest.module("refs"), List.of(asked, swapped)));
  }

  @AfterEach
  void close() {
    machine.close();
    store.close();
  }

  private long ref(int number) {
    return (number << 12 | moves) << 3;
  }

  /// Moves all objects: a reference that is visited must be one, and not have been missed before.
  private void move() {
    long before = moves;
    found.clear();
    RefVisitor visitor =
        ref -> {
          if (ref == 0) {
            return 0;
          }
          assertEquals(before, ref >> 3 & 0xFFF, "a reference, as it was after the last move");
          found.add(ref >> 15);
          return ref + 8;
        };
    machine.frames().visit(visitor);
    TableInst kept = instance.table(1);
    kept.elements.visit(0, kept.size(), visitor);
    moves++;
  }

  private void enter(String export, long... args) {
    Guest.ok(machine.enter((FuncInst) instance.export(export), args));
    machine.fuel(0);
  }

  private void runTo(Status wanted) {
    Status status = machine.run();
    while (status == Status.OUT_OF_FUEL) {
      move();
      machine.fuel(machine.fuel() + 1);
      status = machine.run();
    }
    assertEquals(wanted, status);
    move();
  }

  private void assertFound(Long... numbers) {
    Collections.sort(found);
    assertEquals(List.of(numbers), found);
  }

  // [utest->req~engine-stack-maps~1]
  @Test
  @DisplayName("At a call of the host, exactly its arguments and what its callers hold is visited")
  void nested() {
    enter("nested", ref(1), 0);
    runTo(Status.HOST_CALL);
    assertFound(1L, 1L); // the argument and local a
    machine.reply(0, ref(5));
    move();
    assertFound(1L, 5L);
    machine.resume();
    move();
    assertFound(1L, 5L);
    runTo(Status.HOST_CALL);
    assertFound(1L, 1L, 5L); // the operand that the call before has given
    machine.reply(0, ref(6));
    machine.resume();
    runTo(Status.HOST_CALL); // from first, called by reference
    assertEquals(64, machine.argument(0));
    assertFound(1L, 5L, 6L, 6L);

    Guest.ok(machine.enter((FuncInst) instance.export("nested"), new long[] {ref(9), 1}));
    runTo(Status.HOST_CALL);
    assertFound(1L, 5L, 6L, 6L, 9L, 9L);
    machine.leave();
    move();
    assertFound(1L, 5L, 6L, 6L);

    machine.reply(0, ref(7));
    machine.resume();
    runTo(Status.RETURNED);
    assertFound(5L);
    assertEquals(ref(5), machine.result(0));
    machine.leave();
    move();
    assertFound();
  }

  @Test
  @DisplayName("An operand that stands for a local is visited with the local until that changes")
  void settled() {
    enter("settled", ref(1), ref(2));
    runTo(Status.HOST_CALL);
    assertFound(1L, 2L, 2L);
    machine.reply(0, ref(3));
    machine.resume();
    runTo(Status.HOST_CALL);
    assertFound(1L, 2L, 2L, 3L);
    machine.reply(0, 0);
    machine.resume();
    runTo(Status.RETURNED);
    assertEquals(ref(1), machine.result(0));
    machine.leave();
  }

  @Test
  @DisplayName("Arguments of a host function are visited until it replies, then its results are")
  void swapped() {
    enter("swapped", ref(1), ref(2));
    runTo(Status.HOST_CALL);
    assertFound(1L, 1L, 2L, 2L);
    long last = machine.argument(4);
    machine.reply(4, machine.argument(0));
    move();
    assertFound(1L, 1L, 2L);
    machine.reply(2, last + 8);
    machine.reply(0, 64);
    machine.reply(1, 72);
    machine.reply(3, 80);
    machine.resume();
    runTo(Status.RETURNED);
    assertEquals(ref(1), machine.result(0));
    assertEquals(ref(2), machine.result(1));
    machine.leave();
  }

  @ParameterizedTest(name = "Objects move at every fuel unit of a mix of branches: {0} rounds")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 12, 13})
  void mix(int rounds) {
    mixed(rounds);
    mixed(rounds); // above what the first call has left on the stack
  }

  private void mixed(int rounds) {
    enter("mix", ref(1), ref(2), rounds);
    move();
    runTo(Status.RETURNED);
    assertEquals(2, found.size() - keptRefs());
    for (int i = 0; i < 2; i++) {
      assertTrue(List.of(ref(1), ref(2)).contains(machine.result(i)), "one of the two, as it is");
    }
    machine.leave();
  }

  private int keptRefs() {
    int count = 0;
    for (int i = 0; i < instance.table(1).size(); i++) {
      count += instance.table(1).get(i) == 0 ? 0 : 1;
    }
    return count;
  }
}
