package dev.wrt.decoder.core;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.Limits;
import dev.wrt.decoder.Storage;
import java.util.Collections;
import java.util.List;

/// A decoded and valid core module (`module`).
///
/// What a module declares is held as records; what can be long (function bodies, items of element
/// segments, bytes of data segments, names) stays in {@link #bytes()}, and the records say where.
/// Index spaces begin with the imports, as in the specification.
public final class Module implements AutoCloseable {
  /// Index of an absent start function.
  public static final int NO_START = -1;

  private final Context context;
  private final List<SubType> types;
  private final TypeMatching matching;

  private Module(Context context) {
    this.context = context;
    types = Collections.unmodifiableList(context.types);
    matching = new TypeMatching(context.types);
  }

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
    DecoderOptions options = new DecoderOptions(limits, Features.NONE);
    return decode(bytes, offset, length, options, budget);
  }

  /// Decodes and validates a module that may use features beside WebAssembly 3.0.
  ///
  /// @param bytes a file that contains it; kept, not copied, and not to be changed
  /// @param offset where it begins
  /// @param length its size in bytes
  /// @param options what it may declare and use
  /// @param budget where its storage is reserved; {@link #close} gives it back
  /// @return the module, or the first fault with its offset in `bytes`
  public static Result<Module> decode(
      byte[] bytes, int offset, int length, DecoderOptions options, MemoryBudget budget) {
    boolean inside = offset >= 0 && length >= 0 && length <= bytes.length - offset;
    Invariant.check(inside, "a module lies inside of its file");
    Storage storage = new Storage(budget);
    Context context = new Context(bytes, offset, offset + length, options, storage);
    Fault fault = new ModuleDecoder(context).decode();
    if (fault != null) {
      storage.close();
      return Result.err(fault);
    }
    return Result.ok(new Module(context));
  }

  /// The file that contains the module; offsets in its parts count from its beginning.
  public byte[] bytes() {
    return context.bytes;
  }

  /// Where the module begins in {@link #bytes()}.
  public int offset() {
    return context.offset;
  }

  /// The module's size in bytes.
  public int length() {
    return context.end - context.offset;
  }

  /// The types, by their indices. Where several are equal, it is the same object.
  public List<SubType> types() {
    return types;
  }

  /// The function type at an index of {@link #types}; it is one.
  public FuncType funcType(int typeidx) {
    FuncType type = context.funcType(typeidx);
    if (type == null) {
      throw new Invariant.Violation("the type is one of functions");
    }
    return type;
  }

  /// Index of the first type that is equal to a type: what {@link ValType} and {@link SubType} say.
  public int canonical(int typeidx) {
    return context.canonical(typeidx);
  }

  /// Index of the first type of the recursion group that a type is defined in.
  public int recGroupStart(int typeidx) {
    return context.groupStart(typeidx);
  }

  /// Number of types of the recursion group that a type is defined in.
  public int recGroupSize(int typeidx) {
    return context.groupSize(typeidx);
  }

  /// Subtyping of this module's types.
  public TypeMatching matching() {
    return matching;
  }

  /// The imports, in their order.
  public List<Import> imports() {
    return context.imports;
  }

  /// The functions that the module defines, imported ones not included.
  public List<Func> funcs() {
    return context.definedFuncs;
  }

  /// The tables that the module defines.
  public List<Table> tables() {
    return context.definedTables;
  }

  /// The memories that the module defines.
  public List<MemType> mems() {
    return context.definedMems;
  }

  /// The globals that the module defines.
  public List<Global> globals() {
    return context.definedGlobals;
  }

  /// The tags that the module defines.
  public List<Tag> tags() {
    return context.definedTags;
  }

  /// The exports, in their order; names are unique.
  public List<Export> exports() {
    return context.exports;
  }

  /// Index of the start function, or {@link #NO_START}.
  public int start() {
    return context.start;
  }

  /// The element segments.
  public List<ElemSegment> elems() {
    return context.elems;
  }

  /// The data segments.
  public List<DataSegment> datas() {
    return context.datas;
  }

  /// The names for debugging; empty where the module has none or malformed ones.
  public NameSection names() {
    return context.names;
  }

  /// Number of functions, imported ones included.
  public int funcCount() {
    return context.funcs.size();
  }

  /// Number of imported functions: index of the first one of {@link #funcs}.
  public int importedFuncCount() {
    return funcCount() - context.definedFuncs.size();
  }

  /// Type of a function, imported or not.
  public FuncType funcTypeOf(int funcidx) {
    return context.funcs.get(funcidx);
  }

  /// Index of the type of a function, imported or not.
  public int funcTypeidx(int funcidx) {
    return context.funcTypeidxs[funcidx];
  }

  /// Number of tables, imported ones included.
  public int tableCount() {
    return context.tables.size();
  }

  /// Number of imported tables.
  public int importedTableCount() {
    return tableCount() - context.definedTables.size();
  }

  /// Type of a table, imported or not.
  public TableType tableType(int tableidx) {
    return context.tables.get(tableidx);
  }

  /// Number of memories, imported ones included.
  public int memCount() {
    return context.mems.size();
  }

  /// Number of imported memories.
  public int importedMemCount() {
    return memCount() - context.definedMems.size();
  }

  /// Type of a memory, imported or not.
  public MemType memType(int memidx) {
    return context.mems.get(memidx);
  }

  /// Number of globals, imported ones included.
  public int globalCount() {
    return context.globals.size();
  }

  /// Number of imported globals.
  public int importedGlobalCount() {
    return globalCount() - context.definedGlobals.size();
  }

  /// Type of a global, imported or not.
  public GlobalType globalType(int globalidx) {
    return context.globals.get(globalidx);
  }

  /// Number of tags, imported ones included.
  public int tagCount() {
    return context.tags.size();
  }

  /// Number of imported tags.
  public int importedTagCount() {
    return tagCount() - context.definedTags.size();
  }

  /// Type of a tag, imported or not.
  public FuncType tagType(int tagidx) {
    return funcType(tagTypeidx(tagidx));
  }

  /// Index of the type of a tag, imported or not.
  public int tagTypeidx(int tagidx) {
    return context.tags.get(tagidx).typeidx();
  }

  /// Type of what an export names.
  public ExternType externType(Export export) {
    int index = export.index();
    return switch (export.kind()) {
      case FUNC -> new ExternType.Func(funcTypeOf(index));
      case TABLE -> new ExternType.Table(tableType(index));
      case MEM -> new ExternType.Mem(memType(index));
      case GLOBAL -> new ExternType.Global(globalType(index));
      case TAG -> new ExternType.Tag(tagType(index));
    };
  }

  /// Gives the module's storage back to its budget; idempotent.
  @Override
  public void close() {
    context.storage.close();
  }

  /// Bytes that the module has reserved.
  public long reservedBytes() {
    return context.storage.bytes();
  }

  Context context() {
    return context;
  }
}
