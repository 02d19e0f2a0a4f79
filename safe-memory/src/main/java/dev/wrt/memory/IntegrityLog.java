package dev.wrt.memory;

import dev.wrt.bounded.Fault;
import java.util.ArrayDeque;
import java.util.List;

/// Counts of a memory's mismatches and the latest of its repairs. A repair is never silent: it is
/// an event, and an integrator who sees several has a failing part.
final class IntegrityLog {
  /// Repairs that are remembered, the latest.
  static final int REPAIRS_KEPT = 16;

  private final ArrayDeque<Fault.IntegrityFault> repairs = new ArrayDeque<>(REPAIRS_KEPT);
  private long mismatchCount;
  private long repairCount;

  /// Counts a block that was found wrong.
  void mismatch() {
    mismatchCount++;
  }

  // [impl->req~memory-repair-event~1]
  /// Remembers a repair; the oldest is forgotten when there are too many.
  ///
  /// @param event what was wrong
  void repaired(Fault.IntegrityFault event) {
    repairCount++;
    if (repairs.size() == REPAIRS_KEPT) {
      repairs.removeFirst();
    }
    repairs.addLast(event);
  }

  long mismatchCount() {
    return mismatchCount;
  }

  long repairCount() {
    return repairCount;
  }

  /// The latest repairs, the oldest first.
  List<Fault.IntegrityFault> repairs() {
    return List.copyOf(repairs);
  }
}
