package dev.wrt.decoder.component;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The value index space of a scope. Each value is consumed exactly once, by an export, an
/// instantiation or a start function (Binary.md, "Start Definitions").
// [impl->req~component-values~1]
final class ValueSpace {
  private final FirstFault faults;
  private final List<ValType> types = new ArrayList<>();
  private final BitSet consumed = new BitSet();

  ValueSpace(FirstFault faults) {
    this.faults = faults;
  }

  /// Appends a value that is to be consumed.
  void add(ValType type) {
    if (faults.charge(1)) {
      types.add(type);
    }
  }

  /// Appends a value that an export has consumed.
  void addConsumed(ValType type) {
    add(type);
    consumed.set(types.size() - 1);
  }

  /// The type of a value, or null if there is none.
  @Nullable ValType at(int valueidx) {
    return valueidx >= 0 && valueidx < types.size() ? types.get(valueidx) : null;
  }

  /// Consumes a value; it must be there.
  void consume(int valueidx) {
    if (consumed.get(valueidx)) {
      faults.invalid(ValidationCode.VALUE_CONSUMED, "value " + valueidx);
    }
    consumed.set(valueidx);
  }

  /// At the end of a component, all values must have been consumed.
  void end() {
    int rest = consumed.nextClearBit(0);
    if (rest < types.size()) {
      faults.invalid(ValidationCode.VALUE_UNUSED, "value " + rest);
    }
  }
}
