package dev.wrt.component.abi;

import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.MemInst;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `CanonicalOptions` of CanonicalABI.md for synchronous functions.
///
/// @param memory option `memory`, null where it is not given
/// @param realloc option `realloc`, null where it is not given
/// @param postReturn option `post-return`, null where it is not given
/// @param encoding option `string-encoding`
public record CanonicalOptions(
    @Nullable MemInst memory,
    @Nullable FuncInst realloc,
    @Nullable FuncInst postReturn,
    StringEncoding encoding) {
  /// No memory, no functions, utf8: enough for values that stay flat.
  public static final CanonicalOptions NONE =
      new CanonicalOptions(null, null, null, StringEncoding.UTF8);
}
