package dev.wrt.component;

import dev.wrt.bounded.MemoryBudget;

/// Owns the root memory budget and the options that components are instantiated with.
///
/// Not thread-safe: an engine and everything instantiated in it belong to one thread at a time.
public final class ComponentEngine {
  private final ComponentOptions options;
  private final MemoryBudget budget;

  private ComponentEngine(ComponentOptions options, MemoryBudget budget) {
    this.options = options;
    this.budget = budget;
  }

  /// Makes an engine with a root account of the options' memory budget.
  // [impl->req~limits-hostile~1]
  public static ComponentEngine create(ComponentOptions options) {
    return new ComponentEngine(options, MemoryBudget.root("engine", options.memoryBudgetBytes()));
  }

  /// What components are instantiated with.
  public ComponentOptions options() {
    return options;
  }

  /// The root account: decode components with it, so that one figure covers all that they cost.
  public MemoryBudget budget() {
    return budget;
  }
}
