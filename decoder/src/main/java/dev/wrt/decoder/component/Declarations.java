package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;

/// Resolves `componenttype` and `instancetype`: their declarators in order, in a scope of their
/// own. They nest; the open ones stand on an explicit stack, whose depth decoding has bounded.
final class Declarations {
  private final TypeScope scope;
  private final FirstFault faults;

  Declarations(TypeScope scope) {
    this.scope = scope;
    this.faults = scope.faults();
  }

  /// A component or instance type that is being resolved.
  private static final class Open {
    final TypeScope types;
    final Externs externs;
    final Iterator<Declarator> rest;
    final List<InstanceType> instances = new ArrayList<>();

    Open(TypeScope.Kind kind, TypeScope outer, List<Declarator> decls) {
      this.types = new TypeScope(kind, outer, outer.faults());
      this.externs = new Externs(outer.faults(), kind == TypeScope.Kind.COMPONENT_TYPE);
      this.rest = decls.iterator();
    }

    Type close() {
      return types.kind() == TypeScope.Kind.COMPONENT_TYPE
          ? externs.componentType()
          : externs.instanceType();
    }
  }

  Type resolve(DefType def) {
    Deque<Open> stack = new ArrayDeque<>();
    stack.push(open(def, scope));
    while (true) {
      Open top = stack.getFirst();
      if (top.rest.hasNext() && faults.charge(1)) {
        step(top, stack);
        continue;
      }
      stack.pop();
      if (stack.isEmpty()) {
        return top.close();
      }
      stack.getFirst().types.addType(top.close());
    }
  }

  private static Open open(DefType def, TypeScope outer) {
    return switch (def) {
      case DefType.ComponentDef d -> new Open(TypeScope.Kind.COMPONENT_TYPE, outer, d.decls());
      case DefType.InstanceDef d -> new Open(TypeScope.Kind.INSTANCE_TYPE, outer, d.decls());
      default -> new Open(TypeScope.Kind.INSTANCE_TYPE, outer, List.of());
    };
  }

  private void step(Open top, Deque<Open> stack) {
    switch (top.rest.next()) {
      case Definition.CoreType d -> top.types.addCoreType(d.type());
      case Definition.AliasDef d -> alias(top, d.alias());
      case Definition.Type d -> {
        if (d.type() instanceof DefType.ComponentDef || d.type() instanceof DefType.InstanceDef) {
          stack.push(open(d.type(), top.types));
        } else {
          top.types.addType(top.types.simpleType(d.type()));
        }
      }
      case Definition.Import d -> {
        List<ResourceType> bound = top.externs.importedResources;
        ExternType type = top.types.introduce(d.name().name(), d.type(), bound);
        top.externs.addImport(d.name(), type);
        append(top, type);
      }
      case Declarator.Export d -> {
        List<ResourceType> bound = top.externs.definedResources;
        ExternType type = top.types.introduce(d.name().name(), d.type(), bound);
        top.externs.addExport(d.name(), type);
        append(top, type);
      }
    }
  }

  /// Of what is imported and exported, only types, instances and values can be referred to later.
  private static void append(Open top, ExternType type) {
    switch (type) {
      case ExternType.OfType t -> top.types.addType(t);
      case InstanceType t -> top.instances.add(t);
      case ExternType.OfValue t -> top.types.values.add(t.type());
      case ComponentFuncType t -> {}
      case ComponentType t -> {}
      case CoreModuleType t -> {}
    }
  }

  private void alias(Open top, Alias alias) {
    boolean allowed =
        switch (alias) {
          case Alias.Export a -> a.sort() == Sort.TYPE || a.sort() == Sort.INSTANCE;
          case Alias.Outer a -> a.sort() == Sort.TYPE || a.sort() == Sort.CORE_TYPE;
          case Alias.CoreExport a -> false;
        };
    if (!allowed) {
      faults.invalid(ValidationCode.ALIAS_IN_TYPE, alias.sort().word());
      return;
    }
    switch (alias) {
      case Alias.Outer a -> top.types.addOuterAlias(a);
      case Alias.Export a -> exportAlias(top, a);
      case Alias.CoreExport a -> {}
    }
  }

  private void exportAlias(Open top, Alias.Export alias) {
    int i = alias.instanceidx();
    if (i < 0 || i >= top.instances.size()) {
      top.types.unknown(Sort.INSTANCE, i);
      return;
    }
    ExternType found = top.instances.get(i).exports().get(alias.name());
    if (found == null) {
      faults.invalid(ValidationCode.NO_EXPORT, "instance " + i + ", `" + alias.name() + "`");
    } else if (found.sort() != alias.sort()) {
      faults.invalid(
          ValidationCode.WRONG_SORT,
          "export `" + alias.name() + "` for instance " + i + " is not a " + alias.sort().word());
    } else {
      append(top, found);
    }
  }
}
