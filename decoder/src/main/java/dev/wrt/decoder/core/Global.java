package dev.wrt.decoder.core;

/// A global defined by the module (`global`).
///
/// @param type its type
/// @param init its first value
public record Global(GlobalType type, ConstExpr init) {}
