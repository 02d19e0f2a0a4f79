package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.Definition;
import dev.wrt.decoder.component.ExternType;
import dev.wrt.decoder.component.InstanceType;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.Type;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the host offers, seen through the types that a component declares for it.
final class HostOffers {
  private final Tree tree;
  private final Offered offered;

  HostOffers(Tree tree, Offered offered) {
    this.tree = tree;
    this.offered = offered;
  }

  /// A host interface seen through the declared instance type: its resource types stand for the
  /// declared ones of the same names.
  Result<Item> instance(
      Definition.Import wanted, InstanceType type, Scope scope, HostInterface host) {
    Map<ResourceType, ResourceType> actual = new IdentityHashMap<>();
    for (Map.Entry<String, ExternType> e : type.exports().entrySet()) {
      if (e.getValue() instanceof ExternType.OfType t && isBound(type, t.type())) {
        HostResource resource = host.resource(e.getKey());
        if (resource == null) {
          return Result.err(offered.missing(wanted.name().name() + "#" + e.getKey(), "resource"));
        }
        actual.put((ResourceType) t.type(), resource);
      }
    }
    return switch (scope.types.substitute(type, actual)) {
      case Result.Ok<ExternType> ok -> items(wanted.name().name(), (InstanceType) ok.value(), host);
      case Result.Err<ExternType> err -> Result.err(err.fault());
    };
  }

  private static boolean isBound(InstanceType type, Type exported) {
    for (ResourceType r : type.resources()) {
      if (exported == r) {
        return true;
      }
    }
    return false;
  }

  private Result<Item> items(String interfaceName, InstanceType type, HostInterface host) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (Map.Entry<String, ExternType> e : type.exports().entrySet()) {
      Result<Item> item = item(interfaceName, e.getKey(), e.getValue(), host);
      switch (item) {
        case Result.Ok<Item> ok -> items.put(e.getKey(), ok.value());
        case Result.Err<Item> err -> {
          return err;
        }
      }
    }
    return Result.ok(new Item.InstanceItem(items));
  }

  private Result<Item> item(
      String interfaceName, String name, ExternType type, HostInterface host) {
    if (type instanceof ExternType.OfType t) {
      return Result.ok(new Item.TypeItem(t.type()));
    }
    String path = interfaceName + "#" + name;
    HostFunction body = host.func(name);
    return type instanceof ComponentFuncType f && body != null
        ? function(path, body, reachable(host), f)
        : Result.err(offered.missing(path, type.sort().word()));
  }

  /// A function of the host with the type that is declared for it.
  ///
  /// @param resources what it can make handles of
  Result<Item> function(
      String name, HostFunction body, Map<String, HostResource> resources, ComponentFuncType type) {
    Fault misfit = body.misfit(name, type);
    if (misfit != null) {
      return Result.err(misfit);
    }
    return switch (tree.layouts.of(type)) {
      case Result.Ok<FuncLayout> ok ->
          Result.ok(new ComponentFunc.Hosted(name, body, resources, ok.value()));
      case Result.Err<FuncLayout> err -> Result.err(err.fault());
    };
  }

  /// The resources that a function of a host interface can make handles of: its own by their name,
  /// those of other interfaces by `interface#name`.
  private Map<String, HostResource> reachable(HostInterface own) {
    Map<String, HostResource> all = new LinkedHashMap<>(own.resources());
    for (HostInterface h : offered.hosts().values()) {
      h.resources().forEach((name, r) -> all.put(h.name() + "#" + name, r));
    }
    return all;
  }
}
