package dev.wrt.tests.differential;

import java.util.List;

/// Random numbers that depend on the seed alone (SplitMix64).
final class Rng {
  private long state;

  Rng(long seed) {
    state = seed;
  }

  long nextLong() {
    state += 0x9E37_79B9_7F4A_7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D0_49BB_1331_11EBL;
    return z ^ (z >>> 31);
  }

  /// A number from 0 to `bound - 1`.
  int next(int bound) {
    return (int) Long.remainderUnsigned(nextLong(), bound);
  }

  /// True so many times out of a hundred.
  boolean percent(int times) {
    return next(100) < times;
  }

  <T> T pick(List<T> list) {
    return list.get(next(list.size()));
  }

  int pick(int... values) {
    return values[next(values.length)];
  }
}
