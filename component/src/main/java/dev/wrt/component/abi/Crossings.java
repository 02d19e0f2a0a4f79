package dev.wrt.component.abi;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.engine.AreaReport;
import dev.wrt.memory.BufferPool;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The passages under one memory strategy: its buffers, its account, its metrics.
public final class Crossings implements AutoCloseable {
  private final MemoryBudget budget;
  private final MemoryStrategy strategy;
  private final @Nullable BufferPool pool;
  private final MemoryBudget isolation;
  private final Tally tally = new Tally();

  private Crossings(MemoryBudget budget, MemoryStrategy strategy, @Nullable BufferPool pool) {
    this.budget = budget;
    this.strategy = strategy;
    this.pool = pool;
    this.isolation = budget.child("isolation", budget.maxBytes());
  }

  /// Creates the passages of a strategy.
  ///
  /// @param budget pays for pooled and private buffers, and for lifted values
  /// @param strategy how bytes pass
  /// @param buffers pooled buffers of bounded-copy: two for each call that is under way in a chain
  ///   of nested calls, one where bytes cross in one direction only
  public static Result<Crossings> create(
      MemoryBudget budget, MemoryStrategy strategy, int buffers) {
    if (!(strategy instanceof MemoryStrategy.BoundedCopy bounded)) {
      return Result.ok(new Crossings(budget, strategy, null));
    }
    return switch (BufferPool.create(budget, buffers, bounded.bufferBytes())) {
      case Result.Ok<BufferPool> ok -> Result.ok(new Crossings(budget, strategy, ok.value()));
      case Result.Err<BufferPool> err -> Result.err(err.fault());
    };
  }

  /// The strategy.
  public MemoryStrategy strategy() {
    return strategy;
  }

  /// A passage to be used for one direction of a call at a time, closed after it, and used again.
  public Crossing crossing() {
    if (pool != null) {
      return new BufferCrossing(tally, budget, pool);
    }
    return strategy instanceof MemoryStrategy.FullIsolation
        ? new IsolatedCrossing(tally, budget, isolation)
        : new ViewCrossing(tally, budget);
  }

  /// What has crossed so far.
  public CrossingMetrics metrics() {
    BufferPool.Metrics pooled = pool == null ? new BufferPool.Metrics(0, 0, 0, 0) : pool.metrics();
    return new CrossingMetrics(
        tally.crossings,
        tally.views,
        tally.copies,
        tally.bytesCopied,
        tally.buffers,
        tally.digestsChecked,
        tally.wipedBytes,
        pooled.hits(),
        pooled.misses(),
        pooled.highWater());
  }

  /// What the comparisons of buffers with their checksums have done.
  public AreaReport integrity() {
    long bytes = pool == null ? 0 : pool.metrics().highWater() * (long) pool.bufferBytes();
    return new AreaReport(
        budget.path() + " buffers", bytes, 0, tally.sealsCompared, tally.sealsBroken, 0);
  }

  /// Gives the buffers back. All passages are closed by then.
  @Override
  public void close() {
    isolation.close();
    if (pool != null) {
      pool.close();
    }
  }
}
