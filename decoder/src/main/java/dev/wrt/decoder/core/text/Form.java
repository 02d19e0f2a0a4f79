package dev.wrt.decoder.core.text;

/// How an {@link Item} is written in the binary format.
public enum Form {
  /// One byte.
  BYTE,
  /// An unsigned LEB128 number of at most 32 bits.
  U32,
  /// An unsigned LEB128 number of at most 64 bits.
  U64,
  /// A signed LEB128 number of 32 bits.
  S32,
  /// A signed LEB128 number of 33 bits.
  S33,
  /// A signed LEB128 number of 64 bits.
  S64,
  /// The byte of a type; a signed LEB128 number of 33 bits, the heap type, follows `0x63` and
  /// `0x64`.
  TYPE,
  /// Four bytes, little endian.
  FIXED32,
  /// Eight bytes, little endian.
  FIXED64,
  /// Sixteen bytes, little endian.
  FIXED128,
  /// A length as an unsigned LEB128 number of at most 32 bits, and so many bytes.
  NAME,
  /// Bytes whose number is known from elsewhere.
  BYTES
}
