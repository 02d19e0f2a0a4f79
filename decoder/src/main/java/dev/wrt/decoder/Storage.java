package dev.wrt.decoder;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;

/// What one decoding has reserved from a budget, so that it can be given back at once: on failure
/// by the decoder, else when the decoded thing is closed.
// [impl->req~decoder-budget~1]
public final class Storage implements AutoCloseable {
  private final MemoryBudget budget;
  private long bytes;

  /// Opens an empty account of a budget.
  public Storage(MemoryBudget budget) {
    this.budget = budget;
  }

  /// The budget that pays.
  public MemoryBudget budget() {
    return budget;
  }

  /// Bytes reserved now.
  public long bytes() {
    return bytes;
  }

  /// Reserves bytes.
  ///
  /// @param more at least 0
  /// @return whether they are reserved
  public boolean offer(long more) {
    if (!budget.offer(more)) {
      return false;
    }
    bytes += more;
    return true;
  }

  /// The fault of a reservation that {@link #offer} has just refused.
  public Fault refusal(long more) {
    return budget.refusal(more);
  }

  /// Gives back everything; idempotent.
  @Override
  public void close() {
    budget.release(bytes);
    bytes = 0;
  }
}
