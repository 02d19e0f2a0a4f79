package dev.wrt.decoder.component;

/// The features of the component model that are decoded and then refused, each by name, because the
/// runtime does not have them yet or because they are not stable (Explainer.md, "Gated Features").
/// Opening one is a matter of the constant {@link #CLOSED}; nothing else knows which are closed.
public enum Gate {
  /// `async`, streams, futures, waitables, tasks and subtasks.
  ASYNC("async"),
  /// The `map` type.
  MAP("map"),
  /// Values and the component-level start function.
  VALUES("values"),
  /// The `error-context` type and its built-ins.
  ERROR_CONTEXT("error-context"),
  /// Lists of a fixed length.
  FIXED_LENGTH_LISTS("fixed-length lists"),
  /// Threading built-ins.
  THREADS("threads"),
  /// Nested namespaces and packages in names.
  NESTED_NAMES("nested names"),
  /// Canonical interface names and version suffixes.
  CANONICAL_NAMES("canonical interface names"),
  /// 64-bit memories and resource representations.
  MEMORY64("memory64");

  /// The gates that {@link Component#decode} keeps closed: all but `map`, which is stable.
  public static final java.util.Set<Gate> CLOSED =
      java.util.Collections.unmodifiableSet(
          java.util.EnumSet.complementOf(java.util.EnumSet.of(MAP)));

  private final String word;

  Gate(String word) {
    this.word = word;
  }

  /// The feature's name in messages.
  public String word() {
    return word;
  }
}
