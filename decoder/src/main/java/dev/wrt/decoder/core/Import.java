package dev.wrt.decoder.core;

/// An import (`import`).
///
/// @param module first name
/// @param name second name
/// @param desc what is asked for
public record Import(String module, String name, ExternType desc) {}
