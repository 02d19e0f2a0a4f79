package dev.wrt.engine;

import dev.wrt.decoder.core.FuncType;
import java.util.Arrays;

/// The blocks that are open while a function is translated, the function itself at the bottom.
/// Level 0 of the accessors is the innermost one, as in a branch's label.
final class ControlStack {
  /// The function body; a branch to it returns.
  static final byte FUNC = 0;

  /// `block`; its label is its end.
  static final byte BLOCK = 1;

  /// `loop`; its label is its beginning.
  static final byte LOOP = 2;

  /// `if`, before its `else`.
  static final byte IF = 3;

  /// `try_table`; its label is its end.
  static final byte TRY_TABLE = 4;

  /// `try`, before its first `catch`.
  static final byte TRY = 5;

  /// `try`, in one of its `catch` parts.
  static final byte CATCH = 6;

  private static final int BYTES_PER_LEVEL = 1 + 4 * Integer.BYTES + 8;

  private final Storage storage;
  private byte[] kinds = new byte[0];
  private int[] bases = new int[0];
  private int[] labels = new int[0];
  private int[] elses = new int[0];
  private int[] handlers = new int[0];
  private FuncType[] types = new FuncType[0];
  private int depth;

  ControlStack(Storage storage) {
    this.storage = storage;
  }

  /// Drops all levels.
  void clear() {
    depth = 0;
  }

  /// Number of levels.
  int depth() {
    return depth;
  }

  /// Opens a level.
  ///
  /// @param base height of the operand stack below its parameters
  /// @param label for a loop its beginning, else {@link Emitter#NONE}
  /// @return false if the budget refuses
  boolean push(byte kind, int base, FuncType type, int label) {
    if (depth == kinds.length && !grow()) {
      return false;
    }
    kinds[depth] = kind;
    bases[depth] = base;
    types[depth] = type;
    labels[depth] = label;
    elses[depth] = Emitter.NONE;
    handlers[depth] = HandlerTable.NONE;
    depth++;
    return true;
  }

  /// Closes the innermost level.
  void pop() {
    depth--;
  }

  /// What it is.
  byte kind(int level) {
    return kinds[at(level)];
  }

  /// Turns an `if` into its `else` part.
  void toElse() {
    kinds[at(0)] = BLOCK;
    elses[at(0)] = Emitter.NONE;
  }

  /// Turns a `try` into a `catch` part of it.
  void toCatch() {
    kinds[at(0)] = CATCH;
  }

  /// The handler of a `try` or `try_table`.
  int handler(int level) {
    return handlers[at(level)];
  }

  /// Sets the handler.
  void handler(int level, int handler) {
    handlers[at(level)] = handler;
  }

  /// The handler that catches what is thrown in a level, and not in one inside of it, or {@link
  /// HandlerTable#NONE}.
  int handlerOf(int level) {
    int outer = level;
    while (outer < depth && kind(outer) != TRY && kind(outer) != TRY_TABLE) {
      outer++;
    }
    return outer < depth ? handler(outer) : HandlerTable.NONE;
  }

  /// Height of the operand stack below its parameters.
  int base(int level) {
    return bases[at(level)];
  }

  /// Its type.
  FuncType type(int level) {
    return types[at(level)];
  }

  /// Number of values that a branch to it takes.
  int arity(int level) {
    FuncType type = type(level);
    return kind(level) == LOOP ? type.paramCount() : type.resultCount();
  }

  /// For a loop its beginning, else the chain of the target words that wait for its end.
  int label(int level) {
    return labels[at(level)];
  }

  /// Sets the chain.
  void label(int level, int chain) {
    labels[at(level)] = chain;
  }

  /// Lets a target word point to a label, now or when it is bound.
  void link(Emitter emitter, int word, int level) {
    emitter.patch(word, label(level));
    if (kind(level) != LOOP) {
      label(level, word);
    }
  }

  /// The target word of an `if` that waits for its `else` part.
  int elseWord() {
    return elses[at(0)];
  }

  /// Sets the target word of an `if`.
  void elseWord(int word) {
    elses[at(0)] = word;
  }

  private int at(int level) {
    return depth - 1 - level;
  }

  private boolean grow() {
    int capacity = Math.max(64, 2 * kinds.length);
    if (!storage.offer((long) capacity * BYTES_PER_LEVEL)) {
      return false;
    }
    storage.release((long) kinds.length * BYTES_PER_LEVEL);
    kinds = Arrays.copyOf(kinds, capacity);
    bases = Arrays.copyOf(bases, capacity);
    labels = Arrays.copyOf(labels, capacity);
    elses = Arrays.copyOf(elses, capacity);
    handlers = Arrays.copyOf(handlers, capacity);
    FuncType[] grown = new FuncType[capacity];
    Arrays.fill(grown, FuncType.EMPTY);
    System.arraycopy(types, 0, grown, 0, depth);
    types = grown;
    return true;
  }
}
