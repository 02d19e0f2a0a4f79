package dev.wrt.decoder.component;

import java.util.List;
import java.util.Optional;

/// A resolved component function type.
///
/// @param async whether it is `func async`
/// @param params the parameters in order
/// @param result the result, if any
public record ComponentFuncType(boolean async, List<Param> params, Optional<ValType> result)
    implements Type, ExternType {
  /// A parameter.
  ///
  /// @param name its label
  /// @param type its type
  public record Param(String name, ValType type) {}

  /// Keeps a private copy.
  public ComponentFuncType {
    params = List.copyOf(params);
  }

  /// A synchronous function type.
  public ComponentFuncType(List<Param> params, Optional<ValType> result) {
    this(false, params, result);
  }

  @Override
  public String kind() {
    return "func";
  }

  @Override
  public Sort sort() {
    return Sort.FUNC;
  }
}
