package dev.wrt.decoder.component;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// WIT text of a component's world: what it imports and exports, and below, package by package, the
/// interfaces that it names.
///
/// The text says what the binary says and no more: documentation is not in it, and types that WIT
/// can't express (modules, components, instances in instances) appear as comments.
public final class Wit {
  private final StringBuilder out = new StringBuilder();

  /// Where a type was named first: `interface.{name}`; keyed by {@link WitInterface#key}.
  private final Map<Object, WitInterface.Origin> origins = new IdentityHashMap<>();

  private final SequencedMap<String, SequencedMap<String, InstanceType>> packages =
      new LinkedHashMap<>();

  private Wit() {}

  /// Prints the imports and exports of a component with the interfaces they name.
  public static String print(Component component) {
    return print(component.type());
  }

  /// Prints the imports and exports of a component type with the interfaces they name.
  public static String print(ComponentType type) {
    return new Wit().world(type);
  }

  private String world(ComponentType type) {
    out.append("package root:component;\n\nworld root {\n");
    externs("import", type.imports());
    if (!type.imports().isEmpty() && !type.exports().isEmpty()) {
      out.append('\n');
    }
    externs("export", type.exports());
    out.append("}\n");
    packages.forEach(this::packageBlock);
    return out.toString();
  }

  private void externs(String direction, SequencedMap<String, ExternType> externs) {
    WitInterface world = new WitInterface("", origins, out, "  ");
    world.uses(externs);
    externs.forEach((name, type) -> extern(direction, name, type, world));
  }

  private void extern(String direction, String name, ExternType type, WitInterface world) {
    switch (type) {
      case InstanceType t -> instance(direction, name, t);
      case ComponentFuncType t -> world.func(direction + " ", name, t);
      case ExternType.OfType t -> world.type(name, t.type(), new LinkedHashMap<>());
      case ComponentType t -> out.append("  // " + direction + " " + name + ": component\n");
      case CoreModuleType t -> out.append("  // " + direction + " " + name + ": core module\n");
    }
  }

  private void instance(String direction, String name, InstanceType type) {
    int slash = name.indexOf('/');
    if (slash < 0) {
      out.append("  " + direction + " " + WitTypes.identifier(name) + ": interface {\n");
      new WitInterface(name, origins, out, "    ").body(type);
      out.append("  }\n");
      return;
    }
    out.append("  " + direction + " " + name + ";\n");
    new WitInterface(name, origins, out, "").origins(type);
    int at = name.indexOf('@');
    String version = at < 0 ? "" : name.substring(at);
    String interfaceName = name.substring(slash + 1, at < 0 ? name.length() : at);
    packages
        .computeIfAbsent(name.substring(0, slash) + version, p -> new LinkedHashMap<>())
        .putIfAbsent(interfaceName, type);
  }

  private void packageBlock(String name, SequencedMap<String, InstanceType> interfaces) {
    out.append("\npackage " + name + " {\n");
    int at = name.indexOf('@');
    String version = at < 0 ? "" : name.substring(at);
    String path = at < 0 ? name : name.substring(0, at);
    String separator = "";
    for (Map.Entry<String, InstanceType> e : interfaces.entrySet()) {
      out.append(separator).append("  interface " + WitTypes.identifier(e.getKey()) + " {\n");
      new WitInterface(path + "/" + e.getKey() + version, origins, out, "    ").body(e.getValue());
      out.append("  }\n");
      separator = "\n";
    }
    out.append("}\n");
  }
}
