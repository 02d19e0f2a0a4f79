package dev.wrt.engine;

/// Why {@link Machine#run} has come back.
public enum Status {
  /// The entered function has returned; its results can be read.
  RETURNED,
  /// The entered function has ended with a fault.
  TRAPPED,
  /// The fuel does not pay for the next block; nothing is lost, add fuel and run again.
  OUT_OF_FUEL,
  /// The guest waits for a function of the host.
  HOST_CALL,
  /// The guest waits at an address of a shared memory until another machine notifies it or the host
  /// says that its time is over ({@link Machine#timeOut}).
  WAITING
}
