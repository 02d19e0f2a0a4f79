package dev.wrt.bounded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Maps and sets against the JDK's linked ones as models.
// [utest->req~bounded-map-order~1]
// [utest->req~bounded-map-replace~1]
// [utest->req~bounded-map-primitive~1]
class MapsTest {
  private static final int CAPACITY = 5;
  private static final int KEYS = 9;

  @ParameterizedTest(name = "A map behaves as the model does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void mapBehavesAsTheModel(long seed) {
    Random random = new Random(seed);
    BoundedMap<String, Integer> map = Results.value(BoundedMap.create(Results.plenty(), CAPACITY));
    Map<String, Integer> model = new LinkedHashMap<>();
    for (int step = 0; step < 300; step++) {
      String key = "k" + random.nextInt(KEYS);
      if (random.nextInt(5) < 3) {
        boolean fits = model.size() < CAPACITY || model.containsKey(key);
        assertEquals(fits, map.offer(key, step));
        if (fits) {
          model.put(key, step);
        }
      } else {
        assertEquals(model.remove(key), map.remove(key));
      }
      assertEquals(List.copyOf(model.entrySet()), List.copyOf(map.view().entrySet()));
      for (int k = 0; k < KEYS; k++) {
        assertEquals(model.get("k" + k), map.get("k" + k));
        assertEquals(model.containsKey("k" + k), map.containsKey("k" + k));
      }
      assertEquals(model.size(), map.size());
    }
  }

  @ParameterizedTest(name = "A set behaves as the model does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void setBehavesAsTheModel(long seed) {
    Random random = new Random(seed);
    BoundedSet<String> set = Results.value(BoundedSet.create(Results.plenty(), CAPACITY));
    Set<String> model = new LinkedHashSet<>();
    for (int step = 0; step < 300; step++) {
      String key = "k" + random.nextInt(KEYS);
      if (random.nextInt(5) < 3) {
        boolean fits = model.size() < CAPACITY || model.contains(key);
        assertEquals(fits, set.offer(key));
        if (fits) {
          model.add(key);
        }
      } else {
        assertEquals(model.remove(key), set.remove(key));
      }
      List<String> seen = new ArrayList<>();
      set.forEach(seen::add);
      assertEquals(List.copyOf(model), seen);
      for (int k = 0; k < KEYS; k++) {
        assertEquals(model.contains("k" + k), set.contains("k" + k));
      }
      assertEquals(model.size(), set.size());
    }
  }

  @ParameterizedTest(name = "Maps to int behave as the model does, seed {0}")
  @MethodSource("dev.wrt.bounded.Seeds#seeds")
  void mapsToIntBehaveAsTheModel(long seed) {
    Random random = new Random(seed);
    BoundedIntMap ints = Results.value(BoundedIntMap.create(Results.plenty(), CAPACITY));
    BoundedObjectIntMap<String> objects =
        Results.value(BoundedObjectIntMap.create(Results.plenty(), CAPACITY));
    Map<Integer, Integer> model = new LinkedHashMap<>();
    for (int step = 0; step < 300; step++) {
      int key = random.nextInt(KEYS) - 2;
      if (random.nextInt(5) < 3) {
        boolean fits = model.size() < CAPACITY || model.containsKey(key);
        assertEquals(fits, ints.offer(key, step));
        assertEquals(fits, objects.offer("k" + key, step));
        if (fits) {
          model.put(key, step);
        }
      } else {
        boolean present = model.remove(key) != null;
        assertEquals(present, ints.remove(key));
        assertEquals(present, objects.remove("k" + key));
      }
      for (int k = -2; k < KEYS; k++) {
        assertEquals(model.getOrDefault(k, -7), ints.get(k, -7));
        assertEquals(model.getOrDefault(k, -7), objects.get("k" + k, -7));
        assertEquals(model.containsKey(k), ints.containsKey(k));
        assertEquals(model.containsKey(k), objects.containsKey("k" + k));
      }
      assertEquals(model.size(), ints.size());
      assertEquals(model.size(), objects.size());
    }
  }

  @Test
  @DisplayName("A full map replaces the value of a key it has, and the key keeps its place")
  void fullMapsReplace() {
    BoundedMap<String, Integer> map = Results.value(BoundedMap.create(Results.plenty(), 2));
    map.put("b", 1);
    map.put("a", 2);
    map.put("b", 3);
    assertFalse(map.offer("c", 4));
    assertEquals("{b=3, a=2}", map.view().toString());
    map.remove("b");
    map.put("b", 5);
    assertEquals("{a=2, b=5}", map.view().toString());
    assertThrows(UnsupportedOperationException.class, () -> map.view().clear());
  }

  @Test
  @DisplayName("A full set accepts what it has, and its iterator removes nothing")
  void fullSetsAccept() {
    BoundedSet<String> set = Results.value(BoundedSet.create(Results.plenty(), 1));
    set.add("a");
    set.add("a");
    assertTrue(set.offer("a"));
    assertFalse(set.offer("b"));
    Iterator<String> iterator = set.iterator();
    iterator.next();
    assertThrows(UnsupportedOperationException.class, iterator::remove);
  }

  @ParameterizedTest(name = "The first table of an int map of capacity {0} is as its proof says")
  @ValueSource(ints = {0, 1, 2, 3, 4, 7, 8, 9, 1000, Reservation.CAPACITY_MAX})
  void tableOfIntMaps(int capacity) {
    long table = 2L * BoundedIntMap.halfTable(capacity);
    assertEquals(1, Long.bitCount(table));
    assertTrue(table >= 4 * (capacity + 1L));
    assertTrue(table < 8 * (capacity + 1L));
  }
}
