package dev.wrt.decoder.core;

/// A tag defined by the module (`tag`): what exceptions are told apart by.
///
/// @param typeidx index of its function type, whose parameters are the values of its exceptions
public record Tag(int typeidx) {}
