package dev.wrt.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.Module;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.Status;
import dev.wrt.engine.Store;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a machine allocates while it runs, by the JVM's own count for the thread.
class EngineAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int PAUSES = 1000;

  /// The first rounds load classes, and the compiler of the JVM allocates when it gives up an
  /// optimisation; a machine that allocated would do so in all of them.
  private static final int ROUNDS = 4;

  private static final long SLICE = 10_000;

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  /// An endless loop over memory accesses, bulk instructions and all kinds of calls.
  private static byte[] busy() throws IOException {
    try (InputStream in = EngineAllocationTest.class.getResourceAsStream("busy.wasm")) {
      return in.readAllBytes();
    }
  }

  // [utest->req~engine-no-allocation~1]
  @ParameterizedTest(
      name = "At level {0}, 10 million units of fuel in 1000 pieces allocate nothing")
  @EnumSource(VerificationLevel.class)
  void nothing(VerificationLevel level) throws IOException {
    MemoryBudget budget = MemoryBudget.root("test", 1L << 30);
    EngineOptions options = EngineOptions.standard().with(Verification.of(level));
    byte[] bytes = busy();
    Module module = ok(Module.decode(bytes, 0, bytes.length, Limits.standard(), budget));
    Store store = ok(Store.create(options, budget));
    ModuleInst instance = ok(store.instantiate(module, List.of()));
    Machine machine = ok(Machine.create(store, budget));
    ok(machine.enter((FuncInst) instance.export("busy"), new long[0]));
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > 0; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      run(machine, PAUSES);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertEquals(0, least, "bytes allocated");
    assertTrue(machine.instructions() > PAUSES * (SLICE - 100), "the machine was at work");
    machine.close();
    store.close();
  }

  private static void run(Machine machine, int slices) {
    for (int i = 0; i < slices; i++) {
      machine.fuel(machine.fuel() + SLICE);
      Status status = machine.run();
      if (status != Status.OUT_OF_FUEL) {
        throw new AssertionError(status.toString());
      }
    }
  }
}
