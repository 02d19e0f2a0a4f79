package dev.wrt.decoder.core;

/// A table defined by the module (`table`).
///
/// @param type its type
/// @param init value of its elements at the start
public record Table(TableType type, ConstExpr init) {}
