package dev.wrt.bounded;

import java.util.ArrayList;
import java.util.List;

/// An account of bytes: the only source of storage for everything that a component makes the host
/// hold.
///
/// Accounts form a tree (engine, component, subsystem). A reservation is charged to the account and
/// to all above it, or refused as a value and charged to none. Not thread-safe: a tree belongs to
/// one engine, which runs one step at a time.
///
/// Invariant: for every account, reserved is at least the sum of its children's reserved, and never
/// above its maximum or the high-water mark.
public final class MemoryBudget {
  private final @org.checkerframework.checker.nullness.qual.Nullable MemoryBudget parent;
  private final String path;
  private final long maxBytes;
  private final List<MemoryBudget> children = new ArrayList<>();
  private long reservedBytes;
  private long highWaterBytes;

  private MemoryBudget(
      @org.checkerframework.checker.nullness.qual.Nullable MemoryBudget parent,
      String path,
      long maxBytes) {
    this.parent = parent;
    this.path = path;
    this.maxBytes = maxBytes;
  }

  /// Opens the root account of a tree.
  ///
  /// @param name its name
  /// @param maxBytes the most that may be reserved at a time, at least 0
  public static MemoryBudget root(String name, long maxBytes) {
    Invariant.check(maxBytes >= 0, "a budget's maximum is at least 0");
    return new MemoryBudget(null, name, maxBytes);
  }

  /// Opens an account below this one, or returns the one of that name that is there.
  ///
  /// @param name its name, unique among the children
  /// @param childMaxBytes its own maximum; this account's applies as well
  public MemoryBudget child(String name, long childMaxBytes) {
    Invariant.check(childMaxBytes >= 0, "a budget's maximum is at least 0");
    MemoryBudget child = new MemoryBudget(this, path + "/" + name, childMaxBytes);
    children.add(child);
    return child;
  }

  /// Reserves bytes here and in every account above, or in none.
  ///
  /// @param bytes at least 0
  /// @return whether they are reserved
  public boolean offer(long bytes) {
    Invariant.check(bytes >= 0, "a reservation is at least 0 bytes");
    for (MemoryBudget b = this; b != null; b = b.parent) {
      if (bytes > b.maxBytes - b.reservedBytes) {
        return false;
      }
    }
    for (MemoryBudget b = this; b != null; b = b.parent) {
      b.reservedBytes += bytes;
      b.highWaterBytes = Math.max(b.highWaterBytes, b.reservedBytes);
    }
    return true;
  }

  /// Reserves bytes; a refusal names the account that refused.
  ///
  /// @param bytes at least 0
  public Result<Unit> reserve(long bytes) {
    return offer(bytes) ? Result.ok(Unit.UNIT) : Result.err(refusal(bytes));
  }

  /// The fault of a reservation that {@link #offer} has just refused.
  public Fault refusal(long bytes) {
    MemoryBudget refusing = this;
    for (MemoryBudget b = this; b != null; b = b.parent) {
      if (bytes > b.maxBytes - b.reservedBytes) {
        refusing = b;
        break;
      }
    }
    return new Fault.BudgetFault(
        BoundedCode.BUDGET_EXHAUSTED,
        refusing.path,
        bytes,
        refusing.maxBytes - refusing.reservedBytes);
  }

  /// Gives bytes back.
  ///
  /// @param bytes at least 0, at most what this account has reserved
  public void release(long bytes) {
    Invariant.check(bytes >= 0 && bytes <= reservedBytes, "only reserved bytes are released");
    for (MemoryBudget b = this; b != null; b = b.parent) {
      b.reservedBytes -= bytes;
    }
  }

  /// The account's path from the root, such as `engine/hello/memory`.
  public String path() {
    return path;
  }

  /// Bytes reserved now, those of accounts below included.
  public long reservedBytes() {
    return reservedBytes;
  }

  /// The most bytes that were ever reserved at a time.
  public long highWaterBytes() {
    return highWaterBytes;
  }

  /// The most bytes that may be reserved at a time.
  public long maxBytes() {
    return maxBytes;
  }

  /// The accounts below this one, in the order they were opened.
  public List<MemoryBudget> children() {
    return List.copyOf(children);
  }
}
