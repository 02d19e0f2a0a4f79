package dev.wrt.decoder.component;

import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.ValType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The core function types of canonical definitions: `flatten_functype` (CanonicalABI.md,
/// "Flattening") for functions, and the types of the built-ins. One place for the validator and the
/// runtime.
///
/// Where a pointer occurs, the type depends on the memory of the definition's options: the short
/// forms of the methods are for memories of 32-bit addresses, and for no memory.
// [impl->req~component-core-signatures~1]
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

  /// {@link #lift(ComponentFuncType, CanonOpts, boolean)} with 32-bit addresses.
  public static FuncType lift(ComponentFuncType type, CanonOpts opts) {
    return lift(type, opts, false);
  }

  /// The type of the core function that `canon lift` lifts.
  ///
  /// Synchronous: results that are not flat are returned as a pointer to them. Asynchronous:
  /// results go through `task.return`, so that what is returned is the callback's code, or nothing
  /// if there is no callback.
  ///
  /// @param type the component function's type
  /// @param opts the options of the definition
  /// @param address64 whether the memory has 64-bit addresses
  public static FuncType lift(ComponentFuncType type, CanonOpts opts, boolean address64) {
    List<ValType> params = spilled(flatParams(type, address64), FLAT_PARAMS_MAX, address64);
    if (opts.async()) {
      return new FuncType(params, opts.callback().isPresent() ? List.of(I32) : List.of());
    }
    List<ValType> results = flatResults(type.result(), address64);
    return new FuncType(params, spilled(results, FLAT_RESULTS_MAX, address64));
  }

  /// {@link #lower(ComponentFuncType, CanonOpts, boolean)} with 32-bit addresses.
  public static FuncType lower(ComponentFuncType type, CanonOpts opts) {
    return lower(type, opts, false);
  }

  /// The type of the core function that `canon lower` makes.
  ///
  /// Synchronous: results that are not flat are stored where an additional last parameter points.
  /// Asynchronous: so are all results, and what is returned is the state of the subtask.
  ///
  /// @param type the component function's type
  /// @param opts the options of the definition
  /// @param address64 whether the memory has 64-bit addresses
  public static FuncType lower(ComponentFuncType type, CanonOpts opts, boolean address64) {
    int flatMax = opts.async() ? FLAT_ASYNC_PARAMS_MAX : FLAT_PARAMS_MAX;
    List<ValType> params = spilled(flatParams(type, address64), flatMax, address64);
    List<ValType> results = flatResults(type.result(), address64);
    if (results.size() > (opts.async() ? 0 : FLAT_RESULTS_MAX)) {
      params = new ArrayList<>(params);
      params.add(address(address64));
      results = List.of();
    }
    return new FuncType(params, opts.async() ? List.of(I32) : results);
  }

  /// {@link #taskReturn(Optional, boolean)} with 32-bit addresses.
  public static FuncType taskReturn(Optional<dev.wrt.decoder.component.ValType> result) {
    return taskReturn(result, false);
  }

  /// The type of `task.return`: what it takes is the result of the function.
  ///
  /// @param result the result's type, if any
  /// @param address64 whether the memory has 64-bit addresses
  public static FuncType taskReturn(
      Optional<dev.wrt.decoder.component.ValType> result, boolean address64) {
    List<ValType> flat = flatResults(result, address64);
    return new FuncType(spilled(flat, FLAT_PARAMS_MAX, address64), List.of());
  }

  /// The type of `resource.new`.
  ///
  /// @param rep what represents the resource: `i32` or `i64`
  public static FuncType resourceNew(ValType rep) {
    return func(List.of(rep), I32);
  }

  /// The type of `resource.rep`.
  ///
  /// @param rep what represents the resource: `i32` or `i64`
  public static FuncType resourceRep(ValType rep) {
    return func(List.of(I32), rep);
  }

  /// The type of `resource.drop`.
  public static FuncType resourceDrop() {
    return func(List.of(I32));
  }

  /// {@link #builtin(CanonBuiltin, Canon.Immediates, boolean)} with 32-bit addresses.
  public static FuncType builtin(CanonBuiltin builtin, Canon.Immediates immediates) {
    return builtin(builtin, immediates, false);
  }

  /// The type of a built-in of concurrency or error contexts. One that makes a thread has the type
  /// of {@link #newThread}; here its table has 32-bit addresses and its function an `i32`
  /// parameter.
  ///
  /// @param builtin which one
  /// @param immediates what follows its opcode
  /// @param address64 whether the memory in the immediates has 64-bit addresses
  public static FuncType builtin(
      CanonBuiltin builtin, Canon.Immediates immediates, boolean address64) {
    ValType pointer = address(address64);
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
      case STREAM_READ, STREAM_WRITE -> func(List.of(I32, pointer, pointer), pointer);
      case FUTURE_READ, FUTURE_WRITE, WAITABLE_SET_WAIT, WAITABLE_SET_POLL ->
          func(List.of(I32, pointer), I32);
      case ERROR_CONTEXT_NEW -> func(List.of(pointer, pointer), I32);
      case ERROR_CONTEXT_DEBUG_MESSAGE -> func(List.of(I32, pointer));
      case WAITABLE_JOIN -> func(List.of(I32, I32));
      case THREAD_NEW_INDIRECT, THREAD_SPAWN_INDIRECT -> newThread(I32, I32);
      case THREAD_SPAWN_REF -> newThread(ValType.FUNCREF, I32);
    };
  }

  /// The type of a built-in that makes a thread.
  ///
  /// @param function how the thread's function is given: a reference to it, or its table's address
  ///   type
  /// @param closure what the thread's function takes
  public static FuncType newThread(ValType function, ValType closure) {
    return func(List.of(function, closure), I32);
  }

  private static ValType contextType(Canon.Immediates immediates) {
    return immediates instanceof Canon.Context context ? context.type() : I32;
  }

  private static FuncType func(List<ValType> params, ValType... results) {
    return new FuncType(params, List.of(results));
  }

  /// Whether the parameters are too many to be passed one by one, so that a pointer to them is.
  ///
  /// @param type the component function's type
  /// @param max how many are passed one by one: {@link #FLAT_PARAMS_MAX} or {@link
  ///   #FLAT_ASYNC_PARAMS_MAX}
  static boolean spillsParams(ComponentFuncType type, int max) {
    return flatParams(type, false).size() > max;
  }

  /// Whether a result is too large to be passed one by one, so that a pointer to it is.
  ///
  /// @param result the result, if any
  /// @param max how many core values are passed one by one
  static boolean spillsResults(Optional<dev.wrt.decoder.component.ValType> result, int max) {
    return flatResults(result, false).size() > max;
  }

  private static List<ValType> spilled(List<ValType> flat, int max, boolean address64) {
    return flat.size() > max ? List.of(address(address64)) : flat;
  }

  private static ValType address(boolean address64) {
    return address64 ? I64 : I32;
  }

  private static List<ValType> flatParams(ComponentFuncType type, boolean address64) {
    return Flat.concat(
        type.params().stream().map(ComponentFuncType.Param::type).toList(), address64);
  }

  private static List<ValType> flatResults(
      Optional<dev.wrt.decoder.component.ValType> result, boolean address64) {
    return Flat.concat(result.stream().toList(), address64);
  }
}
