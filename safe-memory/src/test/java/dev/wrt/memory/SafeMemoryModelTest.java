package dev.wrt.memory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Unit;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Random operations on a memory and on a plain array beside it. The seed is in the name of the
/// test; `-Dmemory.seeds=N` runs more of them.
class SafeMemoryModelTest {
  private static final int STEPS = 250;
  private static final int SEEDS = Integer.getInteger("memory.seeds", 4);

  /// The plain array; replaced when the memory grows.
  private byte[] model = new byte[0];

  static Stream<Arguments> levelsAndSeeds() {
    return Stream.of(VerificationLevel.values())
        .flatMap(level ->
            Stream.iterate(1, seed -> seed <= SEEDS, seed -> seed + 1)
                .map(seed -> Arguments.of(level, seed)));
  }

  // [utest->req~memory-word-access~1]
  // [utest->req~memory-bulk-access~1]
  // [utest->req~memory-digest-follows-stores~1]
  // [utest->req~memory-grow~1]
  @ParameterizedTest
  @MethodSource("levelsAndSeeds")
  @DisplayName("After any operations the bytes are the model's, and digests and mirror are right")
  void behavesAsAnArray(VerificationLevel level, int seed) {
    Random random = new Random(seed);
    SafeMemory memory = Given.memory(new Verification(level, 7), 9_001 + 1_000 * seed);
    SafeMemory other = Given.memory(level, 6_000);
    byte[] otherBytes = Given.pattern(6_000);
    Given.ok(other.write(0, otherBytes, 0, otherBytes.length));
    model = new byte[memory.sizeBytes()];
    for (int step = 0; step < STEPS; step++) {
      switch (random.nextInt(13)) {
        case 0, 1, 2, 3 -> load(memory, random);
        case 4, 5, 6, 7 -> store(memory, random);
        case 8 -> write(memory, random);
        case 9 -> fill(memory, random);
        case 10 -> move(memory, random);
        case 11 -> copyIn(memory, other, otherBytes, random);
        default -> growOrRead(memory, random);
      }
      if (step % 10 == 9) {
        assertRight(memory);
      }
    }
    assertRight(memory);
    assertEquals(Unit.UNIT, Given.ok(memory.verifyAll()));
    assertEquals(Unit.UNIT, Given.ok(memory.verifyTouched()));
    assertTrue(memory.intact());
  }

  /// Addresses are often near the borders of blocks and at the end.
  private int address(Random random, int width) {
    int last = model.length - width;
    return switch (random.nextInt(4)) {
      case 0 -> Math.min(last, 4096 - 9 + random.nextInt(12));
      case 1 -> last - random.nextInt(3);
      default -> random.nextInt(last + 1);
    };
  }

  private ByteBuffer view() {
    return ByteBuffer.wrap(model).order(ByteOrder.LITTLE_ENDIAN);
  }

  private void load(SafeMemory memory, Random random) {
    int width = 1 << random.nextInt(4);
    int a = address(random, width);
    switch (width) {
      case 1 -> assertEquals(view().get(a) & 0xFF, memory.load8(a));
      case 2 -> assertEquals(view().getShort(a) & 0xFFFF, memory.load16(a));
      case 4 -> assertEquals(view().getInt(a), memory.load32(a));
      default -> assertEquals(view().getLong(a), memory.load64(a));
    }
  }

  private void store(SafeMemory memory, Random random) {
    int width = 1 << random.nextInt(4);
    int a = address(random, width);
    long v = random.nextLong();
    switch (width) {
      case 1 -> {
        view().put(a, (byte) v);
        memory.store8(a, (int) v);
      }
      case 2 -> {
        view().putShort(a, (short) v);
        memory.store16(a, (int) v);
      }
      case 4 -> {
        view().putInt(a, (int) v);
        memory.store32(a, (int) v);
      }
      default -> {
        view().putLong(a, v);
        memory.store64(a, v);
      }
    }
  }

  private void write(SafeMemory memory, Random random) {
    byte[] bytes = new byte[20 + length(random)];
    random.nextBytes(bytes);
    int at = random.nextInt(20);
    int length = bytes.length - 20;
    int a = address(random, length);
    System.arraycopy(bytes, at, model, a, length);
    Given.ok(memory.write(a, bytes, at, length));
  }

  private void fill(SafeMemory memory, Random random) {
    int length = length(random);
    int a = address(random, length);
    int value = random.nextInt();
    Arrays.fill(model, a, a + length, (byte) value);
    Given.ok(memory.fill(a, value, length));
  }

  private void move(SafeMemory memory, Random random) {
    int length = length(random);
    int from = address(random, length);
    int to = Math.clamp(from + random.nextInt(200) - 100, 0, model.length - length);
    System.arraycopy(model, from, model, to, length);
    Given.ok(memory.copy(to, memory, from, length));
  }

  private void copyIn(SafeMemory memory, SafeMemory other, byte[] otherBytes, Random random) {
    int length = random.nextInt(5_000);
    int from = random.nextInt(otherBytes.length - length + 1);
    int to = address(random, length);
    System.arraycopy(otherBytes, from, model, to, length);
    Given.ok(memory.copy(to, other, from, length));
  }

  private void growOrRead(SafeMemory memory, Random random) {
    int size = model.length + random.nextInt(3_000);
    if (size < 40_000 && random.nextBoolean()) {
      model = Arrays.copyOf(model, size);
      Given.ok(memory.grow(size));
      assertEquals(size, memory.sizeBytes());
    } else {
      int length = length(random);
      int a = address(random, length);
      byte[] read = new byte[length + 5];
      Given.ok(memory.read(a, read, 3, length));
      assertArrayEquals(
          Arrays.copyOfRange(model, a, a + length), Arrays.copyOfRange(read, 3, 3 + length));
    }
  }

  private int length(Random random) {
    return random.nextBoolean() ? random.nextInt(30) : random.nextInt(model.length - 2);
  }

  private void assertRight(SafeMemory memory) {
    assertArrayEquals(model, memory.plain());
    BlockGuard guard = memory.guard();
    long[] values = guard.digests.values();
    long[] complements = guard.digests.complements();
    assertEquals(3 * memory.blocks(), values.length);
    for (int block = 0; block < memory.blocks(); block++) {
      int from = block * Ws3.BLOCK_BYTES;
      int to = Math.min(from + Ws3.BLOCK_BYTES, model.length);
      Ws3 right = Ws3Test.defined(model, from, to);
      int i = 3 * block;
      assertEquals(right, new Ws3(values[i], values[i + 1], values[i + 2]), "block " + block);
      assertEquals(right, new Ws3(~complements[i], ~complements[i + 1], ~complements[i + 2]));
    }
    byte[] mirror = guard.mirror();
    for (int i = 0; i < mirror.length; i++) {
      assertEquals((byte) ~model[i], mirror[i], "mirror of " + i);
    }
    assertEquals(guard.mirrored ? model.length : 0, mirror.length);
  }
}
