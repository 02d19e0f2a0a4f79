package dev.wrt.component;

import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.core.Module;
import java.util.LinkedHashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Names of what a component may import, and the way from a component to an instance.
///
/// Imports are matched by name, versions of interfaces semver-compatibly, and checked against their
/// declared types. A linker can instantiate any number of components; what is defined later counts
/// for later ones only.
public final class Linker {
  private final Map<String, HostInterface> hosts = new LinkedHashMap<>();
  private final Map<String, HostFunction> functions = new LinkedHashMap<>();
  private final Map<String, ComponentInstance> exporters = new LinkedHashMap<>();
  private final Map<String, Component> components = new LinkedHashMap<>();
  private final Map<String, Module> modules = new LinkedHashMap<>();
  private @Nullable ComponentInstance joined;
  private Interceptors interceptors = Interceptors.NONE;
  private @Nullable ComponentOptions options;
  private String name = "component";

  /// Makes a linker that offers nothing.
  public Linker() {}

  /// Offers an interface of the host.
  ///
  /// @param interfaceName what it is imported as, such as `wasi:io/streams@0.2.12`
  public Linker define(String interfaceName, HostInterface host) {
    hosts.put(interfaceName, host);
    return this;
  }

  /// Offers a function of the host that is imported by itself.
  ///
  /// @param function what it is imported as
  public Linker define(String function, HostFunction body) {
    functions.put(function, body);
    return this;
  }

  /// Offers a function of the host that is imported by itself and answers later.
  ///
  /// @param function what it is imported as
  public Linker defineAsync(String function, AsyncHostFunction body) {
    return define(function, new LaterFunction(body));
  }

  /// Offers what another component exports: the instance or function of that name if it exports
  /// one, else all its exports as one instance.
  ///
  /// The new component joins the tree of the exporter: both share fuel, memory budget and fate, as
  /// a trap in one makes the other unusable too.
  ///
  /// @param imported what it is imported as
  public Linker define(String imported, ComponentInstance exporter) {
    exporters.put(imported, exporter);
    return this;
  }

  /// Offers a component that is imported as a component: the importer instantiates it itself, with
  /// what it likes, and as often as it likes.
  ///
  /// @param imported what it is imported as
  /// @param component must stay open as long as instances of importers
  public Linker define(String imported, Component component) {
    components.put(imported, component);
    return this;
  }

  /// Offers a core module that is imported as a module.
  ///
  /// @param imported what it is imported as
  /// @param module must stay open as long as instances of importers
  public Linker define(String imported, Module module) {
    modules.put(imported, module);
    return this;
  }

  /// Has the components that are instantiated from now on join the tree of another one, as if they
  /// imported something of it: what is to be linked later must be of one tree.
  public Linker join(ComponentInstance other) {
    joined = other;
    return this;
  }

  /// Sets the interceptors of the components that are instantiated from now on.
  public Linker intercept(Interceptors chain) {
    interceptors = chain;
    return this;
  }

  /// Sets the name of the components that are instantiated from now on, as statistics and
  /// interceptors see it.
  public Linker named(String componentName) {
    name = componentName;
    return this;
  }

  /// Sets trust, memory strategy and handle bound of the components that are instantiated from now
  /// on, where they differ from the engine's.
  public Linker with(ComponentOptions componentOptions) {
    options = componentOptions;
    return this;
  }

  /// Instantiates a component and runs its start functions to their end.
  ///
  /// @param component must stay open as long as the instance
  public Result<ComponentInstance> instantiate(ComponentEngine engine, Component component) {
    return switch (begin(engine, component)) {
      case Result.Ok<Instantiation> ok -> ok.value().instantiated();
      case Result.Err<Instantiation> err -> Result.err(err.fault());
    };
  }

  /// Prepares an instantiation that can be stopped and resumed; nothing runs before its `run`.
  ///
  /// @param component must stay open as long as the instance
  public Result<Instantiation> begin(ComponentEngine engine, Component component) {
    return switch (tree(engine)) {
      case Result.Ok<Tree> ok -> begin(ok.value(), component);
      case Result.Err<Tree> err -> Result.err(err.fault());
    };
  }

  /// The tree of the components that are linked to, or a new one.
  private Result<Tree> tree(ComponentEngine engine) {
    Map<String, ComponentInstance> others = new LinkedHashMap<>(exporters);
    if (joined != null) {
      others.put("[join]", joined);
    }
    Tree common = null;
    for (Map.Entry<String, ComponentInstance> e : others.entrySet()) {
      Tree tree = e.getValue().tree;
      boolean another = common != null && common != tree;
      if (another || tree.engine != engine) {
        return Result.err(new LinkFault(ComponentCode.FOREIGN_INSTANCE, e.getKey(), "", ""));
      }
      if (tree.isClosed()) {
        return Result.err(new LimitFault(ComponentCode.INSTANCE_CLOSED, "instance", 1, 0));
      }
      common = tree;
    }
    return common == null ? Tree.create(engine, name) : Result.ok(common);
  }

  private Result<Instantiation> begin(Tree tree, Component component) {
    tree.opened();
    Result<Instantiation> prepared = prepare(tree, component);
    if (prepared instanceof Result.Err<Instantiation>) {
      tree.released();
    }
    return prepared;
  }

  private Offered offered() {
    return new Offered(hosts, functions, exporters, components, modules);
  }

  private Result<Instantiation> prepare(Tree tree, Component component) {
    ComponentOptions set = options;
    ComponentOptions effective = set == null ? tree.engine.options() : set;
    return switch (tree.passages(effective.strategy())) {
      case Result.Ok<Passages> ok -> {
        ComponentInstance.Setting setting =
            new ComponentInstance.Setting(name, effective.limits(), ok.value(), interceptors);
        Instantiating.Start start =
            new Instantiating.Start(component, null, setting, new Offers(tree, offered()));
        yield switch (Instantiating.create(tree, start, null)) {
          case Result.Ok<Instantiating> made ->
              Result.ok(new Instantiation(tree, made.value(), made.value().instance()));
          case Result.Err<Instantiating> err -> Result.err(err.fault());
        };
      }
      case Result.Err<Passages> err -> Result.err(err.fault());
    };
  }
}
