package dev.wrt.component.value;

import dev.wrt.bounded.Fault;
import dev.wrt.decoder.component.ComponentFuncType;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Whether values are of the types that a function asks for. Lowering relies on it, so values from
/// outside are checked first.
public final class Conformity {
  private Conformity() {}

  /// Checks arguments against a function's parameters.
  ///
  /// @param function names it in the fault
  /// @return null if they conform, else a fault with the signature and what was found
  public static @Nullable Fault arguments(String function, ComponentFuncType type, Values values) {
    return null;
  }

  /// Checks results against a function's result.
  ///
  /// @param function names it in the fault
  /// @return null if they conform, else a fault with the signature and what was found
  public static @Nullable Fault results(String function, ComponentFuncType type, Values values) {
    return null;
  }
}
