package dev.wrt.decoder.core;

/// Seed of the package.
public interface Opcode {}
