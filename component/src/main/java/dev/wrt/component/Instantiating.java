package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.component.Alias;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.DefType;
import dev.wrt.decoder.component.Definition;
import dev.wrt.decoder.component.InstanceExpr;
import dev.wrt.decoder.component.Type;
import dev.wrt.decoder.component.TypeScope;
import dev.wrt.decoder.core.ValType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The instantiation of one component: its definitions are carried out in their order, each into
/// the index space of its sort.
///
/// Two of them need the driver: a core module's start function runs as core code of this
/// activation, and a nested component's instantiation is an activation of its own on top of this
/// one, which appends its instance here when it is done. Until the last definition is carried out
/// the instance can't be entered.
final class Instantiating extends Activation {
  /// Bytes reserved for what one definition leaves behind: an entry of an index space, a map entry
  /// of an export, a small object.
  private static final int DEFINITION_BYTES = 160;

  private final Component component;
  private final ComponentInstance instance;
  private final ComponentInstance.Setting setting;
  private final Scope scope;
  private final ImportSource imports;
  private final @Nullable Instantiating parent;
  private final CoreLinking core;
  private final CanonLinking canons;
  private final Map<String, Item> exports = new LinkedHashMap<>();
  private int next;
  private int nested;

  private Instantiating(
      Start start, ComponentInstance instance, Scope scope, @Nullable Instantiating parent) {
    this.component = start.component();
    this.setting = start.setting();
    this.imports = start.imports();
    this.instance = instance;
    this.scope = scope;
    this.parent = parent;
    this.core = new CoreLinking(instance, scope);
    this.canons = new CanonLinking(instance, scope);
  }

  /// What an instantiation starts from.
  ///
  /// @param component the component
  /// @param outer the scope that its outer aliases look into; null at the root
  /// @param setting what the instance is made with
  /// @param imports what satisfies its imports
  record Start(
      Component component,
      @Nullable Scope outer,
      ComponentInstance.Setting setting,
      ImportSource imports) {}

  /// Prepares an instantiation.
  ///
  /// @param parent the instantiation that this one is a part of; null at the root
  static Result<Instantiating> create(Tree tree, Start start, @Nullable Instantiating parent) {
    ComponentInstance above = parent == null ? null : parent.instance;
    ComponentInstance instance = new ComponentInstance(tree, above, start.setting());
    Fault refusal = tree.register(instance);
    if (refusal != null) {
      instance.releaseStorage();
      return Result.err(refusal);
    }
    long bytes = (long) start.component().definitions().size() * DEFINITION_BYTES;
    Scope outer = start.outer();
    TypeScope types =
        instance.holdings.take(
            TypeScope.create(
                outer == null ? null : outer.types, Limits.standard(), instance.account()),
            TypeScope::close);
    instance.holdings.take(
        instance.account().reserve(bytes), done -> instance.account().release(bytes));
    Fault first = instance.holdings.fault();
    if (types == null || first != null) {
      return Result.err(Invariant.present(first, "a missing scope has a reason"));
    }
    return Result.ok(new Instantiating(start, instance, new Scope(outer, types), parent));
  }

  /// The instance under way.
  ComponentInstance instance() {
    return instance;
  }

  @Override
  Next step(Driver driver) {
    if (next == 0) {
      Fault denied = driver.event(instance, Point.INSTANTIATION, instance.name(), 0);
      if (denied != null) {
        return driver.fail(denied);
      }
    }
    if (next == component.definitions().size()) {
      return complete();
    }
    Definition definition = component.definitions().get(next++);
    if (definition instanceof Definition.Instance d
        && d.expr() instanceof InstanceExpr.Instantiate nestedOne) {
      return instantiate(driver, nestedOne);
    }
    return switch (carryOut(definition)) {
      case Result.Ok<Unit> ok -> core.runStart(driver);
      case Result.Err<Unit> err -> driver.fail(err.fault());
    };
  }

  private Next complete() {
    instance.complete(exports);
    if (parent != null) {
      parent.scope.instances.add(new Scope.NamedInstance(new Item.InstanceItem(exports), ""));
    }
    return Next.DONE;
  }

  // [impl->req~component-instantiate-order~1]
  private Result<Unit> carryOut(Definition definition) {
    return switch (definition) {
      case Definition.CoreModule d -> done(scope.coreModules.add(new Item.ModuleItem(d.module())));
      case Definition.CoreInstance d -> core.instance(d.expr());
      case Definition.CoreType d -> scope.types.addCore(d.type());
      case Definition.Nested d ->
          done(scope.components.add(new Item.ComponentItem(d.component(), scope)));
      case Definition.Instance d -> inlineInstance(d.expr());
      case Definition.AliasDef d -> alias(d.alias());
      case Definition.Type d -> type(d.type());
      case Definition.CanonDef d -> canons.define(d.canon());
      case Definition.Start d -> Result.err(unsupported("start", Feature.VALUES));
      case Definition.Value d -> Result.err(unsupported("value", Feature.VALUES));
      case Definition.Import d -> importItem(d);
      case Definition.Export d -> export(d);
    };
  }

  private static Result<Unit> done(boolean added) {
    Invariant.check(added, "an index space takes every definition");
    return Result.ok(Unit.UNIT);
  }

  private Next instantiate(Driver driver, InstanceExpr.Instantiate expr) {
    Item.ComponentItem closure = scope.components.get(expr.componentidx());
    Map<String, Item> args = new LinkedHashMap<>();
    for (InstanceExpr.Arg a : expr.args()) {
      args.put(a.name(), scope.item(a.sortidx()));
    }
    Start start =
        new Start(
            closure.component(),
            closure.scope(),
            setting.nested(nested++),
            (wanted, inner) -> argument(args, wanted));
    return switch (create(instance.tree, start, this)) {
      case Result.Ok<Instantiating> ok -> driver.push(ok.value());
      case Result.Err<Instantiating> err -> driver.fail(err.fault());
    };
  }

  private static Result<Item> argument(Map<String, Item> args, Definition.Import wanted) {
    Item item = args.get(wanted.name().name());
    if (item == null) {
      return Result.err(
          new LinkFault(
              ComponentCode.IMPORT_MISSING,
              wanted.name().name(),
              wanted.type().sort().word(),
              String.join(", ", args.keySet())));
    }
    return Result.ok(item);
  }

  private Result<Unit> inlineInstance(InstanceExpr expr) {
    if (!(expr instanceof InstanceExpr.InlineExports inline)) {
      throw new Invariant.Violation("nested instantiation is an activation of its own");
    }
    Map<String, Item> items = new LinkedHashMap<>();
    for (InstanceExpr.InlineExport e : inline.exports()) {
      items.put(e.name().name(), scope.item(e.sortidx()));
    }
    return done(scope.instances.add(new Scope.NamedInstance(new Item.InstanceItem(items), "")));
  }

  private Result<Unit> alias(Alias alias) {
    return switch (alias) {
      case Alias.Export a -> {
        Scope.NamedInstance from = scope.instances.get(a.instanceidx());
        Item item = from.instance().exports().get(a.name());
        yield add(Invariant.present(item, "an aliased export exists"), from.name(), a.name());
      }
      case Alias.CoreExport a ->
          done(
              scope
                  .coreSpace(a.sort())
                  .add(scope.coreInstances.get(a.coreInstanceidx()).export(a.name())));
      case Alias.Outer a -> outer(a);
    };
  }

  private Result<Unit> outer(Alias.Outer alias) {
    Scope from = scope.outer(alias);
    return switch (alias.sort()) {
      case CORE_MODULE -> done(scope.coreModules.add(from.coreModules.get(alias.idx())));
      case COMPONENT -> done(scope.components.add(from.components.get(alias.idx())));
      default -> scope.types.addOuter(alias);
    };
  }

  private Result<Unit> type(DefType def) {
    if (def instanceof DefType.ResourceDef resource) {
      if (resource.rep() != ValType.I32) {
        return Result.err(
            unsupported("resource with an i64 representation", Feature.COMPONENT_MEMORY64));
      }
      // [impl->req~component-resource-generative~1]
      GuestResource made =
          new GuestResource(
              instance,
              resource.dtor().isPresent() ? scope.coreFunc(resource.dtor().getAsInt()) : null);
      return scope.types.add(made);
    }
    return switch (scope.types.resolve(def)) {
      case Result.Ok<Type> ok -> scope.types.add(ok.value());
      case Result.Err<Type> err -> Result.err(err.fault());
    };
  }

  /// What a feature lets through that this version does not run.
  // [impl->req~component-memory64~1]
  private Fault unsupported(String what, Feature feature) {
    String subject = what + " (" + feature.word() + ")";
    return new LinkFault(ComponentCode.UNSUPPORTED, instance.name(), subject, "");
  }

  private Result<Unit> importItem(Definition.Import wanted) {
    return switch (imports.item(wanted, scope)) {
      case Result.Ok<Item> ok -> add(ok.value(), "", wanted.name().name());
      case Result.Err<Item> err -> Result.err(err.fault());
    };
  }

  private Result<Unit> export(Definition.Export exported) {
    Item item = scope.item(exported.sortidx());
    String name = exported.name().name();
    exports.put(name, item);
    if (item instanceof Item.TypeItem t && t.type() instanceof GuestResource resource) {
      resource.named(name);
    }
    return add(item, "", "");
  }

  /// Appends a component-level definition to the index space of its sort.
  ///
  /// @param interfaceName name of the imported instance that it comes from, or empty
  /// @param name its name there, or its own name as an import
  private Result<Unit> add(Item item, String interfaceName, String name) {
    return switch (item) {
      case ComponentFunc f -> done(scope.funcs.add(new Scope.NamedFunc(f, interfaceName, name)));
      case Item.InstanceItem i -> done(scope.instances.add(new Scope.NamedInstance(i, name)));
      case Item.ComponentItem c -> done(scope.components.add(c));
      case Item.ModuleItem m -> done(scope.coreModules.add(m));
      case Item.TypeItem t -> scope.types.add(t.type());
    };
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
