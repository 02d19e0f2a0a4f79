package dev.wrt.memory;

import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;

/// Storage that a {@link Scrubber} can verify block by block.
public sealed interface Scrubbable permits SafeMemory, Crc32cImage, GrowingImage {
  /// How many blocks have a digest; 0 when nothing is verified, or after close.
  int blocks();

  /// Compares one block with its digest.
  ///
  /// @param block its index, below {@link #blocks}
  /// @return the mismatch, if there is one that could not be repaired
  Result<Unit> verifyBlock(int block);
}
