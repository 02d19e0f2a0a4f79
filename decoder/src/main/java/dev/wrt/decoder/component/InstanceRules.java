package dev.wrt.decoder.component;

import dev.wrt.decoder.component.CoreModuleType.CoreImport;
import dev.wrt.decoder.component.Mismatch.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The validation rules of `core:instance` and `instance` (Binary.md, "Instance Definitions").
final class InstanceRules {
  private final ComponentScope scope;
  private final FirstFault faults;

  InstanceRules(ComponentScope scope) {
    this.scope = scope;
    this.faults = scope.faults;
  }

  // Core instances

  void coreInstance(CoreInstanceExpr expr) {
    switch (expr) {
      case CoreInstanceExpr.Instantiate e -> coreInstantiate(e);
      case CoreInstanceExpr.InlineExports e -> coreInlineExports(e);
    }
  }

  private void coreInstantiate(CoreInstanceExpr.Instantiate expr) {
    CoreModuleType module = scope.at(scope.coreModules, Sort.CORE_MODULE, expr.moduleidx());
    if (module == null) {
      return;
    }
    Map<String, Map<String, CoreExternType>> args = new HashMap<>();
    for (CoreInstanceExpr.Arg arg : expr.args()) {
      var instance = scope.at(scope.coreInstances, Sort.CORE_INSTANCE, arg.coreInstanceidx());
      faults.charge(1);
      if (instance != null && args.put(arg.name(), instance) != null) {
        faults.invalid(ValidationCode.DUPLICATE_CORE_ARGUMENT, "`" + arg.name() + "`");
      }
    }
    for (CoreImport wanted : module.imports()) {
      satisfy(wanted, args.get(wanted.module()));
    }
    scope.coreInstances.add(module.exports());
  }

  private void satisfy(CoreImport wanted, @Nullable Map<String, CoreExternType> exports) {
    if (exports == null) {
      faults.invalid(ValidationCode.MISSING_CORE_ARGUMENT, "`" + wanted.module() + "`");
      return;
    }
    CoreExternType found = exports.get(wanted.name());
    if (found == null) {
      faults.invalid(
          ValidationCode.MISSING_CORE_EXPORT,
          "`" + wanted.name() + "` of `" + wanted.module() + "`");
      return;
    }
    Context context = Context.of("import", wanted.module() + "::" + wanted.name());
    new CoreMatching(scope.types.core(), new Mismatch(faults))
        .extern(found, wanted.type(), context);
  }

  private void coreInlineExports(CoreInstanceExpr.InlineExports expr) {
    Map<String, CoreExternType> exports = new LinkedHashMap<>();
    for (CoreInstanceExpr.InlineExport export : expr.exports()) {
      CoreExternType type = scope.core(export.sortidx());
      faults.charge(1);
      if (type != null && exports.put(export.name(), type) != null) {
        faults.invalid(ValidationCode.DUPLICATE_CORE_NAME, "export name `" + export.name() + "`");
      }
    }
    scope.coreInstances.add(exports);
  }

  // Component instances

  void instance(InstanceExpr expr) {
    switch (expr) {
      case InstanceExpr.Instantiate e -> instantiate(e);
      case InstanceExpr.InlineExports e -> inlineExports(e);
    }
  }

  /// Each import in order is checked against its argument; what an argument gives for an imported
  /// type stands for it from then on. The instance's own resource types are new.
  private void instantiate(InstanceExpr.Instantiate expr) {
    ComponentType component = scope.at(scope.components, Sort.COMPONENT, expr.componentidx());
    if (component == null) {
      return;
    }
    Map<String, ExternType> args = arguments(expr.args());
    TypeMatching matching = new TypeMatching(faults, scope.types.core());
    matching.bind(component.importedResources());
    component
        .imports()
        .forEach((name, wanted) -> {
          ExternType given = args.get(name);
          if (given == null) {
            faults.invalid(ValidationCode.MISSING_ARGUMENT, "`" + name + "`");
          } else {
            matching.subtype(given, wanted, Context.of("instantiation argument", name));
          }
        });
    if (faults.ok()) {
      scope.append(instanceOf(component, matching));
    }
  }

  private InstanceType instanceOf(ComponentType component, TypeMatching matching) {
    Substitution substitution = new Substitution(faults);
    matching.fixed().forEach(substitution::put);
    matching.sameTypes().forEach(substitution::putType);
    for (ResourceType defined : component.definedResources()) {
      ResourceType own = new OpaqueResource(defined.name());
      scope.externs.definedResources.add(own);
      substitution.put(defined, own);
    }
    faults.charge(component.definedResources().size());
    return new InstanceType(
        substitution.apply(component.exports()), List.of(), component.attributes().exports());
  }

  private Map<String, ExternType> arguments(List<InstanceExpr.Arg> args) {
    Map<String, ExternType> given = new HashMap<>();
    for (InstanceExpr.Arg arg : args) {
      ExternType type = scope.extern(arg.sortidx());
      faults.charge(1);
      if (type != null && given.put(arg.name(), type) != null) {
        faults.invalid(
            ValidationCode.DUPLICATE_ARGUMENT,
            "`" + arg.name() + "`, previous argument `" + arg.name() + "`");
      }
    }
    return given;
  }

  private void inlineExports(InstanceExpr.InlineExports expr) {
    ExternNames names = new ExternNames(faults, "export");
    SequencedMap<String, ExternType> exports = new LinkedHashMap<>();
    Map<String, NameAttributes> attributes = new LinkedHashMap<>();
    for (InstanceExpr.InlineExport export : expr.exports()) {
      ExternType type = scope.extern(export.sortidx());
      faults.charge(1);
      if (type != null) {
        names.check(export.name(), type);
        exports.put(export.name().name(), type);
        export.name().addTo(attributes);
      }
    }
    scope.append(new InstanceType(exports, List.of(), attributes));
  }
}
