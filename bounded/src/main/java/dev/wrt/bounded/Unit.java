package dev.wrt.bounded;

/// The value of a {@link Result} that has nothing to carry but success.
public enum Unit {
  /// The only value.
  UNIT
}
