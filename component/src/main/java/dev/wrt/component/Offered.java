package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LinkFault;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Definition;
import dev.wrt.decoder.component.ExternName;
import dev.wrt.decoder.component.NameAttributes;
import dev.wrt.decoder.core.Module;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/// All that a linker offers, by name, in the order in which it was defined.
///
/// @param hosts interfaces of the host
/// @param functions functions of the host
/// @param exporters component instances
/// @param components components
/// @param modules core modules
record Offered(
    Map<String, HostInterface> hosts,
    Map<String, HostFunction> functions,
    Map<String, ComponentInstance> exporters,
    Map<String, Component> components,
    Map<String, Module> modules) {
  /// How many offered names a fault lists.
  private static final int NAMED_MAX = 8;

  /// Keeps private copies in the same order: of two compatible versions, the first one counts.
  Offered {
    hosts = copy(hosts);
    functions = copy(functions);
    exporters = copy(exporters);
    components = copy(components);
    modules = copy(modules);
  }

  private static <T> Map<String, T> copy(Map<String, T> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /// What is offered under an import's name, or the name of the interface that it implements, or a
  /// name that is compatible with these.
  // [impl->req~component-import-version~1]
  static <T> @Nullable T find(Map<String, T> offers, NameAttributes wanted) {
    T own = find(offers, wanted.name());
    return own != null || wanted.implementing().isEmpty()
        ? own
        : find(offers, wanted.implementing().get());
  }

  private static <T> @Nullable T find(Map<String, T> offers, String name) {
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

  /// The refusal of an import that nothing is offered for.
  <T> Result<T> missing(Definition.Import wanted) {
    return Result.err(missing(wanted.name().name(), wanted.type().sort().word()));
  }

  /// The refusal of an import, or of a part of one, that nothing is offered for.
  ///
  /// @param sort what is asked for
  // [impl->req~component-import-missing~1]
  Fault missing(String name, String sort) {
    return new LinkFault(ComponentCode.IMPORT_MISSING, name, sort, near(name));
  }

  /// Some of the names, those of the same package as a name first.
  private String near(String name) {
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
    for (Map<String, ?> map : List.of(hosts, functions, exporters, components, modules)) {
      names.addAll(map.keySet());
    }
    return names;
  }
}
