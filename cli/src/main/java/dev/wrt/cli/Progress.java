package dev.wrt.cli;

import java.io.PrintStream;

/// A line on the terminal while long work goes on; nothing at all where standard error is not one.
// [impl->req~cli-progress~1]
final class Progress implements AutoCloseable {
  private static final long PATIENCE_NANOS = 1_000_000_000L;

  private final PrintStream terminal;
  private volatile String stage = "";
  private volatile boolean done;
  private boolean shown;

  private Progress(PrintStream terminal) {
    this.terminal = terminal;
  }

  /// Starts to watch: after a second, the stage is shown and renewed until it is closed.
  static Progress start(PrintStream terminal, boolean interactive) {
    Progress progress = new Progress(terminal);
    if (interactive) {
      Thread ticker = new Thread(progress::tick, "wrtd-progress");
      ticker.setDaemon(true);
      ticker.start();
    }
    return progress;
  }

  /// Says what is going on now.
  void stage(String text) {
    stage = text;
  }

  private void tick() {
    long start = System.nanoTime();
    try {
      while (!done) {
        Thread.sleep(100);
        show(System.nanoTime() - start);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Shows the stage, once the run has taken long enough.
  synchronized void show(long nanos) {
    if (done || nanos < PATIENCE_NANOS) {
      return;
    }
    shown = true;
    terminal.printf("\r\u001b[Kwrtd: %s (%.1f s)", stage, nanos / 1e9);
    terminal.flush();
  }

  @Override
  public synchronized void close() {
    done = true;
    if (shown) {
      terminal.print("\r\u001b[K");
      terminal.flush();
      shown = false;
    }
  }
}
