package dev.wrt.embed;

/// What an exception class implements to stand for the `err` of a `result<T, E>`: a method that
/// declares it returns the plain `T` and throws it instead of answering `err`.
///
/// An implementing class that exports throw needs a constructor with one parameter of the payload's
/// type, or none where `err` has no payload.
///
/// @param <E> the payload; {@link dev.wrt.bounded.Unit} where there is none
public interface WitError<E> {
  /// The payload of `err`.
  E error();
}
