package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.component.value.Value;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A {@link FutureSource} as a source of one element.
///
/// @param source gives it
record OnlySource(FutureSource source) implements StreamSource {
  @Override
  public Chunk produce(int max) {
    Value value = source.produce();
    if (value != null) {
      return Chunk.of(new Value.ListValue(List.of(value)));
    }
    Fault failure = source.failure();
    return failure == null ? Chunk.LATER : Chunk.failed(failure);
  }

  @Override
  public void ended(@Nullable Fault fault) {
    source.ended(fault);
  }
}
