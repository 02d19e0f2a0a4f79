package dev.wrt.bounded;

/// Has one reservation of a program refused, whatever is left of the budget.
public final class NthRefusal {
  private NthRefusal() {}

  /// Arms it.
  ///
  /// @param nth which reservation from now on, 1 for the next; 0 for none
  public static void arm(MemoryBudget budget, long nth) {
    budget.refuse(nth);
  }
}
