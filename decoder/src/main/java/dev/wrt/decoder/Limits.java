package dev.wrt.decoder;

/// Seed of the package.
public interface Limits {}
