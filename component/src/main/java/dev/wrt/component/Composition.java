package dev.wrt.component;

import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.ExternName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Several components that are linked with each other: what one exports satisfies what another one
/// imports, and the host offers the rest.
///
/// Each component is instantiated once, after those that it imports from; who imports from the same
/// component shares its one instance. An import is satisfied by the component that it is linked to
/// with {@link #link}, else by the only other component that exports a compatible name, else by the
/// host. So a component that imports an interface and exports the same stands between the host and
/// those that import it: they are given its version.
///
/// All of them are one tree: one account of memory and of fuel, and after a trap none of them runs
/// again. Components that import each other can't be composed: an instance exists only after those
/// that it imports from.
public final class Composition {
  private final ComponentOptions options;
  private final Map<String, Component> components = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> links = new LinkedHashMap<>();
  private final Map<String, HostInterface> hosts = new LinkedHashMap<>();
  private final Map<String, HostFunction> functions = new LinkedHashMap<>();

  /// Starts a composition of nothing.
  ///
  /// @param options of all components in it
  public Composition(ComponentOptions options) {
    this.options = options;
  }

  /// Adds a component.
  ///
  /// @param name names it here, in statistics and for interceptors
  /// @param component must stay open as long as the instances
  public Composition add(String name, Component component) {
    components.put(name, component);
    return this;
  }

  /// Offers an interface of the host to all components.
  ///
  /// @param interfaceName what it is imported as
  public Composition define(String interfaceName, HostInterface host) {
    hosts.put(interfaceName, host);
    return this;
  }

  /// Offers a function of the host to all components.
  ///
  /// @param function what it is imported as
  public Composition define(String function, HostFunction body) {
    functions.put(function, body);
    return this;
  }

  /// Says which component satisfies an import, where more than one could, or where the names
  /// differ: then all that the exporter exports is seen as one instance.
  ///
  /// @param importer the component that imports
  /// @param imported the name of its import
  /// @param exporter the component that satisfies it
  public Composition link(String importer, String imported, String exporter) {
    links.computeIfAbsent(importer, name -> new LinkedHashMap<>()).put(imported, exporter);
    return this;
  }

  /// The instances of a composition.
  ///
  /// @param byName the instances, each after those that it imports from
  public record Instances(Map<String, ComponentInstance> byName) implements AutoCloseable {
    /// Keeps a private copy in the same order.
    public Instances {
      byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
    }

    /// Closes them all.
    @Override
    public void close() {
      byName.values().forEach(ComponentInstance::close);
    }
  }

  /// A component with the names of the components that its imports are satisfied by; what is not
  /// named is the host's.
  private record Part(String name, Component component, Map<String, String> exporters) {}

  /// Instantiates all components, or none.
  public Result<Instances> instantiate(ComponentEngine engine) {
    List<Part> parts = new ArrayList<>();
    for (Map.Entry<String, Component> e : components.entrySet()) {
      switch (part(e.getKey(), e.getValue())) {
        case Result.Ok<Part> ok -> parts.add(ok.value());
        case Result.Err<Part> err -> {
          return Result.err(err.fault());
        }
      }
    }
    return switch (ordered(parts)) {
      case Result.Ok<List<Part>> ok -> instantiate(engine, ok.value());
      case Result.Err<List<Part>> err -> Result.err(err.fault());
    };
  }

  // [impl->req~composition-wiring~1]
  private Result<Part> part(String name, Component component) {
    Map<String, String> linked = links.getOrDefault(name, Map.of());
    Set<String> imports = component.type().imports().keySet();
    Map<String, String> exporters = new LinkedHashMap<>();
    for (Map.Entry<String, String> link : linked.entrySet()) {
      if (!imports.contains(link.getKey()) || !components.containsKey(link.getValue())) {
        return refused(ComponentCode.COMPOSITION_UNKNOWN, name, link.getKey(), link.getValue());
      }
      exporters.put(link.getKey(), link.getValue());
    }
    for (String imported : imports) {
      List<String> found = linked.containsKey(imported) ? List.of() : exporting(imported, name);
      if (found.size() > 1) {
        String all = String.join(", ", found);
        return refused(ComponentCode.COMPOSITION_AMBIGUOUS, name, imported, all);
      }
      found.forEach(exporter -> exporters.put(imported, exporter));
    }
    return Result.ok(new Part(name, component, exporters));
  }

  private <T> Result<T> refused(
      ComponentCode code, String importer, String imported, String found) {
    String all = String.join(", ", components.keySet());
    return Result.err(new LinkFault(code, importer + "." + imported, "one of " + all, found));
  }

  /// The other components that export a compatible name.
  private List<String> exporting(String imported, String importer) {
    List<String> found = new ArrayList<>();
    components.forEach((name, component) -> {
      boolean exports =
          component.type().exports().keySet().stream()
              .anyMatch(export -> ExternName.compatible(imported, export));
      if (exports && !name.equals(importer)) {
        found.add(name);
      }
    });
    return found;
  }

  /// The components in an order in which each comes after those that it imports from.
  // [impl->req~composition-cycle~1]
  private static Result<List<Part>> ordered(List<Part> parts) {
    List<Part> left = new ArrayList<>(parts);
    List<Part> placed = new ArrayList<>();
    Set<String> names = new HashSet<>();
    while (!left.isEmpty()) {
      List<Part> next =
          left.stream().filter(part -> names.containsAll(part.exporters.values())).toList();
      if (next.isEmpty()) {
        String all = left.stream().map(Part::name).collect(Collectors.joining(", "));
        return Result.err(
            new LinkFault(ComponentCode.COMPOSITION_CYCLE, all, "no cycle", "a cycle"));
      }
      next.forEach(part -> names.add(part.name));
      placed.addAll(next);
      left.removeAll(next);
    }
    return Result.ok(placed);
  }

  private Result<Instances> instantiate(ComponentEngine engine, List<Part> parts) {
    Map<String, ComponentInstance> made = new LinkedHashMap<>();
    for (Part part : parts) {
      switch (linker(part, made).instantiate(engine, part.component)) {
        case Result.Ok<ComponentInstance> ok -> made.put(part.name, ok.value());
        case Result.Err<ComponentInstance> err -> {
          made.values().forEach(ComponentInstance::close);
          return Result.err(err.fault());
        }
      }
    }
    return Result.ok(new Instances(made));
  }

  // [impl->req~composition-one-tree~1]
  private Linker linker(Part part, Map<String, ComponentInstance> made) {
    Linker linker = new Linker().named(part.name).with(options);
    hosts.forEach(linker::define);
    functions.forEach(linker::define);
    made.values().stream().findFirst().ifPresent(linker::join);
    part.exporters.forEach((imported, exporter) ->
        linker.define(imported, Invariant.present(made.get(exporter), "an exporter comes first")));
    return linker;
  }
}
