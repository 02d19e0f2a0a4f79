package dev.wrt.tests.faults;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.ExternVal;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.Store;
import dev.wrt.memory.Verification;
import java.util.ArrayList;
import java.util.List;

/// A core module with a function `run`, which may call one function of the host.
final class CoreRig extends Rig {
  private static final int STACK_SLOTS = 1024;
  private static final int CALLS_MAX = 96;
  private static final long SCRUB_FUEL = 256;
  private static final int SCRUB_BLOCKS = 4;
  private static final int HEAP_BYTES = 1 << 16;
  private static final long ANSWER_STEP = 0x5851F42D4C957F2DL;

  private final Module module;
  private final Store store;
  private final Machine machine;
  private final FuncInst run;
  private final long[] arguments;
  private final int calls;

  private final byte[] bytes;

  /// Loads a module.
  ///
  /// @param binary the module
  /// @param calls how often `run` is called
  /// @param rounds its argument
  CoreRig(byte[] binary, int calls, int rounds, Verification verification) {
    MemoryBudget budget = budget();
    bytes = binary.clone();
    module = ok(Module.decode(bytes, 0, bytes.length, Limits.standard(), budget));
    EngineOptions options =
        new EngineOptions(
            verification,
            STACK_SLOTS,
            CALLS_MAX,
            16,
            1024,
            16,
            HEAP_BYTES,
            false,
            SCRUB_FUEL,
            SCRUB_BLOCKS);
    store = ok(Store.create(options, budget));
    List<ExternVal> imports = new ArrayList<>();
    for (Import wanted : module.imports()) {
      FuncType type = module.funcTypeOf(imports.size());
      imports.add(ok(store.hostFunc(type, wanted.name())));
    }
    ModuleInst instance = ok(store.instantiate(module, imports));
    machine = ok(Machine.create(store, budget));
    run = (FuncInst) instance.export("run");
    arguments = new long[] {rounds};
    this.calls = calls;
  }

  @Override
  void begin() {
    super.begin();
    enter();
  }

  private void enter() {
    if (machine.enter(run, arguments) instanceof Result.Err<?> err) {
      fault = err.fault();
    }
  }

  @Override
  void advance(long fuel) {
    machine.fuel(Math.clamp(machine.fuel(), 0, Long.MAX_VALUE / 2) + fuel);
    while (goesOn()) {
      switch (machine.run()) {
        case OUT_OF_FUEL -> {
          return;
        }
        case HOST_CALL -> answer();
        case RETURNED -> returned();
        case TRAPPED -> fault = machine.fault();
        case WAITING -> throw new AssertionError("nobody waits here");
      }
    }
  }

  private void answer() {
    long told = machine.argument(0);
    transcript.tell(told);
    machine.reply(0, told * ANSWER_STEP + 1);
    machine.resume();
  }

  private void returned() {
    transcript.tell(machine.result(0));
    machine.leave();
    done++;
    if (done == calls) {
      ended = true;
    } else {
      enter();
    }
  }

  @Override
  byte[] bytes() {
    return bytes;
  }

  @Override
  Store store() {
    return store;
  }

  @Override
  Machine machine() {
    return machine;
  }

  @Override
  public void close() {
    machine.close();
    store.close();
    module.close();
  }
}
