package dev.wrt.decoder.core;

/// What an import or export is; the order is the binary format's.
public enum ExternKind {
  /// A function.
  FUNC,
  /// A table.
  TABLE,
  /// A memory.
  MEM,
  /// A global.
  GLOBAL,
  /// A tag.
  TAG
}
