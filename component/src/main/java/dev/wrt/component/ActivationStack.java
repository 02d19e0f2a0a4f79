package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The stack of activations of a driver, bounded by what the tree has reserved for it.
final class ActivationStack {
  /// Activations that one component-level call takes: the caller's half, the entry, the thread.
  private static final int PER_CALL = 3;

  /// Room for what comes on top of the innermost call.
  private static final int SLACK = 4;

  private final @Nullable Activation[] activations;
  private int height;

  /// @param calls component-level calls that may be open at a time
  ActivationStack(int calls) {
    activations = new @Nullable Activation[calls * PER_CALL + SLACK];
  }

  /// How many there are.
  int height() {
    return height;
  }

  /// Whether there is room for more.
  boolean fits(int more) {
    return height + more <= activations.length;
  }

  /// The one on top.
  Activation top() {
    return at(height - 1);
  }

  /// The one at a height, 0 for the first.
  Activation at(int place) {
    return Invariant.present(activations[place], "the stack is filled up to its top");
  }

  /// Puts one on top, for which there is room.
  void push(Activation activation) {
    activations[height++] = activation;
  }

  /// Takes the one on top off.
  void pop() {
    activations[--height] = null;
  }

  /// Takes off all from a height on.
  Activation[] cut(int from) {
    Activation[] taken = new Activation[height - from];
    for (int i = taken.length - 1; i >= 0; i--) {
      taken[i] = top();
      pop();
    }
    return taken;
  }
}
