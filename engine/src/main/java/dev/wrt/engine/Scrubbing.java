package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.Scrubbable;
import dev.wrt.memory.Scrubber;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The scrubber of a store, driven by the fuel that its machines charge: after each window of fuel
/// it verifies so many blocks.
///
/// **Latency.** A walk over all blocks takes `ceil(blocks / blocks a step)` steps, and a step is
/// due each window. So what nobody touches is verified again after {@link #worstCaseFuel}, and what
/// one block of code or one bulk instruction costs at most, because those are not divided; when one
/// has cost several windows, as many steps are done behind it. With a target at level `FULL` or
/// above, as many steps are done for each window as it takes to walk over everything within {@link
/// #PASS_FUEL}.
// [impl->req~areas-scrub~1]
final class Scrubbing {
  /// At level `FULL`, everything is verified within so much fuel.
  static final long PASS_FUEL = 1L << 28;

  private final Storage storage;
  private final long window;
  private final int blocksPerStep;
  private @Nullable Scrubber scrubber;
  private boolean fast;
  private long since;

  Scrubbing(Storage storage, EngineOptions options) {
    this.storage = storage;
    this.window = options.scrubFuel();
    this.blocksPerStep = options.scrubBlocks();
  }

  /// Verifies a target from now on.
  ///
  /// @param full whether its level asks for all of the store to be verified within {@link
  ///   #PASS_FUEL}
  /// @return false if the budget refuses
  boolean offer(Scrubbable target, boolean full) {
    if (window == 0) {
      return true;
    }
    Scrubber current = scrubber;
    if (current == null) {
      Result<Scrubber> created = Scrubber.create(storage.account(), 1, blocksPerStep);
      if (!(created instanceof Result.Ok<Scrubber>(Scrubber made))) {
        return storage.granted(created);
      }
      current = made;
      scrubber = made;
    }
    fast |= full;
    return storage.granted(current.reserve()) && current.offer(target);
  }

  /// Verifies a target no longer.
  void remove(Scrubbable target) {
    Scrubber current = scrubber;
    if (current != null) {
      current.remove(target);
    }
  }

  /// Whether machines run in windows.
  boolean isActive() {
    return scrubber != null;
  }

  /// Fuel up to the end of the window, at least 1.
  long allowance() {
    return window - since;
  }

  /// Fuel was charged: verifies what is due.
  ///
  /// @param units how much
  /// @param paused whether the window ends here, although it may not be used up: what comes next
  ///   costs more than the rest of it
  /// @return the first mismatch, or null
  @Nullable Fault charged(long units, boolean paused) {
    long used = since + units;
    long due = used / window;
    since = used % window;
    if (paused && due == 0) {
      due = 1;
      since = 0;
    }
    return due == 0 ? null : steps(due);
  }

  private @Nullable Fault steps(long windows) {
    Scrubber current = scrubber;
    Fault first = null;
    if (current != null) {
      long pass = current.worstCaseSteps();
      long steps = Math.min(pass, windows * stepsPerWindow());
      for (long i = 0; i < steps; i++) {
        Fault found = current.step() instanceof Result.Err<Unit> err ? err.fault() : null;
        first = first == null ? found : first;
      }
    }
    return first;
  }

  private long stepsPerWindow() {
    Scrubber current = scrubber;
    long pass = current == null ? 0 : current.worstCaseSteps();
    long windowsPerPass = Math.max(1, PASS_FUEL / window);
    return fast ? Math.max(1, (pass + windowsPerPass - 1) / windowsPerPass) : 1;
  }

  /// After how much fuel, at most, a block is verified again; 0 where nothing is scrubbed.
  long worstCaseFuel() {
    Scrubber current = scrubber;
    if (current == null) {
      return 0;
    }
    long steps = stepsPerWindow();
    return (current.worstCaseSteps() + steps - 1) / steps * window;
  }

  /// Blocks that were verified.
  long blocks() {
    Scrubber current = scrubber;
    return current == null ? 0 : current.verifiedBlocks();
  }

  /// How often the walk has come to its end.
  long passes() {
    Scrubber current = scrubber;
    return current == null ? 0 : current.passes();
  }

  /// Gives the scrubber's bytes back.
  void close() {
    Scrubber current = scrubber;
    if (current != null) {
      current.close();
      scrubber = null;
    }
  }
}
