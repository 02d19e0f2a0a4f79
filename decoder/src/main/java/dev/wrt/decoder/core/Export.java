package dev.wrt.decoder.core;

/// An export (`export`).
///
/// @param name its name, unique in the module
/// @param kind index space
/// @param index index in that space, imported ones first
public record Export(String name, ExternKind kind, int index) {}
