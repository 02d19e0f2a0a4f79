package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Feature;

/// Decoding and validation of types other than definitions (core specification, `binary/types` and
/// `valid/types`).
///
/// Value and heap types are codes ({@link ValType}, {@link HeapType}), so that nothing is allocated
/// where they occur in code. After a fault the reader has failed and the type returned means
/// nothing.
final class Types {
  private static final long PAGES_MAX = 1L << 16;
  private static final long PAGES_MAX_64 = 1L << 48;
  private static final long ELEMENTS_MAX = 0xFFFF_FFFFL;

  /// The largest number of 64 bits.
  private static final long UNLIMITED = -1;

  /// What a stated maximum of 2^64-1 is kept as, because that number stands for none; no size comes
  /// near to either.
  private static final long LARGEST = SizeBounds.UNBOUNDED - 1;

  private static final int HAS_MAX = 1;
  private static final int SHARED = 2;
  private static final int ADDRESS_64 = 4;
  private static final int PAGE_SIZE = 8;

  private final Context context;
  private final ByteReader reader;

  Types(Context context, ByteReader reader) {
    this.context = context;
    this.reader = reader;
  }

  /// Code of a value type.
  int valType() {
    int offset = reader.offset();
    int code = reader.s7();
    return code >= 0x7B ? code : refType(offset, code);
  }

  /// Code of a reference type.
  int refType() {
    int offset = reader.offset();
    return refType(offset, reader.s7());
  }

  private int refType(int offset, int code) {
    if (code == 0x63 || code == 0x64) {
      return ValType.ref(code == 0x63, heapType());
    }
    if (!HeapType.isAbstract(code)) {
      reader.malformed(DecoderCode.MALFORMED_REF_TYPE, offset, hex(code));
      return HeapType.FUNC;
    }
    return code;
  }

  /// A heap type.
  int heapType() {
    int offset = reader.offset();
    long type = reader.s33();
    if (type >= context.typesVisible) {
      reader.invalid(DecoderCode.UNKNOWN_TYPE, offset, Long.toString(type));
      return HeapType.FUNC;
    }
    if (type >= 0) {
      return HeapType.ofTypeidx(context.canonical((int) type));
    }
    int code = (int) type & 0x7F;
    if (type < -0x40 || !HeapType.isAbstract(code)) {
      reader.malformed(DecoderCode.MALFORMED_HEAP_TYPE, offset, "");
      return HeapType.FUNC;
    }
    return code;
  }

  TableType tableType() {
    ValType elem = ValType.known(refType());
    int offset = reader.offset();
    int flags = flags(HAS_MAX | ADDRESS_64);
    boolean wide = (flags & ADDRESS_64) != 0;
    SizeBounds bounds = sizeBounds(flags);
    check(offset, bounds, wide ? UNLIMITED : ELEMENTS_MAX, DecoderCode.TABLE_SIZE);
    withinUnsigned("tableElements", bounds.min(), context.limits.tableElements());
    return new TableType(address(wide), elem, bounds);
  }

  MemType memType() {
    int offset = reader.offset();
    boolean anyPageSize = context.features.has(Feature.CUSTOM_PAGE_SIZES);
    int flags = flags(HAS_MAX | SHARED | ADDRESS_64 | (anyPageSize ? PAGE_SIZE : 0));
    if ((flags & SHARED) != 0 && !context.features.has(Feature.THREADS)) {
      reader.malformed(DecoderCode.UNSUPPORTED, offset, Feature.THREADS.word());
    }
    boolean wide = (flags & ADDRESS_64) != 0;
    boolean shared = (flags & SHARED) != 0;
    SizeBounds bounds = sizeBounds(flags);
    int pageSizeLog2 = (flags & PAGE_SIZE) != 0 ? pageSizeLog2() : MemType.PAGE_SIZE_LOG2;
    if (shared && !bounds.hasMax()) {
      reader.invalid(DecoderCode.SHARED_MEMORY, offset, "");
    }
    check(offset, bounds, pagesMax(wide, pageSizeLog2), DecoderCode.MEMORY_SIZE);
    withinUnsigned("memoryPages", bounds.min(), context.limits.memoryPages());
    return new MemType(address(wide), bounds, pageSizeLog2, shared);
  }

  private static long pagesMax(boolean wide, int pageSizeLog2) {
    if (pageSizeLog2 == 0) {
      return wide ? UNLIMITED : ELEMENTS_MAX;
    }
    return wide ? PAGES_MAX_64 : PAGES_MAX;
  }

  private int pageSizeLog2() {
    int offset = reader.offset();
    int log2 = reader.u32();
    if (log2 != 0 && log2 != MemType.PAGE_SIZE_LOG2) {
      reader.invalid(DecoderCode.PAGE_SIZE, offset, Integer.toUnsignedString(log2));
      return MemType.PAGE_SIZE_LOG2;
    }
    return log2;
  }

  private static ValType address(boolean wide) {
    return wide ? ValType.I64 : ValType.I32;
  }

  GlobalType globalType() {
    ValType type = ValType.known(valType());
    return new GlobalType(type, mutability());
  }

  boolean mutability() {
    int offset = reader.offset();
    int mutability = reader.u8();
    if (mutability > 1) {
      reader.malformed(DecoderCode.MALFORMED_MUTABILITY, offset, hex(mutability));
    }
    return mutability == 1;
  }

  private int flags(int allowed) {
    int offset = reader.offset();
    int flags = reader.u8();
    if ((flags & ~allowed) != 0) {
      reader.malformed(DecoderCode.MALFORMED_LIMITS, offset, hex(flags));
    }
    return flags;
  }

  private SizeBounds sizeBounds(int flags) {
    long min = reader.u64();
    if ((flags & HAS_MAX) == 0) {
      return new SizeBounds(min, SizeBounds.UNBOUNDED);
    }
    long max = reader.u64();
    return new SizeBounds(min, max == SizeBounds.UNBOUNDED ? LARGEST : max);
  }

  /// `Limits_ok`.
  private void check(int offset, SizeBounds bounds, long range, DecoderCode code) {
    boolean maxTooLarge = bounds.hasMax() && Long.compareUnsigned(bounds.max(), range) > 0;
    if (maxTooLarge || Long.compareUnsigned(bounds.min(), range) > 0) {
      reader.invalid(code, offset, "");
    }
    if (bounds.hasMax() && Long.compareUnsigned(bounds.min(), bounds.max()) > 0) {
      reader.invalid(DecoderCode.SIZE_ORDER, offset, "");
    }
  }

  private void withinUnsigned(String limit, long requested, long max) {
    reader.within(limit, requested < 0 ? Long.MAX_VALUE : requested, max);
  }

  /// A byte as the test suite writes it.
  static String hex(int value) {
    return Integer.toHexString(0x100 | value).substring(1);
  }
}
