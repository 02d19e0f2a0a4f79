package dev.wrt.decoder.core.text;

/// Types in the text format (core specification, `text/types`).
final class TypeTexts {
  private static final int REF_NULL = 0x63;

  private TypeTexts() {}

  /// A type of a value or of storage.
  static String type(Item item, Names names) {
    int first = (int) item.value();
    if (item.hasHeapType()) {
      return ref(first == REF_NULL, item.high(), names);
    }
    return switch (first) {
      case 0x7F -> "i32";
      case 0x7E -> "i64";
      case 0x7D -> "f32";
      case 0x7C -> "f64";
      case 0x7B -> "v128";
      case 0x78 -> "i8";
      case 0x77 -> "i16";
      case 0x74 -> "nullexnref";
      case 0x73 -> "nullfuncref";
      case 0x72 -> "nullexternref";
      case 0x71 -> "nullref";
      default -> abstractHeapType(first) + "ref";
    };
  }

  /// A reference type.
  static String ref(boolean nullable, long heapType, Names names) {
    return (nullable ? "(ref null " : "(ref ") + heapType(heapType, names) + ")";
  }

  /// A heap type: an index, or negative for an abstract one.
  static String heapType(long heapType, Names names) {
    return heapType >= 0
        ? names.reference(Role.TYPE, (int) heapType)
        : abstractHeapType((int) heapType & 0x7F);
  }

  private static String abstractHeapType(int code) {
    return switch (code) {
      case 0x74 -> "noexn";
      case 0x73 -> "nofunc";
      case 0x72 -> "noextern";
      case 0x71 -> "none";
      case 0x70 -> "func";
      case 0x6F -> "extern";
      case 0x6E -> "any";
      case 0x6D -> "eq";
      case 0x6C -> "i31";
      case 0x6B -> "struct";
      case 0x6A -> "array";
      default -> "exn";
    };
  }
}
