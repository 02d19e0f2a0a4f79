package dev.wrt.component;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What the host has still to do for guests that may wait for it: the one place where other threads
/// of the host meet the thread that runs the components.
///
/// Other threads only raise the signal. The driver looks at the work between two steps, in the
/// order in which it was begun.
// [impl->req~async-host-work~1]
final class HostWork {
  private final AtomicReference<CompletableFuture<Void>> signal =
      new AtomicReference<>(new CompletableFuture<>());
  private final List<Item> items = new ArrayList<>();

  /// Something that the host has still to do.
  interface Item {
    /// Completes when it is worth looking again; null where {@link HostWork#wake} says so.
    @Nullable CompletionStage<?> stage();

    /// Looks whether the host has done it, and if so takes it up: on an empty stack, where an
    /// activation may be pushed.
    ///
    /// @return whether it has ended
    boolean advance(Driver driver);

    /// Whether a guest may still wait for it.
    default boolean isWanted() {
      return true;
    }

    /// The components end before it does.
    void closed();
  }

  /// Adds something to wait for.
  void add(Item item) {
    items.add(item);
    CompletionStage<?> stage = item.stage();
    if (stage != null) {
      stage.whenComplete((answer, failure) -> wake());
    }
  }

  /// Whether there is something to wait for.
  boolean isPending() {
    for (Item item : items) {
      if (item.isWanted()) {
        return true;
      }
    }
    return false;
  }

  /// Says that it is worth looking again. Any thread may.
  void wake() {
    signal.get().complete(null);
  }

  /// Completes when it is worth looking again.
  CompletionStage<Void> wakeup() {
    return signal.get();
  }

  /// Waits until it is worth looking again.
  void await() {
    signal.get().join();
  }

  /// Takes up one thing that the host has done.
  ///
  /// @return whether there was one
  boolean advance(Driver driver) {
    if (!signal.get().isDone()) {
      return false;
    }
    signal.set(new CompletableFuture<>());
    for (int i = 0; i < items.size(); i++) {
      if (items.get(i).advance(driver)) {
        items.remove(i);
        wake();
        return true;
      }
    }
    return false;
  }

  /// Ends with the components.
  void close() {
    for (Item item : items) {
      item.closed();
    }
    items.clear();
  }
}
