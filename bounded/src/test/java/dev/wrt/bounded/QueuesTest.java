package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Queues and deques against the JDK's deque as model.
// [utest->req~bounded-queue-order~1]
class QueuesTest {
  private static final int CAPACITY = 5;

  @ParameterizedTest(name = "A deque behaves as the model does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void dequeBehavesAsTheModel(long seed) {
    Random random = new Random(seed);
    BoundedDeque<Integer> deque = Results.value(BoundedDeque.create(Results.plenty(), CAPACITY));
    ArrayDeque<Integer> model = new ArrayDeque<>();
    for (int step = 0; step < 300; step++) {
      boolean fits = model.size() < CAPACITY;
      switch (random.nextInt(6)) {
        case 0, 1 -> {
          assertEquals(fits, deque.offerFirst(step));
          if (fits) {
            model.addFirst(step);
          }
        }
        case 2, 3 -> {
          assertEquals(fits, deque.offerLast(step));
          if (fits) {
            model.addLast(step);
          }
        }
        case 4 -> assertEquals(model.pollFirst(), deque.pollFirst());
        default -> assertEquals(model.pollLast(), deque.pollLast());
      }
      assertEquals(model.peekFirst(), deque.peekFirst());
      assertEquals(model.peekLast(), deque.peekLast());
      assertEquals(List.copyOf(model), listed(deque));
      assertEquals(model.size(), deque.size());
    }
  }

  @ParameterizedTest(name = "A queue behaves as the model does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void queueBehavesAsTheModel(long seed) {
    Random random = new Random(seed);
    BoundedQueue<Integer> queue = Results.value(BoundedQueue.create(Results.plenty(), CAPACITY));
    ArrayDeque<Integer> model = new ArrayDeque<>();
    for (int step = 0; step < 300; step++) {
      if (random.nextInt(5) < 3) {
        boolean fits = model.size() < CAPACITY;
        assertEquals(fits, queue.offer(step));
        if (fits) {
          model.addLast(step);
        }
      } else {
        assertEquals(model.pollFirst(), queue.poll());
      }
      assertEquals(model.peekFirst(), queue.peek());
      assertEquals(List.copyOf(model), listed(queue));
      assertEquals(model.size(), queue.size());
    }
  }

  private static <T> List<T> listed(Iterable<T> elements) {
    List<T> list = new ArrayList<>();
    elements.forEach(list::add);
    return list;
  }

  @Test
  @DisplayName("Iterators of queues and deques remove nothing")
  void iteratorsRemoveNothing() {
    BoundedQueue<String> queue = Results.value(BoundedQueue.create(Results.plenty(), 1));
    BoundedDeque<String> deque = Results.value(BoundedDeque.create(Results.plenty(), 1));
    queue.add("a");
    deque.addFirst("a");
    for (Iterator<String> iterator : List.of(queue.iterator(), deque.iterator())) {
      iterator.next();
      assertThrows(UnsupportedOperationException.class, iterator::remove);
    }
  }
}
