package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.decoder.core.CodeReader;
import dev.wrt.decoder.core.Export;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// An instance of a module (`moduleinst`): its index spaces, imports first, its segments, and its
/// translated code.
public final class ModuleInst {
  private static final int[] DROPPED = {};

  /// The instance, its reader, its code area and the headers of its arrays.
  private static final long FIXED_BYTES = 512;

  /// A table's or memory's objects without their contents.
  private static final long PART_BYTES = 256;

  private final Store store;
  private final Module module;
  private final int index;
  private final CodeReader reader;
  private final CodeArea code;
  private final FuncInst[] funcs;
  private final TableInst[] tables;
  private final MemInst[] mems;
  private final GlobalInst[] globals;
  private final TagInst[] tags;
  private final int[] typeIds;
  private final int[][] elems;
  private final @Nullable Segments segments;

  /// What an instance is made from.
  ///
  /// @param store where it will live
  /// @param module which it is an instance of
  /// @param segments its passive segments, or null where there are none
  /// @param verification what is done to notice corruption of its code
  record Parts(
      Store store, Module module, @Nullable Segments segments, Verification verification) {}

  /// Creates an instance whose index spaces hold the imports only; {@link Allocation} fills the
  /// rest and has reserved {@link #bytes}.
  ModuleInst(Parts parts, int index, List<ExternVal> imports, int[] typeIds) {
    Module module = parts.module;
    this.store = parts.store;
    this.module = module;
    this.index = index;
    this.reader = new CodeReader(module);
    this.code = new CodeArea(store.storage(), new int[module.funcs().size()]);
    VerificationLevel level = parts.verification.level();
    if (level.includes(VerificationLevel.STANDARD)) {
      code.cover(store.areas(), "of instance " + index, level.includes(VerificationLevel.FULL));
    }
    this.funcs = space(imports, FuncInst.class, new FuncInst[module.funcCount()]);
    this.tables = space(imports, TableInst.class, new TableInst[module.tableCount()]);
    this.mems = space(imports, MemInst.class, new MemInst[module.memCount()]);
    this.globals = space(imports, GlobalInst.class, new GlobalInst[module.globalCount()]);
    this.tags = space(imports, TagInst.class, new TagInst[module.tagCount()]);
    this.typeIds = typeIds;
    this.elems = new int[module.elems().size()][];
    this.segments = parts.segments;
    Arrays.fill(elems, DROPPED);
  }

  /// Estimate of what an instance takes, its functions and globals included, its tables, memories,
  /// element segments and code not.
  static long bytes(Module module) {
    long perFunc = FuncInst.BYTES + Long.BYTES + Integer.BYTES;
    return FIXED_BYTES
        + module.funcCount() * perFunc
        + (long) module.globalCount() * (GlobalInst.BYTES + Long.BYTES)
        + (module.tableCount() + (long) module.memCount()) * PART_BYTES
        + module.tagCount() * (long) (TagInst.BYTES + Long.BYTES)
        + module.types().size() * (long) Integer.BYTES
        + module.elems().size() * (long) (Long.BYTES + Integer.BYTES);
  }

  private static <T extends ExternVal> T[] space(
      List<ExternVal> imports, Class<T> kind, T[] space) {
    int next = 0;
    for (ExternVal value : imports) {
      if (kind.isInstance(value)) {
        space[next++] = kind.cast(value);
      }
    }
    return space;
  }

  /// The store that it lives in.
  public Store store() {
    return store;
  }

  /// The module that it is an instance of.
  public Module module() {
    return module;
  }

  /// The export of a name, or null where there is none.
  public @Nullable ExternVal export(String name) {
    for (Export export : module.exports()) {
      if (export.name().equals(name)) {
        return value(export);
      }
    }
    return null;
  }

  /// What an export of the module stands for.
  public ExternVal value(Export export) {
    int at = export.index();
    return switch (export.kind()) {
      case FUNC -> funcs[at];
      case TABLE -> tables[at];
      case MEM -> mems[at];
      case GLOBAL -> globals[at];
      case TAG -> tags[at];
    };
  }

  /// The start function, which instantiation has not run; null where there is none.
  public @Nullable FuncInst start() {
    return module.start() == Module.NO_START ? null : funcs[module.start()];
  }

  int index() {
    return index;
  }

  CodeReader reader() {
    return reader;
  }

  CodeArea code() {
    return code;
  }

  /// Where a function that the module defines begins; 0 if it is not translated yet.
  int entry(int funcidx) {
    return code.entries()[definedIndex(funcidx)];
  }

  /// Index of a function among those that the module defines.
  int definedIndex(int funcidx) {
    return funcidx - module.importedFuncCount();
  }

  FuncInst func(int funcidx) {
    return funcs[funcidx];
  }

  void func(int funcidx, FuncInst func) {
    funcs[funcidx] = func;
  }

  TableInst table(int tableidx) {
    return tables[tableidx];
  }

  void table(int tableidx, TableInst table) {
    tables[tableidx] = table;
  }

  MemInst mem(int memidx) {
    return mems[memidx];
  }

  void mem(int memidx, MemInst mem) {
    mems[memidx] = mem;
  }

  GlobalInst global(int globalidx) {
    return globals[globalidx];
  }

  void global(int globalidx, GlobalInst global) {
    globals[globalidx] = global;
  }

  TagInst tag(int tagidx) {
    return tags[tagidx];
  }

  void tag(int tagidx, TagInst tag) {
    tags[tagidx] = tag;
  }

  /// The store's ids of the types of the module.
  int[] typeIds() {
    return typeIds;
  }

  /// The store's id of a type of the module.
  int typeId(int typeidx) {
    return typeIds[typeidx];
  }

  /// The store code of a value type or packed type of the module, see {@link StoreTypes}.
  int storeCode(int moduleCode) {
    return StoreTypes.code(moduleCode, typeIds);
  }

  /// While it is instantiated: the references of an element segment.
  int[] elem(int elemidx) {
    return elems[elemidx];
  }

  /// Instantiation evaluates an element segment.
  void elem(int elemidx, int[] refs) {
    elems[elemidx] = refs;
  }

  /// Instantiation is done with an element segment: gives its storage back.
  void forgetElem(int elemidx) {
    store.storage().release((long) elems[elemidx].length * Integer.BYTES);
    elems[elemidx] = DROPPED;
  }

  /// Gives the segments back; the rest goes with the store's account.
  void close() {
    Segments passive = segments;
    if (passive != null) {
      passive.memory().close();
    }
  }

  /// The passive segments, or null where there are none.
  @Nullable Segments segments() {
    return segments;
  }

  /// Where the references of passive element segments lie.
  RefArea refs() {
    Segments passive = segments;
    if (passive == null) {
      throw new Invariant.Violation("what has references is there");
    }
    return passive.words();
  }

  /// Number of references of an element segment; 0 after it was dropped.
  int elemLength(int elemidx) {
    Segments passive = segments;
    return passive == null ? 0 : passive.elemLength(module, elemidx);
  }

  /// Where in {@link #refs} the references of an element segment begin.
  int elemStart(int elemidx) {
    Segments passive = segments;
    return passive == null ? 0 : passive.elemStart(elemidx);
  }

  /// `elem.drop`
  void dropElem(int elemidx) {
    Segments passive = segments;
    if (passive != null) {
      passive.dropElem(module, elemidx);
    }
  }

  /// Length of a data segment; 0 after it was dropped.
  int dataLength(int dataidx) {
    Segments passive = segments;
    boolean there = passive != null && passive.hasData(dataidx);
    return there ? module.datas().get(dataidx).length() : 0;
  }

  /// `data.drop`
  void dropData(int dataidx) {
    Segments passive = segments;
    if (passive != null) {
      passive.dropData(dataidx);
    }
  }

  /// The bytes of memory 0, or null where there is none.
  @Nullable SafeMemory memory() {
    return mems.length == 0 ? null : mems[0].memory();
  }
}
