package dev.wrt.engine;

import java.util.Arrays;

/// Ints in an array that grows by doubling and is paid by a {@link Storage}. A refused reservation
/// is sticky: from then on nothing is added, until {@link #forgive}.
final class IntList implements CodeImages.IntTable {
  private static final int FIRST_CAPACITY = 16;
  private static final int CAPACITY_MAX = 1 << 29;

  private final Storage storage;
  private int[] ints = {};
  private int size;
  private boolean refused;

  IntList(Storage storage) {
    this.storage = storage;
  }

  @Override
  public int[] words() {
    return ints;
  }

  /// Number of ints.
  @Override
  public int size() {
    return size;
  }

  /// Whether a reservation was refused.
  boolean refused() {
    return refused;
  }

  /// Forgets a refusal.
  void forgive() {
    refused = false;
  }

  /// Int `i`.
  int get(int i) {
    return ints[i];
  }

  /// Replaces int `i`.
  void set(int i, int value) {
    ints[i] = value;
  }

  /// Appends an int, unless the budget refuses or has refused.
  void add(int value) {
    if (size == ints.length && !grow()) {
      return;
    }
    if (!refused) {
      ints[size] = value;
      size++;
    }
  }

  /// Takes back what was added from `newSize` on.
  void truncate(int newSize) {
    size = newSize;
  }

  /// Whether two stretches hold the same ints.
  boolean same(int from, int other, int length) {
    return Arrays.equals(ints, from, from + length, ints, other, other + length);
  }

  private boolean grow() {
    int capacity = Math.max(FIRST_CAPACITY, 2 * ints.length);
    if (refused || capacity > CAPACITY_MAX || !storage.offer((long) capacity * Integer.BYTES)) {
      refused = true;
      return false;
    }
    storage.release((long) ints.length * Integer.BYTES);
    ints = Arrays.copyOf(ints, capacity);
    return true;
  }
}
