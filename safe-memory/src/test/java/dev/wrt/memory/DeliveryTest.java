package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is copied out of a memory has been verified, at the latest then.
class DeliveryTest {
  private static final int SIZE = 4 * Ws3.BLOCK_BYTES;

  private final byte[] to = new byte[2 * Ws3.BLOCK_BYTES];

  private static SafeMemory memory(VerificationLevel level) {
    MemoryBudget budget = MemoryBudget.root("test", 1 << 20);
    Result<SafeMemory> created =
        SafeMemory.create(budget, "memory", SIZE, SIZE, Verification.of(level));
    return ((Result.Ok<SafeMemory>) created).value();
  }

  // [utest->req~memory-deliver-verified~1]
  @ParameterizedTest(name = "At STANDARD, a wrong byte at {0} is not handed out by a read over it")
  @ValueSource(ints = {4096, 5000, 8191, 8192, 9000})
  void refused(int at) {
    SafeMemory memory = memory(VerificationLevel.STANDARD);
    memory.plain()[at] ^= 4;
    assertInstanceOf(Result.Err.class, memory.read(5000, to, 0, 4001));
    assertEquals(false, memory.intact());
  }

  // [utest->req~memory-deliver-verified~1]
  @ParameterizedTest(name = "A wrong byte at {0} in a block before or behind does not matter")
  @ValueSource(ints = {4095, 12288})
  void elsewhere(int at) {
    SafeMemory memory = memory(VerificationLevel.STANDARD);
    memory.plain()[at] ^= 4;
    assertInstanceOf(Result.Ok.class, memory.read(5000, to, 0, 4001));
  }

  // [utest->req~memory-deliver-verified~1]
  @Test
  @DisplayName("A read that ends where a block ends does not verify the next")
  void atTheEnd() {
    SafeMemory memory = memory(VerificationLevel.STANDARD);
    memory.plain()[8192] ^= 4;
    assertInstanceOf(Result.Ok.class, memory.read(5000, to, 0, 3192));
    assertEquals(1, memory.metrics().verifiedBlocks());
  }

  // [utest->req~memory-deliver-verified~1]
  @Test
  @DisplayName("A block that was touched since the boundary is left to the next one")
  void touched() {
    SafeMemory memory = memory(VerificationLevel.STANDARD);
    memory.store32(5000, 7);
    memory.plain()[5100] ^= 4;
    assertInstanceOf(Result.Ok.class, memory.read(5000, to, 0, 8));
    assertInstanceOf(Result.Err.class, memory.verifyTouched());
  }

  // [utest->req~memory-deliver-verified~1]
  @Test
  @DisplayName("Nothing is verified for no bytes, nor below STANDARD, nor twice")
  void nothing() {
    SafeMemory memory = memory(VerificationLevel.STANDARD);
    memory.read(5000, to, 0, 0);
    assertEquals(0, memory.metrics().verifiedBlocks());
    memory.read(5000, to, 0, 8);
    memory.read(5000, to, 0, 8);
    assertEquals(1, memory.metrics().verifiedBlocks());
    SafeMemory sampled = memory(VerificationLevel.SAMPLED);
    sampled.read(5000, to, 0, 8);
    assertEquals(0, sampled.metrics().verifiedBlocks());
    SafeMemory full = memory(VerificationLevel.FULL);
    full.read(5000, to, 0, 8);
    assertEquals(0, full.metrics().verifiedBlocks());
  }
}
