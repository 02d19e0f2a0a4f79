package dev.wrt.decoder.core;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.decoder.ByteReader;
import dev.wrt.decoder.DecoderCode;
import dev.wrt.decoder.Feature;
import dev.wrt.decoder.Storage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Walks over instructions without allocating: the one place where immediates are decoded, for the
/// validator and for all who read code after validation.
///
/// After {@link #next} has returned true, {@link #opcode} is the instruction and the other
/// accessors hold its immediates until the next call. Which accessor holds what is said by the
/// row's {@link Immediate}:
///
/// | immediate | accessors |
/// | --- | --- |
/// | `BLOCK_TYPE` | {@link #blockType} |
/// | `CATCHES` | {@link #blockType}, {@link #catchCount} clauses by {@link #nextCatch} |
/// | `LABEL`, `FUNC`, `LOCAL`, `GLOBAL`, `TABLE`, `ELEM`, `MEM`, `DATA`, `TAG`, `TYPE` | {@link
/// #index} |
/// | `TYPE_FIELD`, `TYPE_COUNT` | {@link #index} type, {@link #index2} field or count |
/// | `TYPE_TYPE` | {@link #index} destination, {@link #index2} source |
/// | `TYPE_DATA`, `TYPE_ELEM` | {@link #index} type, {@link #index2} segment |
/// | `LABELS` | {@link #labelCount} labels by {@link #nextLabel}, the default label last |
/// | `TYPE_TABLE` | {@link #index} type, {@link #index2} table |
/// | `TABLE_TABLE`, `MEM_MEM` | {@link #index} destination, {@link #index2} source |
/// | `ELEM_TABLE`, `DATA_MEM` | {@link #index} segment, {@link #index2} table or memory |
/// | `MEMARG` | {@link #align}, {@link #index} memory, {@link #memOffset} |
/// | `MEMARG_LANE` | as `MEMARG`, and {@link #lane} |
/// | `LANE` | {@link #lane} |
/// | `VAL_TYPES`, `HEAP_TYPE` | {@link #valType} |
/// | `CAST` | {@link #index} label, {@link #castFrom}, {@link #castTo} |
/// | `I32`, `F32` | {@link #i32} |
/// | `I64`, `F64` | {@link #i64} |
/// | `V128`, `LANES` | {@link #i64} low half, {@link #i64High} |
///
/// Type indices are as in the file; those inside of value types are canonical.
// [impl->req~core-code-reading~1]
public final class CodeReader {
  private static final int MEMOP_FLAGS_END = 0x80;
  private static final int MEMOP_HAS_MEMORY = 0x40;
  private static final int CAST_FLAGS = 4;
  private static final int FROM_NULL = 1;
  private static final int TO_NULL = 2;

  /// This object, its reader and an empty stack of locals.
  private static final int FIXED_BYTES = 1_024;

  /// Catch clause of a tag: its label takes the tag's values.
  public static final int CATCH = 0;

  /// Catch clause of a tag: its label takes the tag's values and the exception.
  public static final int CATCH_REF = 1;

  /// Catch clause of all exceptions: its label takes nothing.
  public static final int CATCH_ALL = 2;

  /// Catch clause of all exceptions: its label takes the exception.
  public static final int CATCH_ALL_REF = 3;

  private final Context context;
  private final ByteReader reader;
  private final Types types;
  private final LocalTypes locals;
  private final BlockTypes blockTypes;
  private final CatchClauses catches;
  private int end;
  private boolean items;
  private boolean itemDone;

  private Opcode opcode = Opcode.NOP;
  private int offset;
  private int index;
  private int index2;
  private int i32;
  private long i64;
  private long i64High;
  private int lane;
  private int align;
  private int labelCount;
  private int labelAt;
  private int castFrom;
  private int castTo;
  private FuncType blockType = FuncType.EMPTY;
  private int typeCode;

  /// Creates a reader of a module's code. It allocates here only, {@link #bytes} bytes.
  public CodeReader(Module module) {
    context = module.context();
    Storage nothing = new Storage(MemoryBudget.root("code reader", 0));
    reader = new ByteReader(context.bytes, context.offset, context.end, nothing);
    types = new Types(context, reader);
    blockTypes = new BlockTypes(context, reader, types);
    catches = new CatchClauses(reader);
    locals = new LocalTypes(reader, types, new TypeStack(reader, nothing, context.localsMax));
  }

  /// Creates the reader that the validator works with.
  CodeReader(Context context, ByteReader reader, Storage scratch) {
    this.context = context;
    this.reader = reader;
    types = new Types(context, reader);
    blockTypes = new BlockTypes(context, reader, types);
    catches = new CatchClauses(reader);
    int localsMax = context.limits.locals();
    locals = new LocalTypes(reader, types, new TypeStack(reader, scratch, "locals", localsMax));
  }

  /// Bytes that a reader of a module's code takes, to be reserved by whoever creates it.
  public static long bytes(Module module) {
    return FIXED_BYTES + (long) module.context().localsMax * Integer.BYTES;
  }

  /// Goes to the beginning of a function's body and expands its locals.
  public void enter(Func func) {
    reader.seek(func.localsOffset());
    locals.expand(funcType(func.typeidx()));
    Invariant.validated(reader.offset() == func.bodyOffset(), "valid locals can be decoded");
    enter(func.bodyOffset(), func.bodyEnd());
  }

  /// Goes to the beginning of a constant expression.
  public void enter(ConstExpr expr) {
    enter(expr.offset(), expr.end());
  }

  /// Goes to the first item of an element segment: read on by {@link #nextFuncIndex}, or by {@link
  /// #nextItem} and {@link #next}.
  public void enterItems(ElemSegment segment) {
    enter(segment.itemsOffset(), segment.itemsEnd());
    items = true;
    itemDone = true;
  }

  private FuncType funcType(int typeidx) {
    FuncType type = context.funcType(typeidx);
    if (type == null) {
      throw new Invariant.Violation("a function has a function type");
    }
    return type;
  }

  private void enter(int from, int to) {
    reader.seek(from);
    end = to;
    items = false;
    itemDone = false;
  }

  /// The next item of the element segment entered, where its items are function indices.
  public int nextFuncIndex() {
    Invariant.check(reader.offset() < end, "a segment has as many items as it says");
    return reader.u32();
  }

  /// Goes on to the next item of the element segment entered, where its items are constant
  /// expressions: {@link #next} then walks over its instructions up to its `end`.
  public void nextItem() {
    Invariant.check(reader.offset() < end, "a segment has as many items as it says");
    itemDone = false;
  }

  /// Decodes the next instruction of what was entered.
  ///
  /// @return false after the last one, the `end` of the body or expression
  public boolean next() {
    if (itemDone || reader.offset() >= end) {
      return false;
    }
    Invariant.validated(step(), "a valid body can be decoded");
    itemDone = items && opcode == Opcode.END;
    return true;
  }

  /// The instruction.
  public Opcode opcode() {
    return opcode;
  }

  /// Offset of the instruction in {@link Module#bytes()}.
  public int offset() {
    return offset;
  }

  /// Offset after the instruction and its immediates.
  public int nextOffset() {
    return reader.offset();
  }

  /// First or only index.
  public int index() {
    return index;
  }

  /// Second index.
  public int index2() {
    return index2;
  }

  /// The constant of `i32.const`, or the bits of `f32.const`.
  public int i32() {
    return i32;
  }

  /// The constant of `i64.const`, or the bits of `f64.const`.
  public long i64() {
    return i64;
  }

  /// The upper half of a vector constant, or of sixteen lanes, the first one in the lowest byte of
  /// {@link #i64}.
  public long i64High() {
    return i64High;
  }

  /// Number of a lane.
  public int lane() {
    return lane;
  }

  /// Log2 of the alignment of a memory access.
  public int align() {
    return align;
  }

  /// Static offset of a memory access, unsigned 32 bits (64 for 64-bit memories).
  public long memOffset() {
    return i64;
  }

  /// Number of labels of `br_table`, the default one included.
  public int labelCount() {
    return labelCount;
  }

  /// The next label of `br_table`; to be called at most {@link #labelCount} times.
  public int nextLabel() {
    int next = reader.offset();
    reader.seek(labelAt);
    int label = reader.u32();
    labelAt = reader.offset();
    reader.seek(next);
    return label;
  }

  /// Number of catch clauses of `try_table`.
  public int catchCount() {
    return catches.count();
  }

  /// Goes to the next catch clause of `try_table`; to be called at most {@link #catchCount} times.
  public void nextCatch() {
    catches.next();
  }

  /// Kind of the catch clause: {@link #CATCH}, {@link #CATCH_REF}, {@link #CATCH_ALL} or {@link
  /// #CATCH_ALL_REF}.
  public int catchKind() {
    return catches.kind();
  }

  /// Tag of the catch clause, where its kind has one.
  public int catchTag() {
    return catches.tag();
  }

  /// Label of the catch clause, as seen from outside of the `try_table`.
  public int catchLabel() {
    return catches.label();
  }

  /// Code of the reference type that `br_on_cast` takes.
  public int castFrom() {
    return castFrom;
  }

  /// Code of the reference type that `br_on_cast` tests for.
  public int castTo() {
    return castTo;
  }

  /// The type of a block: parameters and results.
  public FuncType blockType() {
    return blockType;
  }

  /// Index of the block's type where it is not that of a function type, else {@link
  /// BlockTypes#NO_TYPEIDX}.
  long wrongBlockTypeidx() {
    return blockTypes.wrongTypeidx();
  }

  /// The type of `select` with types, or the reference type of `ref.null`, `ref.test` and
  /// `ref.cast`.
  public ValType valType() {
    return ValType.known(typeCode);
  }

  /// Code of {@link #valType}.
  public int typeCode() {
    return typeCode;
  }

  /// Number of types of `select`, which validation wants to be one.
  int typeCount() {
    return index;
  }

  /// Number of locals of the function entered, parameters included.
  public int localCount() {
    return locals.count();
  }

  /// Type of a local of the function entered.
  public ValType localType(int localidx) {
    return ValType.known(locals.code(localidx));
  }

  /// Code of the type of a local of the function entered.
  public int localCode(int localidx) {
    return locals.code(localidx);
  }

  /// The locals of the function entered.
  LocalTypes locals() {
    return locals;
  }

  /// Decodes the instruction at the cursor.
  ///
  /// @return whether there was one
  boolean step() {
    offset = reader.offset();
    int first = reader.u8();
    Opcode row = Opcode.of(0, first);
    if (row == null) {
      row = prefixed(first);
      if (row == null) {
        return false;
      }
    }
    Feature feature = row.feature();
    if (feature != null && !on(feature)) {
      return false;
    }
    opcode = row;
    Immediate immediate = row.immediate();
    if (immediate != Immediate.NONE) {
      immediates(immediate);
    }
    return reader.ok();
  }

  private @Nullable Opcode prefixed(int first) {
    boolean prefix = first >= 0xFB && first <= 0xFE;
    int code = prefix ? reader.u32() : first;
    Opcode row = prefix ? Opcode.of(first, code) : null;
    if (row == null) {
      String text = prefix ? Types.hex(first) + " " + Types.hex(code) : Types.hex(first);
      reader.malformed(DecoderCode.ILLEGAL_OPCODE, offset, text);
    }
    return row;
  }

  /// Whether a feature is on; if not, the reader has failed.
  private boolean on(Feature feature) {
    if (context.features.has(feature)) {
      return true;
    }
    reader.malformed(DecoderCode.UNSUPPORTED, offset, feature.word());
    return false;
  }

  private void immediates(Immediate kind) {
    switch (kind) {
      case BLOCK_TYPE -> blockType = blockTypes.read();
      case LABEL, FUNC, LOCAL, GLOBAL, TABLE, ELEM, MEM, DATA, TAG, TYPE -> index = reader.u32();
      case TYPE_TABLE, TABLE_TABLE, ELEM_TABLE, MEM_MEM, DATA_MEM -> twoIndices();
      case TYPE_FIELD, TYPE_COUNT, TYPE_TYPE, TYPE_DATA, TYPE_ELEM -> twoIndices();
      case LABELS -> labels();
      case MEMARG -> memArg();
      case I32 -> i32 = reader.s32();
      case F32 -> i32 = reader.fixed32();
      case I64 -> i64 = reader.s64();
      case F64 -> i64 = reader.fixed64();
      case MEMARG_LANE, LANE, LANES, V128 -> vectorImmediates(kind);
      default -> rareImmediates(kind);
    }
  }

  /// Those of vector instructions. This and the next are apart from the others, so that the switch
  /// for most instructions stays small enough to be compiled into its caller.
  private void vectorImmediates(Immediate kind) {
    switch (kind) {
      case MEMARG_LANE -> {
        memArg();
        lane = reader.u8();
      }
      case LANE -> lane = reader.u8();
      default -> {
        i64 = reader.fixed64();
        i64High = reader.fixed64();
      }
    }
  }

  private void rareImmediates(Immediate kind) {
    switch (kind) {
      case VAL_TYPES -> valTypes();
      case HEAP_TYPE -> typeCode = ValType.ref(!opcode.isNonNull(), types.heapType());
      case CAST -> cast();
      case CATCHES -> {
        blockType = blockTypes.read();
        catches.read();
      }
      default -> zeroByte();
    }
  }

  private void twoIndices() {
    index = reader.u32();
    index2 = reader.u32();
  }

  private void zeroByte() {
    int start = reader.offset();
    if (reader.u8() != 0) {
      reader.malformed(DecoderCode.ZERO_BYTE_EXPECTED, start, "");
    }
  }

  private void cast() {
    int start = reader.offset();
    int flags = reader.u8();
    if (flags >= CAST_FLAGS) {
      reader.malformed(DecoderCode.MALFORMED_CAST, start, Types.hex(flags));
    }
    index = reader.u32();
    castFrom = ValType.ref((flags & FROM_NULL) != 0, types.heapType());
    castTo = ValType.ref((flags & TO_NULL) != 0, types.heapType());
  }

  private void labels() {
    labelCount = reader.length() + 1;
    labelAt = reader.offset();
    for (int i = 0; i < labelCount && reader.ok(); i++) {
      reader.u32();
    }
  }

  private void memArg() {
    int start = reader.offset();
    int flags = reader.u32();
    if (Integer.compareUnsigned(flags, MEMOP_FLAGS_END) >= 0) {
      reader.malformed(DecoderCode.MALFORMED_MEMOP, start, "");
    }
    index = (flags & MEMOP_HAS_MEMORY) != 0 ? reader.u32() : 0;
    align = flags & (MEMOP_HAS_MEMORY - 1);
    i64 = reader.u64();
  }

  private void valTypes() {
    index = reader.length();
    for (int i = 0; i < index && reader.ok(); i++) {
      typeCode = types.valType();
    }
  }
}
