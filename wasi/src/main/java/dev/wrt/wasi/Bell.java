package dev.wrt.wasi;

import java.util.concurrent.TimeUnit;

/// Wakes the thread of the run when something has happened in another thread. Counting the rings
/// closes the gap between looking and waiting: a ring in between is not lost.
final class Bell {
  private long rings;

  /// Rings since the beginning.
  synchronized long rings() {
    return rings;
  }

  /// Wakes whoever waits.
  synchronized void ring() {
    rings++;
    notifyAll();
  }

  /// Waits for a ring after the first `seen` ones, or until time has passed.
  synchronized void await(long seen, long nanos) throws InterruptedException {
    if (rings == seen) {
      long millis = TimeUnit.NANOSECONDS.toMillis(nanos);
      wait(millis, (int) (nanos - TimeUnit.MILLISECONDS.toNanos(millis)));
    }
  }
}
