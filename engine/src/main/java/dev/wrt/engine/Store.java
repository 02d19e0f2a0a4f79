package dev.wrt.engine;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import java.util.List;

/// All that module instances share (`store`): functions, tables, memories, globals.
public final class Store implements AutoCloseable {
  private final EngineOptions options;
  private final MemoryBudget budget;
  long[] globals = new long[0];

  private Store(EngineOptions options, MemoryBudget budget) {
    this.options = options;
    this.budget = budget;
  }

  /// Creates an empty store.
  ///
  /// @param options sizes and verification level
  /// @param budget pays for all that is created in it
  public static Result<Store> create(EngineOptions options, MemoryBudget budget) {
    return Result.ok(new Store(options, budget));
  }

  /// The sizes and the verification level.
  public EngineOptions options() {
    return options;
  }

  /// Instantiates a module: links and allocates, initialises tables and memories. Does not run the
  /// start function, see {@link ModuleInst#start}.
  ///
  /// @param module a valid module
  /// @param imports what it imports, in the order of {@link Module#imports}
  public Result<ModuleInst> instantiate(Module module, List<ExternVal> imports) {
    return Result.ok(new ModuleInst(this, module));
  }

  /// Creates a function that the host implements.
  ///
  /// @param type its type
  /// @param tag what the host knows it by
  public Result<FuncInst> hostFunc(FuncType type, Object tag) {
    return Result.ok(FuncInst.host(0, 0, type, tag));
  }

  /// The function that a non-null reference refers to.
  ///
  /// @param ref a value of type `funcref`, not 0
  public FuncInst func(long ref) {
    throw new dev.wrt.bounded.Invariant.Violation("a reference refers to a function of the store");
  }

  /// Gives everything back to the budget.
  @Override
  public void close() {
    globals = new long[0];
    budget.release(0);
  }
}
