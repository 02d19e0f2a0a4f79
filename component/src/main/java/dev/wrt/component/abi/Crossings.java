package dev.wrt.component.abi;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;

/// The passages under one memory strategy: its buffers, its account, its metrics.
public final class Crossings implements AutoCloseable {
  private final MemoryStrategy strategy;

  private Crossings(MemoryStrategy strategy) {
    this.strategy = strategy;
  }

  /// Creates the passages of a strategy.
  ///
  /// @param budget pays for pooled and private buffers
  /// @param strategy how bytes pass
  /// @param buffers pooled buffers of bounded-copy
  public static Result<Crossings> create(
      MemoryBudget budget, MemoryStrategy strategy, int buffers) {
    return Result.ok(new Crossings(strategy));
  }

  /// The strategy.
  public MemoryStrategy strategy() {
    return strategy;
  }

  /// A passage to be used for one direction of a call at a time, closed after it, and used again.
  public Crossing crossing() {
    return new Crossing();
  }

  /// What has crossed so far.
  public CrossingMetrics metrics() {
    return new CrossingMetrics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  }

  /// Gives the buffers back.
  @Override
  public void close() {}
}
