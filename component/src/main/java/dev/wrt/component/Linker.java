package dev.wrt.component;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.Component;
import java.util.LinkedHashMap;
import java.util.Map;

/// Names of what a component may import, and the way from a component to an instance.
///
/// Imports are matched by name, versions of interfaces semver-compatibly, and checked against their
/// declared types.
public final class Linker {
  private final Map<String, HostInterface> hosts = new LinkedHashMap<>();
  private final Map<String, HostFunction> functions = new LinkedHashMap<>();
  private final Map<String, ComponentInstance> instances = new LinkedHashMap<>();
  private Interceptors interceptors = Interceptors.NONE;

  /// Makes a linker that offers nothing.
  public Linker() {}

  /// Offers an interface of the host.
  public Linker define(String name, HostInterface host) {
    hosts.put(name, host);
    return this;
  }

  /// Offers a function of the host that is imported by itself.
  public Linker define(String name, HostFunction function) {
    functions.put(name, function);
    return this;
  }

  /// Offers the exported instance of the same name (or all exports) of another component.
  public Linker define(String name, ComponentInstance exporter) {
    instances.put(name, exporter);
    return this;
  }

  /// Sets the interceptors of the components that are instantiated from now on.
  public Linker intercept(Interceptors chain) {
    interceptors = chain;
    return this;
  }

  /// Instantiates a component and runs its start functions to their end.
  public Result<ComponentInstance> instantiate(ComponentEngine engine, Component component) {
    throw new IllegalStateException(hosts + "" + functions + instances + interceptors);
  }

  /// Prepares an instantiation that can be stopped and resumed.
  public Result<Instantiation> begin(ComponentEngine engine, Component component) {
    throw new IllegalStateException(hosts + "" + functions + instances + interceptors);
  }
}
