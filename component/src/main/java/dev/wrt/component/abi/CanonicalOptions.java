package dev.wrt.component.abi;

import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.MemInst;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `CanonicalOptions` of CanonicalABI.md.
///
/// @param memory option `memory`, null where it is not given
/// @param realloc option `realloc`, null where it is not given
/// @param postReturn option `post-return`, null where it is not given
/// @param encoding option `string-encoding`
/// @param async option `async`
/// @param callback option `callback`, null where it is not given
/// @param limits how large values may be
public record CanonicalOptions(
    @Nullable MemInst memory,
    @Nullable FuncInst realloc,
    @Nullable FuncInst postReturn,
    StringEncoding encoding,
    boolean async,
    @Nullable FuncInst callback,
    ValueLimits limits) {
  /// The options of a synchronous function.
  public CanonicalOptions(
      @Nullable MemInst memory,
      @Nullable FuncInst realloc,
      @Nullable FuncInst postReturn,
      StringEncoding encoding) {
    this(memory, realloc, postReturn, encoding, false, null, ValueLimits.STANDARD);
  }

  /// Whether the memory has 64-bit addresses.
  public boolean address64() {
    MemInst given = memory;
    return given != null && given.is64();
  }

  /// No memory, no functions, utf8: enough for values that stay flat.
  public static final CanonicalOptions NONE =
      new CanonicalOptions(null, null, null, StringEncoding.UTF8);
}
