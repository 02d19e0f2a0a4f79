package dev.wrt.component;

import dev.wrt.bounded.FaultCode;

/// Refusals of linking, instantiation, execution and resources. In a text, `{}` stands for the
/// fault's subject.
public enum ComponentCode implements FaultCode {
  /// Nothing of the import's name is offered.
  IMPORT_MISSING("WRT-L-001", "import not found"),
  /// What is offered under the import's name has another type.
  IMPORT_MISMATCH("WRT-L-002", "import has the wrong type"),
  /// Components of different trees were to be linked.
  FOREIGN_INSTANCE("WRT-L-003", "instance belongs to other linked components"),
  /// The component uses something that this version does not run.
  UNSUPPORTED("WRT-L-004", "not supported"),
  /// No export of that name.
  EXPORT_UNKNOWN("WRT-L-010", "unknown export"),
  /// More than one export fits an abbreviated name.
  EXPORT_AMBIGUOUS("WRT-L-011", "ambiguous export"),
  /// Another execution of the same linked components is under way.
  EXECUTION_BUSY("WRT-L-014", "another execution is under way"),
  /// The instance is closed.
  INSTANCE_CLOSED("WRT-L-015", "instance is closed"),
  /// The chain of interceptors is too long.
  CHAIN_TOO_LONG("WRT-L-016", "too many interceptors"),
  /// A host function named a resource that the interface does not have.
  RESOURCE_UNKNOWN("WRT-L-017", "unknown resource"),
  /// Fuel has run out and the caller did not ask for a resumable execution.
  FUEL_EXHAUSTED("WRT-L-020", "fuel exhausted"),
  /// The bound of nested component calls is reached.
  CALL_DEPTH("WRT-L-021", "call stack exhausted"),
  /// The bound of live handles is reached.
  HANDLES_EXHAUSTED("WRT-L-022", "handle table exhausted"),
  /// The bound of component instances of one tree is reached.
  INSTANCES_EXHAUSTED("WRT-L-023", "too many component instances"),
  /// A wait without time limit on a shared memory, which nobody is left to end.
  WAITS_FOR_EVER("WRT-L-024", "deadlock: waits for ever, no other thread can notify"),
  /// An interceptor denied a call or an event.
  DENIED("WRT-L-030", "denied by policy"),
  /// A call waits, but nothing is left that could go on.
  DEADLOCK("WRT-L-031", "deadlock detected: event loop cannot make further progress"),
  /// A synchronous function waits, but nothing of its instance can go on in its place.
  CANNOT_BLOCK("WRT-L-032", "cannot block a synchronous task before returning"),
  /// The bound of blocked tasks and threads is reached.
  TASKS_EXHAUSTED("WRT-L-033", "too many blocked tasks"),
  /// A task has ended without `task.return` or `task.cancel`.
  TASK_UNRESOLVED("WRT-L-034", "task ended without returning a value"),
  /// `task.return` or `task.cancel` of a task that has done so.
  TASK_RESOLVED("WRT-L-035", "task has already returned or been cancelled"),
  /// `task.return` with other types or options than the function was lifted with.
  TASK_RETURN_MISMATCH("WRT-L-036", "invalid `task.return` signature and/or options"),
  /// `task.cancel` of a task that was not told to.
  NOT_CANCELLED("WRT-L-037", "`task.cancel` by a task that has not been cancelled"),
  /// A callback has returned a code that has no meaning.
  CALLBACK_CODE("WRT-L-038", "unsupported callback code"),
  /// A call that was given up.
  CANCELLED("WRT-L-039", "call cancelled"),
  /// An instance that can't be entered: it has trapped, or is being entered already.
  CANNOT_ENTER("WRT-L-040", "cannot enter component instance"),
  /// An import was called while the instance must not be left (in `realloc` or `post-return`).
  CANNOT_LEAVE("WRT-L-041", "cannot leave component instance"),
  /// `subtask.drop` of a call that has not ended.
  SUBTASK_UNRESOLVED("WRT-L-042", "cannot drop a subtask which has not yet resolved"),
  /// `subtask.cancel` of a call that has ended or is being cancelled.
  CANCEL_TWICE("WRT-L-043", "subtask has already ended or been cancelled"),
  /// The count of `backpressure.inc` leaves its range.
  BACKPRESSURE_RANGE("WRT-L-044", "backpressure counter out of range"),
  /// A thread index that is not in use.
  THREAD_UNKNOWN("WRT-L-045", "unknown thread index {}"),
  /// A thread that is to be resumed is not suspended.
  THREAD_NOT_SUSPENDED("WRT-L-046", "thread {} is not suspended"),
  /// A thread is to begin with something that is no function of the type.
  THREAD_START("WRT-L-047", "no start function at table index {}"),
  /// An asynchronous function of the host has failed.
  HOST_FAILED("WRT-L-048", "host function failed"),
  /// A handle index that was never made, or is 0.
  HANDLE_UNKNOWN("WRT-L-050", "unknown handle index {}"),
  /// A handle of another resource type.
  HANDLE_TYPE(
      "WRT-L-051",
      "handle index {} used with the wrong type, "
          + "expected guest-defined resource but found a different guest-defined resource"),
  /// An owned resource can't move while it is lent.
  HANDLE_LENT("WRT-L-052", "cannot remove owned resource while borrowed"),
  /// A borrow handle was given where an own handle is needed.
  HANDLE_NOT_OWNED("WRT-L-053", "cannot lift own resource from a borrow"),
  /// Borrow handles are left when the call they belong to returns.
  BORROWS_LEFT("WRT-L-054", "borrow handles still remain at the end of the call"),
  /// A handle value that its owner has already given away or dropped.
  HANDLE_STALE("WRT-L-055", "handle is no longer valid"),
  /// A handle of another kind: a stream where a waitable set is needed.
  HANDLE_KIND("WRT-L-056", "handle used with the wrong type: index {}"),
  /// An end of a stream or future that has nothing more to do.
  END_DONE("WRT-L-057", "cannot {}"),
  /// An end of a stream or future whose copy is under way.
  END_BUSY("WRT-L-058", "cannot {}"),
  /// A synchronous wait for something that a waitable set waits for.
  SYNC_IN_SET("WRT-L-059", "waitable cannot be used synchronously while added to a waitable set"),
  /// A readable end that is to leave the component while a waitable set waits for it.
  END_IN_SET("WRT-L-060", "cannot lift {} while it's in a waitable set"),
  /// A waitable set that is dropped while threads wait for it.
  SET_WAITERS("WRT-L-061", "cannot drop waitable set with waiters"),
  /// A waitable set that is dropped while it has waitables.
  SET_NOT_EMPTY("WRT-L-062", "cannot drop waitable set with waitables in it"),
  /// A component that reads what it writes, of a type that this is not defined for.
  INTRA_COMPONENT("WRT-L-063", "cannot read from and write to intra-component {}"),
  /// A waitable that a thread blocks on and that is to join a waitable set.
  SYNC_WAITER("WRT-L-080", "waitable cannot be used synchronously while added to a waitable set"),
  /// Nothing to cancel: no copy is under way, or a synchronous one.
  END_IDLE("WRT-L-081", "cannot cancel a {} that is not in progress"),
  /// A future whose writable end is dropped without a value.
  FUTURE_UNWRITTEN("WRT-L-082", "cannot drop future write end without first writing a value"),
  /// A readable end that is not the host's to give or to read: it is elsewhere, or of another tree.
  END_STALE("WRT-L-083", "the readable end is not the host's: {}"),
  /// A sink of the host that says it took more than it was offered.
  SINK_COUNT("WRT-L-084", "a sink took more elements than it was offered"),
  /// A stream that was to be collected, and that nobody ends.
  STREAM_OPEN("WRT-L-086", "stream does not end: nothing is left to write it"),
  /// More elements than a collector has room for.
  COLLECTED_TOO_MUCH("WRT-L-085", "stream longer than the bound of its collector"),
  /// The bound of live waitables and waitable sets is reached.
  WAITABLES_EXHAUSTED("WRT-L-087", "too many waitables"),
  /// Functions of the host have taken more time than allowed in one call of an export.
  HOST_TIME_EXCEEDED("WRT-L-089", "too much time in functions of the host"),
  /// No limit has that name.
  LIMIT_UNKNOWN("WRT-L-090", "unknown limit"),
  /// A value that a limit can't have.
  LIMIT_RANGE("WRT-L-091", "limit out of its range"),
  /// A buffer of a stream that is longer than the specification allows.
  COPY_TOO_LONG("WRT-L-064", "stream read/write count too large"),
  /// Components of a composition import each other, so that none can be first.
  COMPOSITION_CYCLE("WRT-L-065", "components import each other"),
  /// More than one component of a composition exports what another one imports.
  COMPOSITION_AMBIGUOUS("WRT-L-066", "more than one component exports the import"),
  /// A link names a component or an import that the composition does not have.
  COMPOSITION_UNKNOWN("WRT-L-067", "unknown part of a composition"),
  /// An exploration of schedules has reached one of its bounds.
  SCHEDULES_EXHAUSTED("WRT-L-075", "too many schedules"),
  /// A program that is explored depends on more than the choices of its scheduler.
  SCHEDULE_DIVERGED("WRT-L-076", "program is not a function of its schedule"),
  /// A handle, a free index or a ticket differs from its record.
  HANDLE_MISMATCH("WRT-L-095", "handle differs from its record"),
  /// A count of a handle table, or the state of a waitable, differs from its second copy.
  HANDLE_CONTROL("WRT-L-096", "control word of a handle table and its copy differ"),
  /// The place, length or progress of a stream's buffer differs from its inverse.
  COPY_CONTROL("WRT-L-097", "control word of a stream's buffer and its inverse differ"),
  /// A broken invariant of wrt itself: the instance is in its safe state.
  SAFE_STATE("WRT-L-099", "internal error, instance is in its safe state");

  private final String id;
  private final String text;

  ComponentCode(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }
}
