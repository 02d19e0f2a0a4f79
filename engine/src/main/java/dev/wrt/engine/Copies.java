package dev.wrt.engine;

import dev.wrt.memory.VerificationLevel;

/// The words of a machine's stacks, which verification levels from `STANDARD` on hold more than
/// once: a slot of the value stack is a `long`, a call record two `int`s.
///
/// **Layout.** A stack of `n` words is one array of `n`, `2 n` or `3 n` words. The word at `i` has
/// its complement at `m + i`, and at `REDUNDANT` a third copy at `2 m + i`, where the distance `m`
/// is `n`; below `STANDARD` it is 0, and there are no copies. An array is filled when it is made,
/// so a word and its copies agree from the beginning, whether something was written there or not.
///
/// **Compared before it is used.** Whoever reads a word compares it with its complement first.
/// Therefore a word that was changed behind the interpreter's back, or its complement, has one of
/// two fates: it is found, before anything was done with it; or it is overwritten, or its frame is
/// dropped, and nothing has ever been done with it. What is written is never taken from a word that
/// was not compared, so no copy is ever made of a wrong word. That is why levels below `FULL` need
/// no pass over the stacks at boundaries: it would only find earlier what is found anyway.
///
/// **Nothing at `OFF`.** The distance is a local variable of the loop, and each place of the loop
/// asks whether it is 0 before it calls a method of this class: a call in a case that is rarely
/// executed is not inlined, and one such call made kernels that never execute it half as fast.
///
/// What this is not: protection of a word on its way, between comparison and use, which are next to
/// each other in one instruction; or of what the JVM keeps in registers.
// [impl->req~integrity-value-stack~1]
// [impl->req~integrity-call-stack~1]
final class Copies {
  private Copies() {}

  /// How many times a level holds a word.
  // [impl->req~integrity-frames-off~1]
  static int of(VerificationLevel level) {
    if (level.includes(VerificationLevel.REDUNDANT)) {
      return 3;
    }
    return level.includes(VerificationLevel.STANDARD) ? 2 : 1;
  }

  /// Compares a slot with its copy, if there is one.
  static void check(State s, long[] stack, int m, int i) {
    if (m != 0 && (stack[i] ^ stack[m + i]) != -1L) {
      s.guard.slot(s, i);
    }
  }

  /// Compares two slots.
  static void check(State s, long[] stack, int m, int i, int j) {
    if (m != 0 && ((stack[i] ^ stack[m + i]) & (stack[j] ^ stack[m + j])) != -1L) {
      s.guard.slot(s, i);
      s.guard.slot(s, j);
    }
  }

  /// Gives a slot a value, and its copies, if there are any.
  static void write(long[] stack, int m, int i, long value) {
    stack[i] = value;
    if (m != 0) {
      copy(stack, m, i, value);
    }
  }

  /// Copies a slot that was just given its value.
  static void copy(long[] stack, int m, int i) {
    copy(stack, m, i, stack[i]);
  }

  /// Copies slots that were just given their values.
  static void copy(long[] stack, int m, int from, int to) {
    for (int i = from; i < to; i++) {
      copy(stack, m, i, stack[i]);
    }
  }

  private static void copy(long[] stack, int m, int i, long value) {
    stack[m + i] = ~value;
    int third = 2 * m + i;
    if (third < stack.length) {
      stack[third] = value;
    }
  }

  /// Gives a slot the value of another one, which is compared before.
  static void move(State s, long[] stack, int m, int to, int from) {
    check(s, stack, m, from);
    write(stack, m, to, stack[from]);
  }

  /// Compares a word of the call stack with its copy, if there is one.
  static void check(State s, int[] calls, int m, int i) {
    if (m != 0 && (calls[i] ^ calls[m + i]) != -1) {
      s.guard.word(s, i);
    }
  }

  /// Gives a slot of the caller the result, after comparing it and the caller's record.
  ///
  /// @param record where the record is
  static void give(State s, int record, int to, int from) {
    check(s, s.calls, s.callMirror, record);
    check(s, s.calls, s.callMirror, record + 1);
    move(s, s.stack, s.mirror, to, from);
  }

  /// Copies a call record that was just written.
  static void copyRecord(State s, int i) {
    push(s.calls, s.callMirror, i, s.calls[i], s.calls[i + 1]);
  }

  /// Gives a word of the call stack a value, and its copies, if there are any.
  static void write(int[] calls, int m, int i, int value) {
    calls[i] = value;
    if (m != 0) {
      calls[m + i] = ~value;
      int third = 2 * m + i;
      if (third < calls.length) {
        calls[third] = value;
      }
    }
  }

  /// Pushes a call record.
  static void push(int[] calls, int m, int i, int first, int second) {
    write(calls, m, i, first);
    write(calls, m, i + 1, second);
  }
}
