package dev.wrt.decoder;

/// What a module may declare, and what it may use.
///
/// @param limits what it may declare at most
/// @param features what it may use beside WebAssembly 3.0
public record DecoderOptions(Limits limits, Features features) {
  private static final DecoderOptions STANDARD =
      new DecoderOptions(Limits.standard(), Features.NONE);

  /// The standard limits, and WebAssembly 3.0 only.
  public static DecoderOptions standard() {
    return STANDARD;
  }

  /// The standard limits, and features.
  public static DecoderOptions of(Features features) {
    return new DecoderOptions(Limits.standard(), features);
  }
}
