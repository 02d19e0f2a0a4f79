package dev.wrt.decoder.core;

import org.checkerframework.checker.nullness.qual.Nullable;

/// A value type (`valtype` of the specification): number, vector or reference.
///
/// Not an enum, because typed references (`ref null? typeidx`) form an open family. Every type has
/// an `int` code that the validator works on: the low byte is the first byte of the binary form,
/// and a typed reference will carry its heap type above it. Types without a heap type are the
/// constants below, so that they compare by identity.
public final class ValType {
  /// 32-bit integer.
  public static final ValType I32 = new ValType(0x7F, "i32");

  /// 64-bit integer.
  public static final ValType I64 = new ValType(0x7E, "i64");

  /// 32-bit float.
  public static final ValType F32 = new ValType(0x7D, "f32");

  /// 64-bit float.
  public static final ValType F64 = new ValType(0x7C, "f64");

  /// 128-bit vector.
  public static final ValType V128 = new ValType(0x7B, "v128");

  /// Nullable reference to a function.
  public static final ValType FUNCREF = new ValType(0x70, "funcref");

  /// Nullable reference to something of the host.
  public static final ValType EXTERNREF = new ValType(0x6F, "externref");

  /// The validator's bottom type: what unreachable code leaves on the stack. Never in a module.
  public static final ValType BOT = new ValType(0, "bot");

  private static final ValType[] BY_CODE = new ValType[0x80];

  static {
    for (ValType type : new ValType[] {I32, I64, F32, F64, V128, FUNCREF, EXTERNREF, BOT}) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;
  private final String text;

  private ValType(int code, String text) {
    this.code = code;
    this.text = text;
  }

  /// The type with a code, or null where there is none.
  public static @Nullable ValType of(int code) {
    return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : null;
  }

  /// The type's code: the byte of the binary format, such as `0x7F` for `i32`.
  public int code() {
    return code;
  }

  /// Whether this is a number type.
  public boolean isNum() {
    return isNum(code);
  }

  /// Whether this is the vector type.
  public boolean isVec() {
    return code == 0x7B;
  }

  /// Whether this is a reference type.
  public boolean isRef() {
    return isRef(code);
  }

  static boolean isNum(int code) {
    return code >= 0x7C && code <= 0x7F;
  }

  static boolean isRef(int code) {
    return code == 0x70 || code == 0x6F;
  }

  /// The name in the text format.
  @Override
  public String toString() {
    return text;
  }
}
