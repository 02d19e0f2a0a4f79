package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.memory.SafeMemory;
import java.lang.reflect.Field;

/// What lies behind the API of {@link Store} and {@link Machine}, for those who damage it on
/// purpose.
public final class EngineSeam {
  private static final Field STATE = field(Machine.class, "s");

  private EngineSeam() {}

  private static Field field(Class<?> owner, String name) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static State state(Machine machine) {
    try {
      return (State) STATE.get(machine);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  /// How many memories a store has.
  public static int memories(Store store) {
    return store.memCount();
  }

  /// A memory of a store.
  public static SafeMemory memory(Store store, int index) {
    return store.mem(index).memory();
  }

  /// The arena of the heap, or null where there is no object.
  public static SafeMemory heap(Store store) {
    return store.heap().memoryOrNull();
  }

  /// End of the objects in the arena.
  public static int heapTop(Store store) {
    return store.heap().top();
  }

  /// How many tables a store has.
  public static int tables(Store store) {
    return store.tableCount();
  }

  /// The elements of a table.
  public static int[] table(Store store, int index) {
    return store.table(index).elements;
  }

  /// The values of all globals; longer than there are some.
  public static long[] globals(Store store) {
    return store.globals;
  }

  /// Slots of {@link #globals} in use.
  public static int globalSlots(Store store) {
    return store.globalSlots();
  }

  /// Verifies everything in a store that has a digest.
  ///
  /// @return the first mismatch that was not put right, or null
  public static Fault scrub(Store store) {
    for (int i = 0; i < store.memCount(); i++) {
      if (store.mem(i).memory().verifyAll() instanceof Result.Err<?> err) {
        return err.fault();
      }
    }
    SafeMemory heap = heap(store);
    return heap != null && heap.verifyAll() instanceof Result.Err<?> err ? err.fault() : null;
  }

  /// How many words of a store were put right.
  public static long repairs(Store store) {
    long repairs = 0;
    for (int i = 0; i < store.memCount(); i++) {
      repairs += store.mem(i).memory().metrics().repairs();
    }
    SafeMemory heap = heap(store);
    return heap == null ? repairs : repairs + heap.metrics().repairs();
  }
}
