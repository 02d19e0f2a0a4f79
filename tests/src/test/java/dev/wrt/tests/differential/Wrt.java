package dev.wrt.tests.differential;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.core.Module;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.GlobalInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.MemInst;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.Status;
import dev.wrt.engine.Store;
import dev.wrt.memory.Verification;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/// Our engine, answering as `v8.mjs` does.
final class Wrt {
  private static final long FUEL = 1L << 40;
  private static final long BUDGET_BYTES = 1L << 30;
  private static final String RETURNED = "returned";

  /// The stacks are small, because each program has its own.
  private static final EngineOptions OPTIONS = options();

  /// A violated invariant is an answer too, one that V8 does not give.
  static Answer answer(Program program) {
    return answer(program, OPTIONS.verification());
  }

  private Wrt() {}

  private static EngineOptions options() {
    EngineOptions usual = EngineOptions.standard();
    return new EngineOptions(usual.verification(), 1 << 14, 1 << 10, 64, 1000, 8);
  }

  /// The answer at a level of verification.
  static Answer answer(Program program, Verification verification) {
    try {
      return executed(program, OPTIONS.with(verification));
    } catch (RuntimeException | AssertionError e) {
      StackTraceElement[] trace = e.getStackTrace();
      return new Answer(List.of("crash " + e, trace.length == 0 ? "" : trace[0].toString()));
    }
  }

  private static Answer executed(Program program, EngineOptions options) {
    MemoryBudget budget = MemoryBudget.root("differential", BUDGET_BYTES);
    byte[] bytes = program.bytes();
    Result<Module> decoded =
        Module.decode(bytes, 0, bytes.length, DecoderOptions.of(Features.ALL), budget);
    return switch (decoded) {
      case Result.Err<Module>(Fault fault) -> new Answer(List.of("invalid " + fault));
      case Result.Ok<Module>(Module module) -> {
        try (Store store = ok(Store.create(options, budget));
            Machine machine = ok(Machine.create(store, budget))) {
          yield answer(module, store, machine);
        } finally {
          module.close();
        }
      }
    };
  }

  private static Answer answer(Module module, Store store, Machine machine) {
    List<String> lines = new ArrayList<>();
    switch (store.instantiate(module, List.of())) {
      case Result.Err<ModuleInst>(Fault fault) -> lines.add(end(fault));
      case Result.Ok<ModuleInst>(ModuleInst instance) -> {
        lines.add(RETURNED);
        calls(instance, machine, lines);
      }
    }
    return new Answer(lines);
  }

  private static void calls(ModuleInst instance, Machine machine, List<String> lines) {
    FuncInst observe = (FuncInst) instance.export("observe");
    for (int i = 0; instance.export("c" + i) instanceof FuncInst function; i++) {
      lines.add(call(machine, function));
      lines.add(call(machine, observe));
      lines.add(state(instance));
    }
  }

  private static String call(Machine machine, FuncInst function) {
    ok(machine.enter(function, new long[0]));
    machine.fuel(FUEL);
    Status status = machine.run();
    String end =
        switch (status) {
          case RETURNED -> RETURNED;
          case TRAPPED -> end(machine.fault());
          default -> status.toString();
        };
    machine.unwind();
    return end;
  }

  private static String end(Fault fault) {
    String text = fault.code().text();
    if (text.equals("uncaught exception")) {
      return "exception";
    }
    boolean trap = fault instanceof Fault.Trap;
    return "trap " + TrapClass.ofOurs(trap ? text : fault.toString());
  }

  private static String state(ModuleInst instance) {
    List<String> words = new ArrayList<>();
    for (int i = 0; instance.export("o" + i) instanceof GlobalInst global; i++) {
      words.add(Long.toHexString(global.get()));
    }
    for (int i = 0; instance.export("m" + i) instanceof MemInst mem; i++) {
      CRC32 crc = new CRC32();
      crc.update(mem.memory().plain(), 0, mem.memory().sizeBytes());
      words.add(mem.memory().sizeBytes() + ":" + Long.toHexString(crc.getValue()));
    }
    return String.join(" ", words);
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T>(T value) -> value;
      case Result.Err<T>(Fault fault) -> throw new AssertionError(fault.toString());
    };
  }
}
