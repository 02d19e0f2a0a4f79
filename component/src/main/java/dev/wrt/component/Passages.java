package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.Crossings;
import dev.wrt.component.abi.MemoryStrategy;
import java.util.ArrayDeque;
import java.util.Deque;

/// The passages under one memory strategy, each used for one call after the other.
///
/// A call has two, one for its arguments and one for its results, so there are at most twice as
/// many as calls can be open; what the tree reserves for its activations pays for them.
final class Passages {
  private final Crossings crossings;
  private final Tree tree;
  private final Deque<Crossing> free = new ArrayDeque<>();

  Passages(Crossings crossings, Tree tree) {
    this.crossings = crossings;
    this.tree = tree;
  }

  /// The strategy, its account and its metrics.
  Crossings crossings() {
    return crossings;
  }

  /// The strategy.
  MemoryStrategy strategy() {
    return crossings.strategy();
  }

  /// A passage that is not in use.
  ///
  /// @param meter of the call whose values pass
  Crossing take(CallMeter meter) {
    Crossing idle = free.poll();
    Crossing taken = idle == null ? crossings.crossing() : idle;
    taken.begin(meter.bytes());
    return taken;
  }

  /// Ends a passage. Where its buffers have changed while it was under way, nothing goes on.
  // [impl->req~abi-buffers-final~1]
  void giveBack(Crossing crossing) {
    Fault broken = crossing.finish();
    if (broken != null) {
      tree.latch(broken);
    }
    free.push(crossing);
  }
}
