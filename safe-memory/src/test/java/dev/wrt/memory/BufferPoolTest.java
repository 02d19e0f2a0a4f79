package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.wrt.bounded.BoundedCode;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Bounded, recycled, wiped buffers.
class BufferPoolTest {
  private static final long NEEDED =
      BufferPool.FIXED_BYTES + 2 * (100 + BufferPool.BYTES_PER_BUFFER);

  // [utest->req~memory-pool~1]
  @Test
  @DisplayName("When all buffers are in use, another is refused as a value and counted")
  void exhaustionIsAValue() {
    BufferPool pool = Given.ok(BufferPool.create(Given.budget(), 2, 100));
    assertEquals(100, pool.bufferBytes());
    assertEquals(new BufferPool.Metrics(0, 0, 0, 0), pool.metrics());
    PooledBuffer first = Given.ok(pool.acquire());
    Given.ok(pool.acquire());
    assertEquals(
        new Fault.LimitFault(MemoryCode.POOL_EXHAUSTED, "buffer pool", 3, 2),
        Given.fault(pool.acquire()));
    assertEquals(new BufferPool.Metrics(2, 1, 2, 2), pool.metrics());
    first.close();
    assertEquals(new BufferPool.Metrics(2, 1, 2, 1), pool.metrics());
    Given.ok(pool.acquire()).close();
    assertEquals(new BufferPool.Metrics(3, 1, 2, 1), pool.metrics());
  }

  // [utest->req~memory-pool-wipe~1]
  @Test
  @DisplayName("A buffer is recycled with all bytes zero, whether part or all of it was used")
  void recycledBuffersAreZero() {
    BufferPool pool = Given.ok(BufferPool.create(Given.budget(), 1, 100));
    PooledBuffer buffer = Given.ok(pool.acquire());
    assertEquals(100, buffer.size());
    byte[] bytes = buffer.bytes();
    Arrays.fill(bytes, (byte) 7);
    buffer.close();
    assertArrayEquals(new byte[100], bytes);
    PooledBuffer again = Given.ok(pool.acquire());
    assertSame(bytes, again.bytes(50));
    Arrays.fill(again.bytes(30), 0, 50, (byte) 7);
    again.close();
    assertArrayEquals(new byte[100], bytes);
  }

  // [utest->req~memory-pool-wipe~1]
  @Test
  @DisplayName("Only what was said to be used is wiped, which keeps small calls cheap")
  void onlyUsedBytesAreWiped() {
    BufferPool pool = Given.ok(BufferPool.create(Given.budget(), 1, 100));
    PooledBuffer buffer = Given.ok(pool.acquire());
    byte[] bytes = buffer.bytes(10);
    Arrays.fill(bytes, (byte) 7);
    buffer.close();
    assertEquals(0, bytes[9]);
    assertEquals(7, bytes[10]);
  }

  // [utest->req~memory-closed~1]
  @Test
  @DisplayName("A buffer is given back once; to use it afterwards, or beyond its end, is a bug")
  void usedOnlyWhileOpen() {
    BufferPool pool = Given.ok(BufferPool.create(Given.budget(), 1, 100));
    PooledBuffer buffer = Given.ok(pool.acquire());
    assertThrows(Invariant.Violation.class, () -> buffer.bytes(101));
    buffer.bytes(100);
    buffer.close();
    buffer.close();
    assertEquals(0, pool.metrics().inUse());
    assertThrows(Invariant.Violation.class, () -> buffer.bytes(0));
  }

  // [utest->req~memory-pool~1]
  // [utest->req~memory-budget~1]
  @Test
  @DisplayName("All buffers are reserved at creation, or none")
  void reservesAllOrNothing() {
    MemoryBudget small = MemoryBudget.root("small", NEEDED - 1);
    assertEquals(
        new Fault.BudgetFault(BoundedCode.BUDGET_EXHAUSTED, "small", NEEDED, NEEDED - 1),
        Given.fault(BufferPool.create(small, 2, 100)));
    assertEquals(0, small.reservedBytes());
    MemoryBudget exact = MemoryBudget.root("exact", NEEDED);
    BufferPool pool = Given.ok(BufferPool.create(exact, 2, 100));
    assertEquals(NEEDED, exact.reservedBytes());
    pool.close();
    pool.close();
    assertEquals(0, exact.reservedBytes());
  }

  // [utest->req~memory-pool~1]
  // [utest->req~memory-closed~1]
  @Test
  @DisplayName("A closed pool refuses; buffers in use keep their bytes reserved until they close")
  void closedPoolRefuses() {
    MemoryBudget budget = Given.budget();
    BufferPool pool = Given.ok(BufferPool.create(budget, 2, 100));
    PooledBuffer buffer = Given.ok(pool.acquire());
    pool.close();
    assertEquals(100 + BufferPool.BYTES_PER_BUFFER, budget.reservedBytes());
    assertEquals(new Fault.MemoryFault(MemoryCode.CLOSED, 0, 100, 0), Given.fault(pool.acquire()));
    buffer.bytes()[99] = 1;
    buffer.close();
    assertEquals(0, budget.reservedBytes());
    assertEquals(0, pool.metrics().inUse());
  }
}
