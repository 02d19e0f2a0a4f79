/// Core modules: syntax, binary decoding and validation (core specification, chapters "Structure",
/// "Binary Format" and "Validation").
///
/// Entry point: {@link dev.wrt.decoder.core.Module#decode}. Reading order: {@link
/// dev.wrt.decoder.core.Opcode} (the one table of instructions), {@link
/// dev.wrt.decoder.core.Module} and the records it shows, then the decoder in the order of the
/// bytes: `ModuleDecoder` (sections), `TypeDecoder` (type definitions, made canonical by their
/// `RecGroup`), `Types`, `SegmentDecoder`, {@link dev.wrt.decoder.core.CodeReader} (immediates),
/// `CodeValidator` and `ValidationStacks` (the algorithm of the appendix), `ControlRules`,
/// `MemoryRules` and `AggregateRules` (rules by family) with {@link
/// dev.wrt.decoder.core.TypeMatching}, {@link dev.wrt.decoder.core.NameSection}.
///
/// Types are ints where there are many of them: {@link dev.wrt.decoder.core.ValType} says how. A
/// type index in them is canonical, so that inside of a module equal types are equal ints.
///
/// Invariants: a {@link dev.wrt.decoder.core.Module} is valid as a whole; it keeps the file's bytes
/// and never copies what can be long; all that it allocates was reserved before, and is given back
/// when it is closed or when decoding fails. Decoding takes time linear to the bytes, times the
/// most types that one byte can refer to: a call or a label of `br_table` names a type of at most
/// {@link dev.wrt.decoder.Limits#params} and {@link dev.wrt.decoder.Limits#results}, `struct.new`
/// one of {@link dev.wrt.decoder.Limits#fields}; subtyping takes at most {@link
/// dev.wrt.decoder.Limits#subtypeDepth} steps. No recursion: nesting is on explicit stacks ({@link
/// dev.wrt.decoder.Limits#blockDepth}, {@link dev.wrt.decoder.Limits#operandHeight}).
///
/// Scope: all of WebAssembly 3.0. Each {@link dev.wrt.decoder.Feature} beside it is refused by name
/// ({@link dev.wrt.decoder.DecoderCode#UNSUPPORTED}) unless it is asked for.
package dev.wrt.decoder.core;
