package dev.wrt.engine;

import dev.wrt.bounded.Invariant;

/// Which registers hold references that are collected, at the instructions of a {@link CodeArea}
/// where a machine may stop: the collector visits exactly those. A side table; where nothing is
/// held it has no row, so that code without such references pays nothing.
///
/// A row is for one `pc`, and says two sets of registers, either of which may be empty: those of
/// the function's locals, and those of the operand stack. An activation that waits for a call is
/// looked up at the last four words of the call, every other one at the instruction it stands at.
///
/// A set is a list of stretches of registers, highest first. It is never changed: what is pushed on
/// the operand stack makes a longer list, whose tail the list before is. So all sets of a function
/// together are not larger than the number of its operands.
// [impl->req~engine-stack-maps~1]
final class StackMaps {
  /// The empty set; no row.
  static final int NONE = -1;

  // A row
  private static final int ROW = 3;
  private static final int LOCALS = 1;
  private static final int OPERANDS = 2;

  // A stretch of registers, and the rest of its list
  private static final int STRETCH = 3;
  private static final int LENGTH = 1;
  private static final int REST = 2;

  private final IntList rows;
  private final IntList stretches;
  private int finishedRows;
  private int finishedStretches;

  StackMaps(Storage storage) {
    rows = new IntList(storage);
    stretches = new IntList(storage);
  }

  /// The rows, as words.
  IntList rows() {
    return rows;
  }

  /// The stretches, as words.
  IntList stretches() {
    return stretches;
  }

  /// Whether the budget has refused room.
  boolean refused() {
    return rows.refused() || stretches.refused();
  }

  /// The set with one more register, which is above all of its registers.
  int with(int register, int set) {
    if (refused()) {
      return NONE;
    }
    boolean next = set != NONE && stretches.get(set) + stretches.get(set + LENGTH) == register;
    int at = stretches.size();
    stretches.add(next ? stretches.get(set) : register);
    stretches.add(next ? stretches.get(set + LENGTH) + 1 : 1);
    stretches.add(next ? stretches.get(set + REST) : set);
    return at;
  }

  /// Says what is held at `pc`, which is above that of the row before, or the same: then this row
  /// replaces that one.
  void add(int pc, int locals, int operands) {
    if (refused()) {
      return;
    }
    int last = rows.size() - ROW;
    boolean before = last >= finishedRows;
    Invariant.validated(!before || rows.get(last) <= pc, "rows are written in order");
    if (before && rows.get(last) == pc) {
      rows.truncate(last);
    }
    if (locals != NONE || operands != NONE) {
      rows.add(pc);
      rows.add(locals);
      rows.add(operands);
    }
  }

  /// Keeps the rows of the function just written.
  void finish() {
    finishedRows = rows.size();
    finishedStretches = stretches.size();
  }

  /// Drops the rows of the function being written, and a refusal.
  void discard() {
    rows.truncate(finishedRows);
    stretches.truncate(finishedStretches);
    rows.forgive();
    stretches.forgive();
  }

  /// Hands the references of an activation to a visitor.
  ///
  /// @param pc where it stands or waits
  /// @param fp first slot of its frame
  void visit(int pc, FrameStack frames, int fp, RefVisitor visitor) {
    int row = find(pc);
    if (row != NONE) {
      visitSet(rows.get(row + LOCALS), frames, fp, visitor);
      visitSet(rows.get(row + OPERANDS), frames, fp, visitor);
    }
  }

  private void visitSet(int set, FrameStack frames, int fp, RefVisitor visitor) {
    for (int at = set; at != NONE; at = stretches.get(at + REST)) {
      int from = fp + stretches.get(at);
      int to = from + stretches.get(at + LENGTH);
      for (int i = from; i < to; i++) {
        frames.visitSlot(i, visitor);
      }
    }
  }

  private int find(int pc) {
    int low = 0;
    int high = rows.size() / ROW - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = rows.get(middle * ROW);
      if (found == pc) {
        return middle * ROW;
      }
      if (found < pc) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return NONE;
  }
}
