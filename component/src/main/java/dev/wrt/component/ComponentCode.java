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
  DEADLOCK("WRT-L-024", "deadlock: waits for ever, no other thread can notify"),
  /// An interceptor denied a call or an event.
  DENIED("WRT-L-030", "denied by policy"),
  /// An instance that can't be entered: it has trapped, or is being entered already.
  CANNOT_ENTER("WRT-L-040", "cannot enter component instance"),
  /// An import was called while the instance must not be left (in `realloc` or `post-return`).
  CANNOT_LEAVE("WRT-L-041", "cannot leave component instance"),
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
