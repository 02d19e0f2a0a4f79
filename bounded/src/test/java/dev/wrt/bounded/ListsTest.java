package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.function.ObjIntConsumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Lists and stacks against the JDK's list as model.
// [utest->req~bounded-vector-order~1]
// [utest->req~bounded-index~1]
// [utest->req~bounded-stack-order~1]
class ListsTest {
  private static final int CAPACITY = 6;

  /// A list of bytes, whatever it stores them as: ints and longs hold them in their highest byte.
  private record Bytes(
      BoundedCollection collection,
      Predicate<Byte> offer,
      Consumer<Byte> add,
      IntFunction<Byte> get,
      ObjIntConsumer<Byte> set,
      Supplier<Byte> removeLast,
      Supplier<List<Byte>> all) {}

  private static Bytes objects() {
    BoundedVector<Byte> v = Results.value(BoundedVector.create(Results.plenty(), CAPACITY));
    return new Bytes(v, v::offer, v::add, v::get, (b, i) -> v.set(i, b), v::removeLast, v::toList);
  }

  private static Bytes bytes() {
    BoundedByteVector v = Results.value(BoundedByteVector.create(Results.plenty(), CAPACITY));
    return new Bytes(
        v, v::offer, v::add, v::get, (b, i) -> v.set(i, b), v::removeLast, () -> list(v.toArray()));
  }

  private static List<Byte> list(byte[] array) {
    return IntStream.range(0, array.length).mapToObj(i -> array[i]).toList();
  }

  private static Bytes ints() {
    BoundedIntVector v = Results.value(BoundedIntVector.create(Results.plenty(), CAPACITY));
    return new Bytes(
        v,
        b -> v.offer(b << 24),
        b -> v.add(b << 24),
        i -> (byte) (v.get(i) >> 24),
        (b, i) -> v.set(i, b << 24),
        () -> (byte) (v.removeLast() >> 24),
        () -> IntStream.of(v.toArray()).mapToObj(i -> (byte) (i >> 24)).toList());
  }

  private static Bytes longs() {
    BoundedLongVector v = Results.value(BoundedLongVector.create(Results.plenty(), CAPACITY));
    return new Bytes(
        v,
        b -> v.offer((long) b << 56),
        b -> v.add((long) b << 56),
        i -> (byte) (v.get(i) >> 56),
        (b, i) -> v.set(i, (long) b << 56),
        () -> (byte) (v.removeLast() >> 56),
        () -> LongStream.of(v.toArray()).mapToObj(i -> (byte) (i >> 56)).toList());
  }

  /// A stack of bytes, in the same way.
  private record ByteStack(
      BoundedCollection collection,
      Predicate<Byte> offer,
      Consumer<Byte> push,
      Supplier<Byte> pop,
      Supplier<Byte> peek,
      IntFunction<Byte> peekAt) {}

  private static ByteStack objectStack() {
    BoundedStack<Byte> s = Results.value(BoundedStack.create(Results.plenty(), CAPACITY));
    return new ByteStack(s, s::offer, s::push, s::pop, s::peek, s::peek);
  }

  private static ByteStack intStack() {
    BoundedIntStack s = Results.value(BoundedIntStack.create(Results.plenty(), CAPACITY));
    return new ByteStack(
        s,
        b -> s.offer(b << 24),
        b -> s.push(b << 24),
        () -> (byte) (s.pop() >> 24),
        () -> (byte) (s.peek() >> 24),
        i -> (byte) (s.peek(i) >> 24));
  }

  private static ByteStack longStack() {
    BoundedLongStack s = Results.value(BoundedLongStack.create(Results.plenty(), CAPACITY));
    return new ByteStack(
        s,
        b -> s.offer((long) b << 56),
        b -> s.push((long) b << 56),
        () -> (byte) (s.pop() >> 56),
        () -> (byte) (s.peek() >> 56),
        i -> (byte) (s.peek(i) >> 56));
  }

  static Stream<Arguments> lists() {
    return Seeds.seeds()
        .boxed()
        .flatMap(seed ->
            Stream.of(
                Arguments.of("BoundedVector", seed, objects()),
                Arguments.of("BoundedByteVector", seed, bytes()),
                Arguments.of("BoundedIntVector", seed, ints()),
                Arguments.of("BoundedLongVector", seed, longs())));
  }

  static Stream<Arguments> stacks() {
    return Seeds.seeds()
        .boxed()
        .flatMap(seed ->
            Stream.of(
                Arguments.of("BoundedStack", seed, objectStack()),
                Arguments.of("BoundedIntStack", seed, intStack()),
                Arguments.of("BoundedLongStack", seed, longStack())));
  }

  @ParameterizedTest(name = "{0} behaves as a list does, seed {1}")
  @MethodSource("lists")
  void listsBehaveAsTheModel(String name, long seed, Bytes list) {
    Random random = new Random(seed);
    List<Byte> model = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      byte value = (byte) random.nextInt();
      int size = model.size();
      switch (random.nextInt(5)) {
        case 0, 1 -> {
          boolean fits = size < CAPACITY;
          assertEquals(fits, list.offer().test(value));
          if (fits) {
            model.add(value);
          }
        }
        case 2 -> {
          if (size < CAPACITY) {
            list.add().accept(value);
            model.add(value);
          }
        }
        case 3 -> {
          if (size > 0) {
            int index = random.nextInt(size);
            list.set().accept(value, index);
            model.set(index, value);
            assertEquals(value, list.get().apply(index));
          }
        }
        default -> {
          if (size > 0) {
            assertEquals(model.removeLast(), list.removeLast().get());
          } else {
            assertThrows(Invariant.Violation.class, () -> list.removeLast().get());
          }
        }
      }
      assertEquals(model, list.all().get());
      assertEquals(model.size(), list.collection().size());
    }
  }

  @ParameterizedTest(name = "An index of ours outside {0} is a bug, seed {1}")
  @MethodSource("lists")
  void indexOutside(String name, long seed, Bytes list) {
    int size = (int) (seed % CAPACITY);
    for (int i = 0; i < size; i++) {
      list.add().accept((byte) i);
    }
    for (int index : new int[] {-1, size, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThrows(Invariant.Violation.class, () -> list.get().apply(index));
      assertThrows(Invariant.Violation.class, () -> list.set().accept((byte) 0, index));
    }
    for (int index = 0; index < size; index++) {
      assertEquals((byte) index, list.get().apply(index));
    }
  }

  @ParameterizedTest(name = "{0} behaves as a stack does, seed {1}")
  @MethodSource("stacks")
  void stacksBehaveAsTheModel(String name, long seed, ByteStack stack) {
    Random random = new Random(seed);
    List<Byte> model = new ArrayList<>();
    for (int step = 0; step < 200; step++) {
      byte value = (byte) random.nextInt();
      if (random.nextInt(5) < 3) {
        boolean fits = model.size() < CAPACITY;
        assertEquals(fits, stack.offer().test(value));
        if (fits) {
          model.add(value);
        } else {
          assertThrows(Invariant.Violation.class, () -> stack.push().accept(value));
        }
      } else if (!model.isEmpty()) {
        assertEquals(model.removeLast(), stack.pop().get());
      }
      checkPeeks(model, stack);
    }
  }

  private static void checkPeeks(List<Byte> model, ByteStack stack) {
    int size = model.size();
    assertEquals(size, stack.collection().size());
    for (int depth = 0; depth < size; depth++) {
      assertEquals(model.get(size - 1 - depth), stack.peekAt().apply(depth));
    }
    assertThrows(Invariant.Violation.class, () -> stack.peekAt().apply(size));
    assertThrows(Invariant.Violation.class, () -> stack.peekAt().apply(-1));
    if (size > 0) {
      assertEquals(model.getLast(), stack.peek().get());
    } else {
      assertThrows(Invariant.Violation.class, () -> stack.peek().get());
      assertThrows(Invariant.Violation.class, () -> stack.pop().get());
    }
  }

  @Test
  @DisplayName("A vector's iterator gives the elements in order and removes none")
  void iteratorRemovesNone() {
    BoundedVector<String> v = Results.value(BoundedVector.create(Results.plenty(), 2));
    v.add("a");
    v.add("b");
    Iterator<String> iterator = v.iterator();
    assertEquals("a", iterator.next());
    assertThrows(UnsupportedOperationException.class, iterator::remove);
    assertEquals("b", iterator.next());
    assertFalse(iterator.hasNext());
  }

  @Test
  @DisplayName("A range of bytes is appended whole or not at all")
  void rangesOfBytes() {
    BoundedByteVector v = Results.value(BoundedByteVector.create(Results.plenty(), 4));
    byte[] from = {1, 2, 3, 4, 5};
    assertTrue(v.offer(from, 1, 3));
    assertFalse(v.offer(from, 0, 2));
    assertArrayEquals(new byte[] {2, 3, 4}, v.toArray());
    assertTrue(v.offer(from, 5, 0));
    assertTrue(v.offer(from, 4, 1));
    assertFalse(v.offer(from, 0, 1));
    assertArrayEquals(new byte[] {2, 3, 4, 5}, v.toArray());
    assertThrows(Invariant.Violation.class, () -> v.offer(from, 4, 2));
    assertThrows(Invariant.Violation.class, () -> v.offer(from, -1, 1));
    assertThrows(Invariant.Violation.class, () -> v.offer(from, 0, -1));
  }
}
