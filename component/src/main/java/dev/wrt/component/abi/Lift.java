package dev.wrt.component.abi;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;

/// Lifting: core values, and what they point to in a guest's memory, become component-level values.
///
/// Lifting never calls the guest, so it runs to its end. One machine serves any number of calls,
/// one after the other.
public final class Lift implements AutoCloseable {
  private Lift() {}

  /// Creates a machine.
  ///
  /// @param budget pays for its stack
  public static Result<Lift> create(MemoryBudget budget) {
    return Result.ok(new Lift());
  }

  /// `lift_flat_values`.
  ///
  /// @param cx the side that the core values come from
  /// @param types their component-level types
  /// @param maxFlat above how many core values they are in memory: {@link
  ///   FuncLayout#MAX_FLAT_PARAMS} or {@link FuncLayout#MAX_FLAT_RESULTS}
  /// @param flat the core values; may be longer than needed
  public Result<Values> values(LiftLowerContext cx, TupleLayout types, int maxFlat, long[] flat) {
    return Result.ok(Values.NONE);
  }

  /// Gives the bytes back.
  @Override
  public void close() {}
}
