package dev.wrt.component.abi;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Lowering: component-level values become core values, and bytes in a guest's memory that the
/// guest's `realloc` provides.
///
/// The machine never calls the guest itself: where the ABI calls `realloc` it stops with {@link
/// Step#CALL_REALLOC}, its user calls the function with {@link #reallocArgument} 0 to 3, gives the
/// result to {@link #reallocated} and goes on with {@link #step}. One machine serves any number of
/// calls, one after the other.
public final class Lower implements AutoCloseable {
  /// Why {@link #step} has stopped.
  public enum Step {
    /// The core values are ready.
    DONE,
    /// The guest's `realloc` has to be called.
    CALL_REALLOC,
    /// The call fails with {@link Lower#fault}.
    FAULT
  }

  private @Nullable Fault fault;

  private Lower() {}

  /// Creates a machine.
  ///
  /// @param budget pays for its stack
  public static Result<Lower> create(MemoryBudget budget) {
    return Result.ok(new Lower());
  }

  /// `lower_flat_values` without out-parameter: arguments of a callee, or results that stay flat.
  ///
  /// @param cx the side that the core values go to
  /// @param types their types
  /// @param values what to lower; conforms to the types
  /// @param maxFlat above how many core values they go to memory
  public void start(LiftLowerContext cx, TupleLayout types, Values values, int maxFlat) {}

  /// `lower_flat_values` with out-parameter: results that don't stay flat go to memory that the
  /// caller has provided.
  ///
  /// @param outParam the caller's pointer; not used where the results stay flat
  public void start(
      LiftLowerContext cx, TupleLayout types, Values values, int maxFlat, int outParam) {}

  /// Goes on until done, failed, or `realloc` is needed.
  public Step step() {
    return Step.DONE;
  }

  /// At {@link Step#CALL_REALLOC}: argument 0 to 3: old pointer, old size, alignment, new size.
  public long reallocArgument(int i) {
    return 0;
  }

  /// Takes what `realloc` has returned; {@link #step} goes on.
  ///
  /// @param ptr the pointer, 32 bits
  public void reallocated(int ptr) {}

  /// At {@link Step#DONE}: how many core values there are.
  public int flatCount() {
    return 0;
  }

  /// At {@link Step#DONE}: a core value, represented as the engine represents them.
  public long flat(int i) {
    return 0;
  }

  /// At {@link Step#FAULT}: why.
  public Fault fault() {
    Invariant.check(fault != null, "there is a fault after a step that failed");
    return fault;
  }

  /// Gives the bytes back.
  @Override
  public void close() {}
}
