package dev.wrt.component.value;

/// A list value, whatever its form: {@link Value.ListValue}, {@link ByteList}, {@link NumberList}.
///
/// The forms are equal when their elements are.
public sealed interface Sequence extends Value permits Value.ListValue, ByteList, NumberList {
  /// How many elements there are.
  int size();

  /// The element at an index, made on demand by the packed forms.
  ///
  /// @param index 0 to size - 1
  Value get(int index);

  /// Whether two lists have equal elements.
  static boolean equal(Sequence a, Sequence b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!a.get(i).equals(b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /// A hash that is the same for equal lists of different forms.
  static int hash(Sequence list) {
    int hash = 1;
    for (int i = 0; i < list.size(); i++) {
      hash = 31 * hash + list.get(i).hashCode();
    }
    return hash;
  }
}
