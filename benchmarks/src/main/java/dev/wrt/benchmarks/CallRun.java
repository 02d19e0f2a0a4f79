package dev.wrt.benchmarks;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Linker;
import dev.wrt.component.abi.MemoryStrategy;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Component;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// One process of wrt: measures every case under one memory strategy and one verification level.
///
/// Prints a line for each case: its name, nanoseconds a call, bytes allocated a call, and what the
/// third call has returned, with tabs between.
public final class CallRun {
  private final ThreadMXBean threads =
      (ThreadMXBean) java.util.Objects.requireNonNull(ManagementFactory.getThreadMXBean());
  private final ComponentInstance instance;
  private final Effort effort;

  /// Keeps the results in use, so that nothing is optimised away.
  private int seen;

  private CallRun(ComponentInstance instance, Effort effort) {
    this.instance = instance;
    this.effort = effort;
  }

  /// The process's entry point.
  ///
  /// @param arguments component, strategy, verification level, and the effort
  public static void main(String[] arguments) throws IOException {
    Effort effort = Effort.of(arguments[3], arguments[4], arguments[5]);
    run(Path.of(arguments[0]), arguments[1], arguments[2], effort, System.out);
  }

  /// Measures in this process.
  static void run(Path file, String strategy, String verification, Effort effort, PrintStream out)
      throws IOException {
    VerificationLevel level = ok(VerificationLevel.parse(verification));
    ComponentOptions options =
        ComponentOptions.standard()
            .withVerification(Verification.of(level))
            .withStrategy(ok(MemoryStrategy.parse(strategy)));
    ComponentEngine engine = ComponentEngine.create(options);
    byte[] bytes = Files.readAllBytes(file);
    try (Component component = ok(Component.decode(bytes, Limits.standard(), engine.budget()));
        ComponentInstance instance = ok(new Linker().instantiate(engine, component))) {
      CallRun run = new CallRun(instance, effort);
      for (Case each : Case.values()) {
        out.println(run.measured(each));
      }
    }
  }

  private String measured(Case each) {
    Values arguments = each.arguments();
    if (each == Case.METHOD) {
      String constructor = "wrt:benchmarks/calls#[constructor]counter";
      Value counter = ok(instance.call(constructor, Values.of(new Value.U32(10)))).get(0);
      List<Value> all = new ArrayList<>(List.of(counter));
      all.addAll(arguments.list());
      arguments = new Values(all);
    }
    call(each.function(), arguments, 2);
    String check = Case.check(ok(instance.call(each.function(), arguments)).get(0));
    int calls = warm(each.function(), arguments);
    double[] nanos = new double[effort.batches()];
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < nanos.length; i++) {
      long start = System.nanoTime();
      call(each.function(), arguments, calls);
      nanos[i] = (System.nanoTime() - start) / (double) calls;
    }
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    Arrays.sort(nanos);
    double bytes = allocated / ((double) calls * nanos.length);
    return String.join(
        "\t", each.name(), Double.toString(nanos[nanos.length / 2]), Double.toString(bytes), check);
  }

  /// Calls until it is warm.
  ///
  /// @return how many calls make a batch
  private int warm(String function, Values arguments) {
    long end = System.nanoTime() + effort.warmMillis() * 1_000_000L;
    int calls = 1;
    long took = 1;
    do {
      long start = System.nanoTime();
      call(function, arguments, calls);
      took = Math.max(1, System.nanoTime() - start);
      if (took < 10_000_000) {
        calls *= 2;
      }
    } while (System.nanoTime() < end);
    return (int) Math.max(1, Math.min(1 << 22, calls * (effort.batchMillis() * 1e6 / took)));
  }

  private void call(String function, Values arguments, int times) {
    for (int i = 0; i < times; i++) {
      seen += ok(instance.call(function, arguments)).size();
    }
  }

  private static <T> T ok(Result<T> result) {
    return switch (result) {
      case Result.Ok<T> ok -> ok.value();
      case Result.Err<T> err -> throw new IllegalStateException(err.fault().toString());
    };
  }
}
