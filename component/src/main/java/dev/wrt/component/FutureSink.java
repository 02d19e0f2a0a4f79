package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host's readable end of a future that a guest writes.
///
/// It is called by the thread that runs the components, and must not call back into them.
@FunctionalInterface
public interface FutureSink {
  /// The guest has written the value.
  ///
  /// @param value the value, to be kept; an empty tuple of a future that carries none
  void resolved(Value value);

  /// Nothing will come any more; said once, after the value or without one.
  ///
  /// @param fault null after the value; else what has ended the components before
  default void ended(@Nullable Fault fault) {}
}
