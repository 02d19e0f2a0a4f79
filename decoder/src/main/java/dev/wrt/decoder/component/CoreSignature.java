package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.List;

/// `flatten_functype` (CanonicalABI.md, "Flattening"): the core function type that a component
/// function has on the side of a guest, for synchronous calls.
public final class CoreSignature {
  /// `MAX_FLAT_PARAMS`
  public static final int FLAT_PARAMS_MAX = TypeInfo.FLAT_MAX;

  /// `MAX_FLAT_RESULTS`
  public static final int FLAT_RESULTS_MAX = 1;

  private CoreSignature() {}

  /// The type of the core function that `canon lift` lifts: results that are not flat are returned
  /// as a pointer to them.
  public static FuncType lift(ComponentFuncType type) {
    List<ValType> results = flatResults(type);
    return new FuncType(
        params(type), results.size() > FLAT_RESULTS_MAX ? List.of(ValType.I32) : results);
  }

  /// The type of the core function that `canon lower` makes: results that are not flat are stored
  /// where an additional last parameter points.
  public static FuncType lower(ComponentFuncType type) {
    List<ValType> results = flatResults(type);
    if (results.size() <= FLAT_RESULTS_MAX) {
      return new FuncType(params(type), results);
    }
    List<ValType> params = new ArrayList<>(params(type));
    params.add(ValType.I32);
    return new FuncType(params, List.of());
  }

  /// Whether the parameters are too many to be passed one by one, so that a pointer to them is.
  public static boolean spillsParams(ComponentFuncType type) {
    return flatParams(type).size() > FLAT_PARAMS_MAX;
  }

  /// Whether the result is too large to be passed one by one, so that a pointer to it is.
  public static boolean spillsResults(ComponentFuncType type) {
    return flatResults(type).size() > FLAT_RESULTS_MAX;
  }

  private static List<ValType> params(ComponentFuncType type) {
    return spillsParams(type) ? List.of(ValType.I32) : flatParams(type);
  }

  private static List<ValType> flatParams(ComponentFuncType type) {
    return Flat.concat(type.params().stream().map(ComponentFuncType.Param::type).toList());
  }

  private static List<ValType> flatResults(ComponentFuncType type) {
    return Flat.concat(type.result().stream().toList());
  }
}
