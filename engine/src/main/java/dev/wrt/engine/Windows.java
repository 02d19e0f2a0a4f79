package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Runs a machine in windows of fuel, between which the store is scrubbed.
///
/// The machine is given the fuel of a window only; the rest is held back, in the total of what was
/// given too, so that what is charged and traced is the same. A machine that stops at the end of a
/// window goes on at once, where it would have gone on without: neither the guest nor the host can
/// tell.
///
/// What costs more than a whole window (a block of code, a bulk instruction) makes the machine stop
/// in front of it without having charged anything; then the window is doubled until it is enough.
// [impl->req~areas-windows~1]
final class Windows {
  private Windows() {}

  /// Runs until the status is set.
  static void run(State s) {
    Scrubbing scrubbing = s.store.areas().scrubbing();
    if (!scrubbing.isActive()) {
      run(s, 0);
      return;
    }
    long allowance = scrubbing.allowance();
    while (s.status == null) {
      long held = Math.max(0, s.fuel - allowance);
      long before = s.charged();
      run(s, held);
      long charged = s.charged() - before;
      boolean paused = held > 0 && s.status == Status.OUT_OF_FUEL;
      if (paused) {
        s.status = null;
      }
      if (paused && charged == 0) {
        allowance = 2 * allowance;
      } else {
        scrubbed(s, s.store.areas().charged(charged, paused));
        allowance = scrubbing.allowance();
      }
    }
  }

  /// Runs with some of the fuel held back.
  private static void run(State s, long held) {
    s.hold(held);
    Execution.run(s);
    s.hold(-held);
  }

  private static void scrubbed(State s, @Nullable Fault mismatch) {
    if (mismatch != null) {
      s.corrupted(mismatch);
    }
  }
}
