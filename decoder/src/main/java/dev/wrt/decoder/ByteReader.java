package dev.wrt.decoder;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.SizeEstimate;
import java.nio.charset.StandardCharsets;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Reads a range of a file's bytes, with a sticky error.
///
/// The first fault is kept, moves the cursor to the end of the range, and from then on every number
/// is 0, every count is 0 and every name is empty: loops over counts end by themselves, and the
/// caller asks {@link #ok} once a section. Offsets are absolute: they count from the beginning of
/// the file. What a file's counts and names make us allocate is reserved from a {@link Storage}
/// before.
///
/// Grammar: "Values" of the binary format (core specification, `binary/values`).
// [impl->req~decoder-grammar~1]
public final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private final Storage storage;
  private int at;
  private @Nullable Fault fault;

  /// Creates a reader of `bytes[offset, end)`.
  ///
  /// @param bytes a file
  /// @param offset first byte
  /// @param end offset after the last byte
  /// @param storage pays for what counts and names lead to
  public ByteReader(byte[] bytes, int offset, int end, Storage storage) {
    this.bytes = bytes;
    this.at = offset;
    this.end = end;
    this.storage = storage;
  }

  /// The bytes read from.
  public byte[] bytes() {
    return bytes;
  }

  /// Offset of the next byte.
  public int offset() {
    return at;
  }

  /// Goes to an offset inside the range; after a fault it stays at the end.
  public void seek(int offset) {
    at = fault == null ? offset : end;
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

  /// Fails because the bytes are not of the grammar.
  ///
  /// @param code what is wrong
  /// @param offset where
  /// @param subject which one, may be empty
  // [impl->req~decoder-offsets~1]
  public void malformed(DecoderCode code, int offset, String subject) {
    fail(new Fault.MalformedFault(code, offset, subject));
  }

  /// Fails because a validation rule is broken.
  ///
  /// @param code what is wrong
  /// @param offset where
  /// @param subject which one, may be empty
  // [impl->req~decoder-offsets~1]
  public void invalid(DecoderCode code, int offset, String subject) {
    fail(new Fault.InvalidFault(code, offset, subject));
  }

  /// Checks a quantity against a field of {@link Limits}.
  ///
  /// @param limit name of the field
  /// @param requested the quantity, at least 0
  /// @param max the field's value
  /// @return whether it is allowed; if not, the reader has failed
  public boolean within(String limit, long requested, long max) {
    if (requested > max) {
      fail(new Fault.LimitFault(DecoderCode.LIMIT_EXCEEDED, limit, requested, max));
    }
    return ok();
  }

  /// Reserves storage.
  ///
  /// @return whether it is reserved; if not, the reader has failed
  public boolean reserve(long size) {
    if (ok() && !storage.offer(size)) {
      fail(storage.refusal(size));
    }
    return ok();
  }

  /// The next byte, 0 to 255.
  public int u8() {
    if (at < end) {
      return bytes[at++] & 0xFF;
    }
    return unexpectedEnd();
  }

  /// The next byte without moving, or -1 at the end.
  public int peek() {
    return at < end ? bytes[at] & 0xFF : -1;
  }

  /// Moves over bytes.
  ///
  /// @param length how many, at least 0
  public void skip(int length) {
    if (length > remaining()) {
      unexpectedEnd();
      return;
    }
    at += length;
  }

  /// A signed LEB128 number of 7 bits, as the codes of types are, without its sign: 0 to 127.
  public int s7() {
    int value = u8();
    if (value >= 0x80) {
      malformed(DecoderCode.INTEGER_TOO_LONG, at, "");
      return 0;
    }
    return value;
  }

  /// Four bytes, little endian.
  public int fixed32() {
    if (remaining() < 4) {
      return unexpectedEnd();
    }
    int value =
        (bytes[at] & 0xFF)
            | (bytes[at + 1] & 0xFF) << 8
            | (bytes[at + 2] & 0xFF) << 16
            | (bytes[at + 3] & 0xFF) << 24;
    at += 4;
    return value;
  }

  /// Eight bytes, little endian.
  public long fixed64() {
    if (remaining() < 8) {
      return unexpectedEnd();
    }
    long low = fixed32() & 0xFFFF_FFFFL;
    return low | (long) fixed32() << 32;
  }

  /// An unsigned LEB128 number of at most 32 bits, to be read as unsigned.
  public int u32() {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    return (int) unsigned(32);
  }

  /// An unsigned LEB128 number of at most 64 bits, to be read as unsigned.
  public long u64() {
    if (at < end && bytes[at] >= 0) {
      return bytes[at++];
    }
    return unsigned(64);
  }

  /// A signed LEB128 number of 32 bits.
  public int s32() {
    return at < end && bytes[at] >= 0 ? sevenBits() : (int) signed(32);
  }

  /// A signed LEB128 number of 33 bits, as of block types and heap types.
  public long s33() {
    return signed(33);
  }

  /// A signed LEB128 number of 64 bits.
  public long s64() {
    return at < end && bytes[at] >= 0 ? sevenBits() : signed(64);
  }

  /// The length of a vector of things of at least a byte each.
  ///
  /// Like the reference interpreter, it counts the length's own bytes among those that are left
  /// when it chooses between "length out of bounds" and "unexpected end".
  ///
  /// @return at most {@link #remaining}
  public int length() {
    int start = at;
    int length = u32();
    if (length < 0 || length > end - start) {
      malformed(DecoderCode.LENGTH_OUT_OF_BOUNDS, start, "");
      return 0;
    }
    return length > remaining() ? unexpectedEnd() : length;
  }

  /// The length of a vector whose elements are to be kept: checked against a limit, and their
  /// storage is reserved.
  ///
  /// @param limit name of the field of {@link Limits}
  /// @param max the field's value
  /// @param elementBytes what one element takes on the heap, its reference included
  public int count(String limit, int max, int elementBytes) {
    int count = length();
    boolean allowed = within(limit, count, max) && reserve((long) count * elementBytes);
    return allowed ? count : 0;
  }

  /// The length of a name, which begins at the cursor afterwards and is well-formed UTF-8.
  ///
  /// @param maxBytes value of {@link Limits#nameBytes}
  public int nameLength(int maxBytes) {
    int start = at;
    int length = length();
    if (!within("nameBytes", length, maxBytes)) {
      return 0;
    }
    if (!Utf8.valid(bytes, at, at + length)) {
      malformed(DecoderCode.MALFORMED_UTF8, start, "");
      return 0;
    }
    return length;
  }

  /// A name in UTF-8, its storage reserved.
  ///
  /// @param maxBytes value of {@link Limits#nameBytes}
  public String name(int maxBytes) {
    int length = nameLength(maxBytes);
    if (!reserve(SizeEstimate.stringBytes(length))) {
      return "";
    }
    String name = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return name;
  }

  private int unexpectedEnd() {
    malformed(DecoderCode.UNEXPECTED_END, end, "");
    return 0;
  }

  /// `uN`: each byte must fit in the bits that are left.
  private long unsigned(int width) {
    long value = 0;
    int shift = 0;
    int left = width;
    while (left > 0) {
      int b = u8();
      if (left < 7 && (b & 0x7F) >= 1 << left) {
        malformed(DecoderCode.INTEGER_TOO_LARGE, at - 1, "");
      }
      value |= (long) (b & 0x7F) << shift;
      if (b < 0x80) {
        return ok() ? value : 0;
      }
      shift += 7;
      left -= 7;
    }
    malformed(DecoderCode.INTEGER_TOO_LONG, at, "");
    return 0;
  }

  /// `sN` of one byte, whose bit 6 is the sign.
  private int sevenBits() {
    return bytes[at++] << 25 >> 25;
  }

  /// `sN`: in the last byte, the bits above the sign bit repeat it.
  private long signed(int width) {
    long value = 0;
    int shift = 0;
    int left = width;
    while (left > 0) {
      int b = u8();
      int above = left < 7 ? -1 << (left - 1) & 0x7F : 0;
      if ((b & above) != 0 && (b & above) != above) {
        malformed(DecoderCode.INTEGER_TOO_LARGE, at - 1, "");
      }
      value |= (long) (b & 0x7F) << shift;
      shift += 7;
      left -= 7;
      if (b < 0x80) {
        int unused = Math.max(64 - shift, 0);
        return ok() ? value << unused >> unused : 0;
      }
    }
    malformed(DecoderCode.INTEGER_TOO_LONG, at, "");
    return 0;
  }
}
