package dev.wrt.component.abi;

import dev.wrt.decoder.component.StringEncoding;
import dev.wrt.engine.MemInst;
import dev.wrt.memory.SafeMemory;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `LiftLowerContext` of CanonicalABI.md: everything that lifting or lowering needs to know of one
/// side of a call.
///
/// @param memory its memory, null where the canonical options name none
/// @param encoding how its strings lie there
/// @param handles its handle table together with the borrow scope of the call
/// @param crossing the passage that every byte read from or written to its memory takes
public record LiftLowerContext(
    @Nullable SafeMemory memory, StringEncoding encoding, HandleScope handles, Crossing crossing) {
  /// The context of canonical options.
  public LiftLowerContext(CanonicalOptions options, HandleScope handles, Crossing crossing) {
    this(plain(options.memory()), options.encoding(), handles, crossing);
  }

  private static @Nullable SafeMemory plain(@Nullable MemInst memory) {
    return memory == null ? null : memory.memory();
  }
}
