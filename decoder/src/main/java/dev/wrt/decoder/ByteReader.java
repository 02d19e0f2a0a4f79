package dev.wrt.decoder;

import dev.wrt.bounded.Fault;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads a range of a file's bytes, with a sticky error.
///
/// The first fault is kept, moves the cursor to the end of the range, and from then on every number
/// is 0 and every name empty: loops over counts end by themselves, and the caller asks {@link
/// #fault} once a section. Offsets are absolute: they count from the beginning of the file.
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;
  private @Nullable Fault fault;

  /// Creates a reader of `bytes[offset, end)`.
  public ByteReader(byte[] bytes, int offset, int end) {
    this.bytes = bytes;
    this.at = offset;
    this.end = end;
  }

  /// The bytes read from.
  public byte[] bytes() {
    return bytes;
  }

  /// Offset of the next byte.
  public int offset() {
    return at;
  }

  /// Offset after the last byte.
  public int end() {
    return end;
  }

  /// Number of bytes left.
  public int remaining() {
    return end - at;
  }

  /// Whether there was no fault.
  public boolean ok() {
    return fault == null;
  }

  /// The first fault, or null.
  public @Nullable Fault fault() {
    return fault;
  }

  /// Keeps a fault unless there is one, and moves to the end.
  public void fail(Fault found) {
    if (fault == null) {
      fault = found;
    }
    at = end;
  }
}
