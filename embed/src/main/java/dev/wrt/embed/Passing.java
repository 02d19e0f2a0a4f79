package dev.wrt.embed;

import dev.wrt.component.ComponentInstance;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What changes hands with the values of one call, to be settled when the values have passed, or
/// undone where they could not be made.
final class Passing {
  private final Callee callee;
  private @Nullable ComponentInstance instance;
  private final List<Runnable> onPassed = new ArrayList<>(0);
  private final List<Runnable> onRefused = new ArrayList<>(0);
  private final List<Runnable> onEnd = new ArrayList<>(0);

  /// @param callee the component that is called, or that calls
  Passing(Callee callee) {
    this.callee = callee;
  }

  /// Says that this is the thread that runs the component.
  void in(ComponentInstance running) {
    instance = running;
  }

  /// Says that what follows may be on any thread.
  void leave() {
    instance = null;
  }

  /// The component, where this is the thread that runs it.
  ///
  /// @throws Refusal on any other thread
  ComponentInstance instance() {
    ComponentInstance running = instance;
    if (running == null) {
      throw Refusal.value(
          EmbedCode.NOT_HERE, "an answer that is there at once", "a stream or future later");
    }
    return running;
  }

  /// The component.
  Callee callee() {
    return callee;
  }

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
