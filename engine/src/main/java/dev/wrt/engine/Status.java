package dev.wrt.engine;

/// Seed of the package.
public interface Status {}
