package dev.wrt.decoder.component;

import java.util.Set;

/// One-line WIT text of types, for messages and signatures.
public final class WitTypes {
  /// Words of WIT that an identifier must be marked for.
  private static final Set<String> KEYWORDS =
      Set.of(
          "as",
          "async",
          "bool",
          "borrow",
          "char",
          "constructor",
          "enum",
          "error-context",
          "export",
          "f32",
          "f64",
          "flags",
          "from",
          "func",
          "future",
          "import",
          "include",
          "interface",
          "list",
          "map",
          "option",
          "own",
          "package",
          "record",
          "resource",
          "result",
          "s16",
          "s32",
          "s64",
          "s8",
          "static",
          "stream",
          "string",
          "tuple",
          "type",
          "u16",
          "u32",
          "u64",
          "u8",
          "use",
          "variant",
          "with",
          "world");

  private WitTypes() {}

  /// Prints a value type: `list<tuple<string, u32>>`. A record, variant, enum or flags is written
  /// out: `record { x: u32 }`. A handle is its resource type's name: `borrow<counter>`.
  public static String print(ValType type) {
    return new TypePrinter().valType(type);
  }

  /// Prints a function with its name: `greet: func(name: string) -> string`; without a name, only
  /// its type.
  public static String print(String name, ComponentFuncType type) {
    String func = new TypePrinter().func(type);
    return name.isEmpty() ? func : name + ": " + func;
  }

  /// The name of an interface, `ns:pkg/iface@1.0.0`, as WIT writes it.
  static String path(String name) {
    int at = name.indexOf('@');
    String version = at < 0 ? "" : name.substring(at);
    StringBuilder path = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= name.length() - version.length(); i++) {
      if (i == name.length() - version.length() || ":/".indexOf(name.charAt(i)) >= 0) {
        path.append(identifier(name.substring(start, i)));
        path.append(name, i, Math.min(i + 1, name.length() - version.length()));
        start = i + 1;
      }
    }
    return path.append(version).toString();
  }

  /// A string literal: what is not printable ASCII stands as an escaped code point.
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.codePoints()
        .forEach(c -> {
          if (c == '"' || c == '\\') {
            literal.append('\\').append((char) c);
          } else if (c >= ' ' && c < 0x7f) {
            literal.append((char) c);
          } else {
            literal.append("\\u{").append(Integer.toHexString(c)).append('}');
          }
        });
    return literal.append('"').toString();
  }

  /// A label as WIT writes it: `%` marks one that is a keyword.
  static String identifier(String label) {
    return KEYWORDS.contains(label) ? "%" + label : label;
  }
}
