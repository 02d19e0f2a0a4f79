package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.InvalidFault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.ComponentType;
import dev.wrt.decoder.component.CoreModuleType;
import dev.wrt.decoder.component.Definition;
import dev.wrt.decoder.component.ExternDesc;
import dev.wrt.decoder.component.ExternType;
import dev.wrt.decoder.component.InstanceType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.Type;
import dev.wrt.decoder.component.ValType;
import dev.wrt.decoder.component.WitTypes;
import dev.wrt.decoder.core.Module;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a linker offers to the root component, and how that is seen through an import's type.
///
/// A host interface has functions and resources but no other types. The import's declared instance
/// type supplies these: its resource types are bound to the host's by name, and everything in it is
/// then taken with these in place. What another component exports, a component and a core module
/// have types of their own, which must be subtypes of the declared ones; of an instance, no more is
/// seen than was declared. Where both are offered under one name, the component's export counts: so
/// a component can stand between the host and others.
final class Offers implements ImportSource {
  private final Offered offered;
  private final HostOffers hosts;

  Offers(Tree tree, Offered offered) {
    this.offered = offered;
    this.hosts = new HostOffers(tree, offered);
  }

  @Override
  public Result<Item> item(Definition.Import wanted, Scope scope) {
    return switch (scope.types.resolve(wanted.type())) {
      case Result.Ok<ExternType> ok ->
          switch (ok.value()) {
            case ExternType.OfType type -> type(wanted, type);
            case ComponentFuncType type -> function(wanted, type, scope);
            case InstanceType type -> instance(wanted, type, scope);
            case ExternType.OfValue _ -> offered.missing(wanted);
            // [impl->req~composition-component~1]
            case ComponentType type -> {
              Component component = Offered.find(offered.components(), wanted.name());
              Item own = component == null ? null : new Item.ComponentItem(component, null);
              yield closed(wanted, type, own, scope);
            }
            // [impl->req~composition-module~1]
            case CoreModuleType type -> {
              Module module = Offered.find(offered.modules(), wanted.name());
              yield closed(
                  wanted, type, module == null ? null : new Item.ModuleItem(module), scope);
            }
          };
      case Result.Err<ExternType> err -> Result.err(err.fault());
    };
  }

  /// A type that is bound to be equal to another one stands for itself; one that is only said to be
  /// a resource is given by the component that exports it.
  private Result<Item> type(Definition.Import wanted, ExternType.OfType declared) {
    if (!(wanted.type() instanceof ExternDesc.SubResource)) {
      return Result.ok(new Item.TypeItem(declared.type()));
    }
    return exported(wanted) instanceof Item.TypeItem t && t.type() instanceof ResourceType r
        ? Result.ok(new Item.TypeItem(r.identity()))
        : offered.missing(wanted);
  }

  /// What a component that is offered under an import's name exports under that name.
  private @Nullable Item exported(Definition.Import wanted) {
    ComponentInstance exporter = Offered.find(offered.exporters(), wanted.name());
    return exporter == null ? null : Offered.find(exporter.items(), wanted.name());
  }

  private Result<Item> function(Definition.Import wanted, ComponentFuncType type, Scope scope) {
    String name = wanted.name().name();
    Item item = exported(wanted);
    if (item == null) {
      HostFunction body = Offered.find(offered.functions(), wanted.name());
      return body == null ? offered.missing(wanted) : hosts.function(name, body, Map.of(), type);
    }
    return switch (matched(item, type, name, scope)) {
      case Result.Ok<Map<ResourceType, ResourceType>> ok -> Result.ok(item);
      case Result.Err<Map<ResourceType, ResourceType>> err ->
          Result.err(mismatch(name, type, item, err.fault()));
    };
  }

  /// A component or core module: one of its own, or one that a component exports.
  private Result<Item> closed(
      Definition.Import wanted, ExternType type, @Nullable Item own, Scope scope) {
    Item item = own == null ? exported(wanted) : own;
    if (item == null) {
      return offered.missing(wanted);
    }
    String name = wanted.name().name();
    return switch (matched(item, type, name, scope)) {
      case Result.Ok<Map<ResourceType, ResourceType>> ok -> Result.ok(item);
      case Result.Err<Map<ResourceType, ResourceType>> err ->
          Result.err(mismatch(name, type, item, err.fault()));
    };
  }

  private Result<Item> instance(Definition.Import wanted, InstanceType type, Scope scope) {
    ComponentInstance exporter = Offered.find(offered.exporters(), wanted.name());
    if (exporter != null) {
      Item inner = Offered.find(exporter.items(), wanted.name());
      Map<String, Item> items =
          inner instanceof Item.InstanceItem i ? i.exports() : exporter.items();
      return exported(wanted, type, scope, items);
    }
    HostInterface host = Offered.find(offered.hosts(), wanted.name());
    if (host != null) {
      return hosts.instance(wanted, type, scope, host);
    }
    boolean typesOnly =
        type.resources().isEmpty()
            && type.exports().values().stream().allMatch(t -> t instanceof ExternType.OfType);
    return typesOnly ? Result.ok(types(type)) : offered.missing(wanted);
  }

  private static Item types(InstanceType type) {
    Map<String, Item> items = new LinkedHashMap<>();
    type.exports()
        .forEach((name, t) -> {
          if (t instanceof ExternType.OfType of) {
            items.put(name, new Item.TypeItem(of.type()));
          }
        });
    return new Item.InstanceItem(items);
  }

  // What components export

  /// Exports seen through the declared instance type.
  private Result<Item> exported(
      Definition.Import wanted, InstanceType type, Scope scope, Map<String, Item> items) {
    String name = wanted.name().name();
    Item.InstanceItem all = new Item.InstanceItem(items);
    return switch (matched(all, type, name, scope)) {
      case Result.Ok<Map<ResourceType, ResourceType>> ok -> {
        Map<String, Item> seen = new LinkedHashMap<>();
        for (String export : type.exports().keySet()) {
          Item item = items.get(export);
          if (item != null) {
            seen.put(export, item);
          }
        }
        yield Result.ok(new Item.InstanceItem(seen));
      }
      case Result.Err<Map<ResourceType, ResourceType>> err ->
          Result.err(misfit(wanted, type, items, err.fault()));
    };
  }

  /// Whether an item may stand for what is declared.
  // [impl->req~component-import-type~1]
  private static Result<Map<ResourceType, ResourceType>> matched(
      Item item, ExternType type, String name, Scope scope) {
    return switch (new ItemTypes(scope.types, name).of(item)) {
      case Result.Ok<ExternType> ok -> scope.types.match(ok.value(), type, name);
      case Result.Err<ExternType> err -> Result.err(err.fault());
    };
  }

  /// Says which export of an instance is missing or of another type.
  ///
  /// @param fault what the comparison of the whole has said
  private Fault misfit(
      Definition.Import wanted, InstanceType type, Map<String, Item> items, Fault fault) {
    String name = wanted.name().name();
    for (Map.Entry<String, ExternType> e : type.exports().entrySet()) {
      Item item = items.get(e.getKey());
      String path = name + "#" + e.getKey();
      if (item == null) {
        return offered.missing(path, e.getValue().sort().word());
      }
      boolean concerned =
          fault instanceof InvalidFault f && f.subject().contains("export `" + e.getKey() + "`");
      if (concerned) {
        return mismatch(path, e.getValue(), item, fault);
      }
    }
    return fault;
  }

  private static Fault mismatch(String name, ExternType type, Item item, Fault fault) {
    return fault instanceof InvalidFault f
        ? new LinkFault(
            ComponentCode.IMPORT_MISMATCH, name, printed(name, type), printed(name, item, f))
        : fault;
  }

  private static String printed(String name, ExternType type) {
    return switch (type) {
      case ComponentFuncType f -> WitTypes.print(name, f);
      case ExternType.OfType t -> printed(t.type());
      case ComponentType _, InstanceType _, CoreModuleType _, ExternType.OfValue _ ->
          type.sort().word();
    };
  }

  private static String printed(String name, Item item, InvalidFault fault) {
    return switch (item) {
      case ComponentFunc f -> WitTypes.print(name, f.type());
      case Item.TypeItem t -> printed(t.type());
      case Item.InstanceItem _ -> "instance (" + fault.subject() + ")";
      case Item.ComponentItem _ -> "component (" + fault.subject() + ")";
      case Item.ModuleItem _ -> "core module (" + fault.subject() + ")";
    };
  }

  private static String printed(Type type) {
    return type instanceof ValType v ? WitTypes.print(v) : type.kind();
  }
}
