package dev.wrt.memory;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import java.util.ArrayList;
import java.util.List;

/// A walk over memories and images that verifies so many blocks a step, round and round; so that
/// corruption of what nobody touches is found in bounded time, before a second one joins it.
///
/// **Latency.** A step verifies `min(rate, total)` blocks, in a fixed order. A block that is
/// verified as number `i` of a step (from 0) is verified again after `total` more blocks, that is
/// within `ceil(total / rate)` steps: {@link #worstCaseSteps}. The caller ties steps to fuel, so
/// this is a bound in fuel and not in time. Growth, and targets that come and go, change `total`;
/// the bound then is the largest on the way.
public final class Scrubber implements AutoCloseable {
  /// Estimate of this object and its list, without the places.
  static final int FIXED_BYTES = 96;

  private static final long BYTES_PER_TARGET = 8;
  private static final Result<Unit> DONE = Result.ok(Unit.UNIT);

  private final MemoryBudget budget;
  private int capacity;
  private final int blocksPerStep;
  private final List<Scrubbable> targets;
  private long reservedBytes;
  // Below targets.size(), or 0.
  private int target;
  private int block;
  private long passes;
  private long verifiedBlocks;

  private Scrubber(MemoryBudget budget, int capacity, int blocksPerStep) {
    this.budget = budget;
    this.capacity = capacity;
    this.blocksPerStep = blocksPerStep;
    this.targets = new ArrayList<>(capacity);
    this.reservedBytes = footprint(capacity);
  }

  /// Creates a scrubber without targets.
  ///
  /// @param budget pays for the list of targets
  /// @param capacity how many targets it can have
  /// @param blocksPerStep the rate, at least 1
  public static Result<Scrubber> create(MemoryBudget budget, int capacity, int blocksPerStep) {
    Invariant.check(blocksPerStep >= 1, "a step verifies at least one block");
    long bytes = footprint(capacity);
    return budget.offer(bytes)
        ? Result.ok(new Scrubber(budget, capacity, blocksPerStep))
        : Result.err(budget.refusal(bytes));
  }

  private static long footprint(int capacity) {
    return FIXED_BYTES + BYTES_PER_TARGET * capacity;
  }

  /// Makes room for another target, if there is none.
  ///
  /// @return a refusal of the budget
  public Result<Unit> reserve() {
    if (targets.size() < capacity) {
      return DONE;
    }
    if (!budget.offer(BYTES_PER_TARGET)) {
      return Result.err(budget.refusal(BYTES_PER_TARGET));
    }
    reservedBytes += BYTES_PER_TARGET;
    capacity++;
    return DONE;
  }

  /// Adds a target behind the others.
  ///
  /// @param scrubbable what to verify from now on
  /// @return whether there was place for it
  public boolean offer(Scrubbable scrubbable) {
    if (targets.size() == capacity) {
      return false;
    }
    targets.add(scrubbable);
    return true;
  }

  /// Removes a target; the walk goes on with the next.
  ///
  /// @param scrubbable what not to verify any more
  /// @return whether it was there
  public boolean remove(Scrubbable scrubbable) {
    int index = targets.indexOf(scrubbable);
    if (index < 0) {
      return false;
    }
    targets.remove(index);
    if (index == target) {
      block = 0;
    }
    if (index < target) {
      target--;
    }
    if (target == targets.size()) {
      target = 0;
    }
    return true;
  }

  // [impl->req~memory-scrub~1]
  /// Verifies the next blocks, all of them also when one is wrong, so that the walk keeps its pace.
  ///
  /// @return the first fault that was found
  public Result<Unit> step() {
    Result<Unit> outcome = DONE;
    for (long left = Math.min(blocksPerStep, totalBlocks()); left > 0; left--) {
      Result<Unit> verified = nextTarget().verifyBlock(block);
      block++;
      verifiedBlocks++;
      if (outcome instanceof Result.Ok<Unit>) {
        outcome = verified;
      }
    }
    return outcome;
  }

  /// The target of the next block; there is one, since some target has blocks.
  private Scrubbable nextTarget() {
    while (block >= targets.get(target).blocks()) {
      block = 0;
      target++;
      if (target == targets.size()) {
        target = 0;
        passes++;
      }
    }
    return targets.get(target);
  }

  /// Blocks of all targets.
  public long totalBlocks() {
    long total = 0;
    for (int i = 0; i < targets.size(); i++) {
      total += targets.get(i).blocks();
    }
    return total;
  }

  // [impl->req~memory-scrub-latency~1]
  /// After how many steps, at most, corruption of any block is found.
  public long worstCaseSteps() {
    return (totalBlocks() + blocksPerStep - 1) / blocksPerStep;
  }

  /// How many blocks the walk has verified.
  public long verifiedBlocks() {
    return verifiedBlocks;
  }

  /// How often the walk has come to its end.
  public long passes() {
    return passes;
  }

  /// Gives the bytes back to the budget.
  @Override
  public void close() {
    budget.release(reservedBytes);
    reservedBytes = 0;
    targets.clear();
  }
}
