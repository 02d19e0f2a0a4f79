package dev.wrt.component;

/// The choices of an earlier run, made again; the first candidate where they are used up.
///
/// A choice that has fewer candidates than it was made from can't be made again: then the program,
/// or its input, is another one. That is kept for the caller to see, and the last candidate is
/// taken.
public final class ReplayedSchedule implements Scheduler {
  private final int[] choices;
  private int next;
  private boolean diverged;

  ReplayedSchedule(int[] choices) {
    this.choices = choices.clone();
  }

  @Override
  public int choose(int candidates) {
    if (next == choices.length) {
      return 0;
    }
    int choice = choices[next++];
    boolean possible = choice >= 0 && choice < candidates;
    diverged |= !possible;
    return possible ? choice : candidates - 1;
  }

  /// Whether every choice was asked for and could be made.
  public boolean isFollowed() {
    return next == choices.length && !diverged;
  }
}
