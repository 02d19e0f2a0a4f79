package dev.wrt.decoder.component;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.component.OptionRules.Option;
import dev.wrt.decoder.core.FuncType;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The validation rules of `canon` (CanonicalABI.md, "Canonical Definitions") for functions,
/// resources and `task.return`; the other built-ins are {@link BuiltinRules}'.
// [impl->req~component-canon-functions~1]
final class CanonRules {
  private static final Set<Option> LIFT = EnumSet.allOf(Option.class);
  private static final Set<Option> LOWER = EnumSet.of(Option.MEMORY, Option.REALLOC, Option.ASYNC);
  private static final Set<Option> TASK_RETURN = EnumSet.of(Option.MEMORY);

  private final ComponentScope scope;
  private final FirstFault faults;
  private final OptionRules options;

  CanonRules(ComponentScope scope) {
    this.scope = scope;
    this.faults = scope.faults;
    this.options = new OptionRules(scope);
  }

  void canon(Canon canon) {
    faults.charge(1);
    switch (canon) {
      case Canon.Lift c -> lift(c);
      case Canon.Lower c -> lower(c);
      case Canon.ResourceNew c -> scope.addCoreFunc(CoreSignature.resourceNew(rep(c.typeidx())));
      case Canon.ResourceRep c -> scope.addCoreFunc(CoreSignature.resourceRep(rep(c.typeidx())));
      case Canon.ResourceDrop c -> {
        scope.types.resource(c.typeidx());
        scope.addCoreFunc(CoreSignature.resourceDrop());
      }
      case Canon.TaskReturn c -> taskReturn(c);
      case Canon.Builtin c -> new BuiltinRules(scope).builtin(c.builtin(), c.immediates());
    }
  }

  /// What represents a resource that the component has defined itself.
  private dev.wrt.decoder.core.ValType rep(int typeidx) {
    ResourceType type = scope.types.resource(typeidx);
    dev.wrt.decoder.core.ValType rep = scope.localResources.get(type.identity());
    if (rep == null) {
      faults.invalid(ValidationCode.NOT_LOCAL, "type " + typeidx);
      return dev.wrt.decoder.core.ValType.I32;
    }
    return rep;
  }

  private void lift(Canon.Lift canon) {
    CanonOpts opts = canon.opts();
    ComponentFuncType type = scope.types.func(canon.typeidx());
    FuncType callee = scope.coreFunc(canon.coreFuncidx());
    options.general(opts, LIFT, "liftings");
    options.asyncType(opts, type);
    if (opts.async() && opts.callback().isEmpty()) {
      faults.require(Feature.ASYNC_STACKFUL, "canonical option async without callback");
    }
    int flatResultsMax =
        opts.async() ? CoreSignature.FLAT_PARAMS_MAX : CoreSignature.FLAT_RESULTS_MAX;
    boolean paramsInMemory =
        hasPointer(params(type)) || CoreSignature.spillsParams(type, CoreSignature.FLAT_PARAMS_MAX);
    boolean resultsInMemory =
        hasPointer(type.result()) || CoreSignature.spillsResults(type.result(), flatResultsMax);
    options.require(Option.MEMORY, opts, paramsInMemory || resultsInMemory);
    options.require(Option.REALLOC, opts, paramsInMemory);
    FuncType flat = CoreSignature.lift(type, opts, options.address64(opts));
    if (!flat.params().equals(callee.params())) {
      faults.invalid(ValidationCode.LIFT_PARAMS, described(flat.params(), callee.params()));
    }
    if (!flat.results().equals(callee.results())) {
      faults.invalid(ValidationCode.LIFT_RESULTS, described(flat.results(), callee.results()));
    }
    if (opts.postReturn().isPresent()) {
      FuncType expected = new FuncType(flat.results(), List.of());
      options.signature("post-return", opts.postReturn().getAsInt(), expected);
    }
    scope.append(type);
  }

  private static String described(
      List<dev.wrt.decoder.core.ValType> expected, List<dev.wrt.decoder.core.ValType> found) {
    return "`" + text(expected) + "`, `" + text(found) + "`";
  }

  /// Core types in capitals, as the test suite has them here.
  private static String text(List<dev.wrt.decoder.core.ValType> types) {
    return types.toString().toUpperCase(Locale.ROOT);
  }

  private void lower(Canon.Lower canon) {
    ComponentFuncType type = scope.at(scope.funcs, Sort.FUNC, canon.funcidx());
    if (type == null) {
      return;
    }
    CanonOpts opts = canon.opts();
    options.general(opts, LOWER, "lowerings");
    options.asyncType(opts, type);
    int flatParamsMax =
        opts.async() ? CoreSignature.FLAT_ASYNC_PARAMS_MAX : CoreSignature.FLAT_PARAMS_MAX;
    int flatResultsMax = opts.async() ? 0 : CoreSignature.FLAT_RESULTS_MAX;
    boolean resultHasPointer = hasPointer(type.result());
    boolean inMemory =
        resultHasPointer
            || hasPointer(params(type))
            || CoreSignature.spillsParams(type, flatParamsMax)
            || CoreSignature.spillsResults(type.result(), flatResultsMax);
    options.require(Option.MEMORY, opts, inMemory);
    options.require(Option.REALLOC, opts, resultHasPointer);
    scope.addCoreFunc(CoreSignature.lower(type, opts, options.address64(opts)));
  }

  /// The result is lifted, so a `borrow` in it has no meaning; what is too large or has a pointer
  /// comes through memory.
  private void taskReturn(Canon.TaskReturn canon) {
    CanonOpts opts = canon.opts();
    Optional<ValType> result = canon.result().map(scope.types::valtype);
    if (result.isPresent() && result.get().info().hasBorrow()) {
      faults.invalid(ValidationCode.BORROW_IN_RESULT, "of `task.return`");
    }
    options.general(opts, TASK_RETURN, "task.return");
    boolean inMemory =
        hasPointer(result) || CoreSignature.spillsResults(result, CoreSignature.FLAT_PARAMS_MAX);
    options.require(Option.MEMORY, opts, inMemory);
    scope.addCoreFunc(CoreSignature.taskReturn(result, options.address64(opts)));
  }

  private static List<ValType> params(ComponentFuncType type) {
    return type.params().stream().map(ComponentFuncType.Param::type).toList();
  }

  private static boolean hasPointer(List<ValType> types) {
    return types.stream().anyMatch(t -> t.info().hasPointer());
  }

  private static boolean hasPointer(Optional<ValType> type) {
    return type.isPresent() && type.get().info().hasPointer();
  }
}
