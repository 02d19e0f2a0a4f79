package dev.wrt.component;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ComponentType;
import dev.wrt.decoder.component.CoreModuleType;
import dev.wrt.decoder.component.ExternType;
import dev.wrt.decoder.component.InstanceType;
import dev.wrt.decoder.component.TypeScope;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The types of what exists at run time, so that it can be compared with what a component asks for:
/// resource types in them are the actual ones.
///
/// The types of core modules are stated in terms of the asking component's scope. A component's own
/// type is not: where it mentions module types, it can't be compared and is refused.
final class ItemTypes {
  private final TypeScope scope;
  private final String asked;
  private final Deque<Walk> outer = new ArrayDeque<>();

  /// @param scope the scope of the component that asks
  /// @param asked what it asks for, for faults
  ItemTypes(TypeScope scope, String asked) {
    this.scope = scope;
    this.asked = asked;
  }

  /// An instance whose exports' types are being collected.
  ///
  /// @param name its name in the instance around it
  /// @param rest the exports that are left
  /// @param types the types so far
  private record Walk(
      String name, Iterator<Map.Entry<String, Item>> rest, SequencedMap<String, ExternType> types) {
    Walk(String name, Item.InstanceItem item) {
      this(name, item.exports().entrySet().iterator(), new LinkedHashMap<>());
    }
  }

  /// The type of an item.
  Result<ExternType> of(Item item) {
    return item instanceof Item.InstanceItem i ? instance(new Walk("", i)) : plain(item);
  }

  private Result<ExternType> instance(Walk root) {
    Walk walk = root;
    while (true) {
      if (!walk.rest.hasNext()) {
        InstanceType done = new InstanceType(walk.types, List.of());
        if (outer.isEmpty()) {
          return Result.ok(done);
        }
        outer.element().types.put(walk.name, done);
        walk = outer.pop();
        continue;
      }
      Map.Entry<String, Item> next = walk.rest.next();
      if (next.getValue() instanceof Item.InstanceItem inner) {
        outer.push(walk);
        walk = new Walk(next.getKey(), inner);
        continue;
      }
      switch (plain(next.getValue())) {
        case Result.Ok<ExternType> ok -> walk.types.put(next.getKey(), ok.value());
        case Result.Err<ExternType> err -> {
          return err;
        }
      }
    }
  }

  private Result<ExternType> plain(Item item) {
    return switch (item) {
      case ComponentFunc f -> Result.ok(f.type());
      case Item.TypeItem t -> Result.ok(new ExternType.OfType(t.type()));
      case Item.ModuleItem m -> scope.moduleType(m.module());
      case Item.ComponentItem c -> component(c.component().type());
      case Item.InstanceItem _ -> throw new Invariant.Violation("an instance is walked over");
    };
  }

  private Result<ExternType> component(ComponentType type) {
    Deque<ExternType> left = new ArrayDeque<>(List.of(type));
    while (!left.isEmpty()) {
      switch (left.pop()) {
        case CoreModuleType _ -> {
          return Result.err(
              new LinkFault(
                  ComponentCode.UNSUPPORTED, asked, "component", "component of core modules"));
        }
        case ComponentType c -> {
          left.addAll(c.imports().values());
          left.addAll(c.exports().values());
        }
        case InstanceType i -> left.addAll(i.exports().values());
        case ComponentFuncType _, ExternType.OfType _, ExternType.OfValue _ -> {}
      }
    }
    return Result.ok(type);
  }
}
