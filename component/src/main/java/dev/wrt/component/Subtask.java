package dev.wrt.component;

/// `Subtask` of CanonicalABI.md: a call that a component makes, from the caller's side.
final class Subtask extends Waitable {
  /// `Subtask.State`; the ordinal is what the caller is told.
  enum State {
    STARTING,
    STARTED,
    RETURNED,
    CANCELLED_BEFORE_STARTED,
    CANCELLED_BEFORE_RETURNED
  }

  private State state = State.STARTING;

  @Override
  public String kind() {
    return "a subtask";
  }

  /// `resolved`
  boolean resolved() {
    return state.ordinal() >= State.RETURNED.ordinal();
  }

  @Override
  WaitableEvent deliver() {
    return new WaitableEvent(WaitableEvent.SUBTASK, index, state.ordinal());
  }
}
