package dev.wrt.component.value;

import java.util.List;

/// The arguments or the results of one call, in order.
///
/// @param list the values
public record Values(List<Value> list) {
  /// No values.
  public static final Values NONE = new Values(List.of());

  /// Keeps a private copy.
  public Values {
    list = List.copyOf(list);
  }

  /// Values in order.
  public static Values of(Value... values) {
    return new Values(List.of(values));
  }

  /// How many there are.
  public int size() {
    return list.size();
  }

  /// The value at an index.
  ///
  /// @param index 0 to size - 1
  public Value get(int index) {
    return list.get(index);
  }
}
