package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The table with a free list.
// [utest->req~bounded-table-index~1]
// [utest->req~bounded-table-absent~1]
class TableTest {
  private static final int CAPACITY = 6;

  private final BoundedTable<String> table =
      Results.value(BoundedTable.create(Results.plenty(), CAPACITY));

  @Test
  @DisplayName("Indices are given from 0 upwards, then those freed, the last freed first")
  void lastFreedFirst() {
    for (int i = 0; i < 4; i++) {
      assertEquals(i, table.add("e" + i));
    }
    assertEquals("e1", table.remove(1));
    assertEquals("e3", table.remove(3));
    assertEquals("e0", table.remove(0));
    assertEquals(0, table.offer("x"));
    assertEquals(3, table.offer("y"));
    assertEquals(1, table.add("z"));
    assertEquals(4, table.add("w"));
  }

  @Test
  @DisplayName("A full table with a freed index takes one element more")
  void fullTable() {
    for (int i = 0; i < CAPACITY; i++) {
      table.add("e" + i);
    }
    assertEquals(BoundedTable.REFUSED, table.offer("x"));
    table.remove(2);
    assertEquals(2, table.offer("x"));
    assertThrows(Invariant.Violation.class, () -> table.add("y"));
  }

  @Test
  @DisplayName("Indices of a guest that are free, too large or negative have no element")
  void absentIndices() {
    table.add("a");
    table.add("b");
    table.remove(0);
    for (int index : new int[] {0, 2, CAPACITY, -1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertNull(table.get(index));
      assertNull(table.remove(index));
      assertThrows(Invariant.Violation.class, () -> table.set(index, "x"));
    }
    assertEquals(1, table.size());
    assertEquals("b", table.get(1));
    table.set(1, "c");
    assertEquals("c", table.get(1));
  }

  @Test
  @DisplayName("A cleared table gives its indices from 0 upwards again")
  void clearedTable() {
    table.add("a");
    table.add("b");
    table.remove(0);
    table.remove(1);
    table.clear();
    assertEquals(0, table.size());
    assertEquals(0, table.add("c"));
    assertEquals(1, table.add("d"));
  }

  @ParameterizedTest(name = "A table behaves as the model does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void tableBehavesAsTheModel(long seed) {
    Random random = new Random(seed);
    SortedMap<Integer, String> model = new TreeMap<>();
    ArrayDeque<Integer> freed = new ArrayDeque<>();
    for (int step = 0; step < 300; step++) {
      String value = "v" + step;
      if (random.nextInt(5) < 3) {
        int index = table.offer(value);
        if (model.size() == CAPACITY) {
          assertEquals(BoundedTable.REFUSED, index);
        } else {
          assertEquals(freed.isEmpty() ? model.size() : (int) freed.pop(), index);
          model.put(index, value);
        }
      } else {
        int index = random.nextInt(CAPACITY + 1);
        String removed = model.remove(index);
        assertEquals(removed, table.remove(index));
        if (removed != null) {
          freed.push(index);
        }
      }
      assertEquals(model, listed());
      assertEquals(model.size(), table.size());
    }
  }

  private SortedMap<Integer, String> listed() {
    SortedMap<Integer, String> listed = new TreeMap<>();
    int next = 0;
    for (int i = 0; i < table.size(); i++) {
      int index = table.nextIndex(next);
      listed.put(index, table.get(index));
      next = index + 1;
    }
    assertEquals(BoundedTable.REFUSED, table.nextIndex(next));
    return listed;
  }
}
