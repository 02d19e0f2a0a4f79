package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of words of the stacks and registers that are changed while the host has its turn.
// [utest->req~integrity-value-stack~1]
// [utest->req~integrity-call-stack~1]
// [utest->req~integrity-control-words~1]
// [utest->req~integrity-saved-frames~1]
// [utest->req~integrity-frames-boundary~1]
// [utest->req~integrity-frames-repair~1]
// [utest->req~integrity-frames-off~1]
class FrameIntegrityTest {
  private static final MemoryBudget BUDGET = MemoryBudget.root("saved", 1 << 20);

  /// A machine at the host call of `poke`, which answers 5 when it goes on.
  private static Machine waiting(VerificationLevel level) {
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
    return machine;
  }

  private static void damageRegister(State s, int word) {
    switch (word) {
      case 0 -> s.pc ^= 4;
      case 1 -> s.boundary ^= 2;
      case 2 -> s.hostBase ^= 1 << 20;
      case 3 -> s.callee = null;
      case 4 -> s.status = null;
      case 5 -> s.fuel ^= 1L << 40;
      case 6 -> s.fuelGiven ^= 1;
      case 7 -> s.traceHash ^= 1;
      default -> s.thrown ^= 8;
    }
  }

  private static void assertArea(String area, Fault fault) {
    assertEquals(area, assertInstanceOf(Fault.IntegrityFault.class, fault).area());
  }

  @ParameterizedTest(name = "a register in word {0} that changes at rest ends the machine")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void lost(int word) {
    Machine machine = waiting(VerificationLevel.STANDARD);
    damageRegister(machine.s, word);
    machine.fuel(7);
    machine.reply(0, 1);
    machine.resume();
    machine.raise(new Fault.Trap(TrapCode.UNREACHABLE, "", List.of()));
    machine.throwException(8);
    machine.timeOut();
    assertEquals(0, machine.argument(0), "nothing is told of a lost machine");
    assertEquals(0, machine.result(0));
    assertEquals(Status.TRAPPED, machine.run());
    assertArea("control words", machine.fault());
    assertArea("control words", Guest.fault(machine.detach(1, BUDGET)));
    assertEquals(null, machine.exceptionTag());
    machine.leave();
    machine.unwind();
    assertEquals(0, machine.depth());
    FuncInst two = machine.store().func(2);
    assertArea("control words", Guest.fault(machine.enter(two, new long[0])));
    machine.close();
  }

  @ParameterizedTest(name = "a register in word {0} that changes at rest is put right at REDUNDANT")
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void restored(int word) {
    Machine machine = waiting(VerificationLevel.REDUNDANT);
    damageRegister(machine.s, word);
    machine.resume();
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(5, machine.result(0));
    Fault.IntegrityFault repair = machine.store().repairs().getFirst();
    assertEquals("control words", repair.area());
    assertEquals(word, repair.block());
    assertTrue(repair.repaired());
  }

  @Test
  @DisplayName("where all three copies differ there is nothing to repair with")
  void threeDiffer() {
    Machine machine = waiting(VerificationLevel.REDUNDANT);
    State s = machine.s;
    s.calls[s.boundary - 1] ^= 1;
    s.calls[2 * s.callMirror + s.boundary - 1] ^= 2;
    machine.leave();
    assertEquals(0, machine.depth());
    assertEquals(Status.TRAPPED, machine.run());
    assertArea("call stack", machine.fault());
  }

  @ParameterizedTest(name = "a changed argument is not given to the host at {0}")
  @EnumSource(
      value = VerificationLevel.class,
      names = {"STANDARD", "FULL"})
  void argument(VerificationLevel level) {
    Machine machine = waiting(level);
    machine.s.stack[machine.s.hostBase] ^= 1;
    assertEquals(0, machine.argument(0));
    assertEquals(Status.TRAPPED, machine.run());
    assertArea("value stack", machine.fault());
  }

  @Test
  @DisplayName("at FULL a boundary compares what nobody reads, at STANDARD it need not")
  void boundary() {
    for (VerificationLevel level : List.of(VerificationLevel.STANDARD, VerificationLevel.FULL)) {
      Machine machine = waiting(level);
      State s = machine.s;
      s.stack[s.mirror + 1] ^= 1;
      assertEquals(level == VerificationLevel.FULL, s.verifyBoundary() != null);
    }
  }

  @Test
  @DisplayName("detached activations that were changed are not attached, nor changed ones detached")
  void detached() {
    Machine machine = waiting(VerificationLevel.STANDARD);
    machine.s.stack[0] ^= 1;
    assertArea("value stack", Guest.fault(machine.detach(1, BUDGET)));
    machine.s.stack[0] ^= 1;
    machine.s.calls[3] ^= 1;
    assertArea("call stack", Guest.fault(machine.detach(1, BUDGET)));
    machine.s.calls[3] ^= 1;
    for (int part = 0; part < 2; part++) {
      Machine other = waiting(VerificationLevel.STANDARD);
      SavedFrames saved = Guest.ok(other.detach(1, BUDGET));
      if (part == 0) {
        saved.stack[0] ^= 1;
      } else {
        saved.calls[1] ^= 1;
      }
      assertArea("saved frames", Guest.fault(other.attach(saved)));
      saved.close();
    }
  }

  @Test
  @DisplayName("detached activations with one wrong word are put right at REDUNDANT, and go on")
  void attachRepairs() {
    Machine machine = waiting(VerificationLevel.REDUNDANT);
    SavedFrames saved = Guest.ok(machine.detach(1, BUDGET));
    saved.stack[saved.slots()] ^= 1;
    saved.calls[1] ^= 1;
    Guest.ok(machine.attach(saved));
    machine.resume();
    assertEquals(Status.RETURNED, machine.run());
    assertEquals(5, machine.result(0));
    assertEquals(2, machine.store().repairs().size());
  }

  @Test
  @DisplayName("a backtrace ends where the call records are corrupted")
  void backtrace() {
    Machine machine = waiting(VerificationLevel.STANDARD);
    machine.s.calls[machine.s.csp - 2] ^= 1;
    assertEquals("(calls that were corrupted)", machine.backtrace().getLast());
  }

  @Test
  @DisplayName("the latest sixteen repairs are kept, all are counted")
  void repairsKept() {
    FrameArea area = new FrameArea("here", EngineCode.VALUE_STACK_CORRUPTED, Long.BYTES);
    for (int i = 0; i < 20; i++) {
      area.mismatch(i, 1, 2, true);
    }
    area.mismatch(20, 1, 2, false);
    assertEquals(FrameArea.REPAIRS_MAX, area.repairs().size());
    assertEquals(4, area.repairs().getFirst().block());
    assertEquals(21, area.report().mismatches());
    assertEquals(20, area.report().repairs());
  }

  @Test
  @DisplayName("only levels from STANDARD on reserve bytes for copies")
  void bytes() {
    long once = State.bytes(Guest.OPTIONS);
    for (VerificationLevel level : VerificationLevel.values()) {
      long bytes = State.bytes(Guest.OPTIONS.with(Verification.of(level)));
      boolean copies = level.includes(VerificationLevel.STANDARD);
      assertEquals(copies, bytes > once, level.toString());
      State s = waiting(level).s;
      assertNotEquals(copies, s.mirror == 0);
      assertEquals(s.stackLimit * Copies.of(level), s.stack.length);
    }
  }
}
