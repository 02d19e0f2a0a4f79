package dev.wrt.decoder.component;

/// Equality and subtyping of resolved types, without recursion.
public final class TypeMatching {
  private TypeMatching() {}

  /// Whether two value types have the same structure and resource types.
  public static boolean equal(ValType a, ValType b) {
    throw new UnsupportedOperationException();
  }
}
