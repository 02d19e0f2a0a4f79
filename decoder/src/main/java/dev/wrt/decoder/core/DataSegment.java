package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A data segment (`data`): bytes for memories.
///
/// @param memory for an active segment, the memory
/// @param offset for an active segment, where in the memory it starts; null for a passive one
/// @param bytesOffset offset of its first byte in {@link Module#bytes()}
/// @param length number of bytes
public record DataSegment(int memory, @Nullable ConstExpr offset, int bytesOffset, int length) {
  /// Whether it is copied when the module is instantiated, else by `memory.init`.
  public boolean active() {
    return offset != null;
  }

  /// Where an active segment starts.
  public ConstExpr activeOffset() {
    ConstExpr present = offset;
    if (present == null) {
      throw new Invariant.Violation("only an active segment has an offset");
    }
    return present;
  }
}
