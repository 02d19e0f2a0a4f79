package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Which types of a scope have an externally visible name, so that the types of its imports or of
/// its exports may use them (Explainer.md, "External Visibility of Types").
///
/// A name belongs to the object that an import or export has introduced, not to the structure: two
/// records of the same fields are two types here. Records, variants, enums, flags and resources
/// need a name; the other types are as good as their parts.
final class Visibility {
  private final FirstFault faults;
  private final Set<Type> named = Collections.newSetFromMap(new IdentityHashMap<>());

  Visibility(FirstFault faults) {
    this.faults = faults;
  }

  /// Whether all types in the type of an import or export have names; if so, the types that it
  /// introduces have names from now on.
  boolean admit(ExternType extern) {
    return switch (extern) {
      case ExternType.OfType t -> admitType(named, t.type());
      case ExternType.OfValue t -> allNamed(named, t);
      case ComponentFuncType t -> allNamed(named, t);
      case InstanceType t -> admitInstance(named, t);
      case ComponentType t -> true;
      case CoreModuleType t -> true;
    };
  }

  /// The exports of an instance are admitted in order, those of instances in it as well.
  private boolean admitInstance(Set<Type> names, InstanceType instance) {
    Deque<ExternType> stack = new ArrayDeque<>();
    pushReversed(stack, List.copyOf(instance.exports().values()));
    boolean admitted = true;
    while (!stack.isEmpty() && admitted && faults.charge(1)) {
      switch (stack.pop()) {
        case InstanceType t -> pushReversed(stack, List.copyOf(t.exports().values()));
        case ExternType.OfType t -> admitted = admitType(names, t.type());
        case ExternType.OfValue t -> admitted = allNamed(names, t);
        case ComponentFuncType t -> admitted = allNamed(names, t);
        case ComponentType t -> {}
        case CoreModuleType t -> {}
      }
    }
    return admitted;
  }

  private static void pushReversed(Deque<ExternType> stack, List<ExternType> externs) {
    externs.reversed().forEach(stack::push);
  }

  private boolean admitType(Set<Type> names, Type type) {
    boolean admitted = type instanceof ResourceType || allNamed(names, type);
    if (admitted) {
      names.add(type);
    }
    return admitted;
  }

  /// Whether all that a type is made of has names. Types that an instance or component type in it
  /// exports or imports are names inside of it.
  private boolean allNamed(Set<Type> names, Object root) {
    Set<Type> inner = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> stack = new ArrayDeque<>();
    expand(stack, root);
    while (!stack.isEmpty()) {
      Object node = stack.pop();
      if (!seen.add(node)) {
        continue;
      }
      if (!faults.charge(1)) {
        return false;
      }
      if (node instanceof ExternType.OfType t) {
        expand(stack, t.type());
        inner.add(t.type());
      } else if (node instanceof Type t && TypeParts.needsName(t)) {
        if (!names.contains(t) && !inner.contains(t)) {
          return false;
        }
      } else {
        expand(stack, node);
      }
    }
    return true;
  }

  /// Pushes the parts of a node so that the first comes off the stack first.
  private static void expand(Deque<Object> stack, Object node) {
    List<? extends Object> parts =
        switch (node) {
          case ValType t -> TypeParts.of(t);
          case ComponentFuncType t -> TypeParts.of(t);
          case ExternType.OfValue t -> List.of(t.type());
          case InstanceType t -> List.copyOf(t.exports().values());
          case ComponentType t -> {
            List<ExternType> all = new java.util.ArrayList<>(t.imports().values());
            all.addAll(t.exports().values());
            yield all;
          }
          default -> List.of();
        };
    parts.reversed().forEach(stack::push);
  }
}
