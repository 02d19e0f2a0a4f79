package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Sequence;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A {@link FutureSink} as a sink of one element.
///
/// @param sink takes it
record OnlySink(FutureSink sink) implements StreamSink {
  @Override
  public int accept(Sequence elements) {
    sink.resolved(elements.get(0));
    return 1;
  }

  @Override
  public void ended(@Nullable Fault fault) {
    sink.ended(fault);
  }
}
