package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The set of bits.
// [utest->req~bounded-bits~1]
class BitSetTest {
  @ParameterizedTest(name = "Bits behave as an array of booleans does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void bitsBehaveAsTheModel(long seed) {
    Random random = new Random(seed);
    int capacity = 1 + random.nextInt(130);
    BoundedBitSet bits = Results.value(BoundedBitSet.create(Results.plenty(), capacity));
    boolean[] model = new boolean[capacity];
    for (int step = 0; step < 400; step++) {
      int index = random.nextInt(capacity);
      model[index] = random.nextInt(4) > 0;
      if (model[index]) {
        bits.set(index);
      } else {
        bits.clear(index);
      }
      int from = random.nextInt(capacity + 1);
      assertEquals(next(model, from, true), bits.nextSet(from));
      assertEquals(next(model, from, false), bits.nextClear(from));
    }
    int set = 0;
    for (int i = 0; i < capacity; i++) {
      assertEquals(model[i], bits.get(i));
      set += model[i] ? 1 : 0;
    }
    assertEquals(set, bits.size());
  }

  private static int next(boolean[] model, int from, boolean wanted) {
    for (int i = from; i < model.length; i++) {
      if (model[i] == wanted) {
        return i;
      }
    }
    return -1;
  }

  @Test
  @DisplayName("There are as many bits as the capacity says, and none outside")
  void noBitsOutside() {
    BoundedBitSet bits = Results.value(BoundedBitSet.create(Results.plenty(), 3));
    for (int index : new int[] {-1, 3, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertFalse(bits.offer(index));
      assertThrows(Invariant.Violation.class, () -> bits.set(index));
      assertThrows(Invariant.Violation.class, () -> bits.clear(index));
      assertThrows(Invariant.Violation.class, () -> bits.get(index));
    }
    assertEquals(0, bits.size());
    assertEquals(0, bits.nextClear(0));
    assertEquals(-1, bits.nextClear(3));
    assertEquals(-1, bits.nextSet(0));
  }
}
