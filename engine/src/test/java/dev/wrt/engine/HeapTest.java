package dev.wrt.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The heap and its collector, with roots of the test's own.
class HeapTest {
  /// A pair of references and a number.
  private static final int NODE = 0;

  /// An array of references.
  private static final int REFS = 1;

  /// An array of bytes.
  private static final int BYTES = 2;

  private static final int HEADER = ObjectLayout.HEADER_BYTES;
  private static final int FIRST = HEADER;
  private static final int SECOND = HEADER + 4;
  private static final int NUMBER = HEADER + 8;
  private static final int NODE_BYTES = HEADER + 16;

  private final long[] roots = new long[16];

  private final RootSource source =
      visitor -> {
        for (int i = 0; i < roots.length; i++) {
          roots[i] = visitor.visit(roots[i]);
        }
      };

  private static Heap heap(MemoryBudget budget, int max, VerificationLevel level) {
    EngineOptions options =
        EngineOptions.standard().with(Verification.of(level)).withHeapBytesMax(max);
    Storage storage = Guest.ok(Storage.open(budget, "store"));
    Heap heap = new Heap(options, storage, new Areas(storage, options));
    Layouts layouts = heap.layouts();
    assertTrue(layouts.reserve(BYTES, 3) && layouts.reserve(NODE, 3) && layouts.reserve(REFS, 1));
    byte[] widths = {FieldWidth.W32, FieldWidth.W32, FieldWidth.W64};
    layouts.put(NODE, ObjectLayout.struct(widths, new boolean[] {true, true, false}));
    layouts.put(REFS, ObjectLayout.array(FieldWidth.W32, true));
    layouts.put(BYTES, ObjectLayout.array(FieldWidth.W8, false));
    return heap;
  }

  private static Heap heap(int max) {
    return heap(Guest.budget(), max, VerificationLevel.OFF);
  }

  private int allocate(Heap heap, int type, int length) {
    long bytes = heap.layouts().at(type).bytes(length);
    Fault fault = heap.prepare(bytes, source);
    assertNull(fault);
    return heap.allocate(type, type == NODE ? 0 : length, bytes);
  }

  @Test
  @DisplayName(
      "Fields lie in their order, each at a multiple of its size, and a subtype's begin so")
  void layouts() {
    byte[] widths = {
      FieldWidth.W8,
      FieldWidth.W16,
      FieldWidth.W8,
      FieldWidth.W32,
      FieldWidth.W8,
      FieldWidth.W64,
      FieldWidth.W8,
      FieldWidth.W128,
      FieldWidth.W32
    };
    boolean[] collected = new boolean[widths.length];
    collected[3] = true;
    collected[8] = true;
    ObjectLayout layout = ObjectLayout.struct(widths, collected);
    assertArrayEquals(new int[] {8, 10, 12, 16, 20, 24, 32, 40, 56}, layout.offsets());
    assertArrayEquals(new int[] {16, 56}, layout.refs());
    assertEquals(64, layout.bytes());
    assertEquals(8, ObjectLayout.struct(new byte[0], new boolean[0]).bytes());
    assertEquals(8 + 3 * 16, ObjectLayout.array(FieldWidth.W128, false).bytes(3));
    assertEquals(8 + 0xFFFF_FFFFL, ObjectLayout.array(FieldWidth.W8, false).bytes(-1));
    ObjectLayout exception = ObjectLayout.exception(new boolean[] {false, true});
    assertArrayEquals(new int[] {16}, exception.refs());
    assertEquals(24, exception.bytes());
  }

  @ParameterizedTest(name = "The gray set gives back what was added, from the lowest on, of {0}")
  @ValueSource(ints = {1, 64, 65, 4096, 4097, 300_000})
  void graySet(int granules) {
    GraySet set = new GraySet();
    set.resize(granules);
    Random random = new Random(granules);
    TreeSet<Integer> model = new TreeSet<>();
    for (int i = 0; i < 10_000; i++) {
      if (random.nextInt(3) > 0) {
        int g = random.nextInt(granules);
        set.add(g);
        model.add(g);
      } else if (!model.isEmpty()) {
        assertEquals(model.pollFirst(), set.take());
      }
      assertEquals(model.isEmpty(), set.isEmpty());
    }
    set.clear();
    assertTrue(set.isEmpty());
  }

  @Test
  @DisplayName("Mark bits count what lies before, and find the ends of runs")
  void markBits() {
    Random random = new Random(1);
    int granules = 1000;
    MarkBits marks = new MarkBits();
    marks.resize(granules);
    boolean[] model = new boolean[granules];
    for (int i = 0; i < 60; i++) {
      int from = random.nextInt(granules);
      int to = Math.min(granules, from + 1 + random.nextInt(i % 7 == 0 ? 200 : 9));
      marks.mark(from, to);
      Arrays.fill(model, from, to, true);
    }
    int count = marks.count();
    int before = 0;
    for (int i = 0; i < granules; i++) {
      assertEquals(model[i], marks.marked(i));
      assertEquals(before, marks.before(i));
      before += model[i] ? 1 : 0;
      assertEquals(next(model, i, true), marks.nextMarked(i, granules));
      assertEquals(next(model, i, false), marks.nextUnmarked(i, granules));
    }
    assertEquals(before, count);
    assertEquals(7, marks.nextMarked(7, 7));
  }

  private static int next(boolean[] model, int from, boolean wanted) {
    int i = from;
    while (i < model.length && model[i] != wanted) {
      i++;
    }
    return i;
  }

  /// An object as the shadow model has it.
  private static final class Shadow {
    final int type;
    final Object[] refs;
    long number;
    byte[] bytes = new byte[0];
    long seen;

    Shadow(int type, int refs) {
      this.type = type;
      this.refs = new Object[refs];
    }
  }

  // [utest->req~engine-heap-collection~1]
  @ParameterizedTest(
      name = "At level {0} random graphs survive a collection at each allocation unchanged")
  @EnumSource(VerificationLevel.class)
  void graphs(VerificationLevel level) {
    for (int seed = 0; seed < 8; seed++) {
      Random random = new Random(seed);
      Heap heap = heap(Guest.budget(), 1 << 20, level);
      if (seed % 2 == 0) {
        heap.collectAlways();
      }
      Object[] model = new Object[roots.length];
      Arrays.fill(roots, 0);
      for (int i = 0; i < (seed % 2 == 0 ? 400 : 6_000); i++) {
        mutate(heap, random, model);
      }
      heap.collect(source);
      long live = compare(heap, model);
      assertEquals(live, heap.stats().objects(), "exactly what is reached is alive");
      assertTrue(heap.stats().collections() > 1);
      assertNull(heap.memory().fault());
      Guest.ok(heap.memory().verifyAll());
      byte[] rest = heap.memory().plain();
      for (int i = heap.top(); i < rest.length; i++) {
        assertEquals(0, rest[i]);
      }
    }
  }

  private void mutate(Heap heap, Random random, Object[] model) {
    int at = random.nextInt(roots.length);
    int from = random.nextInt(roots.length);
    switch (random.nextInt(8)) {
      case 0, 1 -> {
        roots[at] = allocate(heap, NODE, 0);
        Shadow shadow = new Shadow(NODE, 2);
        shadow.number = random.nextLong();
        heap.memory().store64((int) roots[at] + NUMBER, shadow.number);
        model[at] = shadow;
      }
      case 2 -> {
        int length = random.nextInt(random.nextInt(20) == 0 ? 300 : 9);
        roots[at] = allocate(heap, REFS, length);
        model[at] = new Shadow(REFS, length);
      }
      case 3 -> {
        int length = random.nextInt(random.nextInt(20) == 0 ? 3000 : 30);
        roots[at] = allocate(heap, BYTES, length);
        Shadow shadow = new Shadow(BYTES, 0);
        shadow.bytes = new byte[length];
        random.nextBytes(shadow.bytes);
        Guest.ok(heap.memory().write(roots[at] + HEADER, shadow.bytes, 0, length));
        model[at] = shadow;
      }
      case 4 -> {
        boolean tagged = random.nextBoolean();
        roots[at] = tagged ? Refs.ofI31(at) : Refs.ofHost(at);
        model[at] = roots[at];
      }
      default -> link(heap, random, model, new int[] {at, from});
    }
  }

  /// Puts a root into an object, or an object's field into a root.
  private void link(Heap heap, Random random, Object[] model, int[] places) {
    int at = places[0];
    int from = places[1];
    if (!(model[at] instanceof Shadow shadow) || shadow.refs.length == 0) {
      return;
    }
    int i = random.nextInt(shadow.refs.length);
    int field = (int) roots[at] + HEADER + 4 * i;
    if (random.nextInt(3) > 0) {
      heap.memory().store32(field, (int) roots[from]);
      shadow.refs[i] = model[from];
    } else {
      roots[from] = heap.memory().load32(field) & 0xFFFF_FFFFL;
      model[from] = shadow.refs[i];
    }
  }

  /// Compares what is reached from the roots.
  ///
  /// @return how many objects
  private long compare(Heap heap, Object[] model) {
    List<Shadow> todo = new ArrayList<>();
    for (int i = 0; i < model.length; i++) {
      same(model[i], roots[i], todo);
    }
    for (int i = 0; i < todo.size(); i++) {
      Shadow shadow = todo.get(i);
      int ref = (int) shadow.seen;
      assertEquals(shadow.type, heap.typeId(ref));
      if (shadow.type == NODE) {
        assertEquals(shadow.number, heap.memory().load64(ref + NUMBER));
      } else {
        assertEquals(Math.max(shadow.refs.length, shadow.bytes.length), heap.second(ref));
      }
      for (int j = 0; j < shadow.refs.length; j++) {
        same(shadow.refs[j], heap.memory().load32(ref + HEADER + 4 * j) & 0xFFFF_FFFFL, todo);
      }
      byte[] found = new byte[shadow.bytes.length];
      Guest.ok(heap.memory().read(ref + HEADER, found, 0, found.length));
      assertArrayEquals(shadow.bytes, found);
    }
    return todo.size();
  }

  private static void same(Object expected, long ref, List<Shadow> todo) {
    if (expected instanceof Shadow shadow) {
      assertTrue(Refs.isHeap(ref));
      if (shadow.seen == 0) {
        shadow.seen = ref;
        todo.add(shadow);
      }
      assertEquals(shadow.seen, ref, "an object is one object");
    } else {
      assertEquals(expected == null ? 0 : (long) expected, ref);
    }
  }

  @Test
  @DisplayName("A list of a million nodes, a cycle of them and a wide array are collected flat")
  void deep() {
    Heap heap = heap(1 << 26);
    roots[0] = allocate(heap, NODE, 0);
    roots[1] = roots[0];
    for (int i = 1; i < 1_000_000; i++) {
      int next = allocate(heap, NODE, 0);
      heap.memory().store32(next + FIRST, (int) roots[0]);
      heap.memory().store64(next + NUMBER, i);
      roots[0] = next;
    }
    heap.memory().store32((int) roots[1] + SECOND, (int) roots[0]);
    roots[1] = allocate(heap, REFS, 1_000_000);
    for (int i = 0, node = (int) roots[0]; node != 0; i++) {
      heap.memory().store32((int) roots[1] + HEADER + 4 * i, node);
      node = heap.memory().load32(node + FIRST);
    }
    heap.collect(source);
    assertEquals(1_000_001, heap.stats().objects());
    for (int i = 0, node = (int) roots[0]; node != 0; i++) {
      assertEquals(999_999 - i, heap.memory().load64(node + NUMBER));
      assertEquals(node, heap.memory().load32((int) roots[1] + HEADER + 4 * i));
      node = heap.memory().load32(node + FIRST);
    }
    roots[0] = 0;
    roots[1] = 0;
    heap.collect(source);
    assertEquals(0, heap.stats().objects());
    assertEquals(0, heap.stats().liveBytes());
    assertEquals(Heap.FIRST_OBJECT, heap.top());
  }

  // [utest->req~engine-heap-exhaustion~1]
  @ParameterizedTest(
      name = "An allocation fails if and only if it and what is alive exceed {0} bytes")
  @ValueSource(ints = {8, 32, 4096, 100_000, 1 << 20})
  void exhaustion(int max) {
    Random random = new Random(max);
    Heap heap = heap(max);
    for (int i = 0; i < 200; i++) {
      Arrays.fill(roots, 0);
      for (int j = 0; j < random.nextInt(roots.length); j++) {
        int length = random.nextInt(max / 4 + 1);
        if (heap.prepare(HEADER + length, source) == null) {
          roots[j] = heap.allocate(BYTES, length, HEADER + length);
        }
      }
      if (heap.memoryOrNull() != null) {
        heap.collect(source);
      }
      long live = heap.top();
      long room = max - live;
      assertEquals(live, heap.stats().liveBytes() + HEADER);
      long request = random.nextInt(3) + room - 1;
      Fault fault = heap.prepare(Math.max(0, request), source);
      assertEquals((request + 7 & -8) > room, fault != null, request + " of " + room);
      if (fault != null) {
        assertEquals(TrapCode.HEAP_EXHAUSTED, fault.code());
      }
    }
  }

  @Test
  @DisplayName("A byte of the arena is looked at a bounded number of times for each one allocated")
  void amortised() {
    Heap heap = heap(1 << 24);
    long units = 0;
    for (int i = 0; i < 200_000; i++) {
      units += heap.fuel(NODE_BYTES);
      int node = allocate(heap, NODE, 0);
      if (i % 3 == 0) {
        heap.memory().store32(node + FIRST, (int) roots[0]);
        roots[0] = node;
      }
    }
    assertTrue(heap.stats().collections() > 3);
    long allocated = heap.stats().allocatedBytes();
    assertEquals(200_000L * NODE_BYTES, allocated);
    long most = allocated / 64 + 2 * allocated / 8;
    assertTrue(units <= most, units + " units for " + allocated + " bytes");
  }

  // [utest->req~engine-heap-storage~1]
  @ParameterizedTest(
      name =
          "At level {0} a refused growth is a fault, leaves the heap as it was and leaks nothing")
  @EnumSource(VerificationLevel.class)
  void budget(VerificationLevel level) {
    int refusals = 0;
    long max = 10_000;
    boolean done = false;
    while (!done) {
      MemoryBudget budget = MemoryBudget.root("test", max);
      Storage storage = Guest.ok(Storage.open(budget, "store"));
      EngineOptions options = EngineOptions.standard().with(Verification.of(level));
      Areas areas = new Areas(storage, options);
      Heap heap = new Heap(options, storage, areas);
      heap.layouts().reserve(REFS, 1);
      heap.layouts().put(REFS, ObjectLayout.array(FieldWidth.W32, true));
      Fault fault = fill(heap);
      done = fault == null;
      if (fault instanceof Fault.BudgetFault refused) {
        max += refused.requested() - refused.available();
        refusals++;
        assertEquals(fault.code(), heap.prepare(500_000, source).code());
      }
      Arrays.fill(roots, 0);
      heap.close();
      areas.close();
      storage.close();
      assertEquals(0, budget.reservedBytes());
      assertTrue(budget.children().isEmpty());
    }
    assertTrue(refusals >= 4, "so many reservations were refused: " + refusals);
  }

  private Fault fill(Heap heap) {
    for (int i = 0; i < 8; i++) {
      Fault fault = heap.prepare(HEADER + 40_000, source);
      if (fault != null) {
        return assertInstanceOf(Fault.BudgetFault.class, fault);
      }
      roots[i] = heap.allocate(REFS, 10_000, HEADER + 40_000);
    }
    return null;
  }

  @Test
  @DisplayName("Without an object a heap takes nothing")
  void lazy() {
    MemoryBudget budget = Guest.budget();
    Storage storage = Guest.ok(Storage.open(budget, "store"));
    Heap heap =
        new Heap(EngineOptions.standard(), storage, new Areas(storage, EngineOptions.standard()));
    heap.collect(source);
    assertEquals(0, budget.reservedBytes());
    assertNull(heap.memoryOrNull());
    assertEquals(0, heap.digest());
    assertNull(heap.memoryOrNull());
    assertEquals(new HeapStats(0, 0, 0, 1 << 28, 0, 0, 0, 0), heap.stats());
    heap.close();
  }
}
