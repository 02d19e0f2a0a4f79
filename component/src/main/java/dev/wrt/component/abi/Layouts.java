package dev.wrt.component.abi;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;

/// The layouts of a component's types, each computed once, at link time.
public final class Layouts implements AutoCloseable {
  private Layouts() {}

  /// Creates an empty set.
  ///
  /// @param budget pays for the layouts
  public static Result<Layouts> create(MemoryBudget budget) {
    return Result.ok(new Layouts());
  }

  /// The layout of a function's parameters and result.
  public Result<FuncLayout> of(ComponentFuncType type) {
    return Result.ok(new FuncLayout(type, new TupleLayout(), new TupleLayout()));
  }

  /// Gives the bytes back.
  @Override
  public void close() {}
}
