package dev.wrt.intercept;

/// Seed of the package.
public interface Logging {}
