package dev.wrt.component.abi;

import dev.wrt.component.value.Packing;

/// Adjacent stores that wait in a buffer to be written to memory in one go.
///
/// The bytes of the run lie in the buffer from {@link #start} on, {@link #length} of them, and go
/// to memory at {@link #ptr}. A store that does not continue the run ends it: so stores take effect
/// in their order, and no byte between them is touched.
final class StagedRun {
  private int ptr;
  private int start;
  private int length;

  /// Whether a store at a place continues the run.
  // [impl->req~strategy-same-answer~1]
  boolean continues(int place) {
    return length > 0 && place == ptr + length;
  }

  boolean isEmpty() {
    return length == 0;
  }

  /// Where the run goes in memory.
  int ptr() {
    return ptr;
  }

  /// Where the run is in the buffer.
  int start() {
    return start;
  }

  /// How many bytes there are.
  int length() {
    return length;
  }

  /// Begins a run.
  void begin(int place, int bufferStart) {
    ptr = place;
    start = bufferStart;
    length = 0;
  }

  /// Appends a number to the run.
  void append(byte[] buffer, long bits, int width) {
    Packing.store(buffer, start + length, bits, width);
    length += width;
  }
}
