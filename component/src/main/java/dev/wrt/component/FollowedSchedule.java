package dev.wrt.component;

import dev.wrt.bounded.BoundedIntVector;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Follows the choices of an earlier run up to a point, takes the first candidate from there on,
/// and writes down what it has chosen, and from how many.
final class FollowedSchedule implements Scheduler {
  private final BoundedIntVector chosen;
  private final BoundedIntVector candidates;
  private int next;
  private @Nullable Fault refusal;

  /// Begins with the schedule that takes the first candidate everywhere.
  ///
  /// @param chosen holds the choices
  /// @param candidates holds the number of candidates of each; of the same capacity
  FollowedSchedule(BoundedIntVector chosen, BoundedIntVector candidates) {
    this.chosen = chosen;
    this.candidates = candidates;
  }

  // [impl->req~interleavings-guests~1]
  @Override
  public int choose(int count) {
    if (refusal != null) {
      return 0;
    }
    return next < chosen.size() ? again(count) : first(count);
  }

  private int first(int count) {
    if (!chosen.offer(0)) {
      int max = chosen.size();
      refusal = new LimitFault(ComponentCode.SCHEDULES_EXHAUSTED, "choices", max + 1L, max);
      return 0;
    }
    candidates.add(count);
    next++;
    return 0;
  }

  // [impl->req~interleavings-function~1]
  private int again(int count) {
    int before = candidates.get(next);
    if (before != count) {
      refusal = new LimitFault(ComponentCode.SCHEDULE_DIVERGED, "candidates", count, before);
      return 0;
    }
    return chosen.get(next++);
  }

  /// The bound that a run has reached, or that it was not a function of its schedule; or null.
  @Nullable Fault refusal() {
    return refusal;
  }

  /// The choices of the run that has ended.
  int[] choices() {
    return chosen.toArray();
  }

  /// Goes on to the next schedule: the last choice with a candidate left takes it, and what came
  /// after it is forgotten.
  ///
  /// @return whether there is one
  boolean advance() {
    next = 0;
    while (chosen.size() > 0) {
      int last = chosen.size() - 1;
      int choice = chosen.get(last) + 1;
      if (choice < candidates.get(last)) {
        chosen.set(last, choice);
        return true;
      }
      chosen.removeLast();
      candidates.removeLast();
    }
    return false;
  }
}
