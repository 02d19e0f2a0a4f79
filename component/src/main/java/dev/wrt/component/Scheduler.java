package dev.wrt.component;

/// Decides where the specification leaves a choice: which of several ready threads goes on, which
/// event of a waitable set comes first, which thread of a task is told that it is cancelled.
///
/// It is asked only if there is more than one candidate. The candidates are in the order in which
/// they became such, so a run is a function of its inputs and of the answers given here.
@FunctionalInterface
public interface Scheduler {
  /// Always the first: the one that has waited longest.
  Scheduler OLDEST = candidates -> 0;

  /// Chooses one of several.
  ///
  /// @param candidates how many there are, at least 2
  /// @return the chosen one, from 0 to `candidates - 1`
  int choose(int candidates);

  /// A scheduler that always decides the same way.
  ///
  /// @param seed 0 for {@link #OLDEST}; any other seed gives pseudo-random choices of its own
  static Scheduler seeded(long seed) {
    return seed == 0 ? OLDEST : new SeededScheduler(seed);
  }

  /// A scheduler that makes given choices, such as those of {@link Interleavings.Found}, and takes
  /// the first candidate when they are used up.
  // [impl->req~interleavings-replay~1]
  static ReplayedSchedule replay(int... choices) {
    return new ReplayedSchedule(choices);
  }
}
