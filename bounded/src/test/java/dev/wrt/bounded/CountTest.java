package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The count of collections of objects, which follows what comes and goes.
// [utest->req~bounded-integrity-control~1]
class CountTest {
  private static void counts(int expected, BoundedCollection collection) {
    assertEquals(expected, collection.size());
    assertEquals(expected, collection.reservation().count().value());
    assertTrue(collection.intact());
  }

  @Test
  @DisplayName("Lists and stacks count what is taken off")
  void lists() {
    BoundedVector<String> vector = Results.value(BoundedVector.create(Results.plenty(), 4));
    vector.add("a");
    vector.add("b");
    assertEquals("b", vector.removeLast());
    counts(1, vector);
    BoundedStack<String> stack = Results.value(BoundedStack.create(Results.plenty(), 4));
    stack.push("a");
    stack.push("b");
    assertEquals("b", stack.pop());
    counts(1, stack);
  }

  @Test
  @DisplayName("Queues count what is polled, and nothing where there is nothing")
  void queues() {
    BoundedQueue<String> queue = Results.value(BoundedQueue.create(Results.plenty(), 4));
    queue.add("a");
    queue.add("b");
    assertEquals("a", queue.poll());
    counts(1, queue);
    assertEquals("b", queue.poll());
    assertNull(queue.poll());
    counts(0, queue);
    BoundedDeque<String> deque = Results.value(BoundedDeque.create(Results.plenty(), 4));
    deque.addLast("a");
    deque.addFirst("b");
    deque.addLast("c");
    assertEquals("b", deque.pollFirst());
    counts(2, deque);
    assertEquals("c", deque.pollLast());
    counts(1, deque);
    assertEquals("a", deque.pollFirst());
    assertNull(deque.pollFirst());
    assertNull(deque.pollLast());
    counts(0, deque);
  }

  @Test
  @DisplayName("Maps and sets count a key once, and what is taken out if it was there")
  void keys() {
    BoundedMap<String, String> map = Results.value(BoundedMap.create(Results.plenty(), 4));
    map.put("a", "1");
    map.put("a", "2");
    map.put("b", "3");
    counts(2, map);
    assertNull(map.remove("c"));
    counts(2, map);
    assertEquals("2", map.remove("a"));
    counts(1, map);
    BoundedSet<String> set = Results.value(BoundedSet.create(Results.plenty(), 4));
    set.add("a");
    set.add("a");
    set.add("b");
    counts(2, set);
    assertEquals(false, set.remove("c"));
    counts(2, set);
    assertTrue(set.remove("a"));
    counts(1, set);
  }
}
