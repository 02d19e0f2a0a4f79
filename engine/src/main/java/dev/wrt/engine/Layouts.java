package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The layouts of a store's types, by the store's numbers.
final class Layouts {
  private static final int FIRST_CAPACITY = 16;

  private final Storage storage;
  private @Nullable ObjectLayout[] layouts = new ObjectLayout[0];

  Layouts(Storage storage) {
    this.storage = storage;
  }

  /// The layout of a type; null if there is none, which only a corrupted heap asks for.
  @Nullable ObjectLayout at(int typeId) {
    return typeId >= 0 && typeId < layouts.length ? layouts[typeId] : null;
  }

  /// The layout of a type that code names.
  ObjectLayout get(int typeId) {
    ObjectLayout layout = at(typeId);
    if (layout == null) {
      throw new Invariant.Violation("instantiation has laid out the types of a module");
    }
    return layout;
  }

  /// Whether a type still needs one.
  boolean isMissing(int typeId) {
    return at(typeId) == null;
  }

  /// Makes room for a layout.
  ///
  /// @return false if the budget refuses
  boolean reserve(int typeId, int fields) {
    if (typeId >= layouts.length && !grow(typeId)) {
      return false;
    }
    return storage.offer(ObjectLayout.footprint(fields));
  }

  /// Puts in a layout that there is room for.
  void put(int typeId, ObjectLayout layout) {
    layouts[typeId] = layout;
  }

  private boolean grow(int typeId) {
    int capacity = Math.max(FIRST_CAPACITY, Math.max(typeId + 1, 2 * layouts.length));
    if (!storage.offer((long) capacity * Long.BYTES)) {
      return false;
    }
    storage.release((long) layouts.length * Long.BYTES);
    layouts = Arrays.copyOf(layouts, capacity);
    return true;
  }
}
