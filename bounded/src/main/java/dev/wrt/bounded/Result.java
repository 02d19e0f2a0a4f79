package dev.wrt.bounded;

/// The answer of an operation that the guest, its bytes or a limit can make fail: a value or a
/// {@link Fault}.
///
/// Consumers switch over the two records; there are no combinators on purpose, so that each path is
/// visible and counted by branch coverage.
///
/// @param <T> what a success carries
public sealed interface Result<T> {
  /// Success.
  ///
  /// @param value what was asked for
  /// @param <T> its type
  record Ok<T>(T value) implements Result<T> {}

  /// Refusal.
  ///
  /// @param fault why
  /// @param <T> the type that a success would have had
  record Err<T>(Fault fault) implements Result<T> {}

  /// Wraps a success.
  static <T> Result<T> ok(T value) {
    return new Ok<>(value);
  }

  /// Wraps a refusal.
  static <T> Result<T> err(Fault fault) {
    return new Err<>(fault);
  }
}
