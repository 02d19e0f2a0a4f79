package dev.wrt.component.abi;

import dev.wrt.component.value.Value;
import java.util.List;

/// A compound value being taken apart on the stack of {@link Lower}.
final class LowerFrame {
  /// Estimate of a frame.
  static final int BYTES = 72;

  /// What the parts are.
  enum Shape {
    /// Fields or elements of a record or tuple: each with its layout and offset.
    FIELDS,
    /// Elements of a list: one layout, side by side.
    ELEMENTS,
    /// Elements of a list of a fixed length or of a range: as those of a list, without a pointer.
    RANGE,
    /// The payload of a variant's case: one part or none.
    PAYLOAD
  }

  private Shape shape = Shape.FIELDS;
  private Layout layout = Layouts.EMPTY;
  private List<Value> parts = List.of();
  private int next;
  private boolean inMemory;
  private int base;
  private int end;

  /// Begins a value that goes to core values.
  ///
  /// @param of layout of the record, of an element, or of the payload
  /// @param values the parts
  void begin(Shape as, Layout of, List<Value> values) {
    shape = as;
    layout = of;
    parts = values;
    next = 0;
    inMemory = false;
    base = 0;
    end = 0;
  }

  /// Says that it goes to memory instead.
  void place(int ptr) {
    inMemory = true;
    base = ptr;
  }

  /// Says where something is to be done at the end: where the flat form of a variant ends, or where
  /// the pointer to a list goes.
  void endAt(int place) {
    end = place;
  }

  /// Forgets the value.
  void clear() {
    parts = List.of();
    layout = Layouts.EMPTY;
  }

  boolean isComplete() {
    return next == parts.size();
  }

  /// The layout of the next part.
  Layout nextLayout() {
    return shape == Shape.FIELDS ? layout.part(next) : layout;
  }

  /// Where the next part goes.
  int nextPtr() {
    return switch (shape) {
      case FIELDS -> base + layout.offset(next);
      case ELEMENTS, RANGE -> base + next * layout.size;
      case PAYLOAD -> base;
    };
  }

  /// The next part, which is then done.
  Value take() {
    return parts.get(next++);
  }

  Shape shape() {
    return shape;
  }

  boolean inMemory() {
    return inMemory;
  }

  int base() {
    return base;
  }

  int end() {
    return end;
  }

  int count() {
    return parts.size();
  }
}
