package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Activations that are taken off a machine and put on again: where, how often, and what refuses.
class DetachTest {
  private static EngineOptions options(int valueStackSlots, int callDepthMax) {
    return new EngineOptions(
        Verification.of(VerificationLevel.OFF), valueStackSlots, callDepthMax, 100, 1000, 5);
  }

  private static Strands.Strand atHost(Strands world, String export, long... args) {
    Strands.Strand strand = world.strand(export, args);
    strand.enter();
    assertTrue(strand.run(), "a call of the host");
    return strand;
  }

  private static String deep(int calls) {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false)) {
      return world.strand("deep", calls).alone();
    }
  }

  // [utest->req~engine-detach~1]
  @Test
  @DisplayName("Activations go on above deeper ones and above none, and the backtrace is theirs")
  void elsewhere() {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false)) {
      Strands.Strand first = atHost(world, "deep", 1);
      List<String> alone = world.machine().backtrace();
      SavedFrames frames = first.detach();
      Strands.Strand second = atHost(world, "deep", 2);
      assertEquals(3, world.machine().backtrace().size());
      Guest.ok(world.machine().attach(frames));
      assertEquals(2, world.machine().depth());
      assertEquals(alone, world.machine().backtrace().subList(0, 2));
      assertEquals(5, world.machine().backtrace().size());
      SavedFrames both = Guest.ok(world.machine().detach(2, world.budget()));
      assertEquals(2, both.depth());
      assertEquals(5, both.backtrace().size());
      Guest.ok(world.machine().attach(both));
      frames = first.detach();
      second.answer();
      assertEquals(deep(2), second.finish());
      assertEquals(0, world.machine().depth());
      Guest.ok(world.machine().attach(frames));
      first.answer();
      assertEquals(deep(1), first.finish());
    }
  }

  // [utest->req~engine-detach~1]
  @Test
  @DisplayName("A thousand that wait at a time go on in any order, each to its own result")
  void many() {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false)) {
      List<Strands.Strand> strands = new ArrayList<>();
      List<SavedFrames> frames = new ArrayList<>();
      for (int i = 0; i < 1000; i++) {
        strands.add(atHost(world, "often", 1 + i % 7));
        frames.add(strands.getLast().detach());
      }
      List<Integer> order = new ArrayList<>();
      for (int i = 0; i < 7000; i++) {
        order.add(i % 1000);
      }
      Collections.shuffle(order, new Random(4));
      for (int i : order) {
        Strands.Strand strand = strands.get(i);
        if (strand.outcome.isEmpty()) {
          Guest.ok(world.machine().attach(frames.get(i)));
          strand.answer();
          frames.set(i, strand.run() ? strand.detach() : frames.get(i));
        }
      }
      for (int i = 0; i < 1000; i++) {
        assertEquals(world.strand("often", 1 + i % 7).alone(), strands.get(i).outcome);
      }
    }
  }

  // [utest->req~engine-detach-room~1]
  @Test
  @DisplayName("Where calls or slots don't suffice they are not put on, and go on elsewhere later")
  void noRoom() {
    for (EngineOptions options : List.of(options(1 << 16, 100), options(600, 10_000))) {
      int most = deepest(options) * 3 / 4;
      try (Strands world = Strands.create(options, false, false)) {
        Strands.Strand first = atHost(world, "deep", most);
        SavedFrames frames = first.detach();
        int refused = 0;
        for (int calls = 0; calls < most; calls++) {
          Strands.Strand below = atHost(world, "deep", calls);
          Result<Unit> attached = world.machine().attach(frames);
          if (attached instanceof Result.Ok<Unit>) {
            first.answer();
            assertEquals(deep(most), first.finish());
            first = atHost(world, "deep", most);
            frames = first.detach();
          } else {
            assertEquals(TrapCode.CALL_STACK_EXHAUSTED, Guest.fault(attached).code());
            refused++;
          }
          below.answer();
          assertEquals(deep(calls), below.finish());
        }
        assertTrue(refused > most / 2 && refused < most, "refused " + refused + " of " + most);
        Guest.ok(world.machine().attach(frames));
        first.answer();
        assertEquals(deep(most), first.finish());
      }
    }
  }

  // [utest->req~engine-detach-room~1]
  @Test
  @DisplayName("On a full stack there is room again for what was just taken off it")
  void fullStack() {
    for (EngineOptions options : List.of(options(1 << 16, 100), options(600, 10_000))) {
      int deepest = deepest(options);
      try (Strands world = Strands.create(options, false, false)) {
        Strands.Strand strand = atHost(world, "deep", deepest);
        Guest.ok(world.machine().attach(strand.detach()));
        strand.answer();
        assertEquals(deep(deepest), strand.finish());
      }
    }
  }

  /// The deepest recursion that there is room for.
  private static int deepest(EngineOptions options) {
    try (Strands world = Strands.create(options, false, false)) {
      int calls = 0;
      while (true) {
        Guest.ok(world.machine().enter(export(world, "deep"), new long[] {calls}));
        world.machine().fuel(Guest.PLENTY);
        Status status = world.machine().run();
        world.machine().leave();
        if (status == Status.TRAPPED) {
          return calls - 1;
        }
        calls++;
      }
    }
  }

  private static FuncInst export(Strands world, String name) {
    return (FuncInst) world.last().export(name);
  }

  // [utest->req~engine-detach-budget~1]
  @Test
  @DisplayName("What is kept is paid by a budget, to the byte; refused, the machine is as before")
  void budget() {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false)) {
      Strands.Strand strand = atHost(world, "deep", 50);
      List<String> backtrace = world.machine().backtrace();
      SavedFrames frames = strand.detach();
      long bytes = frames.bytes();
      assertEquals(bytes, world.budget().reservedBytes());
      assertTrue(bytes > 50 * 2 * Long.BYTES && bytes < 50 * 16 * Long.BYTES, bytes + " bytes");
      Guest.ok(world.machine().attach(frames));
      assertEquals(0, frames.bytes());
      assertEquals(0, world.budget().reservedBytes());
      frames.close();
      MemoryBudget tight = MemoryBudget.root("tight", bytes - 1);
      Fault refusal = Guest.fault(world.machine().detach(1, tight));
      assertInstanceOf(Fault.BudgetFault.class, refusal);
      assertEquals(1, world.machine().depth());
      assertEquals(backtrace, world.machine().backtrace());
      assertEquals(0, tight.reservedBytes());
      strand.answer();
      assertEquals(deep(50), strand.finish());
    }
  }

  // [utest->req~engine-detach-budget~1]
  @Test
  @DisplayName("Activations that are closed instead hold nothing and are visited no longer")
  void closed() {
    try (Strands world = Strands.create(Guest.OPTIONS, true, true)) {
      List<SavedFrames> frames = new ArrayList<>();
      for (int i = 0; i < 60; i++) {
        Strands.Strand strand = world.strand("step", i, 6);
        strand.enter();
        if (strand.run()) {
          frames.add(strand.detach());
        }
      }
      assertTrue(frames.size() > 30, "most programs call the host");
      assertTrue(world.store().heapStats().liveBytes() > 0, "some have objects");
      Collections.shuffle(frames, new Random(1));
      for (SavedFrames each : frames) {
        each.close();
        each.close();
        assertEquals(List.of(), each.backtrace());
      }
      world.store().heap().collect(world.store().roots());
      assertEquals(0, world.store().heapStats().liveBytes());
    }
  }

  // [utest->req~engine-detach~1]
  @Test
  @DisplayName("No activations are an empty set, in any state, which changes nothing")
  void none() {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false)) {
      SavedFrames none = Guest.ok(world.machine().detach(0, world.budget()));
      assertEquals(0, none.depth());
      assertEquals(List.of(), none.backtrace());
      assertTrue(none.bytes() > 0, "it is an object");
      MemoryBudget nothing = MemoryBudget.root("nothing", none.bytes() - 1);
      assertInstanceOf(Fault.BudgetFault.class, Guest.fault(world.machine().detach(0, nothing)));
      Strands.Strand strand = atHost(world, "deep", 3);
      Guest.ok(world.machine().attach(none));
      assertEquals(1, world.machine().depth());
      strand.answer();
      assertEquals(deep(3), strand.finish());
    }
  }

  // [utest->req~engine-detach~1]
  @Test
  @DisplayName("A function of the host that was entered itself is kept, replies and all")
  void hostEntered() {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false)) {
      Machine machine = world.machine();
      FuncInst ask = hostFunc(world);
      Guest.ok(machine.enter(ask, new long[] {0, 5, 6}));
      assertEquals(Status.HOST_CALL, machine.run());
      SavedFrames asked = Guest.ok(machine.detach(1, world.budget()));
      Strands.Strand below = atHost(world, "deep", 3);
      Guest.ok(machine.attach(asked));
      assertEquals(5, machine.argument(1));
      assertEquals(6, machine.argument(2));
      machine.reply(0, 77);
      SavedFrames replied = Guest.ok(machine.detach(1, world.budget()));
      assertEquals(List.of(), replied.backtrace());
      below.answer();
      below.finish();
      Guest.ok(machine.attach(replied));
      machine.resume();
      assertEquals(Status.RETURNED, machine.run());
      assertEquals(77, machine.result(0));
    }
  }

  private static FuncInst hostFunc(Strands world) {
    atHost(world, "deep", 0);
    FuncInst ask = world.machine().callee();
    world.machine().leave();
    return ask;
  }

  @Test
  @DisplayName("Only what waits for the host is taken off, and only once put on, in its store")
  void misuse() {
    try (Strands world = Strands.create(Guest.OPTIONS, false, false);
        Strands other = Strands.create(Guest.OPTIONS, false, false)) {
      Machine machine = world.machine();
      Strands.Strand strand = atHost(world, "deep", 3);
      assertThrows(Invariant.Violation.class, () -> machine.detach(2, world.budget()));
      SavedFrames frames = strand.detach();
      assertThrows(Invariant.Violation.class, () -> other.machine().attach(frames));
      Guest.ok(machine.attach(frames));
      assertThrows(Invariant.Violation.class, () -> machine.attach(frames));
      strand.answer();
      assertThrows(Invariant.Violation.class, () -> machine.detach(1, world.budget()));
      strand.finish();
    }
  }
}
