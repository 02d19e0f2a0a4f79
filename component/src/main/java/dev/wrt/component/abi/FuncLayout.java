package dev.wrt.component.abi;

import dev.wrt.decoder.component.CanonOpts;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.CoreSignature;
import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.decoder.core.FuncType;
import java.util.OptionalInt;

/// The layout of a function's parameters and result.
///
/// @param type the function's type
/// @param params layout of the parameters
/// @param results layout of the result: no type or one
public record FuncLayout(ComponentFuncType type, Layout params, Layout results) {
  /// `MAX_FLAT_PARAMS`: with more, arguments are passed in memory.
  public static final int MAX_FLAT_PARAMS = CoreSignature.FLAT_PARAMS_MAX;

  /// `MAX_FLAT_ASYNC_PARAMS`: with more, arguments of an asynchronous lowering are passed in
  /// memory.
  public static final int MAX_FLAT_ASYNC_PARAMS = CoreSignature.FLAT_ASYNC_PARAMS_MAX;

  /// `MAX_FLAT_RESULTS`: with more, results are passed in memory.
  public static final int MAX_FLAT_RESULTS = CoreSignature.FLAT_RESULTS_MAX;

  private static final CanonOpts ASYNC =
      new CanonOpts(
          StringEncoding.UTF8,
          OptionalInt.empty(),
          OptionalInt.empty(),
          OptionalInt.empty(),
          true,
          OptionalInt.empty());

  /// Above how many core values the arguments of a lowered function are passed in memory.
  ///
  /// @param async whether it is lowered with `async`
  public static int maxFlatParams(boolean async) {
    return async ? MAX_FLAT_ASYNC_PARAMS : MAX_FLAT_PARAMS;
  }

  /// Above how many core values the results of a lowered function are passed in memory.
  ///
  /// @param async whether it is lowered with `async`: then every result is
  public static int maxFlatResults(boolean async) {
    return async ? 0 : MAX_FLAT_RESULTS;
  }

  /// The type of the core function that `canon lower` makes, as validation has it.
  ///
  /// @param async whether it is lowered with `async`
  /// @param address64 whether its memory has 64-bit addresses
  // [impl->req~abi-async-types~1]
  public FuncType lowerType(boolean async, boolean address64) {
    return CoreSignature.lower(type, async ? ASYNC : CanonOpts.NONE, address64);
  }

  /// {@link #lowerType(boolean, boolean)} with 32-bit addresses.
  public FuncType lowerType(boolean async) {
    return lowerType(async, false);
  }

  /// The type of `canon task.return` for the function's result, as validation has it.
  ///
  /// @param address64 whether its memory has 64-bit addresses
  public FuncType taskReturnType(boolean address64) {
    return CoreSignature.taskReturn(type.result(), address64);
  }

  /// {@link #taskReturnType(boolean)} with 32-bit addresses.
  public FuncType taskReturnType() {
    return taskReturnType(false);
  }
}
