package dev.wrt.memory;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.util.Arrays;

/// Nanoseconds an access takes, by level; started by hand, asserts nothing.
///
/// `java -cp bounded/target/classes:safe-memory/target/classes:safe-memory/target/test-classes
/// dev.wrt.memory.MemoryBenchmark [LEVEL|mixed]`: one level in a JVM as an engine has it, or all in
/// one, which shows what the JIT compiler makes of several.
public final class MemoryBenchmark {
  private static final int SIZE = 1 << 20;
  private static final int ACCESSES = 4_000_000;
  private static final int ROUNDS = 9;
  private static final int STEP = 4 * 33;

  private MemoryBenchmark() {}

  /// Measures and prints.
  ///
  /// @param args a level's word, or `mixed`
  public static void main(String[] args) {
    VerificationLevel[] levels = VerificationLevel.values();
    if (!args[0].equals("mixed")) {
      levels = new VerificationLevel[] {VerificationLevel.valueOf(args[0])};
    }
    double[][] best = new double[levels.length][6];
    SafeMemory[] memories = new SafeMemory[levels.length];
    for (int i = 0; i < levels.length; i++) {
      Arrays.fill(best[i], Double.MAX_VALUE);
      memories[i] = memory(levels[i]);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < levels.length; i++) {
        measure(memories[i], best[i]);
      }
    }
    for (int i = 0; i < levels.length; i++) {
      System.out.printf(
          "%-9s load32 %5.2f load64 %5.2f store8 %5.2f store32 %5.2f store64 %5.2f ns,"
              + " block %4.0f ns, intact %b%n",
          levels[i],
          best[i][0],
          best[i][1],
          best[i][2],
          best[i][3],
          best[i][4],
          best[i][5],
          memories[i].intact());
    }
  }

  private static SafeMemory memory(VerificationLevel level) {
    Result<SafeMemory> made =
        SafeMemory.create(
            MemoryBudget.root("benchmark", 1L << 24), "m", SIZE, SIZE, Verification.of(level));
    return ((Result.Ok<SafeMemory>) made).value();
  }

  private static void measure(SafeMemory m, double[] best) {
    keep(best, 0, ACCESSES, () -> load32(m));
    keep(best, 1, ACCESSES, () -> load64(m));
    keep(best, 2, ACCESSES, () -> store8(m));
    keep(best, 3, ACCESSES, () -> store32(m));
    keep(best, 4, ACCESSES, () -> store64(m));
    keep(best, 5, Math.max(1, m.blocks()), m::verifyAll);
  }

  private static void keep(double[] best, int which, int operations, Runnable runnable) {
    long start = System.nanoTime();
    runnable.run();
    best[which] = Math.min(best[which], (System.nanoTime() - start) / (double) operations);
  }

  private static long sink;

  private static void load32(SafeMemory m) {
    long sum = 0;
    for (int i = 0, a = 0; i < ACCESSES; i++, a = a + STEP & SIZE - 8) {
      sum += m.load32(a);
    }
    sink += sum;
  }

  private static void load64(SafeMemory m) {
    long sum = 0;
    for (int i = 0, a = 0; i < ACCESSES; i++, a = a + STEP & SIZE - 8) {
      sum += m.load64(a);
    }
    sink += sum;
  }

  private static void store8(SafeMemory m) {
    for (int i = 0, a = 0; i < ACCESSES; i++, a = a + STEP + 1 & SIZE - 8) {
      m.store8(a, i);
    }
  }

  private static void store32(SafeMemory m) {
    for (int i = 0, a = 0; i < ACCESSES; i++, a = a + STEP & SIZE - 8) {
      m.store32(a, i);
    }
  }

  private static void store64(SafeMemory m) {
    for (int i = 0, a = 0; i < ACCESSES; i++, a = a + STEP & SIZE - 8) {
      m.store64(a, i * 0x9E3779B97F4A7C15L);
    }
  }
}
