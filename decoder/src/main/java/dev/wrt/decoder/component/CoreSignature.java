package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The core function types of canonical definitions: `flatten_functype` (CanonicalABI.md,
/// "Flattening") for functions, and the types of the built-ins. One place for the validator and the
/// runtime.
public final class CoreSignature {
  /// `MAX_FLAT_PARAMS`
  public static final int FLAT_PARAMS_MAX = TypeInfo.FLAT_MAX;

  /// `MAX_FLAT_ASYNC_PARAMS`: of an asynchronously lowered function.
  public static final int FLAT_ASYNC_PARAMS_MAX = 4;

  /// `MAX_FLAT_RESULTS`
  public static final int FLAT_RESULTS_MAX = 1;

  private static final ValType I32 = ValType.I32;
  private static final ValType I64 = ValType.I64;

  private CoreSignature() {}

  /// The type of the core function that `canon lift` lifts.
  ///
  /// Synchronous: results that are not flat are returned as a pointer to them. Asynchronous:
  /// results go through `task.return`, so that what is returned is the callback's code, or nothing
  /// if there is no callback.
  ///
  /// @param type the component function's type
  /// @param opts the options of the definition
  public static FuncType lift(ComponentFuncType type, CanonOpts opts) {
    List<ValType> params = spilled(flatParams(type), FLAT_PARAMS_MAX);
    if (opts.async()) {
      return new FuncType(params, opts.callback().isPresent() ? List.of(I32) : List.of());
    }
    return new FuncType(params, spilled(flatResults(type.result()), FLAT_RESULTS_MAX));
  }

  /// The type of the core function that `canon lower` makes.
  ///
  /// Synchronous: results that are not flat are stored where an additional last parameter points.
  /// Asynchronous: so are all results, and what is returned is the state of the subtask.
  ///
  /// @param type the component function's type
  /// @param opts the options of the definition
  public static FuncType lower(ComponentFuncType type, CanonOpts opts) {
    int flatMax = opts.async() ? FLAT_ASYNC_PARAMS_MAX : FLAT_PARAMS_MAX;
    List<ValType> params = spilled(flatParams(type), flatMax);
    List<ValType> results = flatResults(type.result());
    if (results.size() > (opts.async() ? 0 : FLAT_RESULTS_MAX)) {
      params = new ArrayList<>(params);
      params.add(I32);
      results = List.of();
    }
    return new FuncType(params, opts.async() ? List.of(I32) : results);
  }

  /// The type of `task.return`: what it takes is the result of the function.
  ///
  /// @param result the result's type, if any
  public static FuncType taskReturn(Optional<dev.wrt.decoder.component.ValType> result) {
    return new FuncType(spilled(flatResults(result), FLAT_PARAMS_MAX), List.of());
  }

  /// The type of `resource.new` and `resource.rep`.
  public static FuncType resourceNewOrRep() {
    return func(List.of(I32), I32);
  }

  /// The type of `resource.drop`.
  public static FuncType resourceDrop() {
    return func(List.of(I32));
  }

  /// The type of a built-in of concurrency or error contexts.
  ///
  /// @param builtin which one
  /// @param immediates what follows its opcode
  public static FuncType builtin(CanonBuiltin builtin, Canon.Immediates immediates) {
    return switch (builtin) {
      case TASK_CANCEL, BACKPRESSURE_INC, BACKPRESSURE_DEC -> func(List.of());
      case CONTEXT_GET -> func(List.of(), contextType(immediates));
      case CONTEXT_SET -> func(List.of(contextType(immediates)));
      case WAITABLE_SET_NEW,
          THREAD_INDEX,
          THREAD_SUSPEND,
          THREAD_YIELD,
          THREAD_AVAILABLE_PARALLELISM ->
          func(List.of(), I32);
      case SUBTASK_CANCEL,
          STREAM_CANCEL_READ,
          STREAM_CANCEL_WRITE,
          FUTURE_CANCEL_READ,
          FUTURE_CANCEL_WRITE,
          THREAD_SUSPEND_THEN_RESUME,
          THREAD_YIELD_THEN_RESUME,
          THREAD_SUSPEND_THEN_PROMOTE,
          THREAD_YIELD_THEN_PROMOTE ->
          func(List.of(I32), I32);
      case SUBTASK_DROP,
          STREAM_DROP_READABLE,
          STREAM_DROP_WRITABLE,
          FUTURE_DROP_READABLE,
          FUTURE_DROP_WRITABLE,
          ERROR_CONTEXT_DROP,
          WAITABLE_SET_DROP,
          THREAD_RESUME_LATER ->
          func(List.of(I32));
      case STREAM_NEW, FUTURE_NEW -> func(List.of(), I64);
      case STREAM_READ, STREAM_WRITE -> func(List.of(I32, I32, I32), I32);
      case FUTURE_READ,
          FUTURE_WRITE,
          ERROR_CONTEXT_NEW,
          WAITABLE_SET_WAIT,
          WAITABLE_SET_POLL,
          THREAD_NEW_INDIRECT,
          THREAD_SPAWN_INDIRECT ->
          func(List.of(I32, I32), I32);
      case ERROR_CONTEXT_DEBUG_MESSAGE, WAITABLE_JOIN -> func(List.of(I32, I32));
      case THREAD_SPAWN_REF -> func(List.of(ValType.FUNCREF, I32), I32);
    };
  }

  private static ValType contextType(Canon.Immediates immediates) {
    return immediates instanceof Canon.Context context ? context.type() : I32;
  }

  private static FuncType func(List<ValType> params, ValType... results) {
    return new FuncType(params, List.of(results));
  }

  /// Whether the parameters are too many to be passed one by one, so that a pointer to them is.
  public static boolean spillsParams(ComponentFuncType type) {
    return flatParams(type).size() > FLAT_PARAMS_MAX;
  }

  /// Whether the result is too large to be passed one by one, so that a pointer to it is.
  public static boolean spillsResults(ComponentFuncType type) {
    return flatResults(type.result()).size() > FLAT_RESULTS_MAX;
  }

  private static List<ValType> spilled(List<ValType> flat, int max) {
    return flat.size() > max ? List.of(I32) : flat;
  }

  private static List<ValType> flatParams(ComponentFuncType type) {
    return Flat.concat(type.params().stream().map(ComponentFuncType.Param::type).toList());
  }

  private static List<ValType> flatResults(Optional<dev.wrt.decoder.component.ValType> result) {
    return Flat.concat(result.stream().toList());
  }
}
