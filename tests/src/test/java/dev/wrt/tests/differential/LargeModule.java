package dev.wrt.tests.differential;

/// A large generated module, for others to read.
public final class LargeModule {
  private LargeModule() {}

  /// The module of a seed with at least so many bytes.
  public static byte[] of(long seed, int bytes) {
    return Generator.large(seed, bytes);
  }
}
