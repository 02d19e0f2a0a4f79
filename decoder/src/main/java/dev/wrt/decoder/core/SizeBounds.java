package dev.wrt.decoder.core;

/// Least and largest size of a table (in elements) or a memory (in pages): the core specification's
/// `limits`; our own policy is {@link dev.wrt.decoder.Limits}.
///
/// @param min least size, unsigned
/// @param max largest size, unsigned; {@link #UNBOUNDED} where the module states none
public record SizeBounds(long min, long max) {
  /// No largest size is stated.
  public static final long UNBOUNDED = -1;

  /// Whether a largest size is stated.
  public boolean hasMax() {
    return max != UNBOUNDED;
  }

  /// Whether these bounds may stand where `required` is asked for (`Limits_sub`).
  ///
  /// @param required the bounds of an import
  public boolean matches(SizeBounds required) {
    boolean bounded = hasMax() && Long.compareUnsigned(max, required.max) <= 0;
    return Long.compareUnsigned(min, required.min) >= 0 && (!required.hasMax() || bounded);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(min) + (hasMax() ? " " + Long.toUnsignedString(max) : "");
  }
}
