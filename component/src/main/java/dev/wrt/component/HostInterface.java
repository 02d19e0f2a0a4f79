package dev.wrt.component;

import dev.wrt.bounded.Invariant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An interface that the host offers: resources and functions by name.
///
/// It has no types of its own: the linker views it through the instance type that a component
/// imports, so plain types come from that declaration, and resource types from here by name.
public final class HostInterface {
  private final String name;
  private final Map<String, HostResource> resources = new LinkedHashMap<>();
  private final Map<String, HostFunction> functions = new LinkedHashMap<>();

  private HostInterface(String name) {
    this.name = name;
  }

  /// Starts an interface.
  ///
  /// @param name its name, such as `wasi:io/streams@0.2.12`
  public static HostInterface named(String name) {
    return new HostInterface(name);
  }

  /// Adds a resource type.
  ///
  /// @param resource its name in the interface
  /// @param destructor what a drop of the owning handle does
  public HostInterface resource(String resource, HostDestructor destructor) {
    HostResource old = resources.put(resource, new HostResource(resource, destructor));
    Invariant.check(old == null, "a resource is defined once");
    return this;
  }

  /// Adds a function.
  ///
  /// @param function its name in the interface, such as `[method]input-stream.read`
  /// @param body what it does
  public HostInterface func(String function, HostFunction body) {
    HostFunction old = functions.put(function, body);
    Invariant.check(old == null, "a function is defined once");
    return this;
  }

  /// Adds a function that answers later.
  ///
  /// @param function its name in the interface
  /// @param body what it does
  public HostInterface asyncFunc(String function, AsyncHostFunction body) {
    return func(function, new LaterFunction(body));
  }

  /// The interface's name.
  public String name() {
    return name;
  }

  /// The resource type of a name, if there is one.
  public @Nullable HostResource resource(String resource) {
    return resources.get(resource);
  }

  /// The function of a name, if there is one.
  public @Nullable HostFunction func(String function) {
    return functions.get(function);
  }

  /// The resource types by name.
  Map<String, HostResource> resources() {
    return Collections.unmodifiableMap(resources);
  }

  /// Names of the functions and resources, in the order they were added, functions first.
  public List<String> names() {
    List<String> names = new ArrayList<>();
    for (String f : functions.keySet()) {
      names.add(f);
    }
    for (String r : resources.keySet()) {
      names.add(r);
    }
    return names;
  }
}
