package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.component.CoreInstanceExpr;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import dev.wrt.engine.ExternVal;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.ModuleInst;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The definitions of a component that make core instances: `core instance`.
final class CoreLinking {
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
    return switch (tree.store.instantiate(module, imports, tree.verification(instance))) {
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
    ImplicitCaller call = new ImplicitCaller(null, 1, tree.meter(), Task.NO_VALUES);
    return driver.push(Entry.ofStart(tree.implicitTask(instance, pending, call)));
  }
}
