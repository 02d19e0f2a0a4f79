package dev.wrt.wasi;

/// Seed of the package.
public interface WasiOptions {}
