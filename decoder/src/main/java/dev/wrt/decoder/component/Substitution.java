package dev.wrt.decoder.component;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Puts resource types, and named value types, in the place of others, in a type and all that it is
/// made of.
///
/// A type that mentions none of them stays the same object, and one that is used twice is rebuilt
/// once, so that what was one type is one type afterwards. Walks the type's parts before the type,
/// on an explicit stack.
final class Substitution {
  private final FirstFault faults;
  private final Map<ResourceType, ResourceType> actual = new IdentityHashMap<>();
  private final Map<Type, Type> actualTypes = new IdentityHashMap<>();
  private final Map<Object, Object> done = new IdentityHashMap<>();

  Substitution(FirstFault faults) {
    this.faults = faults;
  }

  /// Puts `to` in the place of `from` in all that is rebuilt from now on.
  void put(ResourceType from, ResourceType to) {
    actual.put(from.identity(), to);
    done.clear();
  }

  /// Puts one value type in the place of an equal one that has another name.
  void putType(Type from, Type to) {
    actualTypes.put(from, to);
    done.clear();
  }

  /// What stands in the place of a resource type; itself if nothing does.
  ResourceType of(ResourceType resource) {
    return actual.getOrDefault(resource.identity(), resource);
  }

  /// The type with the substitution applied.
  ExternType apply(ExternType type) {
    return actual.isEmpty() && actualTypes.isEmpty() ? type : (ExternType) walk(type);
  }

  /// The exports or imports with the substitution applied.
  SequencedMap<String, ExternType> apply(SequencedMap<String, ExternType> externs) {
    SequencedMap<String, ExternType> applied = new LinkedHashMap<>();
    externs.forEach((name, type) -> applied.put(name, apply(type)));
    return applied;
  }

  private Object walk(Object root) {
    Deque<Object> stack = new ArrayDeque<>();
    stack.push(root);
    while (!stack.isEmpty() && faults.ok()) {
      Object node = stack.getFirst();
      boolean ready = true;
      for (Object part : parts(node)) {
        if (!done.containsKey(part)) {
          stack.push(part);
          ready = false;
        }
      }
      if (ready) {
        stack.pop();
        finish(node);
      }
    }
    Object result = done.get(root);
    return result == null ? root : result;
  }

  private void finish(Object node) {
    if (!done.containsKey(node) && faults.charge(1)) {
      done.put(node, rebuilt(node));
    }
  }

  /// The parts that must be done before a node; none if nothing in it can change.
  private List<? extends Object> parts(Object node) {
    return switch (node) {
      case ResourceType r -> List.of();
      case ValType t when actualTypes.containsKey(t) -> List.of();
      case ValType t when t.info().hasResource() || !actualTypes.isEmpty() -> TypeParts.of(t);
      case ComponentFuncType t -> TypeParts.of(t);
      case InstanceType t -> List.copyOf(t.exports().values());
      case ComponentType t -> {
        List<ExternType> parts = new ArrayList<>(t.imports().values());
        parts.addAll(t.exports().values());
        yield parts;
      }
      case ExternType.OfType t -> List.of(t.type());
      case ExternType.OfValue t -> List.of(t.type());
      default -> List.of();
    };
  }

  private Object rebuilt(Object node) {
    Type replacement = node instanceof Type t ? actualTypes.get(t) : null;
    if (replacement != null) {
      return replacement;
    }
    boolean same = true;
    for (Object part : parts(node)) {
      same &= done.get(part) == part;
    }
    if (node instanceof ResourceType r) {
      return of(r);
    }
    if (same) {
      return node;
    }
    return switch (node) {
      case ValType t -> rebuiltValType(t);
      case ComponentFuncType t -> rebuiltFunc(t);
      case InstanceType t -> new InstanceType(all(t.exports()), t.resources(), t.attributes());
      case ComponentType t ->
          new ComponentType(
              all(t.imports()),
              all(t.exports()),
              t.importedResources(),
              t.definedResources(),
              t.attributes());
      case ExternType.OfType t -> new ExternType.OfType(type(t.type()));
      case ExternType.OfValue t -> new ExternType.OfValue(part(t.type()));
      default -> node;
    };
  }

  private ValType rebuiltValType(ValType type) {
    return switch (type) {
      case ValType.RecordType t ->
          new ValType.RecordType(
              t.fields().stream().map(f -> new ValType.Field(f.name(), part(f.type()))).toList(),
              t.info());
      case ValType.VariantType t ->
          new ValType.VariantType(
              t.cases().stream().map(c -> new ValType.Case(c.name(), part(c.type()))).toList(),
              t.info());
      case ValType.ListType t -> new ValType.ListType(part(t.element()), t.info());
      case ValType.FixedLengthListType t ->
          new ValType.FixedLengthListType(part(t.element()), t.length(), t.info());
      case ValType.TupleType t ->
          new ValType.TupleType(t.elements().stream().map(this::part).toList(), t.info());
      case ValType.OptionType t -> new ValType.OptionType(part(t.some()), t.info());
      case ValType.ResultType t -> new ValType.ResultType(part(t.ok()), part(t.error()), t.info());
      case ValType.OwnType t -> new ValType.OwnType(of(t.resource()));
      case ValType.BorrowType t -> new ValType.BorrowType(of(t.resource()));
      case ValType.StreamType t -> new ValType.StreamType(part(t.element()), t.info());
      case ValType.FutureType t -> new ValType.FutureType(part(t.element()), t.info());
      case ValType.MapType t -> new ValType.MapType(part(t.key()), part(t.value()), t.info());
      case PrimValType t -> t;
      case ValType.FlagsType t -> t;
      case ValType.EnumType t -> t;
    };
  }

  private ComponentFuncType rebuiltFunc(ComponentFuncType type) {
    List<ComponentFuncType.Param> params =
        type.params().stream()
            .map(p -> new ComponentFuncType.Param(p.name(), part(p.type())))
            .toList();
    ComponentFuncType rebuilt = new ComponentFuncType(type.async(), params, part(type.result()));
    faults.primitiveNames().rebuilt(type, rebuilt);
    return rebuilt;
  }

  private SequencedMap<String, ExternType> all(SequencedMap<String, ExternType> externs) {
    SequencedMap<String, ExternType> rebuilt = new LinkedHashMap<>();
    externs.forEach((name, type) -> rebuilt.put(name, part(type)));
    return rebuilt;
  }

  private Optional<ValType> part(Optional<ValType> type) {
    return type.map(this::part);
  }

  /// What a part has become; it is done, unless there is a fault.
  private ValType part(ValType part) {
    return done.get(part) instanceof ValType rebuilt ? rebuilt : part;
  }

  private ExternType part(ExternType part) {
    return done.get(part) instanceof ExternType rebuilt ? rebuilt : part;
  }

  private Type type(Type part) {
    return done.get(part) instanceof Type rebuilt ? rebuilt : part;
  }
}
