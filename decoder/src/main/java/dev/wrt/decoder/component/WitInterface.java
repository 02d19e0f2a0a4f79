package dev.wrt.decoder.component;

import dev.wrt.bounded.Result;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Prints the items of one interface, or of the world itself, as WIT: what it uses of others, its
/// types, its resources with their functions, and its functions.
final class WitInterface {
  /// Where a type has its first name.
  ///
  /// @param interfaceName the interface; empty for the world
  /// @param name the name in it
  record Origin(String interfaceName, String name) {}

  private final String name;
  private final Map<Object, Origin> origins;
  private final Map<Object, String> names = new IdentityHashMap<>();
  private final StringBuilder out;
  private final String indent;

  WitInterface(String name, Map<Object, Origin> origins, StringBuilder out, String indent) {
    this.name = name;
    this.origins = origins;
    this.out = out;
    this.indent = indent;
  }

  /// What two names of one type have in common: the identity of a resource type, the parts of a
  /// named structure, else the type itself.
  static Object key(Type type) {
    return switch (type) {
      case ResourceType t -> t.identity();
      case ValType.RecordType t -> t.fields();
      case ValType.VariantType t -> t.cases();
      case ValType.FlagsType t -> t.labels();
      case ValType.EnumType t -> t.labels();
      default -> type;
    };
  }

  /// Notes the types that have their first name in this interface.
  void origins(InstanceType type) {
    type.exports().forEach(this::origin);
  }

  /// What the world names can't be used in an interface, so it has its first name there again.
  private void origin(String export, ExternType type) {
    if (type instanceof ExternType.OfType t && TypeParts.needsName(t.type())) {
      Origin here = new Origin(name, export);
      origins.merge(
          key(t.type()), here, (first, own) -> first.interfaceName().isEmpty() ? own : first);
    }
  }

  /// Prints all items.
  void body(InstanceType type) {
    uses(type.exports());
    type.exports().forEach((export, t) -> item(export, t, type.exports()));
  }

  /// Prints the `use` lines for types that have their first name in another interface, and notes
  /// the names that types have here.
  void uses(SequencedMap<String, ExternType> externs) {
    SequencedMap<String, TreeSet<String>> used = new LinkedHashMap<>();
    externs.forEach((export, type) -> {
      origin(export, type);
      if (type instanceof ExternType.OfType t && !(t.type() instanceof PrimValType)) {
        names.put(key(t.type()), export);
        use(export, t.type(), used);
      }
    });
    used.forEach((from, items) ->
        out.append(indent + "use " + from + ".{" + String.join(", ", items) + "};\n"));
  }

  private void use(String export, Type type, SequencedMap<String, TreeSet<String>> used) {
    Origin origin = origins.get(key(type));
    if (origin != null && !origin.interfaceName().equals(name)) {
      String original = WitTypes.identifier(origin.name());
      String item =
          origin.name().equals(export) ? original : original + " as " + WitTypes.identifier(export);
      used.computeIfAbsent(path(origin.interfaceName()), i -> new TreeSet<>()).add(item);
    }
  }

  /// How this interface writes another one's name: one of the same package by its own name only.
  private String path(String other) {
    int slash = other.indexOf('/');
    int at = other.indexOf('@');
    String version = at < 0 ? "" : other.substring(at);
    boolean same = name.startsWith(other.substring(0, slash + 1)) && name.endsWith(version);
    String local = other.substring(slash + 1, at < 0 ? other.length() : at);
    return same && slash >= 0 ? WitTypes.identifier(local) : other;
  }

  private void item(String export, ExternType type, SequencedMap<String, ExternType> all) {
    switch (type) {
      case ExternType.OfType t -> type(export, t.type(), all);
      case ComponentFuncType t -> {
        if (!export.startsWith("[")) {
          func("", export, t);
        }
      }
      default -> out.append(indent + "// " + export + ": " + type.sort().word() + "\n");
    }
  }

  /// Prints a function.
  void func(String direction, String export, ComponentFuncType type) {
    String text = printer().func(type);
    out.append(indent + direction + WitTypes.identifier(export) + ": " + text + ";\n");
  }

  /// Prints a type that has its first name here.
  ///
  /// @param siblings where to look for a resource's functions
  void type(String export, Type type, SequencedMap<String, ExternType> siblings) {
    Origin origin = origins.get(key(type));
    if (origin != null && !origin.equals(new Origin(name, export))) {
      if (origin.interfaceName().equals(name)) {
        out.append(indent + "type " + WitTypes.identifier(export) + " = ");
        out.append(WitTypes.identifier(origin.name()) + ";\n");
      }
      return;
    }
    switch (type) {
      case ResourceType t -> resource(export, siblings);
      case ValType.RecordType t -> block("record", export, fields(t));
      case ValType.VariantType t -> block("variant", export, cases(t));
      case ValType.FlagsType t -> block("flags", export, identifiers(t.labels()));
      case ValType.EnumType t -> block("enum", export, identifiers(t.labels()));
      case ValType t ->
          out.append(
              indent
                  + "type "
                  + WitTypes.identifier(export)
                  + " = "
                  + printer().structure(t)
                  + ";\n");
      default -> out.append(indent + "// type " + export + ": " + type.kind() + "\n");
    }
  }

  private void block(String keyword, String export, List<String> items) {
    out.append(indent + keyword + " " + WitTypes.identifier(export) + " {\n");
    items.forEach(item -> out.append(indent + "  " + item + ",\n"));
    out.append(indent + "}\n");
  }

  private List<String> fields(ValType.RecordType type) {
    return type.fields().stream()
        .map(f -> WitTypes.identifier(f.name()) + ": " + printer().valType(f.type()))
        .toList();
  }

  private List<String> cases(ValType.VariantType type) {
    return type.cases().stream().map(this::variantCase).toList();
  }

  private String variantCase(ValType.Case c) {
    String payload = c.type().isEmpty() ? "" : "(" + printer().valType(c.type().get()) + ")";
    return WitTypes.identifier(c.name()) + payload;
  }

  private static List<String> identifiers(List<String> labels) {
    return labels.stream().map(WitTypes::identifier).toList();
  }

  private void resource(String export, SequencedMap<String, ExternType> siblings) {
    StringBuilder members = new StringBuilder();
    siblings.forEach((text, type) -> {
      if (type instanceof ComponentFuncType func) {
        members.append(member(export, text, func));
      }
    });
    out.append(indent + "resource " + WitTypes.identifier(export));
    out.append(members.isEmpty() ? ";\n" : " {\n" + members + indent + "}\n");
  }

  /// A function's line inside of its resource; empty if it is of another resource or of none.
  private String member(String resource, String text, ComponentFuncType type) {
    if (!(ExternName.parse(text) instanceof Result.Ok<ExternName> parsed)) {
      return "";
    }
    String line =
        switch (parsed.value()) {
          case ExternName.Constructor c when c.resource().equals(resource) ->
              "constructor" + constructor(type);
          case ExternName.Method m when m.resource().equals(resource) ->
              WitTypes.identifier(m.name()) + ": func" + printer().signature(type, 1);
          case ExternName.Static s when s.resource().equals(resource) ->
              WitTypes.identifier(s.name()) + ": static func" + printer().signature(type, 0);
          default -> "";
        };
    return line.isEmpty() ? "" : indent + "  " + line + ";\n";
  }

  /// A constructor's result goes without saying, unless it may fail.
  private String constructor(ComponentFuncType type) {
    String signature = printer().signature(type, 0);
    boolean plain = type.result().isPresent() && type.result().get() instanceof ValType.OwnType;
    return plain ? signature.substring(0, signature.lastIndexOf(" -> ")) : signature;
  }

  private TypePrinter printer() {
    return new TypePrinter(this::localName);
  }

  private @Nullable String localName(Type type) {
    String found = names.get(key(type));
    return found == null ? null : WitTypes.identifier(found);
  }
}
