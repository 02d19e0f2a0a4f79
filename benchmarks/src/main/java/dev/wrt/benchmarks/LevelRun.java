package dev.wrt.benchmarks;

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
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/// One process of {@link Levels}: runs one kernel at one verification level, and prints the
/// processor time of a run in nanoseconds, the median of the batches, and what it has returned.
public final class LevelRun {
  private static final long BUDGET_BYTES = 1L << 30;

  private final ThreadMXBean threads = Objects.requireNonNull(ManagementFactory.getThreadMXBean());
  private final Machine machine;
  private final FuncInst function;
  private final long[] arguments;

  private LevelRun(Machine machine, FuncInst function, int argument) {
    this.machine = machine;
    this.function = function;
    this.arguments = new long[] {argument};
  }

  /// The process's entry point.
  ///
  /// @param arguments the project's folder, kernel, level, and the effort
  public static void main(String[] arguments) throws IOException {
    Effort effort = Effort.of(arguments[3], arguments[4], arguments[5]);
    Kernel kernel = Kernel.valueOf(arguments[1]);
    run(Path.of(arguments[0]), kernel, arguments[2], effort, System.out);
  }

  /// Measures in this process.
  static void run(Path project, Kernel kernel, String level, Effort effort, PrintStream out)
      throws IOException {
    byte[] bytes = Files.readAllBytes(kernel.file(project));
    Verification verification = Verification.of(ok(VerificationLevel.parse(level)));
    MemoryBudget budget = MemoryBudget.root("kernel", BUDGET_BYTES);
    EngineOptions options = EngineOptions.standard().with(verification);
    Module module = ok(Module.decode(bytes, 0, bytes.length, Limits.standard(), budget));
    try (Store store = ok(Store.create(options, budget));
        Machine machine = ok(Machine.create(store, budget))) {
      ModuleInst instance = ok(store.instantiate(module, List.of()));
      if (!(instance.export(kernel.export()) instanceof FuncInst function)) {
        throw new IllegalStateException(kernel + " is not there");
      }
      LevelRun run = new LevelRun(machine, function, kernel.argument());
      out.println(run.measured(effort));
    }
    module.close();
  }

  private String measured(Effort effort) {
    long returned = once();
    int runs = warm(effort);
    double[] nanos = new double[effort.batches()];
    for (int i = 0; i < nanos.length; i++) {
      nanos[i] = time(runs) / (double) runs;
    }
    Arrays.sort(nanos);
    return nanos[nanos.length / 2] + "\t" + returned;
  }

  /// Runs until it is warm.
  ///
  /// @return how many runs make a batch
  private int warm(Effort effort) {
    long left = effort.warmMillis() * 1_000_000L;
    int runs = 1;
    long took = 1;
    do {
      took = Math.max(1, time(runs));
      left -= took;
      if (took < 10_000_000) {
        runs *= 2;
      }
    } while (left > 0);
    return (int) Math.max(1, runs * (effort.batchMillis() * 1e6 / took));
  }

  private long time(int runs) {
    long before = threads.getCurrentThreadCpuTime();
    for (int i = 0; i < runs; i++) {
      once();
    }
    return threads.getCurrentThreadCpuTime() - before;
  }

  private long once() {
    ok(machine.enter(function, arguments));
    machine.fuel(Long.MAX_VALUE / 2);
    Status status = machine.run();
    if (status != Status.RETURNED) {
      throw new IllegalStateException(status.toString());
    }
    long result = machine.result(0);
    machine.leave();
    return result;
  }

  private static <T extends Object> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new IllegalStateException(err.fault().toString());
    };
  }
}
