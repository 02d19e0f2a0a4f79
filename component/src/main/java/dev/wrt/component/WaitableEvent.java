package dev.wrt.component;

/// `EventTuple` of CanonicalABI.md: what a guest is told that waits.
///
/// @param code one of the codes below
/// @param p1 the index of the waitable
/// @param p2 what has happened to it, packed as the code says
record WaitableEvent(int code, int p1, int p2) {
  /// Nothing has happened.
  static final int NONE_CODE = 0;

  /// The state of a subtask has changed; `p2` is the state.
  static final int SUBTASK = 1;

  /// A read of a stream has ended; `p2` is its result and the number of elements.
  static final int STREAM_READ = 2;

  /// A write to a stream has ended; `p2` is its result and the number of elements.
  static final int STREAM_WRITE = 3;

  /// A read of a future has ended; `p2` is its result.
  static final int FUTURE_READ = 4;

  /// A write to a future has ended; `p2` is its result.
  static final int FUTURE_WRITE = 5;

  /// The task that waits is asked to cancel itself.
  static final int CANCELLED_CODE = 6;

  /// `EventCode.NONE`: nothing has happened.
  static final WaitableEvent NONE = new WaitableEvent(NONE_CODE, 0, 0);

  /// `EventCode.TASK_CANCELLED`: the task that waits is asked to cancel itself.
  static final WaitableEvent TASK_CANCELLED = new WaitableEvent(CANCELLED_CODE, 0, 0);
}
