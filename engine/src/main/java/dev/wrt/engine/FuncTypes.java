package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import java.util.Arrays;

/// Numbers the function types of a store: equal types have one number, so that `call_indirect`
/// compares ints. A hash table with open addressing, at most half full.
final class FuncTypes {
  /// A type's place in both arrays; the type itself belongs to its module.
  private static final int BYTES_PER_TYPE = Long.BYTES + 2 * Integer.BYTES;

  private static final int FIRST_CAPACITY = 16;

  private final Storage storage;
  private FuncType[] types = new FuncType[0];
  private int[] numbers = new int[0];
  private int count;

  FuncTypes(Storage storage) {
    this.storage = storage;
  }

  /// The number of a type.
  ///
  /// @return -1 if the budget refuses room for a new one
  int number(FuncType type) {
    if (count == types.length && !grow()) {
      return -1;
    }
    int at = place(type);
    if (numbers[at] == 0) {
      types[count] = type;
      count++;
      numbers[at] = count;
    }
    return numbers[at] - 1;
  }

  private int place(FuncType type) {
    int mask = numbers.length - 1;
    int at = type.hashCode() & mask;
    while (numbers[at] != 0 && !types[numbers[at] - 1].equals(type)) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private boolean grow() {
    int capacity = Math.max(FIRST_CAPACITY, 2 * types.length);
    if (!storage.offer((long) capacity * BYTES_PER_TYPE)) {
      return false;
    }
    storage.release((long) types.length * BYTES_PER_TYPE);
    FuncType[] grown = new FuncType[capacity];
    Arrays.fill(grown, FuncType.EMPTY);
    System.arraycopy(types, 0, grown, 0, count);
    types = grown;
    numbers = new int[2 * capacity];
    for (int i = 0; i < count; i++) {
      numbers[place(types[i])] = i + 1;
    }
    return true;
  }
}
