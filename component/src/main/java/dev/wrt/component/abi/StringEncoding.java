package dev.wrt.component.abi;

/// Seed of the package.
public interface StringEncoding {}
