package dev.wrt.component;

/// Where an interceptor is asked: the points of ARCHITECTURE.md, "Interceptors".
///
/// `EXPORT_CALL` and `IMPORT_CALL` are paired calls (`before`, then `after` or `aborted`); all
/// others are single events.
public enum Point {
  /// A component is about to be instantiated; the subject is its path, the amount is 0.
  INSTANTIATION,
  /// A core start function is about to run; the subject is the module's place in the component.
  START,
  /// A call of a component's export, from the host or from another component.
  EXPORT_CALL,
  /// A call of a component's import that a host function answers.
  IMPORT_CALL,
  /// Values were read out of a component's memory; the amount is in bytes.
  LIFT,
  /// Values were written into a component's memory; the amount is in bytes.
  LOWER,
  /// A component's `realloc` is about to be called; the amount is the size asked for.
  REALLOC,
  /// A component's linear memories have grown during a call; the amount is in bytes.
  MEMORY_GROWTH,
  /// A handle is about to be made; the amount is the number of handles live in its table.
  RESOURCE_NEW,
  /// A handle's representation is read; the amount is the representation.
  RESOURCE_REP,
  /// A borrow of a handle begins; the amount is the representation.
  RESOURCE_BORROW,
  /// A handle is dropped; the amount is the representation.
  RESOURCE_DROP,
  /// A task starts; the amount is the number of open calls that led to it.
  TASK_START,
  /// A task has passed its results on; the amount is the number of open calls that led to it.
  TASK_RETURN,
  /// A task has let itself be cancelled; the amount is the number of open calls that led to it.
  TASK_CANCEL,
  /// A stream or future is about to be read; the subject is its type, the amount is in elements.
  STREAM_READ,
  /// A stream or future is about to be written; the subject is its type, the amount is in elements.
  STREAM_WRITE,
  /// An end of a stream or future is about to be dropped; the subject is its type, the amount is
  /// its index.
  STREAM_DROP
}
