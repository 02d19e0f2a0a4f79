package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A value type (`valtype`): number, vector or reference.
///
/// Not an enum, because typed references (`ref null? typeidx`) form an open family. Every type has
/// an `int` code that validation and translation work on, and that says all about the type:
///
/// - a number, the vector, or a nullable reference to an abstract heap type is its byte of the
///   binary format, such as `0x7F` for `i32` and `0x70` for `funcref`;
/// - any other reference is the byte `0x63` (nullable) or `0x64`, and its {@link HeapType} above.
///
/// A type index in a code is always the canonical one of its module ({@link Module#canonical}), so
/// that inside a module equal codes are equal types. Types of one byte are the constants below;
/// others are made when they are asked for, therefore types are compared by `equals` or by their
/// codes.
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
  public static final ValType FUNCREF = new ValType(HeapType.FUNC, "funcref");

  /// Nullable reference to something of the host.
  public static final ValType EXTERNREF = new ValType(HeapType.EXTERN, "externref");

  /// Nullable reference to something internal.
  public static final ValType ANYREF = new ValType(HeapType.ANY, "anyref");

  /// Nullable reference to something that can be compared.
  public static final ValType EQREF = new ValType(HeapType.EQ, "eqref");

  /// Nullable unboxed 31-bit integer.
  public static final ValType I31REF = new ValType(HeapType.I31, "i31ref");

  /// Nullable reference to a structure.
  public static final ValType STRUCTREF = new ValType(HeapType.STRUCT, "structref");

  /// Nullable reference to an array.
  public static final ValType ARRAYREF = new ValType(HeapType.ARRAY, "arrayref");

  /// Nullable reference to an exception.
  public static final ValType EXNREF = new ValType(HeapType.EXN, "exnref");

  /// The null reference of what is internal.
  public static final ValType NULLREF = new ValType(HeapType.NONE, "nullref");

  /// The null reference of what is of the host.
  public static final ValType NULLEXTERNREF = new ValType(HeapType.NOEXTERN, "nullexternref");

  /// The null reference of functions.
  public static final ValType NULLFUNCREF = new ValType(HeapType.NOFUNC, "nullfuncref");

  /// The null reference of exceptions.
  public static final ValType NULLEXNREF = new ValType(HeapType.NOEXN, "nullexnref");

  /// The validator's bottom type: what unreachable code leaves on the stack. Never in a module.
  public static final ValType BOT = new ValType(0, "bot");

  private static final int NULLABLE_REF = 0x63;
  private static final int NON_NULL_REF = 0x64;
  private static final int HEAP_SHIFT = 8;
  private static final int LOW_BYTE = 0xFF;

  private static final ValType[] BY_CODE = new ValType[0x80];

  static {
    ValType[] all = {
      I32,
      I64,
      F32,
      F64,
      V128,
      FUNCREF,
      EXTERNREF,
      ANYREF,
      EQREF,
      I31REF,
      STRUCTREF,
      ARRAYREF,
      EXNREF,
      NULLREF,
      NULLEXTERNREF,
      NULLFUNCREF,
      NULLEXNREF,
      BOT
    };
    for (ValType type : all) {
      BY_CODE[type.code] = type;
    }
  }

  private final int code;

  /// The name of a constant; empty for the types that are made when asked for.
  private final String name;

  private ValType(int code, String name) {
    this.code = code;
    this.name = name;
  }

  /// The type with a code, or null where there is none.
  public static @Nullable ValType of(int code) {
    if (code >= 0 && code < BY_CODE.length && BY_CODE[code] != null) {
      return BY_CODE[code];
    }
    boolean form = isTyped(code) && ref(nullable(code), heap(code)) == code;
    return form && HeapType.exists(heap(code)) ? new ValType(code, "") : null;
  }

  /// The type with a code that a decoder has checked, or made itself.
  static ValType known(int code) {
    ValType type = of(code);
    if (type == null) {
      throw new Invariant.Violation("checked codes are those of types");
    }
    return type;
  }

  /// The code of a reference type.
  ///
  /// @param nullable whether null is a value of it
  /// @param heap what it refers to ({@link HeapType})
  public static int ref(boolean nullable, int heap) {
    if (nullable && HeapType.isAbstract(heap)) {
      return heap;
    }
    return (nullable ? NULLABLE_REF : NON_NULL_REF) | heap << HEAP_SHIFT;
  }

  /// Whether a code is that of a number type.
  public static boolean isNum(int code) {
    return code >= 0x7C && code <= 0x7F;
  }

  /// Whether a code is that of the vector type.
  public static boolean isVec(int code) {
    return code == 0x7B;
  }

  /// Whether a code is that of a reference type.
  public static boolean isRef(int code) {
    return HeapType.isAbstract(code) || isTyped(code);
  }

  /// Whether null is a value of the reference type of a code.
  public static boolean nullable(int code) {
    return (code & LOW_BYTE) != NON_NULL_REF;
  }

  /// What the reference type of a code refers to ({@link HeapType}).
  public static int heap(int code) {
    return isTyped(code) ? code >>> HEAP_SHIFT : code;
  }

  /// Whether a type has a default value: all but references that can't be null.
  public static boolean isDefaultable(int code) {
    return nullable(code);
  }

  /// Bytes of a value in memory and in objects of the heap, where a reference takes 4.
  public static int bytes(int code) {
    return switch (code) {
      case 0x7E, 0x7C -> 8;
      case 0x7B -> 16;
      default -> 4;
    };
  }

  /// A type in the text format.
  public static String text(int code) {
    ValType type = of(code);
    return type == null ? "an unknown type" : type.toString();
  }

  private static boolean isTyped(int code) {
    int form = code & LOW_BYTE;
    return code > 0 && (form == NULLABLE_REF || form == NON_NULL_REF);
  }

  /// The type's code.
  public int code() {
    return code;
  }

  /// Whether this is a number type.
  public boolean isNum() {
    return isNum(code);
  }

  /// Whether this is the vector type.
  public boolean isVec() {
    return isVec(code);
  }

  /// Whether this is a reference type.
  public boolean isRef() {
    return isRef(code);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ValType that && code == that.code;
  }

  @Override
  public int hashCode() {
    return code;
  }

  /// The type in the text format; a type index is the canonical one.
  @Override
  public String toString() {
    if (!name.isEmpty()) {
      return name;
    }
    return (nullable(code) ? "(ref null " : "(ref ") + HeapType.text(heap(code)) + ")";
  }
}
