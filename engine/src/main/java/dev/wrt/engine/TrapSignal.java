package dev.wrt.engine;

import org.checkerframework.checker.nullness.qual.Nullable;

/// Carries a trap from the place that notices it to the loop that executes: one preallocated object
/// for each {@link TrapCode}, without a stack trace, so that a trap allocates nothing on its way.
///
/// It never leaves {@link Execution#run}.
final class TrapSignal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// The current memory was found corrupted: not a trap, but an integrity fault that the memory
  /// holds.
  static final TrapSignal CORRUPTED = new TrapSignal(null);

  /// A word of the stacks was found corrupted: an integrity fault that the machine's {@link
  /// FrameGuard} holds.
  static final TrapSignal FRAMES = new TrapSignal(null);

  private static final TrapSignal[] SIGNALS = signals();

  /// The trap; null in {@link #CORRUPTED} and {@link #FRAMES}.
  final @Nullable TrapCode code;

  private TrapSignal(@Nullable TrapCode code) {
    super(null, null, false, false);
    this.code = code;
  }

  /// The signal of a trap.
  static TrapSignal of(TrapCode code) {
    return SIGNALS[code.ordinal()];
  }

  /// Traps if a condition holds (`trap_if`).
  static void trapIf(boolean condition, TrapCode code) {
    if (condition) {
      throw of(code);
    }
  }

  private static TrapSignal[] signals() {
    TrapCode[] codes = TrapCode.values();
    TrapSignal[] signals = new TrapSignal[codes.length];
    for (TrapCode code : codes) {
      signals[code.ordinal()] = new TrapSignal(code);
    }
    return signals;
  }
}
