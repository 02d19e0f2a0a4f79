/// Results, faults, budgets and fixed-capacity collections.
///
/// Reading order: {@link dev.wrt.bounded.Result} and {@link dev.wrt.bounded.Fault} (how a "no" is
/// said), {@link dev.wrt.bounded.Invariant} (how our own bugs stop), {@link
/// dev.wrt.bounded.MemoryBudget} (the only source of storage), then the collections.
package dev.wrt.bounded;
