package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// The operand stack as the {@link Translator} knows it: for each entry where its value is.
///
/// An entry is a *temp* (in the register of its height), a *local* (still in the local's register,
/// because `local.get` emits nothing) or a *const* (nowhere yet). Entry `h` stays readable after it
/// was popped, until something is pushed there.
final class OperandStack {
  /// The value is in register {@link #temp}.
  static final byte TEMP = 0;

  /// The value is that of local {@link #value}.
  static final byte LOCAL = 1;

  /// The value is {@link #value}.
  static final byte CONST = 2;

  private static final int BYTES_PER_ENTRY = Long.BYTES + 1;

  private final Storage storage;
  private byte[] kinds = new byte[0];
  private long[] values = new long[0];
  private int tempBase;
  private int height;
  private int localEntries;

  OperandStack(Storage storage) {
    this.storage = storage;
  }

  /// Empties the stack for a function.
  ///
  /// @param heightMax largest height that it reaches
  /// @param firstTemp register of the entry at height 0
  /// @return false if the budget refuses
  boolean begin(int heightMax, int firstTemp) {
    if (heightMax > kinds.length) {
      int capacity = Math.max(64, heightMax);
      if (!storage.offer((long) capacity * BYTES_PER_ENTRY)) {
        return false;
      }
      storage.release((long) kinds.length * BYTES_PER_ENTRY);
      kinds = new byte[capacity];
      values = new long[capacity];
    }
    tempBase = firstTemp;
    height = 0;
    localEntries = 0;
    return true;
  }

  /// Number of entries.
  int height() {
    return height;
  }

  /// Number of entries that are locals.
  int localEntries() {
    return localEntries;
  }

  /// Where the value of entry `h` is.
  byte kind(int h) {
    return kinds[h];
  }

  /// The local, or the constant, of entry `h`.
  long value(int h) {
    return values[h];
  }

  /// The register that belongs to height `h`.
  int temp(int h) {
    return tempBase + h;
  }

  /// Pushes a temp.
  ///
  /// @return its register
  int pushTemp() {
    push(TEMP, 0);
    return temp(height - 1);
  }

  /// Pushes temps.
  void pushTemps(int count) {
    for (int i = 0; i < count; i++) {
      push(TEMP, 0);
    }
  }

  /// Pushes the value of a local.
  void pushLocal(int localidx) {
    push(LOCAL, localidx);
    localEntries++;
  }

  /// Pushes a constant.
  void pushConst(long value) {
    push(CONST, value);
  }

  /// Pops an entry.
  ///
  /// @return its height
  int pop() {
    Invariant.validated(height > 0, "an operand is on the stack");
    height--;
    if (kinds[height] == LOCAL) {
      localEntries--;
    }
    return height;
  }

  /// Notes that entry `h` is now in its register.
  void settled(int h) {
    if (kinds[h] == LOCAL) {
      localEntries--;
    }
    kinds[h] = TEMP;
  }

  /// Pops down to a height.
  void dropTo(int newHeight) {
    while (height > newHeight) {
      pop();
    }
  }

  private void push(byte kind, long value) {
    kinds[height] = kind;
    values[height] = value;
    height++;
  }
}
