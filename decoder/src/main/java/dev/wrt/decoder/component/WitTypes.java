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
    return new TypePrinter(t -> null).valType(type);
  }

  /// Prints a function with its name: `greet: func(name: string) -> string`; without a name, only
  /// its type.
  public static String print(String name, ComponentFuncType type) {
    String func = new TypePrinter(t -> null).func(type);
    return name.isEmpty() ? func : name + ": " + func;
  }

  /// A label as WIT writes it: `%` marks one that is a keyword.
  static String identifier(String label) {
    return KEYWORDS.contains(label) ? "%" + label : label;
  }
}
