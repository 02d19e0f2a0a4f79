package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import dev.wrt.component.value.Value.Handle;
import java.util.ArrayList;
import java.util.List;

/// What one component-level call has borrowed and lent: the part of `Task` and `Subtask` of
/// CanonicalABI.md that handles need.
///
/// As a task, the call counts the borrow handles that the callee was given and has not dropped; as
/// a subtask, it remembers the caller's handles that are lent until it ends. Their number is
/// bounded by the size of the arguments.
final class BorrowScope {
  private int numBorrows;
  private List<ResourceHandle> lenders = List.of();
  private List<Handle> tickets = List.of();

  /// `Subtask.add_lender`
  void addLender(ResourceHandle handle) {
    handle.lent(1);
    if (lenders.isEmpty()) {
      lenders = new ArrayList<>();
    }
    lenders.add(handle);
  }

  /// The host was lent a handle, which ends with the call.
  void ticket(Handle lent) {
    if (tickets.isEmpty()) {
      tickets = new ArrayList<>();
    }
    tickets.add(lent);
  }

  /// `Subtask.deliver_resolve`: the lent handles are free again, those of the host have ended.
  void release(HostHandles host) {
    for (ResourceHandle h : lenders) {
      h.lent(-1);
    }
    lenders = List.of();
    for (Handle h : tickets) {
      host.remove(h);
    }
    tickets = List.of();
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
