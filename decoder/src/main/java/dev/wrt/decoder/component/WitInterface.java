package dev.wrt.decoder.component;

import dev.wrt.bounded.Result;
import dev.wrt.decoder.component.WitOrigins.Origin;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Prints the items of one interface, or of the world itself, as WIT: what it uses of others, its
/// types, its resources with their functions, and its functions.
final class WitInterface implements TypePrinter.Naming {
  private final String place;
  private final String path;
  private final WitOrigins origins;
  private final Map<Object, String> names = new IdentityHashMap<>();
  private final SequencedMap<String, ExternType> items = new LinkedHashMap<>();
  private final Map<String, NameAttributes> attributes = new LinkedHashMap<>();
  private final List<String> differing = new ArrayList<>();
  private final WitText out;

  /// Creates the printer of an interface or world.
  ///
  /// @param place what its types' origins have for it, see {@link Origin}
  /// @param path the interface name that it is printed under; empty if it is in the world
  WitInterface(String place, String path, WitOrigins origins, WitText out) {
    this.place = place;
    this.path = path;
    this.origins = origins;
    this.out = out;
  }

  /// Adds items. Where an interface is imported and exported, or implemented twice, it has the
  /// items of all; one that would have two meanings keeps the first, and a comment tells of it.
  void add(SequencedMap<String, ExternType> externs, Map<String, NameAttributes> named) {
    externs.forEach((name, type) -> {
      if (type instanceof ExternType.OfType t) {
        origins.note(place, name, t);
        call(name, t);
      }
      ExternType before = items.putIfAbsent(name, type);
      if (before != null && before.sort() != type.sort()) {
        differing.add(name);
      }
    });
    named.forEach(attributes::putIfAbsent);
  }

  /// Notes the name that a type has here.
  private void call(String name, ExternType.OfType type) {
    Origin origin = origins.of(type);
    boolean foreign = origin != null && !origin.place().equals(place) && !origin.usable();
    if (foreign && type.type() instanceof ResourceType) {
      return;
    }
    PrimitiveNames.Name primitive = origins.primitiveNames().of(type);
    names.putIfAbsent(primitive == null ? type.type() : primitive, name);
    names.putIfAbsent(origins.key(type), name);
  }

  /// Prints all items.
  void body() {
    uses();
    items.forEach((name, type) -> {
      switch (type) {
        case ExternType.OfType t -> type(name, t);
        case ComponentFuncType t -> {
          if (!name.startsWith("[") || !hasResource(name)) {
            func("", attributes(name), t);
          }
        }
        default -> out.comment(name + ": " + type.sort().word());
      }
    });
    differing.forEach(name -> out.comment(name + " is of another sort elsewhere"));
  }

  /// Whether a function with an annotated name is printed inside of its resource.
  boolean hasResource(String name) {
    String resource = resource(parsed(name));
    return items.get(resource) instanceof ExternType.OfType t
        && t.type() instanceof ResourceType
        && local(resource, t);
  }

  private static ExternName parsed(String name) {
    return ExternName.parse(name) instanceof Result.Ok<ExternName> ok
        ? ok.value()
        : new ExternName.Plain(name);
  }

  /// The resource that an annotated name has in it; empty for other names.
  private static String resource(ExternName name) {
    return switch (name) {
      case ExternName.Constructor c -> c.resource();
      case ExternName.Method m -> m.resource();
      case ExternName.Static s -> s.resource();
      case ExternName.Plain p -> "";
      case ExternName.Interface i -> "";
    };
  }

  /// Prints the `use` lines: the interfaces in the order of their first use, the names sorted.
  void uses() {
    SequencedMap<String, TreeSet<String>> used = new LinkedHashMap<>();
    items.forEach((name, type) -> {
      if (type instanceof ExternType.OfType t) {
        use(name, t, used);
      }
    });
    used.forEach((from, list) -> out.line("use " + from + ".{" + String.join(", ", list) + "};"));
  }

  private void use(
      String name, ExternType.OfType type, SequencedMap<String, TreeSet<String>> used) {
    Origin origin = origins.of(type);
    if (origin == null || origin.place().equals(place)) {
      return;
    }
    if (!origin.usable()) {
      if (type.type() instanceof ResourceType) {
        out.comment("use " + origin.place() + ".{" + origin.name() + " as " + name + "};");
      }
      return;
    }
    String original = WitTypes.identifier(origin.name());
    String item =
        origin.name().equals(name) ? original : original + " as " + WitTypes.identifier(name);
    used.computeIfAbsent(relative(origin.place()), i -> new TreeSet<>()).add(item);
  }

  /// How this interface writes another one's name: one of the same package by its own name only.
  private String relative(String other) {
    int slash = other.indexOf('/');
    int at = other.indexOf('@');
    String version = at < 0 ? "" : other.substring(at);
    int ownAt = path.indexOf('@');
    String ownVersion = ownAt < 0 ? "" : path.substring(ownAt);
    boolean same = path.startsWith(other.substring(0, slash + 1)) && ownVersion.equals(version);
    String local = other.substring(slash + 1, at < 0 ? other.length() : at);
    return same ? WitTypes.identifier(local) : WitTypes.path(other);
  }

  /// Prints a function; as a comment if WIT has no form for it.
  ///
  /// @param direction `import `, `export ` or nothing
  void func(String direction, NameAttributes attributed, ComponentFuncType type) {
    String name = attributed.name();
    TypePrinter printer = printer();
    String text = printer.func(type);
    if (!(parsed(name) instanceof ExternName.Plain) || !printer.sayable()) {
      out.comment(direction + name + ": " + text);
      return;
    }
    externalId(attributed);
    out.line(direction + WitTypes.identifier(name) + ": " + text + ";");
  }

  private NameAttributes attributes(String name) {
    NameAttributes found = attributes.get(name);
    return found == null ? NameAttributes.of(name) : found;
  }

  private void externalId(String name) {
    externalId(attributes(name));
  }

  /// Prints the attribute before what has it.
  void externalId(NameAttributes found) {
    found.externalId().ifPresent(id -> out.line("@external-id(" + WitTypes.literal(id) + ")"));
  }

  /// Whether a type has its first name here, or is written out here again.
  private boolean local(String name, ExternType.OfType type) {
    Origin origin = origins.of(type);
    return origin == null || origin.equals(new Origin(place, name));
  }

  /// Prints a type that has its first name here; of one that is used there is a line already.
  void type(String name, ExternType.OfType type) {
    if (!(parsed(name) instanceof ExternName.Plain)) {
      out.comment(name + ": type");
      return;
    }
    Origin origin = origins.of(type);
    if (origin != null && origin.place().equals(place) && !origin.name().equals(name)) {
      externalId(name);
      out.line(
          "type " + WitTypes.identifier(name) + " = " + WitTypes.identifier(origin.name()) + ";");
      return;
    }
    if (origin != null && !origin.place().equals(place)) {
      if (origin.usable() || type.type() instanceof ResourceType) {
        return;
      }
    }
    define(name, type.type());
  }

  /// Tells of a type that the world exports, for which WIT has no form.
  void exported(String name, Type type) {
    String text =
        type instanceof ValType t
            ? "type " + name + " = " + printer().structure(t)
            : type.kind() + " " + name;
    out.comment("export " + text);
  }

  private void define(String name, Type type) {
    switch (type) {
      case ResourceType t -> resource(name);
      case ValType.RecordType t -> block("record", name, fields(t));
      case ValType.VariantType t -> block("variant", name, cases(t));
      case ValType.FlagsType t -> block("flags", name, identifiers(t.labels()));
      case ValType.EnumType t -> block("enum", name, identifiers(t.labels()));
      case ValType t -> {
        TypePrinter printer = printer();
        String text = "type " + WitTypes.identifier(name) + " = " + printer.structure(t) + ";";
        if (printer.sayable()) {
          externalId(name);
          out.line(text);
        } else {
          out.comment(text);
        }
      }
      default -> out.comment("type " + name + ": " + type.kind());
    }
  }

  /// A type with its parts in braces, or a comment if a part has no form.
  private void block(String keyword, String name, List<@Nullable String> parts) {
    if (parts.stream().anyMatch(part -> part == null)) {
      out.comment(keyword + " " + name);
      return;
    }
    externalId(name);
    out.open(keyword + " " + WitTypes.identifier(name) + " {");
    parts.forEach(part -> out.line(part + ","));
    out.close();
  }

  private List<@Nullable String> fields(ValType.RecordType type) {
    List<@Nullable String> parts = new ArrayList<>();
    for (int i = 0; i < type.fields().size(); i++) {
      ValType.Field field = type.fields().get(i);
      parts.add(part(WitTypes.identifier(field.name()) + ": ", field.type(), type, i));
    }
    return parts;
  }

  private List<@Nullable String> cases(ValType.VariantType type) {
    List<@Nullable String> parts = new ArrayList<>();
    int place = 0;
    for (ValType.Case c : type.cases()) {
      String label = WitTypes.identifier(c.name());
      if (c.type().isEmpty()) {
        parts.add(label);
        continue;
      }
      String payload = part("", c.type().get(), type, place);
      parts.add(payload == null ? null : label + "(" + payload + ")");
      place++;
    }
    return parts;
  }

  /// The text of a part of a type, or null if it has no form in WIT.
  private @Nullable String part(String before, ValType part, ValType whole, int index) {
    PrimitiveNames.Name name = origins.primitiveNames().of(whole).get(index);
    String named = name == null ? null : of(name);
    if (named != null) {
      return before + named;
    }
    TypePrinter printer = printer();
    String text = printer.valType(part);
    return printer.sayable() ? before + text : null;
  }

  private static List<@Nullable String> identifiers(List<String> labels) {
    List<@Nullable String> identifiers = new ArrayList<>();
    labels.forEach(label -> identifiers.add(WitTypes.identifier(label)));
    return identifiers;
  }

  private void resource(String name) {
    externalId(name);
    String head = "resource " + WitTypes.identifier(name);
    boolean open = false;
    for (Map.Entry<String, ExternType> item : items.entrySet()) {
      if (item.getValue() instanceof ComponentFuncType func) {
        TypePrinter printer = printer();
        String member = member(name, item.getKey(), func, printer);
        if (member.isEmpty()) {
          continue;
        }
        if (!open) {
          out.open(head + " {");
          open = true;
        }
        if (printer.sayable()) {
          externalId(item.getKey());
          out.line(member + ";");
        } else {
          out.comment(member);
        }
      }
    }
    if (open) {
      out.close();
    } else {
      out.line(head + ";");
    }
  }

  /// A function as it is written inside of its resource; empty if it is of another resource or of
  /// none.
  private static String member(
      String resource, String text, ComponentFuncType type, TypePrinter printer) {
    ExternName name = parsed(text);
    if (!resource(name).equals(resource)) {
      return "";
    }
    String async = type.async() ? "async " : "";
    return switch (name) {
      case ExternName.Method m ->
          WitTypes.identifier(m.name()) + ": " + async + "func" + printer.signature(type, 1);
      case ExternName.Static s ->
          WitTypes.identifier(s.name()) + ": static " + async + "func" + printer.signature(type, 0);
      case ExternName.Constructor c -> "constructor" + constructor(type, printer);
      case ExternName.Plain p -> "";
      case ExternName.Interface i -> "";
    };
  }

  /// A constructor's result goes without saying, unless it may fail.
  private static String constructor(ComponentFuncType type, TypePrinter printer) {
    String signature = printer.signature(type, 0);
    boolean plain = type.result().isPresent() && type.result().get() instanceof ValType.OwnType;
    return plain ? signature.substring(0, signature.lastIndexOf(" -> ")) : signature;
  }

  private TypePrinter printer() {
    return new TypePrinter(this, origins.primitiveNames());
  }

  @Override
  public @Nullable String of(Type type) {
    String found = names.get(type);
    if (found == null && TypeParts.needsName(type)) {
      found = names.get(WitOrigins.key(type));
    }
    return found == null ? null : WitTypes.identifier(found);
  }

  @Override
  public @Nullable String elsewhere(Type type) {
    Origin origin = origins.of(type);
    return origin == null || origin.place().equals(place)
        ? null
        : origin.place() + "." + origin.name();
  }

  @Override
  public @Nullable String of(PrimitiveNames.Name name) {
    String found = names.get(name);
    if (found == null) {
      found = names.get(name.first());
    }
    return found == null ? null : WitTypes.identifier(found);
  }
}
