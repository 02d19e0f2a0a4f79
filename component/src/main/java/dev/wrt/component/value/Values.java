package dev.wrt.component.value;

/// Seed of the package.
public interface Values {}
