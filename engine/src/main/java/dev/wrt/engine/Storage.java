package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a store has reserved for itself, in an account of its own: given back as a whole when the
/// store is closed, and the last refusal is kept for those who report it later.
final class Storage implements AutoCloseable {
  private final MemoryBudget account;
  private long heldBytes;
  private @Nullable Fault refusal;

  private Storage(MemoryBudget account) {
    this.account = account;
  }

  /// Opens an account below `budget`, or refuses where too many are open.
  static Result<Storage> open(MemoryBudget budget, String name) {
    return switch (budget.offerChild(name, Long.MAX_VALUE)) {
      case Result.Ok<MemoryBudget> ok -> Result.ok(new Storage(ok.value()));
      case Result.Err<MemoryBudget> err -> Result.err(err.fault());
    };
  }

  /// The account, for parts that reserve for themselves.
  MemoryBudget account() {
    return account;
  }

  /// Reserves bytes.
  ///
  /// @return false if the budget refuses, see {@link #refusal}
  // [impl->req~engine-refusal~1]
  boolean offer(long bytes) {
    if (!account.offer(bytes)) {
      refusal = account.refusal(bytes);
      return false;
    }
    heldBytes += bytes;
    return true;
  }

  /// Keeps the refusal of a part that reserves for itself.
  ///
  /// @return whether there is none
  // [impl->req~areas-budget~1]
  boolean granted(Result<?> reservation) {
    if (reservation instanceof Result.Err<?> err) {
      refusal = err.fault();
      return false;
    }
    return true;
  }

  /// Gives bytes back.
  void release(long bytes) {
    account.release(bytes);
    heldBytes -= bytes;
  }

  /// Why {@link #offer} has last refused.
  Fault refusal() {
    Fault last = refusal;
    if (last == null) {
      throw new Invariant.Violation("only a refused reservation has a refusal");
    }
    return last;
  }

  /// Gives all bytes back and closes the account.
  @Override
  public void close() {
    release(heldBytes);
    account.close();
  }
}
