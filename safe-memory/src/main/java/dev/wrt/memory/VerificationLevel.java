package dev.wrt.memory;

/// Seed of the package.
public interface VerificationLevel {}
