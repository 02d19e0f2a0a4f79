package dev.wrt.embed;

/// A `result` of WIT: what a function that may fail has answered. An absent payload is {@link
/// dev.wrt.bounded.Unit}.
///
/// @param <T> the payload of success
/// @param <E> the payload of failure
public sealed interface WitResult<T, E> {
  /// Success.
  ///
  /// @param value the payload
  /// @param <T> the payload of success
  /// @param <E> the payload of failure
  record Ok<T, E>(T value) implements WitResult<T, E> {}

  /// Failure.
  ///
  /// @param error the payload
  /// @param <T> the payload of success
  /// @param <E> the payload of failure
  record Err<T, E>(E error) implements WitResult<T, E> {}

  /// Success.
  static <T, E> WitResult<T, E> ok(T value) {
    return new Ok<>(value);
  }

  /// Failure.
  static <T, E> WitResult<T, E> err(E error) {
    return new Err<>(error);
  }
}
