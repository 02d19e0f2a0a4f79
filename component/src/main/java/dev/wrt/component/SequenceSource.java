package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Sequence;

/// A {@link StreamSource} that gives the elements of a list, as many at a time as the guest has
/// room for, and ends.
public final class SequenceSource implements StreamSource {
  private final Sequence elements;
  private int next;

  /// A source of a list.
  ///
  /// @param elements of the stream's element type; not a view that ends before the stream does
  public SequenceSource(Sequence elements) {
    this.elements = elements;
  }

  /// Elements that have not been given yet.
  public int left() {
    return elements.size() - next;
  }

  @Override
  public Chunk produce(int max) {
    int count = Math.min(max, left());
    if (count == 0) {
      return Chunk.END;
    }
    return switch (Slice.of(elements, next, count)) {
      case Result.Ok<Sequence> ok -> {
        next += count;
        yield Chunk.of(ok.value());
      }
      case Result.Err<Sequence> err ->
          throw new Invariant.Violation("the elements of a source can be read as long as it lives");
    };
  }
}
