package dev.wrt.tests.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.ValType;
import dev.wrt.engine.EngineOptions;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import dev.wrt.engine.ModuleInst;
import dev.wrt.engine.SavedFrames;
import dev.wrt.engine.Status;
import dev.wrt.engine.Store;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What it costs to take activations off a machine, by the JVM's own count for the thread.
class DetachAllocationTest {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// The answers of both operations.
  private static final long RESULT_BYTES = 2 * 16;

  private static final int ROUNDS = 4;
  private static final int CUTS = 1000;

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new AssertionError(err.fault().toString());
    };
  }

  private static byte[] asks() throws IOException {
    try (InputStream in = DetachAllocationTest.class.getResourceAsStream("asks.wasm")) {
      return in.readAllBytes();
    }
  }

  // [utest->req~engine-detach-budget~1]
  @ParameterizedTest(name = "Below {0} frames, not a byte more is allocated than is reserved")
  @ValueSource(ints = {0, 1, 30, 5000})
  void noMoreThanReserved(int frames) throws IOException {
    MemoryBudget budget = MemoryBudget.root("test", 1L << 30);
    byte[] bytes = asks();
    Module module = ok(Module.decode(bytes, 0, bytes.length, Limits.standard(), budget));
    Store store = ok(Store.create(EngineOptions.standard(), budget));
    FuncType type = new FuncType(List.of(ValType.I32), List.of(ValType.I32));
    ModuleInst instance = ok(store.instantiate(module, List.of(ok(store.hostFunc(type, "ask")))));
    Machine machine = ok(Machine.create(store, budget));
    machine.fuel(Long.MAX_VALUE);
    ok(machine.enter((FuncInst) instance.export("ask"), new long[] {frames}));
    assertEquals(Status.HOST_CALL, machine.run());
    SavedFrames probe = ok(machine.detach(1, budget));
    long allowed = CUTS * (probe.bytes() + RESULT_BYTES);
    ok(machine.attach(probe));
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS && least > allowed; round++) {
      long before = THREADS.getCurrentThreadAllocatedBytes();
      cut(machine, budget);
      least = Math.min(least, THREADS.getCurrentThreadAllocatedBytes() - before);
    }
    assertTrue(least <= allowed, least / CUTS + " bytes, reserved " + allowed / CUTS);
    machine.close();
    store.close();
  }

  private static void cut(Machine machine, MemoryBudget budget) {
    for (int i = 0; i < CUTS; i++) {
      ok(machine.attach(ok(machine.detach(1, budget))));
      machine.reply(0, i);
      machine.resume();
      if (machine.run() != Status.HOST_CALL) {
        throw new AssertionError(machine.fault().toString());
      }
    }
  }
}
