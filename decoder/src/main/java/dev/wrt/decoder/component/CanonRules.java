package dev.wrt.decoder.component;

import dev.wrt.decoder.Feature;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.ValType;
import java.util.List;
import java.util.OptionalInt;

/// The validation rules of `canon` (CanonicalABI.md, "Canonical Definitions").
final class CanonRules {
  private static final FuncType REALLOC =
      new FuncType(
          List.of(ValType.I32, ValType.I32, ValType.I32, ValType.I32), List.of(ValType.I32));

  private final ComponentScope scope;
  private final FirstFault faults;

  CanonRules(ComponentScope scope) {
    this.scope = scope;
    this.faults = scope.faults;
  }

  void canon(Canon canon) {
    faults.charge(1);
    switch (canon) {
      case Canon.Lift c -> lift(c);
      case Canon.Lower c -> lower(c);
      case Canon.ResourceNew c -> local(c.typeidx());
      case Canon.ResourceRep c -> local(c.typeidx());
      case Canon.ResourceDrop c -> {
        scope.types.resource(c.typeidx());
        scope.coreFuncs.add(CoreSignature.resourceDrop());
      }
      case Canon.TaskReturn c -> {
        options(c.opts());
        scope.coreFuncs.add(CoreSignature.taskReturn(c.result().map(scope.types::valtype)));
      }
      case Canon.Builtin c -> {
        options(c.immediates().opts());
        scope.coreFuncs.add(CoreSignature.builtin(c.builtin(), c.immediates()));
      }
    }
  }

  private void local(int typeidx) {
    ResourceType type = scope.types.resource(typeidx);
    if (!scope.localResources.contains(type.identity())) {
      faults.invalid(ValidationCode.NOT_LOCAL, "type " + typeidx);
    }
    scope.coreFuncs.add(CoreSignature.resourceNewOrRep());
  }

  private void lift(Canon.Lift canon) {
    ComponentFuncType type = scope.types.func(canon.typeidx());
    FuncType callee = scope.coreFunc(canon.coreFuncidx());
    options(canon.opts());
    boolean paramsInMemory = hasPointer(params(type)) || CoreSignature.spillsParams(type);
    boolean resultsInMemory = hasPointer(result(type)) || CoreSignature.spillsResults(type);
    require("memory", canon.opts().memory(), paramsInMemory || resultsInMemory);
    require("realloc", canon.opts().realloc(), paramsInMemory);
    FuncType flat = CoreSignature.lift(type, canon.opts());
    if (!flat.params().equals(callee.params())) {
      faults.invalid(
          ValidationCode.LIFT_PARAMS, "`" + flat.params() + "`, `" + callee.params() + "`");
    }
    if (!flat.results().equals(callee.results())) {
      faults.invalid(
          ValidationCode.LIFT_RESULTS, "`" + flat.results() + "`, `" + callee.results() + "`");
    }
    postReturn(canon.opts(), flat);
    scope.append(type);
  }

  /// `post-return` takes what the core function has returned.
  private void postReturn(CanonOpts opts, FuncType flat) {
    FuncType expected = new FuncType(flat.results(), List.of());
    if (opts.postReturn().isPresent()
        && !scope.coreFunc(opts.postReturn().getAsInt()).equals(expected)) {
      faults.invalid(ValidationCode.OPTION_SIGNATURE, "canonical option `post-return`");
    }
  }

  private void lower(Canon.Lower canon) {
    ComponentFuncType type = scope.at(scope.funcs, Sort.FUNC, canon.funcidx());
    if (type == null) {
      return;
    }
    options(canon.opts());
    if (canon.opts().postReturn().isPresent()) {
      faults.invalid(ValidationCode.OPTION_FORBIDDEN, "`post-return` for lowerings");
    }
    boolean resultHasPointer = hasPointer(result(type));
    boolean inMemory =
        resultHasPointer
            || hasPointer(params(type))
            || CoreSignature.spillsParams(type)
            || CoreSignature.spillsResults(type);
    require("memory", canon.opts().memory(), inMemory);
    require("realloc", canon.opts().realloc(), resultHasPointer);
    scope.coreFuncs.add(CoreSignature.lower(type, canon.opts()));
  }

  /// The rules that do not depend on a function's type.
  private void options(CanonOpts opts) {
    if (opts.memory().isPresent()) {
      MemType memory = scope.at(scope.coreMemories, Sort.CORE_MEMORY, opts.memory().getAsInt());
      if (memory != null && memory.is64()) {
        faults.invalid(
            ValidationCode.GATED, Feature.COMPONENT_MEMORY64.word() + ": canonical option memory");
      }
    }
    if (opts.realloc().isEmpty()) {
      return;
    }
    if (!scope.coreFunc(opts.realloc().getAsInt()).equals(REALLOC)) {
      faults.invalid(ValidationCode.OPTION_SIGNATURE, "canonical option `realloc`");
    }
    if (opts.memory().isEmpty()) {
      faults.invalid(
          ValidationCode.OPTION_REQUIRED,
          "option `realloc` requires `memory` to also be specified");
    }
  }

  private void require(String option, OptionalInt given, boolean required) {
    if (required && given.isEmpty()) {
      faults.invalid(ValidationCode.OPTION_REQUIRED, "`" + option + "`");
    }
  }

  private static List<dev.wrt.decoder.component.ValType> params(ComponentFuncType type) {
    return type.params().stream().map(ComponentFuncType.Param::type).toList();
  }

  private static List<dev.wrt.decoder.component.ValType> result(ComponentFuncType type) {
    return type.result().stream().toList();
  }

  private static boolean hasPointer(List<dev.wrt.decoder.component.ValType> types) {
    return types.stream().anyMatch(t -> t.info().hasPointer());
  }
}
