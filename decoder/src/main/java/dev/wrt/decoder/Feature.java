package dev.wrt.decoder;

/// A feature beside WebAssembly 3.0 and the stable part of the component model, off unless it is
/// asked for by name.
public enum Feature {
  /// Shared memories and atomic instructions.
  THREADS("threads"),
  /// Sums, differences and products of 128 bits.
  WIDE_ARITHMETIC("wide-arithmetic"),
  /// Memories with pages of one byte.
  CUSTOM_PAGE_SIZES("custom-page-sizes"),
  /// `try`, `catch`, `rethrow` and `delegate`, which `try_table` has replaced.
  LEGACY_EXCEPTIONS("legacy-exceptions"),

  // Of the component model (Explainer.md, "Gated Features")
  /// Imports, exports and definitions of values, and the start function of a component.
  VALUES("values"),
  /// The `error-context` type and its built-ins.
  ERROR_CONTEXT("error-context"),
  /// Lists of a fixed length.
  FIXED_LENGTH_LISTS("fixed-length-lists"),
  /// Threads that switch at calls of their built-ins only: `thread.new-indirect` and its kin.
  COOPERATIVE_THREADS("cooperative-threads"),
  /// `async` functions that are lifted without a `callback`, and so block on a stack of their own.
  ASYNC_STACKFUL("async-stackful"),
  /// The options of built-ins that only wait, or only don't: `stream.read` without `async`,
  /// `subtask.cancel` with it.
  ASYNC_BUILTINS("async-builtins"),
  /// Namespaces in namespaces and packages in packages, in names.
  NESTED_NAMES("nested-names"),
  /// Canonical versions of interface names, with the rest of the version as a suffix.
  CANONICAL_NAMES("canonical-names"),
  /// 64-bit memories as options of canonical definitions, and 64-bit resource representations.
  COMPONENT_MEMORY64("component-memory64"),
  /// Threads that run in parallel: `thread.spawn-ref` and its kin.
  SHARED_EVERYTHING_THREADS("shared-everything-threads");

  private final String word;

  Feature(String word) {
    this.word = word;
  }

  /// The name by which it is asked for, and that faults say.
  public String word() {
    return word;
  }
}
