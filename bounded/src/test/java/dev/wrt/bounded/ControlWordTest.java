package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault.IntegrityFault;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// Numbers that are kept twice, alone and as the books of a budget.
// [utest->req~bounded-control-words~1]
// [utest->req~bounded-budget-integrity~1]
class ControlWordTest {
  @Test
  @DisplayName("Both copies follow every change; a flipped bit in either is seen from then on")
  void aFlippedBitStays() {
    ControlWord word = new ControlWord(5);
    word.add(-7);
    assertEquals(-2, word.value());
    assertEquals(-2, word.inverted());
    assertTrue(word.intact());
    word.flip(4);
    assertEquals(-6, word.value());
    assertEquals(-2, word.inverted());
    word.add(100);
    assertFalse(word.intact());
    word.set(9);
    assertTrue(word.intact());
    assertEquals(9, word.inverted());
    word.flipInverse(1);
    assertEquals(9, word.value());
    assertEquals(8, word.inverted());
    word.add(1);
    assertFalse(word.intact());
  }

  @Test
  @DisplayName("An account whose books are torn, or one below it, grants nothing and says why")
  void tornBooksGrantNothing() {
    for (int counter = 0; counter < 4; counter++) {
      MemoryBudget root = MemoryBudget.root("engine", 1000);
      MemoryBudget child = root.child("hello", 500);
      MemoryBudget other = root.child("other", 500);
      assertTrue(child.offer(64));
      assertTrue(root.offer(8));
      assertTrue(child.intact());
      assertEquals(Unit.UNIT, Results.value(child.verify()));
      ControlWord word = root.counters().get(counter);
      long value = word.value();
      word.flip(1);
      IntegrityFault torn =
          new IntegrityFault(
              BoundedCode.CONTROL_WORD_MISMATCH, "engine", 0, value, value ^ 1, false);
      for (MemoryBudget account : List.of(root, child, other)) {
        assertEquals(torn, Results.fault(account.verify()));
        assertFalse(account.intact());
        assertFalse(account.offer(0));
        assertEquals(torn, Results.fault(account.reserve(1)));
      }
      child.release(64);
      root.release(8);
      assertEquals(torn.code(), Results.fault(root.verify()).code());
      child.close();
      root.close();
    }
  }

  @Test
  @DisplayName("Torn books below an account don't keep the others from their bytes")
  void othersGoOn() {
    MemoryBudget root = MemoryBudget.root("engine", 1000);
    MemoryBudget child = root.child("hello", 500);
    child.offer(10);
    child.counters().get(1).flip(2);
    child.release(10);
    assertFalse(child.intact());
    assertEquals("engine/hello", ((IntegrityFault) Results.fault(child.verify())).area());
    assertTrue(root.intact());
    assertTrue(root.child("other", 100).offer(100));
    assertEquals(100, root.reservedBytes());
    child.counters().get(2).flip(1L << 40);
    child.close();
  }
}
