package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.decoder.component.ComponentFuncType;
import dev.wrt.decoder.component.Definition;
import dev.wrt.decoder.component.ExternName;
import dev.wrt.decoder.component.ExternType;
import dev.wrt.decoder.component.InstanceType;
import dev.wrt.decoder.component.NameAttributes;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.decoder.component.Type;
import dev.wrt.decoder.component.TypeMatching;
import dev.wrt.decoder.component.WitTypes;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a linker offers to the root component, and how that is seen through an import's type.
///
/// A host interface has functions and resources but no other types. The import's declared instance
/// type supplies these: its resource types are bound to the host's by name, and everything in it is
/// then taken with these in place. What another component exports has types of its own, which must
/// match the declared ones.
final class Offers implements ImportSource {
  /// How many offered names a fault lists.
  private static final int NAMED_MAX = 8;

  private final Tree tree;
  private final Map<String, HostInterface> hosts;
  private final Map<String, HostFunction> functions;
  private final Map<String, ComponentInstance> exporters;

  Offers(
      Tree tree,
      Map<String, HostInterface> hosts,
      Map<String, HostFunction> functions,
      Map<String, ComponentInstance> exporters) {
    this.tree = tree;
    this.hosts = Map.copyOf(hosts);
    this.functions = Map.copyOf(functions);
    this.exporters = Map.copyOf(exporters);
  }

  @Override
  public Result<Item> item(Definition.Import wanted, Scope scope) {
    return switch (scope.types.resolve(wanted.type())) {
      case Result.Ok<ExternType> ok ->
          switch (ok.value()) {
            case ExternType.OfType t -> plainType(wanted, t);
            case ComponentFuncType type -> function(wanted, type);
            case InstanceType type -> instance(wanted, type, scope);
            default -> missing(wanted);
          };
      case Result.Err<ExternType> err -> Result.err(err.fault());
    };
  }

  /// A type that is not a resource stands for itself.
  private Result<Item> plainType(Definition.Import wanted, ExternType.OfType declared) {
    return declared.type() instanceof ResourceType
        ? missing(wanted)
        : Result.ok(new Item.TypeItem(declared.type()));
  }

  private Result<Item> function(Definition.Import wanted, ComponentFuncType type) {
    HostFunction body = find(functions, wanted.name());
    if (body != null) {
      return hosted(wanted.name().name(), body, Map.of(), type);
    }
    ComponentInstance exporter = find(exporters, wanted.name());
    Item offered = exporter == null ? null : find(exporter.items(), wanted.name());
    if (offered == null) {
      return missing(wanted);
    }
    return matches(offered, type)
        ? Result.ok(offered)
        : mismatch(wanted.name().name(), type, offered);
  }

  private Result<Item> instance(Definition.Import wanted, InstanceType type, Scope scope) {
    HostInterface host = find(hosts, wanted.name());
    if (host != null) {
      return viewed(wanted, type, scope, new HostView(host));
    }
    ComponentInstance exporter = find(exporters, wanted.name());
    if (exporter != null) {
      Item inner = find(exporter.items(), wanted.name());
      Map<String, Item> items =
          inner instanceof Item.InstanceItem i ? i.exports() : exporter.items();
      return viewed(wanted, type, scope, new ExportView(items));
    }
    boolean typesOnly =
        type.resources().isEmpty()
            && type.exports().values().stream().allMatch(t -> t instanceof ExternType.OfType);
    return typesOnly ? viewed(wanted, type, scope, new ExportView(Map.of())) : missing(wanted);
  }

  /// One offer for an imported instance.
  private sealed interface View {
    /// The resource type of a name; null if there is none.
    @Nullable ResourceType resource(String name);

    /// The function of a name and type: null if there is none.
    @Nullable Result<Item> function(String interfaceName, String name, ComponentFuncType type);
  }

  private final class HostView implements View {
    private final HostInterface host;

    HostView(HostInterface host) {
      this.host = host;
    }

    @Override
    public @Nullable ResourceType resource(String name) {
      return host.resource(name);
    }

    @Override
    public @Nullable Result<Item> function(
        String interfaceName, String name, ComponentFuncType type) {
      HostFunction body = host.func(name);
      return body == null ? null : hosted(interfaceName + "#" + name, body, reachable(host), type);
    }
  }

  private final class ExportView implements View {
    private final Map<String, Item> items;

    ExportView(Map<String, Item> items) {
      this.items = items;
    }

    @Override
    public @Nullable ResourceType resource(String name) {
      return items.get(name) instanceof Item.TypeItem t && t.type() instanceof ResourceType r
          ? r.identity()
          : null;
    }

    @Override
    public @Nullable Result<Item> function(
        String interfaceName, String name, ComponentFuncType type) {
      Item item = items.get(name);
      if (item == null) {
        return null;
      }
      return matches(item, type)
          ? Result.ok(item)
          : mismatch(interfaceName + "#" + name, type, item);
    }
  }

  /// An offer seen through the declared instance type.
  private Result<Item> viewed(Definition.Import wanted, InstanceType type, Scope scope, View view) {
    Map<ResourceType, ResourceType> actual = new IdentityHashMap<>();
    for (Map.Entry<String, ExternType> e : type.exports().entrySet()) {
      if (e.getValue() instanceof ExternType.OfType t && isBound(type, t.type())) {
        ResourceType offered = view.resource(e.getKey());
        if (offered == null) {
          return missing(wanted.name().name() + "#" + e.getKey(), "resource");
        }
        actual.put((ResourceType) t.type(), offered);
      }
    }
    return switch (scope.types.substitute(type, actual)) {
      case Result.Ok<ExternType> ok -> items(wanted.name().name(), (InstanceType) ok.value(), view);
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

  private Result<Item> items(String interfaceName, InstanceType type, View view) {
    Map<String, Item> items = new LinkedHashMap<>();
    for (Map.Entry<String, ExternType> e : type.exports().entrySet()) {
      Result<Item> item = item(interfaceName, e.getKey(), e.getValue(), view);
      switch (item) {
        case Result.Ok<Item> ok -> items.put(e.getKey(), ok.value());
        case Result.Err<Item> err -> {
          return err;
        }
      }
    }
    return Result.ok(new Item.InstanceItem(items));
  }

  private Result<Item> item(String interfaceName, String name, ExternType type, View view) {
    if (type instanceof ExternType.OfType t) {
      return Result.ok(new Item.TypeItem(t.type()));
    }
    Result<Item> offered =
        type instanceof ComponentFuncType f ? view.function(interfaceName, name, f) : null;
    return offered == null ? missing(interfaceName + "#" + name, type.sort().word()) : offered;
  }

  private Result<Item> hosted(
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
    for (HostInterface h : hosts.values()) {
      h.resources().forEach((name, r) -> all.put(h.name() + "#" + name, r));
    }
    return all;
  }

  // [impl->req~component-import-type~1]
  private static boolean matches(Item offered, ComponentFuncType declared) {
    if (!(offered instanceof ComponentFunc f)
        || f.type().async() != declared.async()
        || f.type().params().size() != declared.params().size()
        || f.type().result().isPresent() != declared.result().isPresent()) {
      return false;
    }
    for (int i = 0; i < declared.params().size(); i++) {
      ComponentFuncType.Param a = f.type().params().get(i);
      ComponentFuncType.Param b = declared.params().get(i);
      if (!a.name().equals(b.name()) || !TypeMatching.equal(a.type(), b.type())) {
        return false;
      }
    }
    return declared.result().isEmpty()
        || TypeMatching.equal(f.type().result().orElseThrow(), declared.result().orElseThrow());
  }

  /// What is offered under an import's name, or under a name that is compatible with it.
  // [impl->req~component-import-version~1]
  private static <T> @Nullable T find(Map<String, T> offers, NameAttributes wanted) {
    String name = wanted.implementing().orElse(wanted.name());
    T exact = offers.get(name);
    if (exact != null) {
      return exact;
    }
    for (Map.Entry<String, T> e : offers.entrySet()) {
      if (ExternName.compatible(name, e.getKey())) {
        return e.getValue();
      }
    }
    return null;
  }

  private Result<Item> missing(Definition.Import wanted) {
    return missing(wanted.name().name(), wanted.type().sort().word());
  }

  // [impl->req~component-import-missing~1]
  private Result<Item> missing(String name, String sort) {
    return Result.err(new LinkFault(ComponentCode.IMPORT_MISSING, name, sort, offeredNear(name)));
  }

  private Result<Item> mismatch(String name, ComponentFuncType type, Item offered) {
    String found =
        offered instanceof ComponentFunc f ? WitTypes.print(name, f.type()) : "not a function";
    return Result.err(
        new LinkFault(ComponentCode.IMPORT_MISMATCH, name, WitTypes.print(name, type), found));
  }

  /// Names that are offered, those of the same package first.
  private String offeredNear(String name) {
    int slash = name.indexOf('/');
    String prefix = slash < 0 ? name : name.substring(0, slash);
    List<String> near = new ArrayList<>();
    List<String> other = new ArrayList<>();
    for (String n : names()) {
      (n.startsWith(prefix) ? near : other).add(n);
    }
    near.addAll(other);
    return near.size() <= NAMED_MAX
        ? String.join(", ", near)
        : String.join(", ", near.subList(0, NAMED_MAX)) + ", ...";
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>();
    for (String n : hosts.keySet()) {
      names.add(n);
    }
    for (String n : functions.keySet()) {
      names.add(n);
    }
    for (String n : exporters.keySet()) {
      names.add(n);
    }
    return names;
  }
}
