/// Execution of core modules (the specification's chapter Execution): stores, instances, machines.
///
/// Entry points: {@link dev.wrt.engine.Store}, which instantiates modules, and {@link
/// dev.wrt.engine.Machine}, which runs their functions.
///
/// Reading order: {@link dev.wrt.engine.Op} (the register code), {@link dev.wrt.engine.Interpreter}
/// (the loop, with the essay on frames, fuel and traps), {@link dev.wrt.engine.ColdOps} and {@link
/// dev.wrt.engine.Calls} (what leaves the loop); then how the code is made: {@link
/// dev.wrt.engine.Translator}, {@link dev.wrt.engine.Registers}, {@link
/// dev.wrt.engine.ControlTranslator}, {@link dev.wrt.engine.Emitter}; then {@link
/// dev.wrt.engine.Instantiation} and {@link dev.wrt.engine.Linking}. The numeric instructions are
/// {@link dev.wrt.engine.I32}, {@link dev.wrt.engine.I64}, {@link dev.wrt.engine.F32} and {@link
/// dev.wrt.engine.F64}.
///
/// Vectors are explained by {@link dev.wrt.engine.V128} (what instructions mean) and {@link
/// dev.wrt.engine.VectorOps} (how they are executed), threads by {@link dev.wrt.engine.AtomicOps}
/// and {@link dev.wrt.engine.Waiters}.
///
/// What modules share: {@link dev.wrt.engine.StoreTypes} (one identity for their types) and {@link
/// dev.wrt.engine.TagInst}. Exceptions: {@link dev.wrt.engine.HandlerTable} (where they are caught)
/// and {@link dev.wrt.engine.Unwinding} (how they get there).
///
/// What waits for the host can make room for others: {@link dev.wrt.engine.SavedFrames}.
///
/// Objects, which structs, arrays and exceptions are: {@link dev.wrt.engine.Refs} (what a reference
/// looks like), {@link dev.wrt.engine.Heap} (the arena), {@link dev.wrt.engine.ObjectLayout},
/// {@link dev.wrt.engine.HeapOps} (the instructions), {@link dev.wrt.engine.Collector}, and what it
/// begins with: {@link dev.wrt.engine.StoreRoots}, {@link dev.wrt.engine.Frames}.
///
/// Invariants: a slot that holds an `i32` or `f32` has its upper half zero; a target of a branch is
/// an {@link dev.wrt.engine.Op#FUEL}; the code of a finished function never changes; every array
/// that a guest can make large was reserved from the budget first.
///
/// Limits: {@link dev.wrt.engine.EngineOptions}.
package dev.wrt.engine;
