package dev.wrt.decoder.core;

/// Heap types (`heaptype`) as ints: an abstract one is its byte in the binary format, a concrete
/// one is its canonical type index plus {@link #FIRST_TYPEIDX}.
///
/// They are never objects: a heap type occurs only inside of a reference type ({@link ValType#ref})
/// and as an immediate of instructions.
public final class HeapType {
  /// The validator's bottom heap type, which matches all others. Never in a module.
  public static final int BOT = 0;

  /// Exceptions.
  public static final int EXN = 0x69;

  /// All arrays.
  public static final int ARRAY = 0x6A;

  /// All structures.
  public static final int STRUCT = 0x6B;

  /// Unboxed 31-bit integers.
  public static final int I31 = 0x6C;

  /// All that can be compared by `ref.eq`.
  public static final int EQ = 0x6D;

  /// All that is internal.
  public static final int ANY = 0x6E;

  /// All that is of the host.
  public static final int EXTERN = 0x6F;

  /// All functions.
  public static final int FUNC = 0x70;

  /// Nothing below {@link #ANY}.
  public static final int NONE = 0x71;

  /// Nothing below {@link #EXTERN}.
  public static final int NOEXTERN = 0x72;

  /// Nothing below {@link #FUNC}.
  public static final int NOFUNC = 0x73;

  /// Nothing below {@link #EXN}.
  public static final int NOEXN = 0x74;

  /// Heap type of the type with index 0.
  public static final int FIRST_TYPEIDX = 0x80;

  private static final String[] NAMES = {
    "exn",
    "array",
    "struct",
    "i31",
    "eq",
    "any",
    "extern",
    "func",
    "none",
    "noextern",
    "nofunc",
    "noexn"
  };

  private HeapType() {}

  /// The heap type of a defined type.
  ///
  /// @param typeidx canonical index of the type ({@link Module#canonical})
  public static int ofTypeidx(int typeidx) {
    return typeidx + FIRST_TYPEIDX;
  }

  /// Whether a heap type is that of a defined type.
  public static boolean isTypeidx(int heap) {
    return heap >= FIRST_TYPEIDX;
  }

  /// Canonical index of the defined type of a heap type; there is one.
  public static int typeidx(int heap) {
    return heap - FIRST_TYPEIDX;
  }

  /// Whether a heap type is abstract, the bottom one not included.
  public static boolean isAbstract(int heap) {
    return heap >= EXN && heap <= NOEXN;
  }

  /// Whether an int is a heap type.
  static boolean exists(int heap) {
    return heap == BOT || isAbstract(heap) || isTypeidx(heap);
  }

  /// A heap type in the text format; of a defined type its canonical index.
  public static String text(int heap) {
    if (isTypeidx(heap)) {
      return Integer.toString(typeidx(heap));
    }
    return isAbstract(heap) ? NAMES[heap - EXN] : "bot";
  }
}
