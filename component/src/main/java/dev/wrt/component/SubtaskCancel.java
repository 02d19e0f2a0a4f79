package dev.wrt.component;

/// `canon_subtask_cancel` of a subtask that has not been resolved: asks its callee for an early
/// end, and answers with how the call has ended, or that it has not.
final class SubtaskCancel extends Activation {
  /// `BLOCKED`
  static final long BLOCKED = 0xffff_ffffL;

  private final Subtask subtask;
  private final boolean async;
  private boolean begun;

  SubtaskCancel(Subtask subtask, boolean async) {
    this.subtask = subtask;
    this.async = async;
  }

  @Override
  Next step(Driver driver) {
    if (!begun) {
      begun = true;
      subtask.cancellationRequested = true;
      return switch (subtask.callee()) {
        case Task task -> driver.push(new CancelCall(task, subtask.instance()));
        case LaterCall outstanding -> {
          outstanding.cancel();
          yield Next.AGAIN;
        }
        case null -> Next.AGAIN;
      };
    }
    if (!subtask.resolved()) {
      if (async) {
        driver.answer(driver.tree().machine, BLOCKED);
        return Next.DONE;
      }
      subtask.syncWaiter(true);
      return driver.block(new Readiness.SubtaskResolved(subtask), false);
    }
    subtask.syncWaiter(false);
    subtask.takePendingEvent();
    driver.answer(driver.tree().machine, subtask.state().ordinal());
    return Next.DONE;
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
