package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.Storage;
import java.util.Arrays;

/// Codes of value types in an array that grows by doubling up to a limit: the operand stack of
/// validation, and the locals of a function.
///
/// An array that is outgrown stays reserved until the storage is closed: together they take less
/// than twice the last one.
final class TypeStack {
  private static final int FIRST_CAPACITY = 64;

  private final ByteReader faults;
  private final Storage storage;
  private final String limit;
  private final int max;
  private int[] codes = {};
  private int size;
  private int highWater;

  /// Creates an empty stack.
  ///
  /// @param faults fails when the limit is reached or the storage refuses
  /// @param storage pays for the arrays
  /// @param limit name of the field of {@link dev.wrt.decoder.Limits}
  /// @param max the field's value
  TypeStack(ByteReader faults, Storage storage, String limit, int max) {
    this.faults = faults;
    this.storage = storage;
    this.limit = limit;
    this.max = max;
  }

  /// A stack of a fixed capacity that its owner has reserved.
  TypeStack(ByteReader faults, Storage storage, int capacity) {
    this(faults, storage, "locals", capacity);
    codes = new int[capacity];
  }

  int size() {
    return size;
  }

  /// The largest size since the last {@link #clear}.
  int highWater() {
    return highWater;
  }

  int get(int index) {
    return codes[index];
  }

  void set(int index, int code) {
    codes[index] = code;
  }

  void clear() {
    size = 0;
    highWater = 0;
  }

  /// Takes off what lies above a size.
  void truncate(int newSize) {
    size = newSize;
  }

  /// Takes the last one off; there is one.
  int pop() {
    return codes[--size];
  }

  /// Puts a code on top, or fails the reader.
  void push(int code) {
    if (size == codes.length && !grow(size + 1)) {
      return;
    }
    codes[size++] = code;
    highWater = Math.max(highWater, size);
  }

  /// Puts a code on top several times, or fails the reader.
  void push(int code, long times) {
    if (times > codes.length - size && !grow(size + times)) {
      return;
    }
    int newSize = size + (int) times;
    Arrays.fill(codes, size, newSize, code);
    size = newSize;
    highWater = Math.max(highWater, size);
  }

  private boolean grow(long required) {
    if (!faults.within(limit, required, max)) {
      return false;
    }
    int capacity = (int) Math.min(max, Math.max(FIRST_CAPACITY, 2 * required));
    long bytes = (long) capacity * Integer.BYTES;
    if (!storage.offer(bytes)) {
      faults.fail(storage.refusal(bytes));
      return false;
    }
    codes = Arrays.copyOf(codes, capacity);
    return true;
  }
}
