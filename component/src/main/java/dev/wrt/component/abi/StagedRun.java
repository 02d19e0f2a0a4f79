package dev.wrt.component.abi;

import dev.wrt.component.value.Packing;
import java.util.zip.CRC32C;

/// Adjacent stores that wait in a buffer to be written to memory in one go.
///
/// The bytes of the run lie in the buffer from {@link #start} on, {@link #length} of them, and go
/// to memory at {@link #ptr}. A store that does not continue the run ends it: so stores take effect
/// in their order, and no byte between them is touched.
///
/// A sealed run knows its bytes a second time: each store is also written to a small array of its
/// own, which goes into a checksum when it is full. So what the buffer holds when the run is
/// written to memory can be compared with what was stored.
final class StagedRun {
  /// Bytes of stores that wait for the checksum.
  private static final int SECOND_BYTES = 256;

  private static final byte[] NO_BYTES = {};

  private final CRC32C stored = new CRC32C();
  private final CRC32C found = new CRC32C();

  /// With room for one more store than fits.
  private byte[] second = NO_BYTES;

  private int secondLength;
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
    secondLength = 0;
    stored.reset();
  }

  /// The run that begins is sealed, and all after it.
  void seal() {
    if (second.length == 0) {
      second = new byte[SECOND_BYTES + Long.BYTES];
    }
  }

  /// Whether the run in a buffer is what was stored; true for a run that is not sealed.
  // [impl->req~abi-buffers-sealed~1]
  boolean agrees(byte[] buffer) {
    if (second.length == 0) {
      return true;
    }
    stored.update(second, 0, secondLength);
    secondLength = 0;
    found.reset();
    found.update(buffer, start, length);
    return found.getValue() == stored.getValue();
  }

  /// Appends a number to the run.
  void append(byte[] buffer, long bits, int width) {
    Packing.store(buffer, start + length, bits, width);
    length += width;
    if (second.length > 0) {
      Packing.store(second, secondLength, bits, width);
      secondLength += width;
      if (secondLength >= SECOND_BYTES) {
        stored.update(second, 0, secondLength);
        secondLength = 0;
      }
    }
  }

  /// The checksum of the bytes in a buffer.
  long checksum(byte[] buffer, int from, int count) {
    found.reset();
    found.update(buffer, from, count);
    return found.getValue();
  }

  /// The checksum of what was stored, as far as it was asked for.
  long checksum() {
    return stored.getValue();
  }
}
