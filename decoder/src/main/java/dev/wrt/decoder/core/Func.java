package dev.wrt.decoder.core;

/// A function defined by the module (`func`): where it lies in {@link Module#bytes()}.
///
/// Local declarations and code stay in the bytes: {@link CodeReader#enter} reads them again.
///
/// @param typeidx index of its type
/// @param localsOffset offset of the local declarations
/// @param bodyOffset offset of the first instruction
/// @param bodyEnd offset after the last instruction, its `end`
/// @param localCount number of declared locals, parameters not included
/// @param maxHeight largest height of its operand stack, in values
public record Func(
    int typeidx, int localsOffset, int bodyOffset, int bodyEnd, int localCount, int maxHeight) {}
