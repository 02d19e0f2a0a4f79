package dev.wrt.decoder.core;

import org.checkerframework.checker.nullness.qual.Nullable;

/// The names that a module gives its parts for debugging (custom section `name`).
public final class NameSection {
  NameSection() {}

  /// Name of the module, or null.
  public @Nullable String moduleName() {
    return null;
  }

  /// Name of a function, or null.
  public @Nullable String funcName(int funcidx) {
    return null;
  }

  /// Name of a local of a function, or null.
  public @Nullable String localName(int funcidx, int localidx) {
    return null;
  }
}
