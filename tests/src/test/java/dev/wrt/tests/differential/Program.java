package dev.wrt.tests.differential;

/// A generated module.
///
/// It exports functions `c0`, `c1`, ... to be called in this order, after each of them `observe`,
/// the memories `m0`, `m1`, ..., and globals `o0`, `o1`, ... of type `i64` that hold what there is
/// to compare.
///
/// @param seed what it was made of
/// @param bytes the module
/// @param nodes number of expressions and statements
record Program(long seed, byte[] bytes, int nodes) {}
