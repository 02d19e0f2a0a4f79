package dev.wrt.component.abi;

import dev.wrt.component.value.Packing;
import dev.wrt.component.value.Value;
import dev.wrt.decoder.component.PrimValType;
import java.util.ArrayList;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A compound value under construction on the stack of {@link Lift}.
final class LiftFrame {
  /// Estimate of a frame: the object (64), its list (40), a small array (104).
  static final int BYTES = 208;

  private static final int PARTS_KEPT = 16;

  private Layout layout = Layouts.EMPTY;
  private ArrayList<Value> parts = new ArrayList<>();
  private int count;
  private byte @Nullable [] window = null;
  private int base;
  private int caseIndex;
  private int flatEnd;

  /// Begins a value of so many parts.
  ///
  /// @param inWindow where it lies in memory, null if it is flat
  /// @param at first byte of it in the window
  void begin(Layout of, int partCount, byte @Nullable [] inWindow, int at) {
    layout = of;
    count = partCount;
    window = inWindow;
    base = at;
    caseIndex = 0;
    parts.ensureCapacity(partCount);
  }

  /// Says which case of a variant it is, and where its flat form ends.
  void choose(int index, int end) {
    caseIndex = index;
    flatEnd = end;
  }

  /// Takes the next part.
  void add(Value part) {
    parts.add(part);
  }

  boolean isComplete() {
    return parts.size() == count;
  }

  /// The layout of the next part.
  Layout nextLayout() {
    return switch (layout.kind) {
      case LIST, FIXED_LIST -> layout.element();
      case VARIANT, OPTION, RESULT -> chosen();
      default -> layout.part(parts.size());
    };
  }

  private Layout chosen() {
    Layout payload = layout.payload(caseIndex);
    return payload == null ? Layouts.EMPTY : payload;
  }

  /// Where the next part lies in the window.
  int nextAt() {
    return switch (layout.kind) {
      case LIST, FIXED_LIST -> base + parts.size() * layout.element().size;
      case VARIANT, OPTION, RESULT -> base + layout.payloadOffset();
      default -> base + layout.offset(parts.size());
    };
  }

  Layout layout() {
    return layout;
  }

  byte @Nullable [] window() {
    return window;
  }

  /// Where the flat form of a variant ends.
  int flatEnd() {
    return flatEnd;
  }

  /// The value, complete.
  Value value() {
    return switch (layout.kind) {
      case RECORD -> new Value.RecordValue(parts);
      case TUPLE -> new Value.TupleValue(parts);
      case LIST -> new Value.ListValue(parts);
      case FIXED_LIST -> fixedList();
      case OPTION -> parts.isEmpty() ? Value.OptionValue.NONE : new Value.OptionValue(parts.get(0));
      case RESULT -> new Value.ResultValue(caseIndex == 0, payload());
      default -> new Value.VariantValue(caseIndex, payload());
    };
  }

  private Value fixedList() {
    PrimValType number = layout.element().packs();
    return number == null ? new Value.ListValue(parts) : Packing.list(number, parts);
  }

  private @Nullable Value payload() {
    return parts.isEmpty() ? null : parts.get(0);
  }

  /// The parts, complete.
  ArrayList<Value> parts() {
    return parts;
  }

  /// Forgets the value; a large array is not kept.
  void end() {
    if (count > PARTS_KEPT) {
      parts = new ArrayList<>();
    } else {
      parts.clear();
    }
    layout = Layouts.EMPTY;
    window = null;
  }
}
