package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.util.Arrays;

/// A fixed number of buffers of one size, all allocated at creation, recycled, and wiped on
/// release.
///
/// Invariant: `freeCount + inUse` is the number of buffers, and `free[0..freeCount)` are all zero.
public final class BufferPool implements AutoCloseable {
  /// Estimate of this object and its array of buffers, without the places.
  static final int FIXED_BYTES = 96;

  /// Estimate of what a buffer takes beyond its bytes: place, array header, handle.
  static final int BYTES_PER_BUFFER = 64;

  private final MemoryBudget budget;
  private final byte[][] free;
  private final int bufferBytes;
  private int freeCount;
  private boolean open = true;
  private long hits;
  private long misses;
  private int highWater;

  private BufferPool(MemoryBudget budget, int buffers, int bufferBytes) {
    this.budget = budget;
    this.bufferBytes = bufferBytes;
    this.free = new byte[buffers][bufferBytes];
    this.freeCount = buffers;
  }

  // [impl->req~memory-pool~1]
  /// Creates a pool.
  ///
  /// @param budget pays for the buffers
  /// @param buffers how many
  /// @param bufferBytes size of each
  public static Result<BufferPool> create(MemoryBudget budget, int buffers, int bufferBytes) {
    long bytes = FIXED_BYTES + buffers * ((long) bufferBytes + BYTES_PER_BUFFER);
    return budget.offer(bytes)
        ? Result.ok(new BufferPool(budget, buffers, bufferBytes))
        : Result.err(budget.refusal(bytes));
  }

  /// The size of each buffer.
  public int bufferBytes() {
    return bufferBytes;
  }

  // [impl->req~memory-pool~1]
  /// Takes a buffer of zeros; refused when all are in use.
  public Result<PooledBuffer> acquire() {
    if (!open) {
      return Result.err(new Fault.MemoryFault(MemoryCode.CLOSED, 0, bufferBytes, 0));
    }
    if (freeCount == 0) {
      misses++;
      return Result.err(
          new Fault.LimitFault(
              MemoryCode.POOL_EXHAUSTED, "buffer pool", free.length + 1L, free.length));
    }
    hits++;
    freeCount--;
    highWater = Math.max(highWater, free.length - freeCount);
    return Result.ok(new PooledBuffer(this, free[freeCount]));
  }

  // [impl->req~memory-pool-wipe~1]
  /// Takes a buffer back.
  ///
  /// @param buffer one of this pool
  /// @param used how many bytes may be other than zero
  void release(byte[] buffer, int used) {
    Arrays.fill(buffer, 0, used, (byte) 0);
    free[freeCount] = buffer;
    freeCount++;
    giveBack(open ? 0 : 1);
  }

  private void giveBack(int buffers) {
    budget.release(buffers * ((long) bufferBytes + BYTES_PER_BUFFER));
  }

  /// What the pool has done so far.
  public Metrics metrics() {
    return new Metrics(hits, misses, highWater, free.length - freeCount);
  }

  /// Gives the bytes back to the budget, those of buffers in use when they are closed. Refuses from
  /// then on; does nothing the second time.
  @Override
  public void close() {
    if (open) {
      open = false;
      giveBack(freeCount);
      budget.release(FIXED_BYTES);
    }
  }

  /// What a pool has done so far.
  ///
  /// @param hits buffers handed out
  /// @param misses refusals because all were in use
  /// @param highWater the most that were in use at a time
  /// @param inUse in use now
  public record Metrics(long hits, long misses, int highWater, int inUse) {}
}
