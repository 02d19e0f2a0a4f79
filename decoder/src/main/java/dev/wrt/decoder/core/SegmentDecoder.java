package dev.wrt.decoder.core;

import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Limits;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Decodes and validates element and data segments (`binary/modules`, "Element Section" and "Data
/// Section").
final class SegmentDecoder {
  private static final int NOT_ACTIVE = 1;
  private static final int EXPLICIT = 2;
  private static final int EXPRESSIONS = 4;
  private static final int ELEM_KINDS = 8;
  private static final int DATA_KINDS = 3;

  /// Type of the items that are function indices.
  private static final ValType FUNCS = nonNullFunc();

  private final Context context;
  private final Limits limits;
  private final ByteReader reader;
  private final Types types;
  private final TypeMatching matching;
  private final CodeValidator validator;
  private final BitSet declaredRefs;

  SegmentDecoder(Context context, ByteReader reader, CodeValidator validator, BitSet declaredRefs) {
    this.context = context;
    this.limits = context.limits;
    this.reader = reader;
    this.types = new Types(context, reader);
    this.matching = new TypeMatching(context.types);
    this.validator = validator;
    this.declaredRefs = declaredRefs;
  }

  /// Allows `ref.func` of an existing function in code.
  void declare(int funcidx) {
    declaredRefs.set(funcidx);
  }

  void elems() {
    int count = reader.count("elemSegments", limits.elemSegments(), Context.SEGMENT_BYTES);
    List<ElemSegment> elems = new ArrayList<>(count);
    context.elems = Collections.unmodifiableList(elems);
    for (int i = 0; i < count && reader.ok(); i++) {
      elems.add(elem());
    }
  }

  /// A segment: the bits of its kind say whether it is active, has a table index, and what its
  /// items are.
  private ElemSegment elem() {
    int start = reader.offset();
    int kind = reader.u32();
    if (kind < 0 || kind >= ELEM_KINDS) {
      reader.malformed(DecoderCode.MALFORMED_ELEM_SEGMENT, start, Integer.toUnsignedString(kind));
    }
    boolean active = (kind & NOT_ACTIVE) == 0;
    boolean indices = (kind & EXPRESSIONS) == 0;
    int tableAt = reader.offset();
    int table = active && (kind & EXPLICIT) != 0 ? reader.u32() : 0;
    TableType tableType = active ? table(tableAt, table) : null;
    ConstExpr offset = tableType == null ? null : validator.constant(tableType.address());
    int typeAt = reader.offset();
    ValType type = elemType((kind & ~EXPRESSIONS) != 0, indices);
    if (tableType != null && !matching.val(type.code(), tableType.elem().code())) {
      String subject = "element segment: " + tableType.elem() + " expected, found " + type;
      reader.invalid(DecoderCode.TYPE_MISMATCH, typeAt, subject);
    }
    int count = reader.length();
    reader.within("elemItems", count, limits.elemItems());
    int itemsOffset = reader.offset();
    items(count, indices ? null : type);
    ElemSegment.Mode mode = mode(active, (kind & EXPLICIT) != 0);
    return new ElemSegment(mode, type, table, offset, count, indices, itemsOffset, reader.offset());
  }

  private static ElemSegment.Mode mode(boolean active, boolean explicit) {
    if (active) {
      return ElemSegment.Mode.ACTIVE;
    }
    return explicit ? ElemSegment.Mode.DECLARATIVE : ElemSegment.Mode.PASSIVE;
  }

  private @Nullable TableType table(int at, int index) {
    TableType type = Context.at(context.tables, index);
    if (type == null) {
      reader.invalid(DecoderCode.UNKNOWN_TABLE, at, Integer.toUnsignedString(index));
    }
    return type;
  }

  /// The type of the items: an element kind (functions only), a type, or where neither is stated,
  /// functions.
  private ValType elemType(boolean stated, boolean kind) {
    if (!stated) {
      return kind ? FUNCS : ValType.FUNCREF;
    }
    if (!kind) {
      return refType();
    }
    int start = reader.offset();
    int elemKind = reader.u8();
    if (elemKind != 0) {
      reader.malformed(DecoderCode.MALFORMED_ELEM_KIND, start, Types.hex(elemKind));
    }
    return FUNCS;
  }

  private static ValType nonNullFunc() {
    return ValType.known(ValType.ref(false, HeapType.FUNC));
  }

  private ValType refType() {
    return ValType.known(types.refType());
  }

  /// @param type type of the items where they are expressions; null for function indices
  private void items(int count, @Nullable ValType type) {
    for (int i = 0; i < count && reader.ok(); i++) {
      if (type != null) {
        validator.constant(type);
      } else {
        funcIndex();
      }
    }
  }

  private void funcIndex() {
    int at = reader.offset();
    int index = reader.u32();
    if (Context.at(context.funcs, index) == null) {
      reader.invalid(DecoderCode.UNKNOWN_FUNC, at, Integer.toUnsignedString(index));
    } else {
      declare(index);
    }
  }

  void datas() {
    int count = reader.count("dataSegments", limits.dataSegments(), Context.SEGMENT_BYTES);
    List<DataSegment> datas = new ArrayList<>(count);
    context.datas = Collections.unmodifiableList(datas);
    for (int i = 0; i < count && reader.ok(); i++) {
      datas.add(data());
    }
  }

  private @Nullable MemType memory(int at, int index) {
    MemType type = Context.at(context.mems, index);
    if (type == null) {
      reader.invalid(DecoderCode.UNKNOWN_MEMORY, at, Integer.toUnsignedString(index));
    }
    return type;
  }

  private DataSegment data() {
    int start = reader.offset();
    int kind = reader.u32();
    if (kind < 0 || kind >= DATA_KINDS) {
      reader.malformed(DecoderCode.MALFORMED_DATA_SEGMENT, start, Integer.toUnsignedString(kind));
    }
    boolean active = (kind & NOT_ACTIVE) == 0;
    int memoryAt = reader.offset();
    int memory = active && (kind & EXPLICIT) != 0 ? reader.u32() : 0;
    MemType memType = active ? memory(memoryAt, memory) : null;
    ConstExpr offset = memType == null ? null : validator.constant(memType.address());
    int length = reader.length();
    int bytesOffset = reader.offset();
    reader.skip(length);
    return new DataSegment(memory, offset, bytesOffset, length);
  }
}
