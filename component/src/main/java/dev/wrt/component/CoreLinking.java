package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.decoder.component.Canon;
import dev.wrt.decoder.component.CanonOpts;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.CoreInstanceExpr;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.ValType;
import dev.wrt.engine.ExternVal;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.ModuleInst;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The definitions of a component that make core instances and core functions, and component
/// functions of core ones: `core instance`, `canon`.
final class CoreLinking {
  private static final FuncType I32_TO_I32 =
      new FuncType(List.of(ValType.I32), List.of(ValType.I32));
  private static final FuncType I32_TO_NOTHING = new FuncType(List.of(ValType.I32), List.of());

  private final ComponentInstance instance;
  private final Tree tree;
  private final Scope scope;
  private @Nullable FuncInst start;

  CoreLinking(ComponentInstance instance, Scope scope) {
    this.instance = instance;
    this.tree = instance.tree;
    this.scope = scope;
  }

  /// A module instance as a core instance of the component.
  ///
  /// @param module the module instance
  private record ModuleExports(ModuleInst module) implements Scope.CoreExports {
    @Override
    public ExternVal export(String name) {
      return Invariant.present(module.export(name), "a validated core export exists");
    }
  }

  /// `core instance`: appends to core instances.
  Result<Unit> instance(CoreInstanceExpr expr) {
    return switch (expr) {
      case CoreInstanceExpr.Instantiate i -> instantiate(i);
      case CoreInstanceExpr.InlineExports inline -> {
        Map<String, ExternVal> exports = new HashMap<>();
        for (CoreInstanceExpr.InlineExport e : inline.exports()) {
          exports.put(e.name(), scope.core(e.sortidx()));
        }
        scope.coreInstances.add(new Scope.InlineCoreExports(exports));
        yield Result.ok(Unit.UNIT);
      }
    };
  }

  private Result<Unit> instantiate(CoreInstanceExpr.Instantiate expr) {
    Module module = scope.coreModules.get(expr.moduleidx()).module();
    Map<String, Scope.CoreExports> args = new HashMap<>();
    for (CoreInstanceExpr.Arg a : expr.args()) {
      args.put(a.name(), scope.coreInstances.get(a.coreInstanceidx()));
    }
    List<ExternVal> imports = new ArrayList<>(module.imports().size());
    for (Import i : module.imports()) {
      Scope.CoreExports from = args.get(i.module());
      imports.add(Invariant.present(from, "a validated core import is given").export(i.name()));
    }
    return switch (tree.store.instantiate(module, imports)) {
      case Result.Ok<ModuleInst> ok -> {
        scope.coreInstances.add(new ModuleExports(ok.value()));
        start = ok.value().start();
        yield Result.ok(Unit.UNIT);
      }
      case Result.Err<ModuleInst> err -> Result.err(err.fault());
    };
  }

  /// Runs the start function of the module that was instantiated last, if it has one.
  Activation.Next runStart(Driver driver) {
    FuncInst pending = start;
    start = null;
    if (pending == null) {
      return Activation.Next.AGAIN;
    }
    String subject = "core instance " + (scope.coreInstances.size() - 1);
    Fault denied = driver.event(instance, Point.START, subject, 0);
    if (denied != null) {
      return driver.fail(denied);
    }
    ImplicitCaller call = new ImplicitCaller(null, 1, Task.NO_VALUES);
    return driver.push(Entry.ofStart(tree.implicitTask(instance, pending, call)));
  }

  /// `canon`: appends to functions or core functions.
  Result<Unit> canon(Canon canon) {
    return switch (canon) {
      case Canon.Lift c -> lift(c);
      case Canon.Lower c -> lower(c);
      case Canon.ResourceNew c ->
          coreFunc(I32_TO_I32, new CoreCallee.ResourceNew(instance, resource(c.typeidx())));
      case Canon.ResourceRep c ->
          coreFunc(I32_TO_I32, new CoreCallee.ResourceRep(instance, resource(c.typeidx())));
      case Canon.ResourceDrop c ->
          coreFunc(I32_TO_NOTHING, new CoreCallee.ResourceDrop(instance, resource(c.typeidx())));
      case Canon.TaskReturn c -> unsupported("task.return");
      case Canon.Builtin c -> unsupported(c.builtin().toString());
    };
  }

  private Result<Unit> unsupported(String what) {
    return Result.err(
        new LinkFault(ComponentCode.UNSUPPORTED, instance.name(), "canon " + what, ""));
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
    if (type.async() || canon.opts().async()) {
      return unsupported("lift async");
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
    if (canon.opts().async()) {
      return unsupported("lower async");
    }
    Scope.NamedFunc named = scope.funcs.get(canon.funcidx());
    ComponentFunc callee = named.func();
    CoreCallee lowered =
        new CoreCallee.Lowered(instance, callee, options(canon.opts()), hooks(named));
    return coreFunc(callee.layout().lowerType(false), lowered);
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

  private CanonicalOptions options(CanonOpts opts) {
    return new CanonicalOptions(
        opts.memory().isPresent() ? scope.coreMemory(opts.memory().getAsInt()) : null,
        opts.realloc().isPresent() ? scope.coreFunc(opts.realloc().getAsInt()) : null,
        opts.postReturn().isPresent() ? scope.coreFunc(opts.postReturn().getAsInt()) : null,
        opts.stringEncoding(),
        opts.async(),
        opts.callback().isPresent() ? scope.coreFunc(opts.callback().getAsInt()) : null);
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
