/// What a call of a component costs, beside jco on Node.
///
/// Reading order: {@link dev.wrt.benchmarks.Case} (what is called), {@link
/// dev.wrt.benchmarks.CallRun} (one process that measures all cases under one configuration),
/// {@link dev.wrt.benchmarks.Comparison} (all processes, in turns), {@link
/// dev.wrt.benchmarks.Tables} (what is written). The other side's process is `jco/calls.mjs`, which
/// measures in the same way.
package dev.wrt.benchmarks;
