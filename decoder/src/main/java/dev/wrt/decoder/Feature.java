package dev.wrt.decoder;

/// A feature beside WebAssembly 3.0, off unless it is asked for by name.
public enum Feature {
  /// Shared memories and atomic instructions.
  THREADS("threads"),
  /// Sums, differences and products of 128 bits.
  WIDE_ARITHMETIC("wide-arithmetic"),
  /// Memories with pages of one byte.
  CUSTOM_PAGE_SIZES("custom-page-sizes"),
  /// `try`, `catch`, `rethrow` and `delegate`, which `try_table` has replaced.
  LEGACY_EXCEPTIONS("legacy-exceptions");

  private final String word;

  Feature(String word) {
    this.word = word;
  }

  /// The name by which it is asked for, and that faults say.
  public String word() {
    return word;
  }
}
