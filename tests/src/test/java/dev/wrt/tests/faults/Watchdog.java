package dev.wrt.tests.faults;

import dev.wrt.engine.EngineSeam;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;

/// Notices trials that never end: where nothing watches over code and registers, a fault can make
/// the engine go round without ever being charged fuel. Such a trial loses its code, which ends it.
///
/// Time is the processor time of the thread that makes the trials, so that a busy machine does not
/// look like a trial without an end.
final class Watchdog implements AutoCloseable {
  private static final long LOOK_MILLIS = 5;
  private static final long PATIENCE_NANOS = 30_000_000L;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// What a thread is trying.
  static final class Watched {
    private final Rig rig;
    private final long threadId = Thread.currentThread().threadId();
    private boolean trying;
    private volatile boolean stopped;
    private long since;

    Watched(Rig rig) {
      this.rig = rig;
    }

    /// A trial begins; not before the one before has lost its code, if it does.
    synchronized void begin() {
      stopped = false;
      trying = true;
      since = THREADS.getThreadCpuTime(threadId);
    }

    /// It has ended.
    synchronized void end() {
      trying = false;
    }

    /// Whether the trial was ended because it did not end.
    boolean wasStopped() {
      return stopped;
    }

    private synchronized void look() {
      if (trying && THREADS.getThreadCpuTime(threadId) - since > PATIENCE_NANOS) {
        stopped = true;
        trying = false;
        EngineSeam.stop(rig.store(), rig.machine());
      }
    }
  }

  private final List<Watched> watched = new ArrayList<>();
  private final Thread thread = new Thread(this::look, "watchdog");

  Watchdog() {
    thread.setDaemon(true);
    thread.start();
  }

  /// Watches the trials that the current thread makes with a guest.
  synchronized Watched watch(Rig rig) {
    Watched one = new Watched(rig);
    watched.add(one);
    return one;
  }

  /// Watches them no longer.
  synchronized void leave(Watched one) {
    watched.remove(one);
  }

  private void look() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        synchronized (this) {
          watched.forEach(Watched::look);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
