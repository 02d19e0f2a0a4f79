package dev.wrt.decoder.component;

/// Seed of the package.
public interface Definition {}
