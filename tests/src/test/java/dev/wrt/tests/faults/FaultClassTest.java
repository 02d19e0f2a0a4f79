package dev.wrt.tests.faults;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the classes of faults do to words.
class FaultClassTest {
  private static final int ROUNDS = 2_000;

  private final long[] longs = {1, 2, 3, 4, 5, 6, 7, 8};
  private final byte[] bytes = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};

  private static BitSet flips(long[] before, long[] after) {
    BitSet flips = new BitSet();
    for (int i = 0; i < before.length; i++) {
      for (int bit = 0; bit < Long.SIZE; bit++) {
        flips.set(i * Long.SIZE + bit, ((before[i] ^ after[i]) >>> bit & 1) != 0);
      }
    }
    return flips;
  }

  // [utest->req~faults-classes~1]
  @ParameterizedTest(name = "{0} flips {1} bits, and can be taken back")
  @CsvSource({"SINGLE_BIT, 1", "DOUBLE_BIT, 2", "TRIPLE_BIT, 3"})
  void bits(FaultClass fault, int count) {
    Words words = Words.OfLongs.all(longs);
    long[] before = longs.clone();
    for (int i = 0; i < ROUNDS; i++) {
      Damage damage = fault.damage(Places.all(words, new int[] {0, 3}), Draw.of(i));
      assertEquals(count, flips(before, longs).cardinality());
      damage.undo(words);
      assertArrayEquals(before, longs);
    }
  }

  // [utest->req~faults-classes~1]
  @Test
  @DisplayName("A burst reaches over 2 to 64 bits, the first and the last of them flipped")
  void burst() {
    Words words = Words.OfBytes.all(bytes);
    BitSet lengths = new BitSet();
    for (int i = 0; i < ROUNDS; i++) {
      byte[] before = bytes.clone();
      Damage damage = FaultClass.BURST.damage(Places.all(words, Places.NONE_KNOWN), Draw.of(i));
      for (int k = 0; k < before.length; k++) {
        before[k] ^= bytes[k];
      }
      BitSet flips = BitSet.valueOf(before);
      lengths.set(flips.length() - flips.nextSetBit(0));
      damage.undo(words);
    }
    assertEquals(2, lengths.nextSetBit(0));
    assertEquals(65, lengths.length());
    assertEquals(63, lengths.cardinality());
  }

  // [utest->req~faults-classes~1]
  @Test
  @DisplayName("A swap exchanges two words of different values, and there is none among equal ones")
  void swap() {
    Words words = Words.OfLongs.all(longs);
    Places places = Places.all(words, Places.NONE_KNOWN);
    Damage damage = FaultClass.WORD_SWAP.damage(places, Draw.of(1));
    Damage.Change first = damage.changes().get(0);
    Damage.Change second = damage.changes().get(1);
    assertEquals(first.before(), longs[second.word()]);
    assertEquals(second.before(), longs[first.word()]);
    assertNotEquals(first.before(), second.before());
    Words equal = Words.OfLongs.all(new long[4]);
    assertEquals(
        null, FaultClass.WORD_SWAP.damage(Places.all(equal, Places.NONE_KNOWN), Draw.of(1)));
  }

  // [utest->req~faults-classes~1]
  @Test
  @DisplayName("A write is lost, goes elsewhere, or is done twice")
  void writes() {
    longs[2] = 99;
    Words words = Words.OfLongs.all(longs);
    Places places = Places.all(words, Places.NONE_KNOWN);
    Damage lost = FaultClass.LOST_WRITE.miswrite(places, 2, 3, Draw.of(1));
    assertArrayEquals(new long[] {1, 2, 3, 4, 5, 6, 7, 8}, longs);
    lost.undo(words);
    Damage stray = FaultClass.MISDIRECTED_WRITE.miswrite(places, 2, 3, Draw.of(1));
    assertEquals(3, longs[2]);
    assertEquals(99, longs[stray.changes().get(1).word()]);
    stray.undo(words);
    Damage twice = FaultClass.DUPLICATED_WRITE.miswrite(places, 2, 3, Draw.of(1));
    assertEquals(99, longs[2]);
    assertEquals(99, longs[twice.changes().get(0).word()]);
    assertNotEquals(2, twice.changes().get(0).word());
  }

  // [utest->req~faults-classes~1]
  @Test
  @DisplayName("A stuck bit comes back after every write")
  void stuck() {
    Words words = Words.OfLongs.all(longs);
    Damage damage = new Damage();
    damage.stick(words, 4, 1L << 40, true);
    assertEquals(5 | 1L << 40, longs[4]);
    longs[4] = 0;
    damage.stickAgain();
    assertEquals(1L << 40, longs[4]);
  }

  // [utest->req~faults-classes~1]
  @Test
  @DisplayName("Half of the places are drawn from those that are used")
  void places() {
    Places places = Places.all(Words.OfBytes.all(new byte[40_000]), new int[] {7});
    int used = 0;
    Draw draw = Draw.of(5);
    for (int i = 0; i < ROUNDS; i++) {
      used += places.draw(draw) == 7 ? 1 : 0;
    }
    assertTrue(used > ROUNDS * 4 / 10 && used < ROUNDS * 6 / 10, "" + used);
  }
}
