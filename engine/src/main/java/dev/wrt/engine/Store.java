package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.FuncType;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.Verification;
import java.util.ArrayList;
import java.util.List;

/// All that module instances share (`store`): types, functions, tables, memories, globals, tags.
///
/// Things are created in it and stay until it is closed. The modules that it instantiates must not
/// be closed before it. One {@link Machine} at a time executes its functions.
public final class Store implements AutoCloseable {
  private final EngineOptions options;
  private final Storage storage;
  private final StoreTypes types;
  private final Translator translator;
  private final List<ModuleInst> instances = new ArrayList<>();
  private final List<MemInst> mems = new ArrayList<>();
  private final List<TableInst> tables = new ArrayList<>();
  private final List<TagInst> tags = new ArrayList<>();
  private final Areas areas;
  private final Globals globals;
  private final Heap heap;
  private final Exceptions exceptions;
  private final FrameGuard frames;
  private final Pins pins;
  private final StoreRoots roots;
  private FuncInst[] funcs = new FuncInst[0];
  private int funcCount;

  /// Machines that wait on a shared memory.
  final Waiters waiters = new Waiters();

  private Store(EngineOptions options, Storage storage) {
    this.options = options;
    this.storage = storage;
    this.areas = new Areas(storage, options);
    this.types = new StoreTypes(storage);
    this.globals = new Globals(storage, areas, options.verification());
    this.heap = new Heap(options, storage, areas);
    this.exceptions = new Exceptions(heap);
    this.frames = new FrameGuard(options.verification().level());
    if (frames.copies > 1) {
      List.of(frames.slots, frames.records, frames.words, frames.saved).forEach(areas::add);
    }
    this.pins = new Pins(storage);
    this.roots = new StoreRoots(types, tables, instances, pins);
    this.translator = new Translator(storage, options);
  }

  /// Creates an empty store.
  ///
  /// @param options sizes and verification level
  /// @param budget pays for all that is created in it
  public static Result<Store> create(EngineOptions options, MemoryBudget budget) {
    return switch (Storage.open(budget, "store")) {
      case Result.Ok<Storage> ok -> Result.ok(new Store(options, ok.value()));
      case Result.Err<Storage> err -> Result.err(err.fault());
    };
  }

  /// The sizes and the verification level.
  public EngineOptions options() {
    return options;
  }

  /// Instantiates a module: links and allocates, initialises tables and memories. Does not run the
  /// start function, see {@link ModuleInst#start}.
  ///
  /// A refused reservation leaves nothing behind. When a segment does not fit, which is a trap,
  /// what was allocated stays in the store, and what was written before stays written, as the
  /// specification has it.
  ///
  /// @param module a valid module
  /// @param imports what it imports, in the order of {@link Module#imports}
  public Result<ModuleInst> instantiate(Module module, List<ExternVal> imports) {
    return instantiate(module, imports, options.verification());
  }

  /// Instantiates a module whose memories and tables have a verification level of their own. What
  /// all instances share (globals, heap, stacks) stays at the store's.
  ///
  /// @param module a valid module
  /// @param imports what it imports, in the order of {@link Module#imports}
  /// @param verification what its memories and tables do to notice corruption
  // [impl->req~areas-levels~1]
  public Result<ModuleInst> instantiate(
      Module module, List<ExternVal> imports, Verification verification) {
    return new Instantiation(this, module, imports, verification).run();
  }

  /// Creates a function that the host implements.
  ///
  /// @param type its type
  /// @param tag what the host knows it by
  public Result<FuncInst> hostFunc(FuncType type, Object tag) {
    int id = StoreTypes.isAbstract(type) ? types.host(type) : StoreTypes.NONE;
    if (id == StoreTypes.NONE) {
      return Result.err(refusal(type));
    }
    if (!reserveFuncs(1) || !storage.offer(FuncInst.BYTES)) {
      return Result.err(storage.refusal());
    }
    FuncInst func = FuncInst.host(funcCount, id, type, tag);
    add(func);
    return Result.ok(func);
  }

  /// Creates a tag that the host throws or catches.
  ///
  /// @param type its parameters are the values of its exceptions; it has no results and names no
  ///   types of a module
  public Result<TagInst> hostTag(FuncType type) {
    int id = StoreTypes.isAbstract(type) ? types.host(type) : StoreTypes.NONE;
    if (id == StoreTypes.NONE) {
      return Result.err(refusal(type));
    }
    int[] codes = new int[type.paramCount()];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = type.paramCode(i);
    }
    if (!HeapTypes.layOut(this, id, codes) || !storage.offer(TagInst.BYTES)) {
      return Result.err(storage.refusal());
    }
    TagInst tag = new TagInst(tags.size(), id, type, null, tags.size());
    add(tag);
    return Result.ok(tag);
  }

  /// Why the host can't have something of a type.
  private Fault refusal(FuncType type) {
    return StoreTypes.isAbstract(type)
        ? types.refusal()
        : new Fault.LinkFault(EngineCode.TYPE_OF_MODULE, "", "", type.toString());
  }

  /// The function that a non-null reference refers to.
  ///
  /// @param ref a value of type `funcref`, not 0
  public FuncInst func(long ref) {
    Invariant.check(ref > 0 && ref <= funcCount, "a reference refers to a function of the store");
    return funcs[(int) ref - 1];
  }

  /// The memories, in the order of their creation.
  public List<MemInst> memories() {
    return List.copyOf(mems);
  }

  /// Keeps a reference of the hierarchies of `any`, `extern` or `exn` while the guest goes on: what
  /// it refers to stays alive, and may move.
  ///
  /// @param ref as a machine or a global has given it, since when nothing has run
  /// @return a number for {@link #pinned} and {@link #unpin}, or -1 if there are too many or the
  ///   budget refuses
  public int pin(long ref) {
    return pins.pin(ref);
  }

  /// The reference that is kept under a number, as it is now.
  public long pinned(int pin) {
    return pins.pinned(pin);
  }

  /// Keeps a reference no longer.
  public void unpin(int pin) {
    pins.unpin(pin);
  }

  /// What a reference of the hierarchies of `any`, `extern` or `exn` refers to.
  public RefKind kind(long ref) {
    return RefKind.of(heap, ref);
  }

  /// One number for the contents of all memories, tables, globals and the heap: equal for two runs
  /// that did the same.
  public long digest() {
    return StateDigest.of(this);
  }

  /// What is verified in this store, and what that has shown so far.
  public IntegrityReport integrity() {
    return new IntegrityReport(
        areas.reports(),
        areas.scrubbing().blocks(),
        areas.scrubbing().passes(),
        areas.scrubbing().worstCaseFuel(),
        options.verification().level().word());
  }

  /// The SHA-256 of all module bytes as they were loaded, each behind the name of its area; none at
  /// a level below `STANDARD`.
  public List<String> hashes() {
    return areas.images().hashes();
  }

  /// The latest repairs, at most 16 of each area.
  public List<Fault.IntegrityFault> repairs() {
    return areas.repairs();
  }

  /// What the heap of structs, arrays and exceptions holds and has done.
  public HeapStats heapStats() {
    return heap.stats();
  }

  /// CRC-32C of all that lies in the heap: equal after equal runs.
  public long heapDigest() {
    return heap.digest();
  }

  /// Gives everything back to the budget.
  @Override
  public void close() {
    for (MemInst mem : mems) {
      mem.memory().close();
    }
    for (TableInst table : tables) {
      table.memory().close();
    }
    for (ModuleInst instance : instances) {
      instance.close();
    }
    globals.close();
    heap.close();
    mems.clear();
    tables.clear();
    tags.clear();
    instances.clear();
    funcs = new FuncInst[0];
    funcCount = 0;
    areas.close();
    storage.close();
  }

  /// The structs, arrays and exceptions.
  Heap heap() {
    return heap;
  }

  /// All that is verified.
  Areas areas() {
    return areas;
  }

  /// The values of the globals.
  Globals globals() {
    return globals;
  }

  /// What compares the stacks of its machines with their copies.
  FrameGuard frames() {
    return frames;
  }

  /// All that refers to them.
  StoreRoots roots() {
    return roots;
  }

  int tableCount() {
    return tables.size();
  }

  TableInst table(int index) {
    return tables.get(index);
  }

  Storage storage() {
    return storage;
  }

  Translator translator() {
    return translator;
  }

  /// The types of all modules.
  StoreTypes types() {
    return types;
  }

  /// The exceptions that were thrown.
  Exceptions exceptions() {
    return exceptions;
  }

  TagInst tag(int address) {
    return tags.get(address);
  }

  int tagCount() {
    return tags.size();
  }

  void add(TagInst tag) {
    tags.add(tag);
  }

  ModuleInst instance(int index) {
    return instances.get(index);
  }

  int instanceCount() {
    return instances.size();
  }

  int funcCount() {
    return funcCount;
  }

  int memCount() {
    return mems.size();
  }

  MemInst mem(int index) {
    return mems.get(index);
  }

  void add(ModuleInst instance) {
    instances.add(instance);
  }

  void add(MemInst mem) {
    mems.add(mem);
  }

  void add(TableInst table) {
    tables.add(table);
  }

  void add(FuncInst func) {
    funcs[funcCount] = func;
    funcCount++;
  }

  /// How much there is of everything that an instantiation adds.
  ///
  /// @param funcs functions
  /// @param globalSlots slots of globals
  /// @param tags tags
  /// @param mems memories
  /// @param tables tables
  /// @param instances instances
  record Extent(int funcs, int globalSlots, int tags, int mems, int tables, int instances) {}

  /// How much there is now.
  Extent extent() {
    return new Extent(
        funcCount, globals.slots(), tags.size(), mems.size(), tables.size(), instances.size());
  }

  /// Takes out what was added since.
  void cutTo(Extent before) {
    funcCount = before.funcs;
    globals.cutTo(before.globalSlots);
    tags.subList(before.tags, tags.size()).clear();
    mems.subList(before.mems, mems.size()).clear();
    tables.subList(before.tables, tables.size()).clear();
    instances.subList(before.instances, instances.size()).clear();
  }

  /// Makes room for functions.
  ///
  /// @return false if the budget refuses
  boolean reserveFuncs(int count) {
    int capacity = grownCapacity(funcs.length, funcCount, count);
    if (capacity == funcs.length) {
      return true;
    }
    if (!storage.offer((long) capacity * Long.BYTES)) {
      return false;
    }
    storage.release((long) funcs.length * Long.BYTES);
    FuncInst[] grown = new FuncInst[capacity];
    System.arraycopy(funcs, 0, grown, 0, funcCount);
    funcs = grown;
    return true;
  }

  private static int grownCapacity(int capacity, int used, int more) {
    return more <= capacity - used ? capacity : Math.max(used + more, 2 * capacity);
  }
}
