package dev.wrt.bounded;

import org.checkerframework.checker.nullness.qual.NonNull;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Checks of our own assumptions, always on. A failure is a bug of wrt, never the guest's doing: it
/// is caught in exactly one place, which puts the instance into its safe state.
public final class Invariant {
  private Invariant() {}

  /// Thrown when an assumption does not hold.
  public static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// Creates a violation.
    ///
    /// @param message the assumption that does not hold
    public Violation(String message) {
      super(message);
    }
  }

  /// Checks something that our own code guarantees.
  ///
  /// @param holds the condition
  /// @param assumption what is assumed, as a sentence
  // [impl->req~bounded-invariant~1]
  public static void check(boolean holds, String assumption) {
    if (!holds) {
      throw new Violation(assumption);
    }
  }

  /// Checks something that validation of the guest's code has proved.
  ///
  /// @param holds the condition
  /// @param rule the validation rule that proves it
  // [impl->req~bounded-invariant~1]
  public static void validated(boolean holds, String rule) {
    if (!holds) {
      throw new Violation(rule);
    }
  }

  /// The value that our own code, or validation, guarantees to be there.
  ///
  /// @param value what is there
  /// @param assumption what is assumed, as a sentence
  /// @param <T> its type
  // [impl->req~bounded-invariant~1]
  public static <T> @NonNull T present(@Nullable T value, String assumption) {
    if (value == null) {
      throw new Violation(assumption);
    }
    return value;
  }
}
