package dev.wrt.component.value;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ValType;

/// Makes streams and futures of what WAVE text has in their place, for whoever can: the text only
/// has the values that they are to carry.
///
/// A stream is written as the list of its elements, a `stream<u8>` also as a string, whose UTF-8 is
/// meant; a future as its value; an end without element type carries empty tuples, `()`. Both may
/// be written as `@name` or `@"name"`, whose meaning is decided here.
public interface WaveEnds {
  /// A stream of given elements.
  ///
  /// @param elements packed if they are numbers
  Result<Value> stream(ValType.StreamType type, Sequence elements);

  /// A future of a given value.
  ///
  /// @param value of its type; an empty tuple where it carries none
  Result<Value> future(ValType.FutureType type, Value value);

  /// A stream or future that is written as a name.
  ///
  /// @param type a stream or future type
  /// @param name what follows `@`
  Result<Value> named(ValType type, String name);
}
