package dev.wrt.decoder.component;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.checkerframework.checker.nullness.qual.Nullable;

/// WIT text of a component's world: what it imports and exports, and below, package by package, the
/// interfaces that it names.
///
/// The text says what the binary says and no more: documentation is not in it, and what WIT has no
/// form for (modules, components, instances in instances, types and annotated functions that the
/// component exports outside of an interface, types that another place can't name) appears as a
/// comment. A keyword that is used as a name is marked with `%`.
///
/// The order depends on the binary alone, so that two texts can be compared line by line: in the
/// world, `use` lines, then the imports and then the exports in the order of the binary; packages
/// and their interfaces in the order in which the world first mentions them; in an interface, `use`
/// lines (the interfaces in the order of their first use, the names sorted), then types and
/// functions in the order of the binary, those of a resource inside of it. An interface that occurs
/// several times is printed once with the items of all.
// [impl->req~cli-inspect-wit~1]
public final class Wit {
  private static final String IMPORT = "import ";
  private static final String EXPORT = "export ";

  private final WitText out = new WitText();
  private final WitOrigins origins;
  private final WitInterface world;
  private final SequencedMap<String, SequencedMap<String, WitInterface>> packages =
      new LinkedHashMap<>();

  /// Interfaces that are written in the world, by direction and name.
  private final Map<String, WitInterface> inline = new HashMap<>();

  private Wit(PrimitiveNames primitiveNames) {
    this.origins = new WitOrigins(primitiveNames);
    this.world = new WitInterface("", "", origins, out);
  }

  /// Prints the imports and exports of a component with the interfaces they name.
  public static String print(Component component) {
    return new Wit(component.primitiveNames()).world(component.type());
  }

  /// Prints the imports and exports of a component type with the interfaces they name.
  public static String print(ComponentType type) {
    return new Wit(new PrimitiveNames()).world(type);
  }

  private String world(ComponentType type) {
    out.line("package root:component;");
    out.blank();
    out.open("world root {");
    type.imports()
        .forEach((name, t) -> note(IMPORT, attributes(type.attributes().imports(), name), t));
    world.add(type.imports(), type.attributes().imports());
    world.uses();
    type.imports()
        .forEach((name, t) -> extern(IMPORT, attributes(type.attributes().imports(), name), t));
    if (!type.imports().isEmpty() && !type.exports().isEmpty()) {
      out.blank();
    }
    type.exports()
        .forEach((name, t) -> note(EXPORT, attributes(type.attributes().exports(), name), t));
    type.exports()
        .forEach((name, t) -> extern(EXPORT, attributes(type.attributes().exports(), name), t));
    out.close();
    packages.forEach(this::packageBlock);
    return out.toString();
  }

  private static NameAttributes attributes(Map<String, NameAttributes> attributes, String name) {
    NameAttributes found = attributes.get(name);
    return found == null ? NameAttributes.of(name) : found;
  }

  /// Notes the types of an instance, and the interface that it belongs to.
  private void note(String direction, NameAttributes name, ExternType type) {
    String path = interfaceName(name);
    if (!(type instanceof InstanceType instance)) {
      return;
    }
    if (path == null) {
      WitInterface items = new WitInterface(name.name(), "", origins, out);
      items.add(instance.exports(), instance.attributes());
      inline.put(direction + name.name(), items);
      return;
    }
    int slash = path.indexOf('/');
    int at = path.indexOf('@');
    String version = at < 0 ? "" : path.substring(at);
    String label = path.substring(slash + 1, at < 0 ? path.length() : at);
    String place = name.implementing().isPresent() ? name.name() : path;
    packages
        .computeIfAbsent(path.substring(0, slash) + version, p -> new LinkedHashMap<>())
        .computeIfAbsent(label, i -> new WitInterface(place, path, origins, out))
        .add(instance.exports(), instance.attributes());
  }

  /// The name of the interface that an instance is of, or null if it has none.
  private static @Nullable String interfaceName(NameAttributes name) {
    if (name.implementing().isPresent()) {
      return name.implementing().get();
    }
    Optional<String> suffix = name.versionSuffix();
    return name.name().indexOf('/') < 0 ? null : name.name() + suffix.orElse("");
  }

  private void extern(String direction, NameAttributes name, ExternType type) {
    switch (type) {
      case InstanceType t -> instance(direction, name);
      case ComponentFuncType t -> func(direction, name, t);
      case ExternType.OfType t when direction.equals(IMPORT) -> world.type(name.name(), t);
      case ExternType.OfType t -> world.exported(name.name(), t.type());
      default -> out.comment(direction + name.name() + ": " + type.sort().word());
    }
  }

  private void func(String direction, NameAttributes name, ComponentFuncType type) {
    boolean inResource = direction.equals(IMPORT) && world.hasResource(name.name());
    if (!inResource) {
      world.func(direction, name, type);
    }
  }

  private void instance(String direction, NameAttributes name) {
    world.externalId(name);
    String path = interfaceName(name);
    if (path != null) {
      String label = name.implementing().isPresent() ? WitTypes.identifier(name.name()) + ": " : "";
      out.line(direction + label + WitTypes.path(path) + ";");
      return;
    }
    out.open(direction + WitTypes.identifier(name.name()) + ": interface {");
    WitInterface items = inline.get(direction + name.name());
    if (items != null) {
      items.body();
    }
    out.close();
  }

  private void packageBlock(String name, SequencedMap<String, WitInterface> interfaces) {
    out.blank();
    out.open("package " + WitTypes.path(name) + " {");
    boolean first = true;
    for (Map.Entry<String, WitInterface> e : interfaces.entrySet()) {
      if (!first) {
        out.blank();
      }
      first = false;
      out.open("interface " + WitTypes.identifier(e.getKey()) + " {");
      e.getValue().body();
      out.close();
    }
    out.close();
  }
}
