package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;

/// Decoding and validation of types (core specification, `binary/types` and `valid/types`).
///
/// After a fault the reader has failed and the type returned means nothing.
final class Types {
  private static final long PAGES_MAX = 65_536;
  private static final long ELEMENTS_MAX = 0xFFFF_FFFFL;

  /// What a stated maximum of 2^64-1 is kept as, because that number stands for none: both are
  /// above all ranges.
  private static final long LARGEST = SizeBounds.UNBOUNDED - 1;

  private static final int HAS_MAX = 1;
  private static final int ADDRESS_64 = 4;

  private Types() {}

  static ValType valType(ByteReader reader) {
    int offset = reader.offset();
    int code = reader.s7();
    return switch (code) {
      case 0x7F -> ValType.I32;
      case 0x7E -> ValType.I64;
      case 0x7D -> ValType.F32;
      case 0x7C -> ValType.F64;
      case 0x7B -> unsupported(reader, offset, "simd");
      default -> refType(reader, offset, code);
    };
  }

  static ValType refType(ByteReader reader) {
    int offset = reader.offset();
    return refType(reader, offset, reader.s7());
  }

  private static ValType refType(ByteReader reader, int offset, int code) {
    switch (code) {
      case 0x70 -> {
        return ValType.FUNCREF;
      }
      case 0x6F -> {
        return ValType.EXTERNREF;
      }
      case 0x63, 0x64 -> reader.malformed(DecoderCode.UNSUPPORTED, offset, "function references");
      case 0x69, 0x74 -> reader.malformed(DecoderCode.UNSUPPORTED, offset, "exceptions");
      case 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x71, 0x72, 0x73 ->
          reader.malformed(DecoderCode.UNSUPPORTED, offset, "gc");
      default -> reader.malformed(DecoderCode.MALFORMED_REF_TYPE, offset, hex(code));
    }
    return ValType.FUNCREF;
  }

  /// The nullable reference type of a heap type.
  static ValType heapType(ByteReader reader) {
    int offset = reader.offset();
    long type = reader.s33();
    if (type >= 0) {
      return unsupported(reader, offset, "function references");
    }
    int code = (int) type & 0x7F;
    if (type < -0x40 || code == 0x63 || code == 0x64 || code > 0x74 || code < 0x69) {
      reader.malformed(DecoderCode.MALFORMED_HEAP_TYPE, offset, "");
      return ValType.FUNCREF;
    }
    return refType(reader, offset, code);
  }

  static FuncType funcType(ByteReader reader, int paramsMax, int resultsMax) {
    int offset = reader.offset();
    int form = reader.s7();
    switch (form) {
      case 0x60 -> {
        ValType[] params = resultType(reader, "params", paramsMax);
        return new FuncType(params, resultType(reader, "results", resultsMax));
      }
      case 0x4E, 0x4F, 0x50, 0x5E, 0x5F -> unsupported(reader, offset, "gc");
      default -> reader.malformed(DecoderCode.MALFORMED_TYPE, offset, hex(form));
    }
    return FuncType.EMPTY;
  }

  private static ValType[] resultType(ByteReader reader, String limit, int max) {
    ValType[] types = new ValType[reader.count(limit, max, Long.BYTES)];
    for (int i = 0; i < types.length; i++) {
      types[i] = valType(reader);
    }
    return types;
  }

  static TableType tableType(ByteReader reader, long elementsMax) {
    ValType elem = refType(reader);
    int offset = reader.offset();
    SizeBounds bounds = sizeBounds(reader);
    check(reader, offset, bounds, ELEMENTS_MAX, DecoderCode.TABLE_SIZE);
    reader.within("tableElements", bounds.min(), elementsMax);
    return new TableType(ValType.I32, elem, bounds);
  }

  static MemType memType(ByteReader reader, int pagesMax) {
    int offset = reader.offset();
    SizeBounds bounds = sizeBounds(reader);
    check(reader, offset, bounds, PAGES_MAX, DecoderCode.MEMORY_SIZE);
    reader.within("memoryPages", bounds.min(), pagesMax);
    return new MemType(ValType.I32, bounds);
  }

  static GlobalType globalType(ByteReader reader) {
    ValType type = valType(reader);
    int offset = reader.offset();
    int mutability = reader.u8();
    if (mutability > 1) {
      reader.malformed(DecoderCode.MALFORMED_MUTABILITY, offset, hex(mutability));
    }
    return new GlobalType(type, mutability == 1);
  }

  private static SizeBounds sizeBounds(ByteReader reader) {
    int offset = reader.offset();
    int flags = reader.u8();
    if ((flags & ~(HAS_MAX | ADDRESS_64)) != 0) {
      reader.malformed(DecoderCode.MALFORMED_LIMITS, offset, hex(flags));
    }
    if ((flags & ADDRESS_64) != 0) {
      unsupported(reader, offset, "memory64");
    }
    long min = reader.u64();
    if ((flags & HAS_MAX) == 0) {
      return new SizeBounds(min, SizeBounds.UNBOUNDED);
    }
    long max = reader.u64();
    return new SizeBounds(min, max == SizeBounds.UNBOUNDED ? LARGEST : max);
  }

  /// `Limits_ok`.
  private static void check(
      ByteReader reader, int offset, SizeBounds bounds, long range, DecoderCode code) {
    boolean maxTooLarge = bounds.hasMax() && Long.compareUnsigned(bounds.max(), range) > 0;
    if (maxTooLarge || Long.compareUnsigned(bounds.min(), range) > 0) {
      reader.invalid(code, offset, "");
    }
    if (bounds.hasMax() && Long.compareUnsigned(bounds.min(), bounds.max()) > 0) {
      reader.invalid(DecoderCode.SIZE_ORDER, offset, "");
    }
  }

  private static ValType unsupported(ByteReader reader, int offset, String feature) {
    reader.malformed(DecoderCode.UNSUPPORTED, offset, feature);
    return ValType.I32;
  }

  /// A byte as the test suite writes it.
  static String hex(int value) {
    return Integer.toHexString(0x100 | value).substring(1);
  }
}
