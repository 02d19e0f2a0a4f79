package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;

/// Executes functions of a {@link Store}, one at a time, without using the Java stack for the
/// guest's calls.
public final class Machine implements AutoCloseable {
  private final Store store;
  private long fuel;

  private Machine(Store store) {
    this.store = store;
  }

  /// Creates a machine with empty stacks of the sizes in the store's options.
  ///
  /// @param store whose functions it executes
  /// @param budget pays for its stacks
  public static Result<Machine> create(Store store, MemoryBudget budget) {
    return Result.ok(new Machine(store));
  }

  /// The store whose functions it executes.
  public Store store() {
    return store;
  }

  /// Fuel that is left.
  public long fuel() {
    return fuel;
  }

  /// Sets the fuel.
  ///
  /// @param units at least 0
  public void fuel(long units) {
    fuel = units;
  }

  /// Starts an activation of a function, also while another one waits for the host.
  ///
  /// @param f the function, of the guest or of the host
  /// @param args one value per parameter
  public Result<Unit> enter(FuncInst f, long[] args) {
    return Result.ok(Unit.UNIT);
  }

  /// Runs the innermost activation until it ends or waits.
  public Status run() {
    return Status.RETURNED;
  }

  /// After {@link Status#RETURNED}: result `i`.
  public long result(int i) {
    return 0;
  }

  /// After {@link Status#RETURNED} and the results are read: drops the activation.
  public void leave() {}

  /// At {@link Status#HOST_CALL}: the function that the guest has called.
  public FuncInst callee() {
    throw new Invariant.Violation("a host call is pending");
  }

  /// At {@link Status#HOST_CALL}: argument `i`.
  public long argument(int i) {
    return 0;
  }

  /// At {@link Status#HOST_CALL}: sets result `i`. Arguments and results share their slots: read
  /// the arguments first.
  public void reply(int i, long value) {}

  /// At {@link Status#HOST_CALL}: marks the call as done; the next {@link #run} goes on in the
  /// caller.
  public void resume() {}

  /// At {@link Status#HOST_CALL}: makes the call fail; the next {@link #run} gives {@link
  /// Status#TRAPPED}.
  public void raise(Fault fault) {}

  /// At {@link Status#TRAPPED}: why.
  public Fault fault() {
    throw new Invariant.Violation("the machine has trapped");
  }

  /// Drops all activations.
  public void unwind() {}

  /// Units of fuel that were charged since the machine was created.
  public long instructions() {
    return 0;
  }

  /// Number of activations that were entered and not left.
  public int depth() {
    return 0;
  }

  /// Gives the stacks back to the budget.
  @Override
  public void close() {}
}
