package dev.wrt.wasi;

import java.security.SecureRandom;

/// Where `wasi:random` takes its numbers from.
// [impl->req~wasi-random~1]
public sealed interface RandomSource {
  /// The next 64 bits for `wasi:random/random`.
  long secureBits();

  /// The next 64 bits for `wasi:random/insecure` and `insecure-seed`.
  long insecureBits();

  /// The host's cryptographic generator, for all interfaces.
  static RandomSource secure() {
    return new Secure(new SecureRandom());
  }

  /// Numbers that depend on a seed alone, so that a run can be reproduced.
  ///
  /// The WIT of `wasi:random/random` wants a deterministic host to leave that interface out; with a
  /// seed this host offers it nevertheless, since a component that imports it could not be
  /// reproduced at all otherwise. Guests must not make keys from it: the seed is an explicit
  /// option.
  ///
  /// @param seed any number
  static RandomSource seeded(long seed) {
    return new Seeded(seed);
  }

  /// The host's cryptographic generator.
  ///
  /// @param random the generator
  record Secure(SecureRandom random) implements RandomSource {
    @Override
    public long secureBits() {
      return random.nextLong();
    }

    @Override
    public long insecureBits() {
      return random.nextLong();
    }
  }

  /// SplitMix64 (Steele, Lea, Flood, OOPSLA 2014): one sequence for each of the two, so that use of
  /// one interface leaves the other's numbers as they are.
  final class Seeded implements RandomSource {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long INSECURE_STREAM = 0x6A09E667F3BCC908L;

    private long secureState;
    private long insecureState;

    Seeded(long seed) {
      secureState = seed;
      insecureState = seed ^ INSECURE_STREAM;
    }

    @Override
    public long secureBits() {
      secureState += GOLDEN_GAMMA;
      return mix(secureState);
    }

    @Override
    public long insecureBits() {
      insecureState += GOLDEN_GAMMA;
      return mix(insecureState);
    }

    private static long mix(long state) {
      long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }
  }
}
