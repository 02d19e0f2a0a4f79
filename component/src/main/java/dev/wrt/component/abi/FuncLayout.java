package dev.wrt.component.abi;

import dev.wrt.decoder.component.ComponentFuncType;

/// The layout of a function's parameters and result.
///
/// @param type the function's type
/// @param params layout of the parameters
/// @param results layout of the result: no type or one
public record FuncLayout(ComponentFuncType type, TupleLayout params, TupleLayout results) {
  /// `MAX_FLAT_PARAMS`: with more, arguments are passed in memory.
  public static final int MAX_FLAT_PARAMS = 16;

  /// `MAX_FLAT_RESULTS`: with more, results are passed in memory.
  public static final int MAX_FLAT_RESULTS = 1;
}
