package dev.wrt.memory;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.zip.CRC32C;

/// What a load and a store cost, and what a whole memory's verification costs, by block size and by
/// how `FULL` might pay for loads: the table from which block size and mirror were chosen.
///
/// Random aligned 32-bit accesses of 1 MiB; CPU time of the thread, best of ten rounds. Figures are
/// ratios to the plain array, so that machines can be compared.
final class LoadVariantsBenchmark {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int SIZE = 1 << 20;
  private static final int ROUNDS = 10;

  private final byte[] data = new byte[SIZE];
  private final long[] sums = new long[3];
  private final CRC32C crc = new CRC32C();
  private long sink;

  private interface Access {
    long at(int address);
  }

  private double nanos(int count, Access access) {
    long best = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      int x = 12345;
      long before = THREADS.getCurrentThreadCpuTime();
      for (int i = 0; i < count; i++) {
        x = x * 1664525 + 1013904223;
        sink += access.at(x >>> 12 & -4);
      }
      best = Math.min(best, THREADS.getCurrentThreadCpuTime() - before);
    }
    return best / (double) count;
  }

  private long summed(int a, int block) {
    int from = a & -block;
    Ws3.sum(data, from, from + block, sums);
    return sums[0];
  }

  private long checked(int a, int block) {
    crc.reset();
    crc.update(data, a & -block, block);
    return crc.getValue();
  }

  private static SafeMemory memory(VerificationLevel level) {
    MemoryBudget budget = MemoryBudget.root("benchmark", 1L << 26);
    return ((Result.Ok<SafeMemory>)
            SafeMemory.create(budget, "area", SIZE, SIZE, Verification.of(level)))
        .value();
  }

  private void row(String what, double nanos, double plain) {
    System.out.printf(Locale.ROOT, "%s,%.2f,%.1f%n", what, nanos, nanos / plain);
  }

  public static void main(String[] none) {
    LoadVariantsBenchmark b = new LoadVariantsBenchmark();
    SafeMemory off = memory(VerificationLevel.OFF);
    SafeMemory standard = memory(VerificationLevel.STANDARD);
    SafeMemory full = memory(VerificationLevel.FULL);
    int many = 2_000_000;
    // Every way is called through the same virtual call, and none is inlined; so the first ones,
    // which
    // would be, are done once before, and count nothing.
    b.nanos(many / 10, a -> off.load32(a));
    b.nanos(many / 10, a -> standard.load32(a));
    b.nanos(many / 10, a -> full.load32(a));
    b.nanos(many / 10, a -> b.summed(a, 64));
    double load = b.nanos(many, a -> (int) INTS.get(b.data, a));
    double store =
        b.nanos(
            many,
            a -> {
              INTS.set(b.data, a, a);
              return 0;
            });
    System.out.println("what,nanoseconds,ratio_to_plain");
    b.row("load plain", load, load);
    b.row("load through SafeMemory at off", b.nanos(many, a -> off.load32(a)), load);
    b.row("load at standard (mark)", b.nanos(many, a -> standard.load32(a)), load);
    b.row("load at full (complement mirror)", b.nanos(many, a -> full.load32(a)), load);
    for (int block = 64; block <= 4096; block *= 2) {
      int size = block;
      int count = Math.max(20_000, many * 8 / block);
      b.row(
          "load that verifies its WS3 block of " + size,
          b.nanos(count, a -> b.summed(a, size)),
          load);
      b.row(
          "load that verifies its CRC-32C block of " + size,
          b.nanos(count, a -> b.checked(a, size)),
          load);
    }
    b.row("store plain", store, store);
    b.row(
        "store at standard (WS3)",
        b.nanos(
            many,
            a -> {
              standard.store32(a, a);
              return 0;
            }),
        store);
    b.row(
        "store at full (WS3 and mirror)",
        b.nanos(
            many,
            a -> {
              full.store32(a, a);
              return 0;
            }),
        store);
    for (int block = 1024; block <= 4096; block *= 2) {
      int size = block;
      double all = b.nanos(5_000, a -> b.summed(a, size)) * (SIZE / size);
      System.out.printf(
          Locale.ROOT,
          "verify 1 MiB in blocks of %d,%.0f,%.2f of digest bytes a KiB of data%n",
          size,
          all,
          48.0 * 1024 / size);
    }
    if (b.sink == 42) {
      System.out.println();
    }
  }
}
