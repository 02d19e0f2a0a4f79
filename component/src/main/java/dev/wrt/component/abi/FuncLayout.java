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

  /// `MAX_FLAT_ASYNC_PARAMS`: with more, arguments of an asynchronous lowering are passed in
  /// memory.
  public static final int MAX_FLAT_ASYNC_PARAMS = 4;

  /// `MAX_FLAT_RESULTS`: with more, results are passed in memory.
  public static final int MAX_FLAT_RESULTS = 1;

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

  /// Whether the arguments of a lowered function are passed in memory.
  ///
  /// @param async whether it is lowered with `async`
  public boolean paramsInMemory(boolean async) {
    return params.flatCount() > maxFlatParams(async);
  }

  /// Whether the results of a lowered function are passed in memory.
  ///
  /// @param async whether it is lowered with `async`
  public boolean resultsInMemory(boolean async) {
    return results.flatCount() > maxFlatResults(async);
  }

  /// `flatten_functype` in the context of `canon lift`: the type of the core function that is
  /// lifted.
  // [impl->req~abi-layout~1]
  public FuncType liftType() {
    List<ValType> returned = resultsInMemory(false) ? List.of(ValType.I32) : flat(results);
    return new FuncType(flatParams(false), returned);
  }

  /// `flatten_functype` in the context of `canon lift` with `async`: results are given to
  /// `task.return` instead.
  ///
  /// @param callback whether there is a callback, whose code the function then returns
  // [impl->req~abi-async-types~1]
  public FuncType asyncLiftType(boolean callback) {
    return new FuncType(flatParams(false), callback ? List.of(ValType.I32) : List.of());
  }

  /// The type of `canon task.return` for the function's result, which is passed as parameters are.
  public FuncType taskReturnType() {
    boolean inMemory = results.flatCount() > MAX_FLAT_PARAMS;
    return new FuncType(inMemory ? List.of(ValType.I32) : flat(results), List.of());
  }

  /// `flatten_functype` in the context of `canon lower`: the type of the core function that
  /// lowering gives; results in memory go where its last argument points to.
  ///
  /// @param async whether it is lowered with `async`: then it returns the subtask's state
  public FuncType lowerType(boolean async) {
    boolean inMemory = resultsInMemory(async);
    List<ValType> parameters = new ArrayList<>(flatParams(async));
    if (inMemory) {
      parameters.add(ValType.I32);
    }
    List<ValType> returned = inMemory ? List.of() : flat(results);
    return new FuncType(parameters, async ? List.of(ValType.I32) : returned);
  }

  private List<ValType> flatParams(boolean async) {
    return paramsInMemory(async) ? List.of(ValType.I32) : flat(params);
  }

  private static List<ValType> flat(Layout layout) {
    List<ValType> types = new ArrayList<>();
    for (int i = 0; i < layout.flatCount(); i++) {
      types.add(layout.flatType(i));
    }
    return types;
  }
}
