package dev.wrt.decoder.component;

import dev.wrt.decoder.component.Mismatch.Context;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Import;
import dev.wrt.decoder.core.Module;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The validation rules of a component's definitions: each is checked against the index spaces and
/// appends to one of them.
final class DefinitionRules {
  private final ComponentScope scope;
  private final FirstFault faults;

  DefinitionRules(ComponentScope scope) {
    this.scope = scope;
    this.faults = scope.faults;
  }

  /// Checks a definition and appends it to its index space.
  void define(Definition definition) {
    faults.charge(1);
    switch (definition) {
      case Definition.CoreModule d -> module(d.module());
      case Definition.CoreInstance d -> new InstanceRules(scope).coreInstance(d.expr());
      case Definition.CoreType d -> scope.types.addCoreType(d.type());
      case Definition.Nested d -> scope.append(d.component().type());
      case Definition.Instance d -> new InstanceRules(scope).instance(d.expr());
      case Definition.AliasDef d -> alias(d.alias());
      case Definition.Type d -> type(d.type());
      case Definition.CanonDef d -> new CanonRules(scope).canon(d.canon());
      case Definition.Start d -> start(d);
      case Definition.Value d -> scope.types.values.add(scope.types.valtype(d.type()));
      case Definition.Import d -> importDef(d);
      case Definition.Export d -> export(d);
    }
  }

  /// A module's type; two imports of the same name would be one import of a component.
  private void module(Module module) {
    faults.charge(module.imports().size());
    Set<List<String>> names = new HashSet<>();
    for (Import i : module.imports()) {
      if (!names.add(List.of(i.module(), i.name()))) {
        faults.invalid(
            ValidationCode.DUPLICATE_CORE_NAME,
            "duplicate import name `" + i.module() + ":" + i.name() + "`");
      }
    }
    scope.append(scope.types.core().moduleType(module, faults));
  }

  private void type(DefType def) {
    if (!(def instanceof DefType.ResourceDef resource)) {
      scope.types.addType(scope.types.type(def));
      return;
    }
    FuncType dtor = new FuncType(List.of(resource.rep()), List.of());
    if (resource.dtor().isPresent() && !scope.coreFunc(resource.dtor().getAsInt()).equals(dtor)) {
      faults.invalid(ValidationCode.BAD_DTOR, "expected " + dtor);
    }
    ResourceType defined = new OpaqueResource("");
    scope.localResources.put(defined, resource.rep());
    scope.externs.definedResources.add(defined);
    scope.types.addType(defined);
  }

  // Aliases

  private void alias(Alias alias) {
    switch (alias) {
      case Alias.Export a -> exportAlias(a);
      case Alias.CoreExport a -> coreExportAlias(a);
      case Alias.Outer a -> outerAlias(a);
    }
  }

  private void exportAlias(Alias.Export alias) {
    InstanceType instance = scope.at(scope.instances, Sort.INSTANCE, alias.instanceidx());
    if (instance == null) {
      return;
    }
    ExternType found = instance.exports().get(alias.name());
    String where = "instance " + alias.instanceidx();
    if (found == null) {
      faults.invalid(ValidationCode.NO_EXPORT, where + ", `" + alias.name() + "`");
    } else if (found.sort() != alias.sort()) {
      wrongSort(alias, alias.name(), where);
    } else {
      scope.append(found);
    }
  }

  private void coreExportAlias(Alias.CoreExport alias) {
    var instance = scope.at(scope.coreInstances, Sort.CORE_INSTANCE, alias.coreInstanceidx());
    if (instance == null) {
      return;
    }
    CoreExternType found = instance.get(alias.name());
    String where = "core instance " + alias.coreInstanceidx();
    if (found == null) {
      faults.invalid(ValidationCode.NO_EXPORT, where + ", `" + alias.name() + "`");
    } else if (found.sort() != alias.sort()) {
      wrongSort(alias, alias.name(), where);
    } else {
      scope.append(found);
    }
  }

  private void wrongSort(Alias alias, String name, String where) {
    faults.invalid(
        ValidationCode.WRONG_SORT,
        "export `" + name + "` for " + where + " is not a " + alias.sort().word());
  }

  private void outerAlias(Alias.Outer alias) {
    if (alias.sort() == Sort.TYPE || alias.sort() == Sort.CORE_TYPE) {
      scope.types.addOuterAlias(alias);
      return;
    }
    ComponentScope target = scope;
    for (int i = 0; i != alias.ct(); i++) {
      @Nullable ComponentScope next = target.outer;
      if (next == null) {
        faults.invalid(ValidationCode.OUTER_COUNT, "of " + Integer.toUnsignedString(alias.ct()));
        return;
      }
      target = next;
    }
    List<? extends ExternType> space =
        alias.sort() == Sort.COMPONENT ? target.components : target.coreModules;
    ExternType found = scope.at(space, alias.sort(), alias.idx());
    if (found != null) {
      scope.append(found);
    }
  }

  // Start functions

  /// The arguments are what the function takes, and its result is a new value.
  // [impl->req~component-values~1]
  private void start(Definition.Start def) {
    ComponentFuncType type = scope.at(scope.funcs, Sort.FUNC, def.funcidx());
    if (type == null) {
      return;
    }
    List<ComponentFuncType.Param> params = type.params();
    long results = type.result().stream().count();
    if (def.args().size() != params.size() || def.results() != results) {
      faults.invalid(
          ValidationCode.START_ARITY,
          "function takes " + params.size() + " and returns " + results);
      return;
    }
    TypeMatching matching = new TypeMatching(faults, scope.types.core());
    for (int i = 0; i < params.size(); i++) {
      ExternType given = scope.extern(new SortIdx(Sort.VALUE, def.args().get(i)));
      if (given != null) {
        ExternType wanted = new ExternType.OfValue(params.get(i).type());
        matching.subtype(given, wanted, Context.of("start argument", params.get(i).name()));
      }
    }
    type.result().ifPresent(scope.types.values::add);
  }

  // Imports and exports

  private void importDef(Definition.Import def) {
    String name = def.name().name();
    ExternType type = scope.types.introduce(name, def.type(), scope.externs.importedResources);
    scope.externs.addImport(def.name(), type);
    scope.append(type);
  }

  /// The new index has the ascribed type, if there is one, and a type gets a new name.
  private void export(Definition.Export def) {
    ExternType inferred = scope.extern(def.sortidx());
    if (inferred == null) {
      return;
    }
    ExternType type = inferred;
    if (def.type().isPresent()) {
      type = ascribed(def, inferred, def.type().get());
    } else if (inferred instanceof ExternType.OfType t) {
      ExternType.OfType renamed =
          new ExternType.OfType(TypeParts.alias(def.name().name(), t.type()));
      faults.primitiveNames().introduce(renamed, faults.primitiveNames().of(t));
      type = renamed;
    }
    scope.externs.addExport(def.name(), type);
    if (type instanceof ExternType.OfValue value) {
      scope.types.values.addConsumed(value.type());
    } else {
      scope.append(type);
    }
  }

  private ExternType ascribed(Definition.Export def, ExternType inferred, ExternDesc desc) {
    String name = def.name().name();
    ExternType expected = scope.types.externType(desc);
    TypeMatching matching = new TypeMatching(faults, scope.types.core());
    if (desc instanceof ExternDesc.SubResource
        && expected instanceof ExternType.OfType t
        && t.type() instanceof ResourceType variable) {
      matching.bind(List.of(variable));
    }
    Context context =
        Context.of("ascribed type of export that is not compatible with its item", name);
    matching.subtype(inferred, expected, context);
    return scope.types.introduce(name, desc, scope.externs.definedResources);
  }
}
