package dev.wrt.tests.faults;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32C;

/// The state of everything that can be reached from one object: fields that can change, arrays,
/// collections. {@link #restore} makes it as it was, so that thousands of trials start from one
/// moment of one run without instantiating anything anew.
///
/// Decoded modules and components don't change and are passed over, and so are objects of the JDK
/// other than collections, numbers and checksums.
final class StateImage {
  private static final ClassValue<Layout> LAYOUTS =
      new ClassValue<>() {
        @Override
        protected Layout computeValue(Class<?> type) {
          return Layout.of(type);
        }
      };

  /// Sets one part of the state back.
  private interface Part {
    void restore();
  }

  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> open = new ArrayDeque<>();
  private final List<Part> parts = new ArrayList<>();
  private Part[] frozen = {};

  private StateImage() {}

  /// Takes the state of all that can be reached from an object.
  static StateImage of(Object root) {
    StateImage image = new StateImage();
    image.found(root);
    while (!image.open.isEmpty()) {
      image.take(image.open.pop());
    }
    image.frozen = image.parts.toArray(Part[]::new);
    image.parts.clear();
    image.seen.clear();
    return image;
  }

  /// Makes everything as it was.
  void restore() {
    for (Part part : frozen) {
      part.restore();
    }
  }

  private void found(Object object) {
    if (object == null || isConstant(object) || !seen.add(object)) {
      return;
    }
    open.push(object);
  }

  private static boolean isConstant(Object object) {
    Class<?> type = object.getClass();
    if (type.isArray() || object instanceof Collection<?> || object instanceof Map<?, ?>) {
      return false;
    }
    if (object instanceof Enum<?> || object instanceof Class<?>) {
      return true;
    }
    String name = type.getName();
    boolean number =
        object instanceof AtomicLong || object instanceof AtomicInteger || object instanceof CRC32C;
    return !number && (name.startsWith("java.") || name.startsWith("jdk."))
        || name.startsWith("com.sun.")
        || name.startsWith("sun.")
        || name.startsWith("dev.wrt.decoder.");
  }

  private void take(Object object) {
    if (object.getClass().isArray()) {
      array(object);
    } else if (object instanceof AtomicLong number) {
      long value = number.get();
      parts.add(() -> number.set(value));
    } else if (object instanceof CRC32C checksum) {
      long value = checksum.getValue();
      parts.add(() -> ChecksumState.set(checksum, value));
    } else if (object instanceof AtomicInteger number) {
      int value = number.get();
      parts.add(() -> number.set(value));
    } else if (object.getClass().getName().startsWith("java.")) {
      collection(object);
    } else {
      LAYOUTS.get(object.getClass()).take(object, this);
    }
  }

  private void array(Object array) {
    int length = Array.getLength(array);
    Object copy;
    if (array instanceof Object[] refs) {
      copy = refs.clone();
      for (Object ref : refs) {
        found(ref);
      }
    } else {
      copy = Array.newInstance(array.getClass().getComponentType(), length);
      System.arraycopy(array, 0, copy, 0, length);
    }
    if (length > 0) {
      parts.add(() -> System.arraycopy(copy, 0, array, 0, length));
    }
  }

  @SuppressWarnings("unchecked")
  private void collection(Object object) {
    String name = object.getClass().getName();
    boolean fixed = name.contains("Immutable") || name.contains("Unmodifiable");
    if (object instanceof Map<?, ?> map) {
      Object[] keys = map.keySet().toArray();
      Object[] values = map.values().toArray();
      for (int i = 0; i < keys.length; i++) {
        found(keys[i]);
        found(values[i]);
      }
      if (!fixed) {
        parts.add(() -> restore((Map<Object, Object>) map, keys, values));
      }
      return;
    }
    Collection<Object> elements = (Collection<Object>) object;
    Object[] copy = elements.toArray();
    for (Object element : copy) {
      found(element);
    }
    if (!fixed) {
      parts.add(() -> restore(elements, copy));
    }
  }

  private static void restore(Map<Object, Object> map, Object[] keys, Object[] values) {
    boolean same = map.size() == keys.length;
    for (int i = 0; same && i < keys.length; i++) {
      same = map.get(keys[i]) == values[i];
    }
    if (!same) {
      map.clear();
      for (int i = 0; i < keys.length; i++) {
        map.put(keys[i], values[i]);
      }
    }
  }

  private static void restore(Collection<Object> elements, Object[] copy) {
    boolean same = elements.size() == copy.length;
    int i = 0;
    if (same) {
      for (Object element : elements) {
        same &= element == copy[i];
        i++;
      }
    }
    if (!same) {
      elements.clear();
      Collections.addAll(elements, copy);
    }
  }

  /// What of the objects of a class can change, and where they refer to.
  private static final class Layout {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final List<Field> references = new ArrayList<>();
    private final List<Slot> longs = new ArrayList<>();
    private final List<Slot> ints = new ArrayList<>();
    private final List<Slot> booleans = new ArrayList<>();
    private final List<Slot> rest = new ArrayList<>();

    /// A field that can change.
    ///
    /// @param field how to read it
    /// @param set how to set it: exactly of the type `(Object, T)void`
    private record Slot(Field field, MethodHandle set) {}

    static Layout of(Class<?> type) {
      Layout layout = new Layout();
      for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
        for (Field field : c.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers())) {
            field.setAccessible(true);
            layout.add(field);
          }
        }
      }
      return layout;
    }

    private void add(Field field) {
      Class<?> type = field.getType();
      if (!type.isPrimitive()) {
        references.add(field);
      }
      if (Modifier.isFinal(field.getModifiers())) {
        return;
      }
      if (type == long.class) {
        longs.add(slot(field, type));
      } else if (type == int.class) {
        ints.add(slot(field, type));
      } else if (type == boolean.class) {
        booleans.add(slot(field, type));
      } else {
        rest.add(slot(field, Object.class));
      }
    }

    private static Slot slot(Field field, Class<?> type) {
      try {
        MethodType exact = MethodType.methodType(void.class, Object.class, type);
        return new Slot(field, LOOKUP.unreflectSetter(field).asType(exact));
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }

    private static MethodHandle[] setters(List<Slot> slots) {
      return slots.stream().map(Slot::set).toArray(MethodHandle[]::new);
    }

    void take(Object object, StateImage image) {
      try {
        for (Field field : references) {
          image.found(field.get(object));
        }
        int count = longs.size() + ints.size() + booleans.size() + rest.size();
        if (count > 0) {
          image.parts.add(new Fields(object, this));
        }
      } catch (IllegalAccessException e) {
        throw new AssertionError(e);
      }
    }
  }

  /// The fields of one object.
  private static final class Fields implements Part {
    private final Object object;
    private final MethodHandle[] longs;
    private final MethodHandle[] ints;
    private final MethodHandle[] booleans;
    private final MethodHandle[] rest;
    private final long[] longValues;
    private final int[] intValues;
    private final boolean[] booleanValues;
    private final Object[] restValues;

    Fields(Object object, Layout layout) throws IllegalAccessException {
      this.object = object;
      longs = Layout.setters(layout.longs);
      ints = Layout.setters(layout.ints);
      booleans = Layout.setters(layout.booleans);
      rest = Layout.setters(layout.rest);
      longValues = new long[longs.length];
      intValues = new int[ints.length];
      booleanValues = new boolean[booleans.length];
      restValues = new Object[rest.length];
      for (int i = 0; i < longs.length; i++) {
        longValues[i] = layout.longs.get(i).field.getLong(object);
      }
      for (int i = 0; i < ints.length; i++) {
        intValues[i] = layout.ints.get(i).field.getInt(object);
      }
      for (int i = 0; i < booleans.length; i++) {
        booleanValues[i] = layout.booleans.get(i).field.getBoolean(object);
      }
      for (int i = 0; i < rest.length; i++) {
        restValues[i] = layout.rest.get(i).field.get(object);
      }
    }

    @Override
    public void restore() {
      try {
        for (int i = 0; i < longs.length; i++) {
          longs[i].invokeExact(object, longValues[i]);
        }
        for (int i = 0; i < ints.length; i++) {
          ints[i].invokeExact(object, intValues[i]);
        }
        for (int i = 0; i < booleans.length; i++) {
          booleans[i].invokeExact(object, booleanValues[i]);
        }
        for (int i = 0; i < rest.length; i++) {
          rest[i].invokeExact(object, restValues[i]);
        }
      } catch (Throwable e) {
        throw new AssertionError(e);
      }
    }
  }
}
