package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.memory.VerificationLevel;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Decides what becomes of a word of the stacks that differs from its copy, for all machines of a
/// store, one of which runs at a time.
///
/// At `REDUNDANT` there are three copies: where two of them agree, the third one is put right,
/// which is an event, and the machine goes on. Else the machine fails with an integrity fault,
/// whose block is the index of the word, and whose expected value is what the complement says.
// [impl->req~integrity-frames-repair~1]
final class FrameGuard {
  /// The slots of value stacks.
  final FrameArea slots =
      new FrameArea("value stack", EngineCode.VALUE_STACK_CORRUPTED, Long.BYTES);

  /// The words of call stacks.
  final FrameArea records =
      new FrameArea("call stack", EngineCode.CALL_STACK_CORRUPTED, Integer.BYTES);

  /// The registers of machines at rest.
  final FrameArea words =
      new FrameArea("control words", EngineCode.CONTROL_WORDS_CORRUPTED, Long.BYTES);

  /// What was taken off machines.
  final FrameArea saved =
      new FrameArea("saved frames", EngineCode.SAVED_FRAMES_CORRUPTED, Long.BYTES);

  /// How many copies there are of a word, itself included.
  final int copies;

  private Fault.@Nullable IntegrityFault fault;

  FrameGuard(VerificationLevel level) {
    this.copies = Copies.of(level);
  }

  /// There is one more machine, or one less.
  ///
  /// @param machines 1 or -1
  void count(EngineOptions options, int machines) {
    slots.resize((long) machines * options.valueStackSlots() * Long.BYTES);
    records.resize((long) machines * options.callDepthMax() * State.RECORD * Integer.BYTES);
    words.resize(machines * ControlWords.BYTES);
  }

  /// The distance of the copies in an array.
  int distance(int length) {
    return copies == 1 ? 0 : length / copies;
  }

  /// Compares a slot of a machine, puts it right, or leaves with {@link TrapSignal#FRAMES}.
  void slot(State s, int i) {
    leaveUnless(holds(slots, s.stack, s.mirror, i));
  }

  /// Compares a word of a machine's call stack, puts it right, or leaves with {@link
  /// TrapSignal#FRAMES}.
  void word(State s, int i) {
    leaveUnless(holds(records, s.calls, s.callMirror, i));
  }

  /// Leaves with {@link TrapSignal#FRAMES} where a word could not be put right.
  static void leaveUnless(boolean holds) {
    if (!holds) {
      throw TrapSignal.FRAMES;
    }
  }

  /// Whether a slot agrees with its copy, or was put right.
  boolean holds(FrameArea area, long[] stack, int m, int i) {
    if (m == 0 || stack[i] == ~stack[m + i]) {
      return true;
    }
    int third = 2 * m + i;
    if (!settled(area, i, stack[i], ~stack[m + i], third < stack.length ? stack[third] : 0)) {
      return false;
    }
    Copies.write(stack, m, i, stack[third]);
    return true;
  }

  /// Whether a word of a call stack agrees with its copy, or was put right.
  boolean holds(FrameArea area, int[] calls, int m, int i) {
    if (m == 0 || calls[i] == ~calls[m + i]) {
      return true;
    }
    int third = 2 * m + i;
    if (!settled(area, i, calls[i], ~calls[m + i], third < calls.length ? calls[third] : 0)) {
      return false;
    }
    Copies.write(calls, m, i, calls[third]);
    return true;
  }

  /// Whether so many slots agree with their copies, or were put right.
  boolean hold(FrameArea area, long[] stack, int m, int from, int to) {
    if (m != 0) {
      area.verified(to - from);
      for (int i = from; i < to; i++) {
        if (stack[i] != ~stack[m + i] && !holds(area, stack, m, i)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether so many words of a call stack agree with their copies, or were put right.
  boolean hold(FrameArea area, int[] calls, int m, int from, int to) {
    if (m != 0) {
      area.verified(to - from);
      for (int i = from; i < to; i++) {
        if (calls[i] != ~calls[m + i] && !holds(area, calls, m, i)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether the third copy agrees with one of two that differ.
  boolean settled(FrameArea area, int word, long value, long copy, long third) {
    boolean right = copies == 3 && (third == value || third == copy);
    Fault.IntegrityFault mismatch = area.mismatch(word, copy, value, right);
    if (!right) {
      fault = mismatch;
    }
    return right;
  }

  /// The last mismatch that was not repaired.
  Fault.IntegrityFault fault() {
    Fault.IntegrityFault last = fault;
    if (last == null) {
      throw new Invariant.Violation("only a mismatch leaves a machine's loop");
    }
    return last;
  }
}
