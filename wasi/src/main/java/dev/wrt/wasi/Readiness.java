package dev.wrt.wasi;

/// Something that a guest can wait for.
interface Readiness {
  /// What {@link #wakeNanos} says if only the {@link Bell} tells.
  long NO_TIME = Long.MAX_VALUE;

  /// Whether it has happened.
  boolean ready();

  /// The monotonic time at which it will have happened by itself, or {@link #NO_TIME}.
  default long wakeNanos() {
    return NO_TIME;
  }
}
