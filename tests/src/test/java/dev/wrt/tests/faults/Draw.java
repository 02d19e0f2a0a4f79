package dev.wrt.tests.faults;

/// Random numbers of one injection: SplitMix64 from a seed that names the injection, so that it can
/// be repeated alone.
final class Draw {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  private Draw(long state) {
    this.state = state;
  }

  /// The numbers of an injection.
  ///
  /// @param parts what names it
  static Draw of(long... parts) {
    Draw draw = new Draw(0);
    for (long part : parts) {
      draw.state ^= part;
      draw.state = draw.next();
    }
    return draw;
  }

  /// 64 bits.
  long next() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  /// A number from 0 on, below a bound of at least 1.
  int below(long bound) {
    return (int) Math.unsignedMultiplyHigh(next(), bound);
  }
}
