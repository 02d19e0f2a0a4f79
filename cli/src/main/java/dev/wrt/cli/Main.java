package dev.wrt.cli;

/// Seed of the package.
public interface Main {}
