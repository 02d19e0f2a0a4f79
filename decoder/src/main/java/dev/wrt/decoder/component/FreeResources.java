package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/// Whether a type refers to resource types that it does not bind itself: then it can't be taken
/// over the boundary of a component by an outer alias (Explainer.md, "Alias Definitions").
final class FreeResources {
  private final FirstFault faults;

  FreeResources(FirstFault faults) {
    this.faults = faults;
  }

  boolean any(Type root) {
    Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Object> bound = Collections.newSetFromMap(new IdentityHashMap<>());
    Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Object> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty() && faults.ok()) {
      Object node = stack.pop();
      if (seen.add(node) && faults.charge(1)) {
        visit(node, used, bound).forEach(stack::push);
      }
    }
    used.removeAll(bound);
    return !used.isEmpty();
  }

  private static List<? extends Object> visit(Object node, Set<Object> used, Set<Object> bound) {
    return switch (node) {
      case ResourceType r -> {
        used.add(r.identity());
        yield List.of();
      }
      case ValType t -> t.info().hasResource() ? TypeParts.of(t) : List.of();
      case ComponentFuncType t -> TypeParts.of(t);
      case InstanceType t -> {
        t.resources().forEach(r -> bound.add(r.identity()));
        yield List.copyOf(t.exports().values());
      }
      case ComponentType t -> {
        t.importedResources().forEach(r -> bound.add(r.identity()));
        t.definedResources().forEach(r -> bound.add(r.identity()));
        List<ExternType> parts = new ArrayList<>(t.imports().values());
        parts.addAll(t.exports().values());
        yield parts;
      }
      case ExternType.OfType t -> List.of(t.type());
      case ExternType.OfValue t -> List.of(t.type());
      default -> List.of();
    };
  }
}
