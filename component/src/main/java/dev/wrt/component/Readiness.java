package dev.wrt.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// `ready_func` of CanonicalABI.md: what a blocked thread waits for.
sealed interface Readiness {
  /// Whether the thread can go on.
  boolean ready();

  /// Ready at once: the thread only lets others go first.
  record Always() implements Readiness {
    /// The only one that is needed.
    static final Always ALWAYS = new Always();

    @Override
    public boolean ready() {
      return true;
    }
  }

  /// A task may start.
  ///
  /// @param task the task, which has not started
  record NoBackpressure(Task task) implements Readiness {
    @Override
    public boolean ready() {
      return !task.hasBackpressure();
    }
  }

  /// A call that a thread waits for has ended.
  ///
  /// @param subtask the call
  record SubtaskResolved(Subtask subtask) implements Readiness {
    @Override
    public boolean ready() {
      return subtask.resolved();
    }
  }

  /// A waitable has a pending event.
  ///
  /// @param waitable the waitable
  record PendingEvent(Waitable waitable) implements Readiness {
    @Override
    public boolean ready() {
      return waitable.hasPendingEvent();
    }
  }

  /// A waitable set has a pending event.
  ///
  /// @param set the set
  /// @param exclusive the instance that must have no exclusive thread too; null where that does not
  ///   matter
  record SetEvent(WaitableSet set, @Nullable ComponentInstance exclusive) implements Readiness {
    @Override
    public boolean ready() {
      return set.hasPendingEvent() && (exclusive == null || exclusive.exclusiveThread == null);
    }
  }

  /// An instance has no exclusive thread.
  ///
  /// @param instance the instance
  record NoExclusive(ComponentInstance instance) implements Readiness {
    @Override
    public boolean ready() {
      return instance.exclusiveThread == null;
    }
  }
}
