package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import java.util.ArrayList;
import java.util.List;

/// What one component-level call has borrowed and lent: the part of `Task` and `Subtask` of
/// CanonicalABI.md that handles need.
///
/// As a task, the call counts the borrow handles that the callee was given and has not dropped; as
/// a subtask, it remembers the caller's handles that are lent until it ends.
final class BorrowScope {
  private int numBorrows;
  private final List<ResourceHandle> lenders = new ArrayList<>(0);

  /// `Subtask.add_lender`. The number of lenders is bounded by the size of the arguments.
  void addLender(ResourceHandle handle) {
    handle.numLends++;
    lenders.add(handle);
  }

  /// `Subtask.deliver_resolve`: the lent handles are free again.
  void releaseLenders() {
    for (ResourceHandle h : lenders) {
      h.numLends--;
    }
    lenders.clear();
  }

  /// A borrow handle was made in the callee's table.
  void borrowed() {
    numBorrows++;
  }

  /// A borrow handle was dropped.
  void returned() {
    Invariant.check(numBorrows > 0, "a borrow is returned once");
    numBorrows--;
  }

  /// Borrow handles that are left.
  int numBorrows() {
    return numBorrows;
  }
}
