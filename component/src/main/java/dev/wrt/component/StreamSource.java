package dev.wrt.component;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The host's writable end of a stream that a guest reads.
///
/// It is asked when the guest reads and not before, so a guest that does not read holds it back. It
/// is asked by the thread that runs the components, and must not call back into them.
@FunctionalInterface
public interface StreamSource {
  /// Gives elements, if there are any.
  ///
  /// @param max how many the guest has room for, at least 1; more are kept for its next read, at
  ///   the expense of the components' memory budget
  Chunk produce(int max);

  /// Nothing will be asked for any more; said once.
  ///
  /// @param fault why: null if the guest has dropped its end or the source has said that it ends;
  ///   else what has ended the components
  default void ended(@Nullable Fault fault) {}
}
