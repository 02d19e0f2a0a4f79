package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.ValType;
import java.util.List;

/// Three instances of `detach.wat`, each of which calls into the one before, a machine, and an
/// account for what is detached from it.
record Strands(Store store, Machine machine, ModuleInst last, MemoryBudget budget)
    implements AutoCloseable {
  private static final Module MODULE = Guest.module("detach");

  /// @param objects whether the guest allocates
  /// @param collecting whether each allocation collects
  static Strands create(EngineOptions options, boolean objects, boolean collecting) {
    Store store = Guest.ok(Store.create(options, Guest.budget()));
    if (collecting) {
      store.heap().collectAlways();
    }
    ValType i32 = ValType.I32;
    ValType i64 = ValType.I64;
    FuncInst ask =
        Guest.ok(store.hostFunc(new FuncType(List.of(i32, i64, i32), List.of(i64)), "ask"));
    FuncInst outside =
        Guest.ok(store.hostFunc(new FuncType(List.of(i64, i32), List.of(i64)), "outside"));
    ExternVal before = outside;
    ModuleInst instance = null;
    for (int i = 0; i < 3; i++) {
      instance = Guest.ok(store.instantiate(MODULE, List.of(ask, before)));
      ((GlobalInst) instance.export("objects")).set(objects ? 1 : 0);
      before = instance.export("step");
    }
    Machine machine = Guest.ok(Machine.create(store, Guest.budget()));
    return new Strands(store, machine, instance, MemoryBudget.root("strands", 1 << 30));
  }

  Strand strand(String export, long... args) {
    return new Strand(export, args);
  }

  @Override
  public void close() {
    machine.close();
    store.close();
    assertEquals(0, budget.reservedBytes(), "all that was detached is given back");
  }

  /// A call from the host, with all that it leads to: a thread of the guest.
  final class Strand {
    /// Fuel for each time it is used up.
    long refill = Guest.PLENTY;

    /// How many of the machine's activations are its own.
    int activations;

    /// Units of fuel that were charged while it ran.
    long charged;

    int hostCalls;

    /// How it has ended.
    String outcome = "";

    private final String export;
    private final long[] args;

    private Strand(String export, long... args) {
      this.export = export;
      this.args = args;
    }

    void enter() {
      enter(export, args);
    }

    private void enter(String name, long... values) {
      Guest.ok(machine.enter((FuncInst) last.export(name), values));
      activations++;
    }

    /// Goes on to the next call of the host.
    ///
    /// @return false if it has ended instead
    boolean run() {
      Status status = runToEnd();
      while (status != Status.HOST_CALL) {
        String end = status == Status.RETURNED ? returned() : failed();
        if (activations == 0) {
          outcome = end;
          return false;
        }
        status = runToEnd();
      }
      hostCalls++;
      return true;
    }

    private Status runToEnd() {
      long before = machine.instructions();
      machine.fuel(refill == Guest.PLENTY ? refill : 0);
      Status status = machine.run();
      while (status == Status.OUT_OF_FUEL) {
        machine.fuel(machine.fuel() + refill);
        status = machine.run();
      }
      charged += machine.instructions() - before;
      return status;
    }

    private String returned() {
      long result = machine.result(0);
      leave();
      if (activations > 0) {
        machine.reply(0, result);
        machine.resume();
      }
      return Long.toString(result);
    }

    private String failed() {
      String end = machine.fault().code() + " " + machine.exceptionTag();
      if (machine.exceptionTag() == null) {
        throw new AssertionError("no trap is meant: " + machine.fault());
      }
      end = "threw " + machine.exceptionValue(0);
      long exception = machine.exception();
      leave();
      if (activations > 0) {
        machine.throwException(exception);
      }
      return end;
    }

    private void leave() {
      machine.leave();
      activations--;
    }

    /// Does what the guest has asked for: answers, or lets the guest call or throw.
    void answer() {
      boolean asked = machine.callee().tag().equals("ask");
      long kind = asked ? machine.argument(0) : 0;
      long value = machine.argument(asked ? 1 : 0);
      if (kind == 0) {
        machine.reply(0, value * 0x9E37_79B9_7F4A_7C15L >>> 7);
        machine.resume();
      } else if (kind == 1) {
        enter("step", value, machine.argument(2));
      } else {
        enter("throw", value);
      }
    }

    SavedFrames detach() {
      return Guest.ok(machine.detach(activations, budget));
    }

    /// Goes on to the end.
    String finish() {
      while (run()) {
        answer();
      }
      return outcome;
    }

    /// From the beginning to the end.
    String alone() {
      enter();
      return finish();
    }
  }
}
