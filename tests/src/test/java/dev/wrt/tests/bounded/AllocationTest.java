package dev.wrt.tests.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.wrt.bounded.BoundedBitSet;
import dev.wrt.bounded.BoundedByteVector;
import dev.wrt.bounded.BoundedDeque;
import dev.wrt.bounded.BoundedIntMap;
import dev.wrt.bounded.BoundedIntStack;
import dev.wrt.bounded.BoundedIntVector;
import dev.wrt.bounded.BoundedLongStack;
import dev.wrt.bounded.BoundedLongVector;
import dev.wrt.bounded.BoundedMap;
import dev.wrt.bounded.BoundedObjectIntMap;
import dev.wrt.bounded.BoundedQueue;
import dev.wrt.bounded.BoundedSet;
import dev.wrt.bounded.BoundedStack;
import dev.wrt.bounded.BoundedTable;
import dev.wrt.bounded.BoundedVector;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.util.Random;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What bounded collections really allocate, by the JVM's own count for the thread, against the
/// bytes that they reserve.
// [utest->req~bounded-collection-stated~1]
class AllocationTest {
  private static final int CAPACITY = 5000;
  private static final int ROUNDS = 20;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// What this test itself allocates around a collection: its result, two lambdas and a subject.
  private static final int HARNESS_BYTES = 96;

  /// Elements that exist before, so that only the collection's own storage is counted.
  private static final String[] ELEMENTS =
      IntStream.range(0, CAPACITY).mapToObj(i -> "e" + i).toArray(String[]::new);

  /// A kind of collection.
  private record Kind(String name, Function<MemoryBudget, Subject> create) {
    @Override
    public String toString() {
      return name;
    }
  }

  /// A collection: how element i is put in, and how it is taken out again.
  private record Subject(IntConsumer put, IntConsumer take) {
    void fill() {
      for (int i = 0; i < CAPACITY; i++) {
        put.accept(i);
      }
    }

    void empty() {
      for (int i = 0; i < CAPACITY; i++) {
        take.accept(i);
      }
    }
  }

  private static <C> Kind kind(
      String name,
      Function<MemoryBudget, Result<C>> create,
      Function<C, IntConsumer> put,
      Function<C, IntConsumer> take) {
    return new Kind(
        name,
        budget -> {
          C collection = value(create.apply(budget));
          return new Subject(put.apply(collection), take.apply(collection));
        });
  }

  private static <C> C value(Result<C> result) {
    return switch (result) {
      case Result.Ok<C> ok -> ok.value();
      case Result.Err<C> err -> throw new AssertionError("refused: " + err.fault());
    };
  }

  /// Those whose backing is arrays of fixed length.
  static Stream<Kind> arrays() {
    return Stream.of(
        AllocationTest.<BoundedVector<String>>kind(
            "BoundedVector",
            b -> BoundedVector.create(b, CAPACITY),
            c -> i -> c.add(ELEMENTS[i]),
            c -> i -> c.removeLast()),
        AllocationTest.<BoundedStack<String>>kind(
            "BoundedStack",
            b -> BoundedStack.create(b, CAPACITY),
            c -> i -> c.push(ELEMENTS[i]),
            c -> i -> c.pop()),
        AllocationTest.<BoundedQueue<String>>kind(
            "BoundedQueue",
            b -> BoundedQueue.create(b, CAPACITY),
            c -> i -> c.add(ELEMENTS[i]),
            c -> i -> c.poll()),
        AllocationTest.<BoundedDeque<String>>kind(
            "BoundedDeque",
            b -> BoundedDeque.create(b, CAPACITY),
            c -> i -> c.addFirst(ELEMENTS[i]),
            c -> i -> c.pollFirst()),
        AllocationTest.<BoundedTable<String>>kind(
            "BoundedTable",
            b -> BoundedTable.create(b, CAPACITY),
            c -> i -> c.add(ELEMENTS[i]),
            c -> c::remove),
        kind("BoundedBitSet", b -> BoundedBitSet.create(b, CAPACITY), c -> c::set, c -> c::clear),
        kind(
            "BoundedIntVector",
            b -> BoundedIntVector.create(b, CAPACITY),
            c -> c::add,
            c -> i -> c.removeLast()),
        kind(
            "BoundedLongVector",
            b -> BoundedLongVector.create(b, CAPACITY),
            c -> c::add,
            c -> i -> c.removeLast()),
        kind(
            "BoundedByteVector",
            b -> BoundedByteVector.create(b, CAPACITY),
            c -> i -> c.add((byte) i),
            c -> i -> c.removeLast()),
        kind(
            "BoundedIntStack",
            b -> BoundedIntStack.create(b, CAPACITY),
            c -> c::push,
            c -> i -> c.pop()),
        kind(
            "BoundedLongStack",
            b -> BoundedLongStack.create(b, CAPACITY),
            c -> c::push,
            c -> i -> c.pop()));
  }

  /// Those that hash.
  static Stream<Kind> maps() {
    return Stream.of(
        AllocationTest.<BoundedMap<String, String>>kind(
            "BoundedMap",
            b -> BoundedMap.create(b, CAPACITY),
            c -> i -> c.put(ELEMENTS[i], "v"),
            c -> i -> c.remove(ELEMENTS[i])),
        AllocationTest.<BoundedSet<String>>kind(
            "BoundedSet",
            b -> BoundedSet.create(b, CAPACITY),
            c -> i -> c.add(ELEMENTS[i]),
            c -> i -> c.remove(ELEMENTS[i])),
        kind(
            "BoundedIntMap",
            b -> BoundedIntMap.create(b, CAPACITY),
            c -> i -> c.put(i, i),
            c -> c::remove),
        AllocationTest.<BoundedObjectIntMap<String>>kind(
            "BoundedObjectIntMap",
            b -> BoundedObjectIntMap.create(b, CAPACITY),
            c -> i -> c.put(ELEMENTS[i], i),
            c -> i -> c.remove(ELEMENTS[i])));
  }

  static Stream<Kind> all() {
    return Stream.concat(arrays(), maps());
  }

  private static MemoryBudget plenty() {
    return MemoryBudget.root("test", 1 << 24);
  }

  /// Loads what creating and filling needs, so that it is not counted.
  private static void warmUp(Kind kind) {
    Subject subject = kind.create().apply(plenty());
    for (int round = 0; round < ROUNDS; round++) {
      subject.fill();
      subject.empty();
    }
  }

  @ParameterizedTest(name = "{0} allocates at most what it reserved when it is made and filled")
  @MethodSource("all")
  void reservedBytesAreAnUpperBound(Kind kind) {
    warmUp(kind);
    MemoryBudget budget = plenty();
    long before = THREADS.getCurrentThreadAllocatedBytes();
    Subject subject = kind.create().apply(budget);
    subject.fill();
    long allocated = THREADS.getCurrentThreadAllocatedBytes() - before - HARNESS_BYTES;
    assertTrue(
        allocated <= budget.reservedBytes(),
        () -> "allocated " + allocated + ", reserved " + budget.reservedBytes());
  }

  @ParameterizedTest(name = "{0} allocates nothing after it is made")
  @MethodSource("arrays")
  void arraysAllocateNothingLater(Kind kind) {
    warmUp(kind);
    Subject subject = kind.create().apply(plenty());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    for (int round = 0; round < ROUNDS; round++) {
      subject.fill();
      subject.empty();
    }
    assertEquals(0, THREADS.getCurrentThreadAllocatedBytes() - before);
  }

  @ParameterizedTest(
      name = "Two tables of an int map of capacity {0} never exceed what it reserved")
  @ValueSource(ints = {1, 2, 3, 4, 7, 8, 15, 16, 31, 32, 100, 127, 128, 1000})
  void tablesOfIntMapsAreBounded(int capacity) throws ReflectiveOperationException {
    BoundedIntMap ints = value(BoundedIntMap.create(plenty(), capacity));
    BoundedObjectIntMap<Integer> objects = value(BoundedObjectIntMap.create(plenty(), capacity));
    Random random = new Random(capacity);
    int[] keys = new int[capacity];
    for (int step = 0; step < 200 * capacity; step++) {
      int at = random.nextInt(capacity);
      ints.remove(keys[at]);
      objects.remove(keys[at]);
      keys[at] = random.nextInt();
      ints.put(keys[at], step);
      objects.put(keys[at], step);
      long intTable = (long) Integer.BYTES * length(ints, "keysValues");
      assertTrue(2 * intTable <= BoundedIntMap.bytes(capacity));
      long objectTable = (8L + Integer.BYTES) * length(objects, "keys");
      assertTrue(2 * objectTable <= BoundedObjectIntMap.bytes(capacity));
    }
  }

  /// The length of the backing map's array.
  private static int length(Object map, String array) throws ReflectiveOperationException {
    Object entries = field(map, "entries");
    return Array.getLength(field(entries, array));
  }

  private static Object field(Object object, String name) throws ReflectiveOperationException {
    Field field = object.getClass().getDeclaredField(name);
    field.setAccessible(true);
    return field.get(object);
  }
}
