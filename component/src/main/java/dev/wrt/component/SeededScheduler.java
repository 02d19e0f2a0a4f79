package dev.wrt.component;

/// Pseudo-random choices that are the same in every Java runtime: the generator SplitMix64.
final class SeededScheduler implements Scheduler {
  private static final long STEP = 0x9e3779b97f4a7c15L;
  private static final long MIX_1 = 0xbf58476d1ce4e5b9L;
  private static final long MIX_2 = 0x94d049bb133111ebL;

  private long state;

  SeededScheduler(long seed) {
    this.state = seed;
  }

  @Override
  public int choose(int candidates) {
    state += STEP;
    long mixed = (state ^ state >>> 30) * MIX_1;
    mixed = (mixed ^ mixed >>> 27) * MIX_2;
    mixed ^= mixed >>> 31;
    return (int) Long.remainderUnsigned(mixed, candidates);
  }
}
