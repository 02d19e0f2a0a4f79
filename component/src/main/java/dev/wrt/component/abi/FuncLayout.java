package dev.wrt.component.abi;

import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.List;

/// The layout of a function's parameters and result.
///
/// @param type the function's type
/// @param params layout of the parameters
/// @param results layout of the result: no type or one
public record FuncLayout(ComponentFuncType type, Layout params, Layout results) {
  /// `MAX_FLAT_PARAMS`: with more, arguments are passed in memory.
  public static final int MAX_FLAT_PARAMS = 16;

  /// `MAX_FLAT_RESULTS`: with more, results are passed in memory.
  public static final int MAX_FLAT_RESULTS = 1;

  /// Whether arguments are passed in memory.
  public boolean paramsInMemory() {
    return params.flatCount() > MAX_FLAT_PARAMS;
  }

  /// Whether results are passed in memory.
  public boolean resultsInMemory() {
    return results.flatCount() > MAX_FLAT_RESULTS;
  }

  /// `flatten_functype` in the context of `canon lift`: the type of the core function that is
  /// lifted.
  // [impl->req~abi-layout~1]
  public FuncType liftType() {
    List<ValType> returned = resultsInMemory() ? List.of(ValType.I32) : flat(results);
    return new FuncType(flatParams(), returned);
  }

  /// `flatten_functype` in the context of `canon lower`: the type of the core function that
  /// lowering gives; results in memory go where its last argument points to.
  public FuncType lowerType() {
    if (!resultsInMemory()) {
      return new FuncType(flatParams(), flat(results));
    }
    List<ValType> withOutParam = new ArrayList<>(flatParams());
    withOutParam.add(ValType.I32);
    return new FuncType(withOutParam, List.of());
  }

  private List<ValType> flatParams() {
    return paramsInMemory() ? List.of(ValType.I32) : flat(params);
  }

  private static List<ValType> flat(Layout layout) {
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < layout.flatCount(); i++) {
      types.add(layout.flatType(i));
    }
    return types;
  }
}
