package dev.wrt.memory;

import dev.wrt.bounded.FaultCode;

/// Refusals of memories, slices, images and buffer pools.
public enum MemoryCode implements FaultCode {
  /// An access reaches outside a memory, slice or buffer.
  OUT_OF_BOUNDS("WRT-M-001", "out of bounds memory access"),
  /// Growth beyond a memory's maximum.
  GROW_BEYOND_MAX("WRT-M-002", "memory can't grow beyond its maximum"),
  /// A block's data and its digest disagree.
  DIGEST_MISMATCH("WRT-M-003", "data differ from their digest"),
  /// A word and its complement in the mirror disagree.
  MIRROR_MISMATCH("WRT-M-004", "data differ from their mirror"),
  /// The two copies of a digest disagree.
  DIGEST_CORRUPTED("WRT-M-005", "digest and its complement differ"),
  /// An immutable image differs from the checksums taken at load.
  IMAGE_MISMATCH("WRT-M-006", "image differs from its checksum"),
  /// A slice, buffer or memory is used after it was closed.
  CLOSED("WRT-M-007", "use after close"),
  /// A store through a read-only slice.
  READ_ONLY("WRT-M-008", "slice is read-only"),
  /// All buffers of a pool are in use.
  POOL_EXHAUSTED("WRT-M-009", "all buffers are in use"),
  /// No verification level has this name.
  UNKNOWN_LEVEL("WRT-M-010", "unknown verification level");

  private final String id;
  private final String text;

  MemoryCode(String id, String text) {
    this.id = id;
    this.text = text;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String text() {
    return text;
  }
}
