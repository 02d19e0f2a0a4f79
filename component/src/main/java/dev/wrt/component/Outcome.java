package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Values;

/// How a stretch of an execution ended.
public sealed interface Outcome {
  /// The call has returned.
  ///
  /// @param values its results; empty, or one value
  record Returned(Values values) implements Outcome {}

  /// The call has failed. After a trap, and after anything else that has unwound guest frames, the
  /// linked components can't be entered any more.
  ///
  /// @param fault why
  record Failed(Fault fault) implements Outcome {}

  /// Fuel has run out. Nothing is lost: add fuel and run again.
  ///
  /// @param fuelUsed fuel that the linked components have used so far
  record OutOfFuel(long fuelUsed) implements Outcome {}

  /// The guests wait for work of the host, see {@link Execution#wakeup}. Nothing is lost: run again
  /// when there may be progress.
  record Waiting() implements Outcome {}
}
