package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host's writable end of a future that a guest reads.
///
/// It is asked when the guest reads, by the thread that runs the components, and must not call back
/// into them.
@FunctionalInterface
public interface FutureSource {
  /// Gives the value, once.
  ///
  /// @return a value of the future's type, an empty tuple for a future that carries none; null if
  ///   there is none yet, until {@link ComponentInstance#wake} says that it may be asked again
  @Nullable Value produce();

  /// Why there will never be a value, asked where there is none: the components end with it, as a
  /// guest can't be told.
  ///
  /// @return null if there may be a value later
  default @Nullable Fault failure() {
    return null;
  }

  /// Nothing will be asked for any more; said once.
  ///
  /// @param fault why: null if the guest has the value or has dropped its end; else what has ended
  ///   the components
  default void ended(@Nullable Fault fault) {}
}
