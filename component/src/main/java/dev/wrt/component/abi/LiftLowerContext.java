package dev.wrt.component.abi;

/// `LiftLowerContext` of CanonicalABI.md: everything that lifting or lowering needs to know of one
/// side of a call.
///
/// @param options the canonical options of that side
/// @param handles its handle table together with the borrow scope of the call
/// @param crossing the passage that every byte read from or written to its memory takes
public record LiftLowerContext(CanonicalOptions options, HandleScope handles, Crossing crossing) {}
