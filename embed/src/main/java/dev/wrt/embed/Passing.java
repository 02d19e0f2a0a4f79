package dev.wrt.embed;

import java.util.ArrayList;
import java.util.List;

/// What changes hands with the values of one call, to be settled when the values have passed, or
/// undone where they could not be made.
final class Passing {
  private final List<Runnable> onPassed = new ArrayList<>(0);
  private final List<Runnable> onRefused = new ArrayList<>(0);
  private final List<Runnable> onEnd = new ArrayList<>(0);

  /// Does something once all values are made.
  void whenPassed(Runnable action) {
    onPassed.add(action);
  }

  /// Does something if a later value can't be made.
  void whenRefused(Runnable action) {
    onRefused.add(action);
  }

  /// Does something when the call has ended.
  void atEnd(Runnable action) {
    onEnd.add(action);
  }

  /// All values are made.
  void passed() {
    onPassed.forEach(Runnable::run);
    onPassed.clear();
    onRefused.clear();
  }

  /// The values can't be made.
  void refused() {
    onRefused.forEach(Runnable::run);
    onRefused.clear();
    onPassed.clear();
  }

  /// The call has ended.
  void ended() {
    onEnd.forEach(Runnable::run);
    onEnd.clear();
  }
}
