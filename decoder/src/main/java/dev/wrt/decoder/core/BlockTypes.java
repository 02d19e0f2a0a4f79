package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import java.util.Arrays;

/// Reads block types (`blocktype`) without allocating for each: types of one result are kept.
final class BlockTypes {
  /// In {@link #wrongTypeidx}: there is none.
  static final long NO_TYPEIDX = -1;

  private static final int EMPTY = 0x40;
  private static final int VAL_TYPES_END = 0x80;

  /// Types of one typed reference that are kept; a power of 2.
  private static final int KEPT = 64;

  private final Context context;
  private final ByteReader reader;
  private final Types types;
  private final FuncType[] kept = new FuncType[KEPT];
  private long wrongTypeidx = NO_TYPEIDX;

  BlockTypes(Context context, ByteReader reader, Types types) {
    this.context = context;
    this.reader = reader;
    this.types = types;
    Arrays.fill(kept, FuncType.EMPTY);
  }

  /// The block type at the cursor.
  FuncType read() {
    int first = reader.peek();
    wrongTypeidx = NO_TYPEIDX;
    if (first == EMPTY) {
      reader.skip(1);
      return FuncType.EMPTY;
    }
    if (first > EMPTY && first < VAL_TYPES_END) {
      return ofResult(types.valType());
    }
    int start = reader.offset();
    long typeidx = reader.s33();
    if (typeidx < 0) {
      reader.malformed(DecoderCode.MALFORMED_REF_TYPE, start, "");
      return FuncType.EMPTY;
    }
    FuncType type = context.funcType((int) typeidx);
    wrongTypeidx = type == null ? typeidx : NO_TYPEIDX;
    return type == null ? FuncType.EMPTY : type;
  }

  /// The index that the block type read last has, where it is not that of a function type, else
  /// {@link #NO_TYPEIDX}: the grammar allows it, validation does not.
  long wrongTypeidx() {
    return wrongTypeidx;
  }

  /// The type `[] -> [type]`, one object for each type as long as few are in use.
  private FuncType ofResult(int code) {
    if (code < VAL_TYPES_END) {
      return FuncType.ofResult(code);
    }
    int place = (code >>> Byte.SIZE) + code & KEPT - 1;
    FuncType type = kept[place];
    if (type.resultCount() == 0 || type.resultCode(0) != code) {
      type = FuncType.ofResult(code);
      kept[place] = type;
    }
    return type;
  }
}
