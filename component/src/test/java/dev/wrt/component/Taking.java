package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Sequence;
import dev.wrt.component.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A sink that takes what a test lets it take, and remembers what it was offered and told.
final class Taking implements StreamSink {
  final List<Value> taken = new ArrayList<>();
  final List<Integer> offered = new ArrayList<>();
  final List<String> endings = new ArrayList<>();

  /// How many elements it still takes; 0 to hold the guest back.
  int most;

  Taking(int most) {
    this.most = most;
  }

  @Override
  public int accept(Sequence elements) {
    offered.add(elements.size());
    if (most == STOP) {
      return STOP;
    }
    int takes = Math.min(most, elements.size());
    for (int i = 0; i < takes; i++) {
      taken.add(elements.get(i));
    }
    most -= takes;
    return takes;
  }

  @Override
  public void ended(@Nullable Fault fault) {
    endings.add(fault == null ? "over" : fault.code().id());
  }
}
