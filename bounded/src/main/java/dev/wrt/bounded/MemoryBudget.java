package dev.wrt.bounded;

import dev.wrt.bounded.Fault.IntegrityFault;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An account of bytes: the only source of storage for everything that a component makes the host
/// hold.
///
/// Accounts form a tree (engine, component, subsystem). A reservation is charged to the account and
/// to all above it, or refused as a value and charged to none. What an account has reserved for
/// itself only it can release, so an account below can't lose bytes to a mistake above.
///
/// An account is closed when its owner ends, and must then hold nothing: a leak shows where it
/// happened. A closed account has a maximum of 0 and is forgotten by the one above.
///
/// Invariant: for every account, `reservedBytes` is `ownBytes` and the sum of its children's
/// `reservedBytes`, and is not above its maximum or its high-water mark. No sum can overflow: a
/// reservation is compared with what is left of a maximum, never added first.
///
/// The counters are control words, kept twice. An account whose counters disagree grants nothing
/// more, and its refusal is the integrity fault; it still takes bytes back and can be closed, so
/// that an instance in its safe state can be put away.
///
/// Not thread-safe: a tree belongs to one engine, which runs one step at a time. The accounts
/// themselves are not charged; {@link #CHILDREN_MAX} bounds them.
public final class MemoryBudget implements AutoCloseable {
  /// The most accounts that may be open directly below one.
  public static final int CHILDREN_MAX = 4096;

  private final @Nullable MemoryBudget parent;
  private final Withholding withholding;
  private final String path;
  private final List<MemoryBudget> children = new ArrayList<>();
  private final ControlWord maxBytes;
  private final ControlWord ownBytes = new ControlWord(0);
  private final ControlWord reservedBytes = new ControlWord(0);
  private final ControlWord highWaterBytes = new ControlWord(0);

  /// Which offer of a whole tree is refused whatever is left; a tree of its own makes no such.
  private static final class Withholding {
    /// Offers of at least one byte up to that one, it included; 0 or less for none.
    private long offersLeft;

    /// Whether it is the latest offer.
    private boolean now;

    void offered(long bytes) {
      if (bytes > 0) {
        offersLeft--;
        now = offersLeft == 0;
      }
    }
  }

  /// One account as it is.
  ///
  /// @param path its path from the root
  /// @param used bytes reserved now, those of accounts below included
  /// @param highWater the most bytes that were ever reserved at a time
  /// @param max the most bytes that may be reserved
  public record Usage(String path, long used, long highWater, long max) {}

  private MemoryBudget(@Nullable MemoryBudget parent, String path, long maxBytes) {
    Invariant.check(maxBytes >= 0, "a budget's maximum is at least 0");
    this.parent = parent;
    this.withholding = parent == null ? new Withholding() : parent.withholding;
    this.path = path;
    this.maxBytes = new ControlWord(maxBytes);
  }

  /// Opens the root account of a tree.
  ///
  /// @param name its name
  /// @param maxBytes the most that may be reserved at a time, at least 0
  public static MemoryBudget root(String name, long maxBytes) {
    return new MemoryBudget(null, name, maxBytes);
  }

  /// Opens a new account below this one, where the number of accounts is ours: there is room.
  ///
  /// @param name its name; two accounts of one name are two accounts
  /// @param childMaxBytes its own maximum, at least 0; this account's applies as well
  public MemoryBudget child(String name, long childMaxBytes) {
    return switch (offerChild(name, childMaxBytes)) {
      case Result.Ok<MemoryBudget> ok -> ok.value();
      case Result.Err<MemoryBudget> _ ->
          throw new Invariant.Violation("an account that we open has room");
    };
  }

  /// Opens a new account below this one, where a guest decides how many there are.
  ///
  /// @param name its name; two accounts of one name are two accounts
  /// @param childMaxBytes its own maximum, at least 0; this account's applies as well
  /// @return the account, or a fault where {@link #CHILDREN_MAX} are open
  // [impl->req~bounded-budget-children~1]
  public Result<MemoryBudget> offerChild(String name, long childMaxBytes) {
    if (children.size() == CHILDREN_MAX) {
      return Result.err(
          new Fault.LimitFault(
              BoundedCode.CAPACITY_EXCEEDED,
              "accounts below " + path,
              CHILDREN_MAX + 1L,
              CHILDREN_MAX));
    }
    MemoryBudget child = new MemoryBudget(this, path + "/" + name, childMaxBytes);
    children.add(child);
    return Result.ok(child);
  }

  /// Reserves bytes here and in every account above, or in none.
  ///
  /// @param bytes at least 0
  /// @return whether they are reserved
  // [impl->req~bounded-budget-reserve~1]
  // [impl->req~bounded-budget-refusal~1]
  public boolean offer(long bytes) {
    Invariant.check(bytes >= 0, "a reservation is at least 0 bytes");
    withholding.offered(bytes);
    if (refusing(bytes) != null) {
      return false;
    }
    ownBytes.add(bytes);
    for (MemoryBudget b = this; b != null; b = b.parent) {
      b.reservedBytes.add(bytes);
      b.highWaterBytes.add(Math.max(0, b.reservedBytes() - b.highWaterBytes()));
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
  ///
  /// @param bytes what was asked for
  // [impl->req~bounded-budget-refusal-named~1]
  public Fault refusal(long bytes) {
    MemoryBudget account =
        Invariant.present(refusing(bytes), "only a refused reservation has a refusal");
    return account.torn()
        ? account.tear()
        : new Fault.BudgetFault(
            BoundedCode.BUDGET_EXHAUSTED, account.path, bytes, account.availableBytes());
  }

  /// The first account, from this one upwards, in which so many bytes are not left, or whose books
  /// are torn; null if none.
  private @Nullable MemoryBudget refusing(long bytes) {
    for (MemoryBudget b = this; b != null; b = b.parent) {
      if (b.torn() || bytes > b.availableBytes()) {
        return b;
      }
    }
    return null;
  }

  private long availableBytes() {
    return withholding.now ? 0 : maxBytes() - reservedBytes();
  }

  /// Lets one offer be refused whatever is left, in this account or any other of its tree, so that
  /// a test can see what each reservation of a program does when it fails.
  ///
  /// @param nth which one, counted from the next as 1; 0 for none. Offers of 0 bytes don't count
  void refuse(long nth) {
    withholding.offersLeft = nth;
    withholding.now = false;
  }

  /// Whether a counter differs from its inverse; asked at every reservation, allocates nothing.
  private boolean torn() {
    return !maxBytes.intact()
        || !ownBytes.intact()
        || !reservedBytes.intact()
        || !highWaterBytes.intact();
  }

  /// The fault of torn books, about the last counter that is torn.
  private IntegrityFault tear() {
    ControlWord torn = maxBytes;
    for (ControlWord word : counters()) {
      torn = word.intact() ? torn : word;
    }
    return new IntegrityFault(
        BoundedCode.CONTROL_WORD_MISMATCH, path, 0, torn.inverted(), torn.value(), false);
  }

  /// Maximum, own bytes, reserved bytes, high-water mark; also for tests that flip bits behind the
  /// API.
  List<ControlWord> counters() {
    return List.of(maxBytes, ownBytes, reservedBytes, highWaterBytes);
  }

  /// Compares the counters of this account and of all above it with their inverses.
  ///
  /// @return the first mismatch, as an integrity fault that names the account; else OK
  // [impl->req~bounded-budget-integrity~1]
  public Result<Unit> verify() {
    for (MemoryBudget b = this; b != null; b = b.parent) {
      if (b.torn()) {
        return Result.err(b.tear());
      }
    }
    return Result.ok(Unit.UNIT);
  }

  /// Whether {@link #verify} finds nothing.
  public boolean intact() {
    return verify() instanceof Result.Ok<Unit>;
  }

  /// Gives bytes back.
  ///
  /// @param bytes at least 0, at most what this account itself has reserved
  // [impl->req~bounded-budget-release~1]
  public void release(long bytes) {
    Invariant.check(bytes >= 0, "a release is at least 0 bytes");
    Invariant.check(
        bytes <= ownBytes.value() || torn(), "an account releases only what it has reserved");
    ownBytes.add(-bytes);
    for (MemoryBudget b = this; b != null; b = b.parent) {
      b.reservedBytes.add(-bytes);
    }
  }

  /// Closes the account, which holds nothing any more: it then refuses every byte and is no longer
  /// listed above. Closing again does nothing.
  // [impl->req~bounded-budget-close~1]
  @Override
  public void close() {
    Invariant.check(reservedBytes() == 0 || torn(), "an account is empty when it is closed");
    maxBytes.set(0);
    if (parent != null) {
      parent.children.remove(this);
    }
  }

  /// The account's path from the root, such as `engine/hello/memory`.
  public String path() {
    return path;
  }

  /// Bytes reserved now, those of accounts below included.
  public long reservedBytes() {
    return reservedBytes.value();
  }

  /// The most bytes that were ever reserved at a time.
  // [impl->req~bounded-budget-high-water~1]
  public long highWaterBytes() {
    return highWaterBytes.value();
  }

  /// The most bytes that may be reserved at a time; 0 once closed.
  public long maxBytes() {
    return maxBytes.value();
  }

  /// This account and all that are open below it, each before those below it, in the order they
  /// were opened.
  // [impl->req~bounded-budget-breakdown~1]
  public List<Usage> breakdown() {
    List<Usage> all = new ArrayList<>();
    Deque<MemoryBudget> open = new ArrayDeque<>();
    open.push(this);
    while (!open.isEmpty()) {
      MemoryBudget b = open.pop();
      all.add(new Usage(b.path, b.reservedBytes(), b.highWaterBytes(), b.maxBytes()));
      b.children.reversed().forEach(open::push);
    }
    return all;
  }

  /// The open accounts below this one, in the order they were opened.
  public List<MemoryBudget> children() {
    return List.copyOf(children);
  }
}
