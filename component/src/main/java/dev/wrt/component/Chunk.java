package dev.wrt.component;

import dev.wrt.bounded.Fault;
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

  /// The source has failed: so do the components, as a guest can't be told.
  ///
  /// @param fault why
  static Chunk failed(Fault fault) {
    return new Failed(fault);
  }

  /// Elements. What the guest does not take now is kept for its next read.
  ///
  /// @param elements of the stream's element type; without elements, it is {@link #LATER}
  record Elements(Sequence elements) implements Chunk {}

  /// See {@link #LATER}.
  record Later() implements Chunk {}

  /// See {@link #END}.
  record End() implements Chunk {}

  /// See {@link #failed}.
  ///
  /// @param fault why
  record Failed(Fault fault) implements Chunk {}
}
