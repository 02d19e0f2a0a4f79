package dev.wrt.component;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.Layout;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.component.Canon;
import dev.wrt.decoder.component.CanonBuiltin;
import dev.wrt.decoder.component.CanonOpts;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.CoreSignature;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.MemInst;
import dev.wrt.engine.TableInst;
import java.util.List;
import java.util.Optional;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The definitions of a component that make core functions, and component functions of core ones:
/// `canon`.
final class CanonLinking {
  private static final dev.wrt.decoder.core.ValType I32 = dev.wrt.decoder.core.ValType.I32;
  private static final dev.wrt.decoder.core.ValType I64 = dev.wrt.decoder.core.ValType.I64;

  private final ComponentInstance instance;
  private final Tree tree;
  private final Scope scope;

  CanonLinking(ComponentInstance instance, Scope scope) {
    this.instance = instance;
    this.tree = instance.tree;
    this.scope = scope;
  }

  /// `canon`: appends to functions or core functions.
  Result<Unit> define(Canon canon) {
    return switch (canon) {
      case Canon.Lift c -> lift(c);
      case Canon.Lower c -> lower(c);
      case Canon.ResourceNew c ->
          coreFunc(
              CoreSignature.resourceNew(I32),
              new CoreCallee.ResourceNew(instance, resource(c.typeidx())));
      case Canon.ResourceRep c ->
          coreFunc(
              CoreSignature.resourceRep(I32),
              new CoreCallee.ResourceRep(instance, resource(c.typeidx())));
      case Canon.ResourceDrop c ->
          coreFunc(
              CoreSignature.resourceDrop(),
              new CoreCallee.ResourceDrop(instance, resource(c.typeidx())));
      case Canon.TaskReturn c -> taskReturn(c);
      case Canon.Builtin c -> builtin(c.builtin(), c.immediates());
    };
  }

  private ResourceType resource(int typeidx) {
    if (scope.types.type(typeidx) instanceof ResourceType type) {
      return type.identity();
    }
    throw new Invariant.Violation("a resource built-in has a resource type");
  }

  private Result<Unit> lift(Canon.Lift canon) {
    if (!(scope.types.type(canon.typeidx()) instanceof ComponentFuncType type)) {
      throw new Invariant.Violation("canon lift has a function type");
    }
    return switch (tree.layouts.of(type)) {
      case Result.Ok<FuncLayout> ok -> {
        FuncInst core = scope.coreFunc(canon.coreFuncidx());
        ComponentFunc lifted =
            new ComponentFunc.Lifted(instance, core, options(canon.opts()), ok.value());
        scope.funcs.add(new Scope.NamedFunc(lifted, "", ""));
        yield Result.ok(Unit.UNIT);
      }
      case Result.Err<FuncLayout> err -> Result.err(err.fault());
    };
  }

  private Result<Unit> lower(Canon.Lower canon) {
    Scope.NamedFunc named = scope.funcs.get(canon.funcidx());
    ComponentFunc callee = named.func();
    CanonicalOptions options = options(canon.opts());
    CoreCallee lowered = new CoreCallee.Lowered(instance, callee, options, hooks(named));
    return coreFunc(callee.layout().lowerType(options.async(), options.address64()), lowered);
  }

  /// The interceptors of a lowered import: the caller's, and then those of the component that it
  /// calls.
  private Hooks hooks(Scope.NamedFunc named) {
    Hooks hooks = Hooks.of(instance.chain, site(named, instance, Direction.IMPORT));
    return named.func() instanceof ComponentFunc.Lifted lifted
        ? hooks.and(lifted.instance().chain, site(named, lifted.instance(), Direction.EXPORT))
        : hooks;
  }

  private CallSite site(Scope.NamedFunc named, ComponentInstance seenFrom, Direction direction) {
    return new CallSite(
        seenFrom.name(),
        named.interfaceName(),
        named.function(),
        named.func().type(),
        direction,
        1,
        tree);
  }

  private Result<Unit> taskReturn(Canon.TaskReturn canon) {
    Optional<ValType> result = Optional.empty();
    if (canon.result().isPresent()) {
      switch (scope.types.resolve(canon.result().get())) {
        case Result.Ok<ValType> ok -> result = Optional.of(ok.value());
        case Result.Err<ValType> err -> {
          return Result.err(err.fault());
        }
      }
    }
    CanonicalOptions options = options(canon.opts());
    return switch (tree.layouts.of(new ComponentFuncType(List.of(), result))) {
      case Result.Ok<FuncLayout> ok ->
          coreFunc(
              ok.value().taskReturnType(options.address64()),
              new CoreCallee.TaskReturn(instance, ok.value(), options));
      case Result.Err<FuncLayout> err -> Result.err(err.fault());
    };
  }

  // [impl->req~canonical-opcodes~1]
  private Result<Unit> builtin(CanonBuiltin builtin, Canon.Immediates immediates) {
    if (builtin.feature().equals(Optional.of(Feature.SHARED_EVERYTHING_THREADS))) {
      String what = Feature.SHARED_EVERYTHING_THREADS.word() + ": canon " + builtin.mnemonic();
      return Result.err(new LinkFault(ComponentCode.UNSUPPORTED, instance.name(), what, ""));
    }
    if (immediates instanceof Canon.NewThread i) {
      return newThread(i);
    }
    if (immediates instanceof Canon.OfType i) {
      return copy(builtin, i);
    }
    CanonicalOptions options = options(immediates.opts());
    MemInst memory =
        immediates instanceof Canon.Waiting i ? scope.coreMemory(i.memoryidx()) : options.memory();
    boolean address64 = memory != null && memory.is64();
    int slot = immediates instanceof Canon.Context i ? i.slot() : 0;
    CoreCallee callee =
        immediates instanceof Canon.Options || builtin == CanonBuiltin.ERROR_CONTEXT_DROP
            ? new CoreCallee.ErrorContext(instance, builtin, options)
            : new CoreCallee.Builtin(instance, builtin, immediates.flag(), memory, slot);
    return coreFunc(CoreSignature.builtin(builtin, immediates, address64), callee);
  }

  private Result<Unit> newThread(Canon.NewThread canon) {
    FuncType type =
        Invariant.present(
            scope.types.coreFuncType(canon.coreTypeidx()), "a thread's function has a type");
    TableInst table = (TableInst) scope.coreTables.get(canon.tableidx().orElseThrow());
    return coreFunc(
        CoreSignature.newThread(table.is64() ? I64 : I32, type.params().getFirst()),
        new CoreCallee.NewThread(instance, type, table));
  }

  private Result<Unit> copy(CanonBuiltin builtin, Canon.OfType canon) {
    if (!(scope.types.type(canon.typeidx()) instanceof ValType type)) {
      throw new Invariant.Violation("a stream or future is a value");
    }
    Layout element = null;
    Optional<ValType> carried = carried(type);
    if (carried.isPresent()) {
      switch (tree.layouts.of(carried.get())) {
        case Result.Ok<Layout> ok -> element = ok.value();
        case Result.Err<Layout> err -> {
          return Result.err(err.fault());
        }
      }
    }
    @Nullable Layout layout = element;
    CanonicalOptions options = options(canon.opts());
    CoreCallee callee = new CoreCallee.Copy(instance, builtin, type, layout, options, canon.flag());
    return coreFunc(CoreSignature.builtin(builtin, canon, options.address64()), callee);
  }

  private static Optional<ValType> carried(ValType type) {
    return switch (type) {
      case ValType.StreamType stream -> stream.element();
      case ValType.FutureType future -> future.element();
      default -> throw new Invariant.Violation("a stream or a future");
    };
  }

  private CanonicalOptions options(CanonOpts opts) {
    return new CanonicalOptions(
        opts.memory().isPresent() ? scope.coreMemory(opts.memory().getAsInt()) : null,
        opts.realloc().isPresent() ? scope.coreFunc(opts.realloc().getAsInt()) : null,
        opts.postReturn().isPresent() ? scope.coreFunc(opts.postReturn().getAsInt()) : null,
        opts.stringEncoding(),
        opts.async(),
        opts.callback().isPresent() ? scope.coreFunc(opts.callback().getAsInt()) : null,
        instance.valueLimits());
  }

  private Result<Unit> coreFunc(FuncType type, CoreCallee tag) {
    return switch (tree.store.hostFunc(type, tag)) {
      case Result.Ok<FuncInst> ok -> {
        scope.coreFuncs.add(ok.value());
        yield Result.ok(Unit.UNIT);
      }
      case Result.Err<FuncInst> err -> Result.err(err.fault());
    };
  }
}
