package dev.wrt.tests.faults;

import java.io.PrintStream;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/// Tells a human how far the campaign is: on a terminal one line that is written again and again,
/// else a line now and then.
final class Progress {
  private static final int WIDTH = 30;
  private static final int LOOK_EVERY = 1 << 8;

  private final PrintStream out;
  private final boolean terminal;
  private final long everyNanos;
  private final AtomicLong done = new AtomicLong();
  private final AtomicLong nextNanos = new AtomicLong();
  private long total;
  private long startNanos;

  /// Prepares to tell.
  ///
  /// @param out where
  /// @param terminal whether a line can be written again
  Progress(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
    this.everyNanos = terminal ? 200_000_000L : 15_000_000_000L;
  }

  /// The work begins.
  ///
  /// @param count how much it is
  void begin(long count) {
    total = count;
    done.set(0);
    startNanos = System.nanoTime();
    nextNanos.set(startNanos + everyNanos);
  }

  /// So much is done.
  void step(int count) {
    long now = done.addAndGet(count);
    if (now % LOOK_EVERY != 0) {
      return;
    }
    long nanos = System.nanoTime();
    long next = nextNanos.get();
    if (nanos >= next && nextNanos.compareAndSet(next, nanos + everyNanos)) {
      print(now, nanos);
    }
  }

  /// The work is done.
  void end() {
    print(done.get(), System.nanoTime());
    if (terminal) {
      out.println();
    }
  }

  private void print(long now, long nanos) {
    String line = line(now, total, (nanos - startNanos) / 1e9);
    if (terminal) {
      out.print("\r" + line);
    } else {
      out.println(line);
    }
    out.flush();
  }

  /// What is written.
  static String line(long done, long total, double seconds) {
    double share = total == 0 ? 1 : Math.min(1, (double) done / total);
    int filled = (int) (share * WIDTH);
    double left = done == 0 ? 0 : seconds / done * Math.max(0, total - done);
    return String.format(
        Locale.ROOT,
        "faults [%s%s] %3d %%  %,d of %,d injections  %s, %s left   ",
        "#".repeat(filled),
        ".".repeat(WIDTH - filled),
        (int) (100 * share),
        done,
        total,
        time(seconds),
        time(left));
  }

  private static String time(double seconds) {
    long s = Math.round(seconds);
    return s < 60 ? s + " s" : String.format(Locale.ROOT, "%d:%02d min", s / 60, s % 60);
  }
}
