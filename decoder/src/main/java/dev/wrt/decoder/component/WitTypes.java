package dev.wrt.decoder.component;

/// One-line WIT text of types, for messages and signatures.
public final class WitTypes {
  private WitTypes() {}

  /// Prints a value type: `list<tuple<string, u32>>`. A record, variant, enum or flags is written
  /// out inline: `record { x: u32 }`.
  public static String print(ValType type) {
    throw new UnsupportedOperationException();
  }

  /// Prints a function with its name: `greet: func(name: string) -> string`.
  public static String print(String name, ComponentFuncType type) {
    throw new UnsupportedOperationException();
  }
}
