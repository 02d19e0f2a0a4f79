package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Finds what the indices of an instruction name. Where there is nothing, or something of another
/// kind, the reader fails with the offset of the instruction, and the answer is null or false.
final class IndexSpaces {
  private final Context context;
  private final ByteReader reader;
  private final CodeReader code;

  IndexSpaces(Context context, ByteReader reader, CodeReader code) {
    this.context = context;
    this.reader = reader;
    this.code = code;
  }

  /// Type of a function.
  @Nullable FuncType func(int funcidx) {
    return found(Context.at(context.funcs, funcidx), DecoderCode.UNKNOWN_FUNC, funcidx);
  }

  @Nullable TableType table(int tableidx) {
    return found(Context.at(context.tables, tableidx), DecoderCode.UNKNOWN_TABLE, tableidx);
  }

  @Nullable MemType memory(int memidx) {
    return found(Context.at(context.mems, memidx), DecoderCode.UNKNOWN_MEMORY, memidx);
  }

  @Nullable GlobalType global(int globalidx) {
    return found(Context.at(context.globals, globalidx), DecoderCode.UNKNOWN_GLOBAL, globalidx);
  }

  /// Type of the items of an element segment.
  @Nullable ValType elem(int elemidx) {
    ElemSegment segment = Context.at(context.elems, elemidx);
    return found(segment == null ? null : segment.type(), DecoderCode.UNKNOWN_ELEM, elemidx);
  }

  /// Whether there is a data segment. They follow the code: their number is announced.
  boolean data(int dataidx) {
    if (context.dataCount == Context.NO_DATA_COUNT) {
      reader.malformed(DecoderCode.DATA_COUNT_REQUIRED, code.offset(), "");
      return false;
    }
    if (Integer.compareUnsigned(dataidx, context.dataCount) >= 0) {
      fail(DecoderCode.UNKNOWN_DATA, Integer.toUnsignedString(dataidx));
    }
    return reader.ok();
  }

  /// Type of a tag.
  @Nullable FuncType tag(int tagidx) {
    List<Tag> tags = context.tags;
    boolean exists = tagidx >= 0 && tagidx < tags.size();
    FuncType type = exists ? context.funcType(tags.get(tagidx).typeidx()) : null;
    return found(type, DecoderCode.UNKNOWN_TAG, tagidx);
  }

  @Nullable FuncType funcType(int typeidx) {
    CompType type = type(typeidx);
    if (type instanceof FuncType func) {
      return func;
    }
    return type == null ? null : found(null, DecoderCode.NOT_A_FUNC, typeidx);
  }

  @Nullable StructType structType(int typeidx) {
    CompType type = type(typeidx);
    if (type instanceof StructType struct) {
      return struct;
    }
    return type == null ? null : found(null, DecoderCode.NOT_A_STRUCT, typeidx);
  }

  /// Type of the elements of an array type.
  @Nullable FieldType arrayType(int typeidx) {
    CompType type = type(typeidx);
    if (type instanceof ArrayType array) {
      return array.element();
    }
    return type == null ? null : found(null, DecoderCode.NOT_AN_ARRAY, typeidx);
  }

  /// Heap type of a type that exists.
  int heap(int typeidx) {
    return HeapType.ofTypeidx(context.canonical(typeidx));
  }

  /// Heap type of the type of a function that exists.
  int heapOfFunc(int funcidx) {
    return heap(context.funcTypeidxs[funcidx]);
  }

  void fail(DecoderCode rule, String subject) {
    reader.invalid(rule, code.offset(), subject);
  }

  private @Nullable CompType type(int typeidx) {
    return found(context.comp(typeidx), DecoderCode.UNKNOWN_TYPE, typeidx);
  }

  private <T extends Object> @Nullable T found(
      @Nullable T entry, DecoderCode otherwise, int index) {
    if (entry == null) {
      fail(otherwise, Integer.toUnsignedString(index));
    }
    return entry;
  }
}
