package dev.wrt.decoder.component;

import java.util.OptionalInt;

/// `canonopt*`: the options of a canonical definition, each at most once.
///
/// @param stringEncoding `utf8` if none is given
/// @param memory `core:memoryidx` of the memory that holds arguments and results
/// @param realloc `core:funcidx` of the guest's allocator
/// @param postReturn `core:funcidx` of the function to call when results have been lifted
/// @param async whether `async` is given
/// @param callback `core:funcidx` of the callback of an async lift
public record CanonOpts(
    StringEncoding stringEncoding,
    OptionalInt memory,
    OptionalInt realloc,
    OptionalInt postReturn,
    boolean async,
    OptionalInt callback) {
  /// No option given.
  public static final CanonOpts NONE =
      new CanonOpts(
          StringEncoding.UTF8,
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          false,
          OptionalInt.empty());
}
