package dev.wrt.decoder.component;

import org.checkerframework.checker.nullness.qual.Nullable;

/// `primvaltype`: the value types without parts.
public enum PrimValType implements ValType, ValTypeRef {
  /// `bool`
  BOOL(0x7f, "bool"),
  /// `s8`
  S8(0x7e, "s8"),
  /// `u8`
  U8(0x7d, "u8"),
  /// `s16`
  S16(0x7c, "s16"),
  /// `u16`
  U16(0x7b, "u16"),
  /// `s32`
  S32(0x7a, "s32"),
  /// `u32`
  U32(0x79, "u32"),
  /// `s64`
  S64(0x78, "s64"),
  /// `u64`
  U64(0x77, "u64"),
  /// `f32`
  F32(0x76, "f32"),
  /// `f64`
  F64(0x75, "f64"),
  /// `char`: a Unicode scalar value
  CHAR(0x74, "char"),
  /// `string`
  STRING(0x73, "string"),
  /// `error-context`
  ERROR_CONTEXT(0x64, "error-context");

  private final int code;
  private final String word;
  private final TypeInfo info;

  PrimValType(int code, String word) {
    this.code = code;
    this.word = word;
    this.info = TypeInfo.primitive(code);
  }

  @Override
  public TypeInfo info() {
    return info;
  }

  /// The byte of the binary format.
  public int code() {
    return code;
  }

  /// The word of the text format.
  public String word() {
    return word;
  }

  /// The primitive of a byte of the binary format, or null.
  static @Nullable PrimValType of(int code) {
    for (PrimValType t : values()) {
      if (t.code == code) {
        return t;
      }
    }
    return null;
  }
}
