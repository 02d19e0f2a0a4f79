package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// The operand stack as the {@link Translator} knows it: for each entry where its value is, and the
/// {@link ValueShape} of it.
///
/// An entry is a *temp* (in the register of its height), a *local* (still in the local's register,
/// because `local.get` emits nothing) or a *const* (nowhere yet). Entry `h` stays readable after it
/// was popped, until something is pushed there.
///
/// An entry takes as many registers as its value has slots, so the register of a height depends on
/// what lies below: each entry keeps its own.
final class OperandStack {
  /// The value is in register {@link #temp}.
  static final byte TEMP = 0;

  /// The value is that of the local whose register is {@link #value}.
  static final byte LOCAL = 1;

  /// The value is {@link #value}; never a wide one.
  static final byte CONST = 2;

  private static final int BYTES_PER_ENTRY = Long.BYTES + 2 * Integer.BYTES + 2;

  private final Storage storage;
  private byte[] kinds = new byte[0];
  private byte[] shapes = new byte[0];
  private long[] values = new long[0];
  private int[] registers = new int[1];
  private int[] sets = {StackMaps.NONE};
  private int height;
  private int registersEnd;
  private int localEntries;

  /// Up to this height {@link #sets} is right.
  private int setsEnd;

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
      shapes = new byte[capacity];
      values = new long[capacity];
      registers = new int[capacity + 1];
      sets = new int[capacity + 1];
    }
    sets[0] = StackMaps.NONE;
    setsEnd = 0;
    registers[0] = firstTemp;
    height = 0;
    registersEnd = firstTemp;
    localEntries = 0;
    return true;
  }

  /// Number of entries.
  int height() {
    return height;
  }

  /// One past the last register that an entry has had since {@link #begin}.
  int registersEnd() {
    return registersEnd;
  }

  /// Number of entries that are locals.
  int localEntries() {
    return localEntries;
  }

  /// Where the value of entry `h` is.
  byte kind(int h) {
    return kinds[h];
  }

  /// The {@link ValueShape} of entry `h`.
  byte shape(int h) {
    return shapes[h];
  }

  /// The local's register, or the constant, of entry `h`.
  long value(int h) {
    return values[h];
  }

  /// The first register that belongs to height `h`, which is at most the height of the stack or
  /// that of an entry just popped.
  int temp(int h) {
    return registers[h];
  }

  /// Pushes a temp of one slot that refers to nothing that is collected.
  ///
  /// @return its register
  int pushTemp() {
    return pushTemp(ValueShape.PLAIN);
  }

  /// Pushes a temp.
  ///
  /// @param shape of its value
  /// @return its first register
  int pushTemp(byte shape) {
    push(TEMP, shape, 0);
    return temp(height - 1);
  }

  /// Pushes the value of a local.
  void pushLocal(int register, byte shape) {
    push(LOCAL, shape, register);
    localEntries++;
  }

  /// Pushes a constant of one slot that refers to nothing that is collected.
  void pushConst(long value) {
    push(CONST, ValueShape.PLAIN, value);
  }

  /// Pushes a constant of one slot.
  void pushConst(long value, byte shape) {
    push(CONST, shape, value);
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

  /// Takes the latest {@link #pop} back; nothing has been pushed since.
  void unpop() {
    push(kinds[height], shapes[height], values[height]);
    if (kinds[height - 1] == LOCAL) {
      localEntries++;
    }
  }

  /// Notes that entry `h` is now in its register.
  void settled(int h) {
    if (kinds[h] == LOCAL) {
      localEntries--;
    }
    kinds[h] = TEMP;
    setsEnd = Math.min(setsEnd, h);
  }

  /// Pops down to a height.
  void dropTo(int newHeight) {
    while (height > newHeight) {
      pop();
    }
  }

  /// The registers of temps that hold references that are collected, as a set of `maps`. Each entry
  /// keeps the set of what lies below it, so that only what has changed is looked at.
  int collected(StackMaps maps) {
    for (int h = Math.min(setsEnd, height); h < height; h++) {
      boolean ref = kinds[h] == TEMP && shapes[h] == ValueShape.REF;
      sets[h + 1] = ref ? maps.with(registers[h], sets[h]) : sets[h];
    }
    setsEnd = height;
    return sets[height];
  }

  private void push(byte kind, byte shape, long value) {
    kinds[height] = kind;
    shapes[height] = shape;
    setsEnd = Math.min(setsEnd, height);
    values[height] = value;
    int next = registers[height] + ValueShape.slots(shape);
    height++;
    registers[height] = next;
    registersEnd = Math.max(registersEnd, next);
  }
}
