package dev.wrt.component;

import dev.wrt.component.value.Sequence;

/// What a {@link StreamSource} answers when it is asked for elements.
public sealed interface Chunk {
  /// There is nothing now; there may be later, as {@link ComponentInstance#wake} says.
  Chunk LATER = new Later();

  /// There is nothing any more: the stream ends.
  Chunk END = new End();

  /// Elements.
  ///
  /// @param elements packed where they are numbers
  static Chunk of(Sequence elements) {
    return new Elements(elements);
  }

  /// Elements. What the guest does not take now is kept for its next read.
  ///
  /// @param elements of the stream's element type; without elements, it is {@link #LATER}
  record Elements(Sequence elements) implements Chunk {}

  /// See {@link #LATER}.
  record Later() implements Chunk {}

  /// See {@link #END}.
  record End() implements Chunk {}
}
