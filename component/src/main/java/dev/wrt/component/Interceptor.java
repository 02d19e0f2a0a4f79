package dev.wrt.component;

/// Seed of the package.
public interface Interceptor {}
