package dev.wrt.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// An instantiation under way; its outcome returns no values.
public interface Instantiation extends Execution {
  /// The instance, once the instantiation has returned.
  @Nullable ComponentInstance instance();
}
