package dev.wrt.decoder;

/// What a file may declare at most: each quantity that a few bytes could make large.
///
/// @param bytes size of a file
public record Limits(int bytes) {
  /// Limits that all known toolchains' output stays below.
  public static Limits standard() {
    return new Limits(256 << 20);
  }
}
