package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.core.DataSegment;
import dev.wrt.decoder.core.ElemSegment;
import dev.wrt.decoder.core.Global;
import dev.wrt.decoder.core.MemType;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.SizeBounds;
import dev.wrt.decoder.core.Table;
import dev.wrt.decoder.core.TableType;
import dev.wrt.memory.GrowingImage;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Instantiation of a module (Modules, Instantiation): link, allocate, initialise.
///
/// Up to the end of allocation, a refusal takes everything back. Then segments are applied in
/// order; the first that does not fit ends instantiation with a trap, and the instance stays in the
/// store, because tables of others may already refer to its functions.
// [impl->req~engine-instantiate~1]
final class Instantiation {
  private final Store store;
  private final Module module;
  private final List<ExternVal> imports;
  private final List<TableInst> newTables = new ArrayList<>();
  private final List<MemInst> newMems = new ArrayList<>();
  private final List<SafeMemory> memories = new ArrayList<>();
  private @Nullable Segments segments;
  private Images.@Nullable Extent before;
  private final Verification verification;
  private long reservedBytes;

  Instantiation(Store store, Module module, List<ExternVal> imports, Verification verification) {
    this.verification = verification;
    this.store = store;
    this.module = module;
    this.imports = imports;
  }

  Result<ModuleInst> run() {
    // [impl->req~areas-safe-state~1]
    Fault corrupted = store.areas().latched();
    if (corrupted != null) {
      return Result.err(corrupted);
    }
    if (!reserve(ModuleInst.bytes(module))) {
      return abandon(store.storage().refusal());
    }
    int[] typeIds = new int[module.types().size()];
    Fault unlinked = linked(typeIds);
    if (unlinked != null) {
      return abandon(unlinked);
    }
    Fault unreserved = reserveShared(typeIds);
    if (unreserved != null) {
      return abandon(unreserved);
    }
    ModuleInst.Parts parts = new ModuleInst.Parts(store, module, segments, verification);
    ModuleInst instance = new ModuleInst(parts, store.instanceCount(), imports, typeIds);
    Fault refused = allocate(instance);
    if (refused != null) {
      return abandon(refused);
    }
    Store.Extent before = store.extent();
    fill(instance);
    try (ConstExprs exprs = new ConstExprs(instance)) {
      Fault unevaluated = evaluate(instance, exprs);
      if (unevaluated != null) {
        store.cutTo(before);
        return abandon(unevaluated);
      }
      Fault trap = initialise(instance, exprs);
      return trap == null ? Result.ok(instance) : Result.err(trap);
    } catch (TrapSignal _) {
      return Result.err(Corruption.of(store));
    }
  }

  /// Gives the module's types their ids, and checks its imports, whose types are then known.
  private @Nullable Fault linked(int[] typeIds) {
    Fault refused = store.types().intern(module, typeIds);
    return refused != null ? refused : new Linking(store.types(), module, typeIds).check(imports);
  }

  /// Makes room in what all instances share, and takes checksums of what won't change.
  private @Nullable Fault reserveShared(int[] typeIds) {
    if (!store.reserveFuncs(module.funcs().size())) {
      return store.storage().refusal();
    }
    Fault refused = store.globals().reserve(globalSlots());
    refused = refused == null ? allocateSegments() : refused;
    boolean covered = verification.level().includes(VerificationLevel.STANDARD);
    return refused == null && covered ? cover(typeIds) : refused;
  }

  private @Nullable Fault cover(int[] typeIds) {
    boolean full = verification.level().includes(VerificationLevel.FULL);
    Images images = store.areas().images();
    if (!store.types().cover(store.areas(), full)) {
      return store.areas().refusal();
    }
    before = images.extent();
    Fault refused = images.cover(module.bytes(), full);
    if (refused != null) {
      return refused;
    }
    GrowingImage ids = images.grow("types of instance " + store.instanceCount(), full);
    if (ids == null || !images.reserve(ids, typeIds.length)) {
      return store.areas().refusal();
    }
    ids.append(typeIds, typeIds.length);
    return null;
  }

  private int globalSlots() {
    int slots = 0;
    for (Global global : module.globals()) {
      slots += ValueShape.slots(global.type().type());
    }
    return slots;
  }

  private boolean reserve(long bytes) {
    if (!store.storage().offer(bytes)) {
      return false;
    }
    reservedBytes += bytes;
    return true;
  }

  private Result<ModuleInst> abandon(Fault fault) {
    for (SafeMemory memory : memories) {
      store.areas().remove(memory);
      memory.close();
    }
    Images.Extent images = before;
    if (images != null) {
      store.areas().images().cutTo(images);
    }
    store.storage().release(reservedBytes);
    return Result.err(fault);
  }

  /// Allocates what may be refused first, so that nothing has to be taken out of the store again.
  private @Nullable Fault allocate(ModuleInst instance) {
    Fault unlaid = HeapTypes.layOut(instance);
    if (unlaid != null) {
      return unlaid;
    }
    for (Table table : module.tables()) {
      Fault refused = allocateTable(instance, table.type());
      if (refused != null) {
        return refused;
      }
    }
    for (MemType mem : module.mems()) {
      Fault refused = allocateMem(mem);
      if (refused != null) {
        return refused;
      }
    }
    for (ElemSegment elem : module.elems()) {
      if (!reserve((long) elem.count() * Integer.BYTES)) {
        return store.storage().refusal();
      }
    }
    return null;
  }

  private @Nullable Fault allocateTable(ModuleInst instance, TableType type) {
    int max = capped(type.bounds(), store.options().tableElementsMax());
    if (Long.compareUnsigned(type.bounds().min(), max) > 0) {
      return new Fault.LimitFault(
          EngineCode.TABLE_TOO_LARGE, "table-elements", type.bounds().min(), max);
    }
    int size = (int) type.bounds().min();
    String name = "table " + (store.tableCount() + newTables.size());
    return switch (memory(name, size * Integer.BYTES, max * Integer.BYTES)) {
      case Result.Ok<SafeMemory>(SafeMemory memory) -> {
        int elemCode = instance.storeCode(type.elem().code());
        newTables.add(new TableInst(type, elemCode, memory));
        yield null;
      }
      case Result.Err<SafeMemory> err -> err.fault();
    };
  }

  private @Nullable Fault allocateMem(MemType type) {
    int max = capped(type.bounds(), pagesMax(type));
    if (Long.compareUnsigned(type.bounds().min(), max) > 0) {
      return new Fault.LimitFault(
          EngineCode.MEMORY_TOO_LARGE, "memory-pages", type.bounds().min(), max);
    }
    int log2 = type.pageSizeLog2();
    String name = "memory " + (store.memCount() + newMems.size());
    return switch (memory(name, (int) type.bounds().min() << log2, max << log2)) {
      case Result.Ok<SafeMemory> ok -> {
        newMems.add(new MemInst(type, ok.value()));
        yield null;
      }
      case Result.Err<SafeMemory> err -> err.fault();
    };
  }

  /// Creates a memory that is closed if instantiation is abandoned.
  private Result<SafeMemory> memory(String name, int sizeBytes, int maxBytes) {
    Result<SafeMemory> created =
        SafeMemory.create(store.storage().account(), name, sizeBytes, maxBytes, verification);
    return created instanceof Result.Ok<SafeMemory> ok ? verified(ok.value()) : created;
  }

  private Result<SafeMemory> verified(SafeMemory memory) {
    memories.add(memory);
    return store.areas().offer(memory) ? Result.ok(memory) : Result.err(store.areas().refusal());
  }

  private @Nullable Fault allocateSegments() {
    String name = "segments " + store.instanceCount();
    Result<Segments> created =
        Segments.create(store.storage().account(), name, module, verification);
    if (created instanceof Result.Ok<Segments>(Segments made)) {
      segments = made;
      return verified(made.memory()) instanceof Result.Err<?> err ? err.fault() : null;
    }
    return created == null ? null : ((Result.Err<Segments>) created).fault();
  }

  /// The largest memory that the options allow, in pages of its type.
  private int pagesMax(MemType type) {
    long bytes = (long) store.options().memoryPagesMax() * MemType.PAGE_BYTES;
    return (int) (bytes >>> type.pageSizeLog2());
  }

  private static int capped(SizeBounds bounds, int max) {
    boolean smaller = bounds.hasMax() && Long.compareUnsigned(bounds.max(), max) < 0;
    return smaller ? (int) bounds.max() : max;
  }

  /// Puts everything into the store and the instance, without values; nothing here is refused.
  private void fill(ModuleInst instance) {
    for (int i = 0; i < module.funcs().size(); i++) {
      int funcidx = module.importedFuncCount() + i;
      int typeId = instance.typeId(module.funcs().get(i).typeidx());
      FuncInst func = FuncInst.guest(store.funcCount(), typeId, instance, funcidx);
      store.add(func);
      instance.func(funcidx, func);
    }
    for (int i = 0; i < module.tags().size(); i++) {
      int tagidx = module.importedTagCount() + i;
      int typeId = instance.typeId(module.tagTypeidx(tagidx));
      TagInst tag = new TagInst(store.tagCount(), typeId, module.tagType(tagidx), instance, tagidx);
      store.add(tag);
      instance.tag(tagidx, tag);
    }
    for (int i = 0; i < newMems.size(); i++) {
      store.add(newMems.get(i));
      instance.mem(module.importedMemCount() + i, newMems.get(i));
    }
    for (int i = 0; i < module.globals().size(); i++) {
      Global global = module.globals().get(i);
      int address = store.globals().add(ValueShape.slots(global.type().type()));
      int typeCode = instance.storeCode(global.type().type().code());
      instance.global(
          module.importedGlobalCount() + i,
          new GlobalInst(store.globals(), global.type(), typeCode, address));
    }
    for (int i = 0; i < newTables.size(); i++) {
      TableInst table = newTables.get(i);
      store.add(table);
      instance.table(module.importedTableCount() + i, table);
    }
    for (int i = 0; i < module.elems().size(); i++) {
      instance.elem(i, new int[module.elems().get(i).count()]);
    }
    store.add(instance);
  }

  /// Gives globals, tables and element segments their values. They are in the store before, so that
  /// a collection finds what they hold.
  ///
  /// @return why there is no room for what the expressions allocate, or null
  private @Nullable Fault evaluate(ModuleInst instance, ConstExprs exprs) {
    exprs.reserve(heightMax());
    for (int i = 0; i < module.globals().size(); i++) {
      int address = instance.global(module.importedGlobalCount() + i).address;
      exprs.value(module.globals().get(i).init(), address);
    }
    for (int i = 0; i < newTables.size(); i++) {
      int ref = (int) exprs.value(module.tables().get(i).init());
      if (ref != 0) {
        newTables.get(i).elements.fill(0, newTables.get(i).size(), ref);
      }
    }
    for (int i = 0; i < module.elems().size(); i++) {
      exprs.references(module.elems().get(i), instance.elem(i));
      keepPassive(instance, i);
    }
    return exprs.fault();
  }

  private void keepPassive(ModuleInst instance, int elemidx) {
    Segments passive = segments;
    boolean kept = module.elems().get(elemidx).mode() == ElemSegment.Mode.PASSIVE;
    if (kept && passive != null) {
      passive.elem(module, elemidx, instance.elem(elemidx));
      reservedBytes -= (long) instance.elem(elemidx).length * Integer.BYTES;
      instance.forgetElem(elemidx);
    }
  }

  /// Largest height of the operand stack in offsets of segments: after {@link #evaluate}, nothing
  /// may be refused.
  private int heightMax() {
    int max = 1;
    for (ElemSegment elem : module.elems()) {
      if (elem.mode() == ElemSegment.Mode.ACTIVE) {
        max = Math.max(max, elem.activeOffset().maxHeight());
      }
    }
    for (DataSegment data : module.datas()) {
      if (data.active()) {
        max = Math.max(max, data.activeOffset().maxHeight());
      }
    }
    return max;
  }

  private @Nullable Fault initialise(ModuleInst instance, ConstExprs exprs) {
    for (int i = 0; i < module.elems().size(); i++) {
      ElemSegment elem = module.elems().get(i);
      if (elem.mode() == ElemSegment.Mode.ACTIVE
          && !copied(instance.elem(i), instance.table(elem.table()), exprs, elem)) {
        return trap(TrapCode.OUT_OF_BOUNDS_TABLE, "elem " + i);
      }
      instance.forgetElem(i);
    }
    for (int i = 0; i < module.datas().size(); i++) {
      DataSegment data = module.datas().get(i);
      if (data.active()) {
        Fault fault = copied(instance, i, exprs);
        if (fault != null) {
          return fault;
        }
      }
    }
    return null;
  }

  private static boolean copied(int[] refs, TableInst table, ConstExprs exprs, ElemSegment elem) {
    long at = exprs.value(elem.activeOffset());
    if (at < 0 || at > table.size() - refs.length) {
      return false;
    }
    table.elements.write((int) at, refs);
    return true;
  }

  private @Nullable Fault copied(ModuleInst instance, int dataidx, ConstExprs exprs) {
    DataSegment data = module.datas().get(dataidx);
    SafeMemory memory = instance.mem(data.memory()).memory();
    long at = exprs.value(data.activeOffset());
    if (at < 0 || at > memory.sizeBytes() - data.length()) {
      return trap(TrapCode.OUT_OF_BOUNDS_MEMORY, "data " + dataidx);
    }
    byte[] bytes = module.bytes();
    return switch (memory.write(at, bytes, data.bytesOffset(), data.length())) {
      case Result.Ok<Unit> _ -> null;
      case Result.Err<Unit> err -> err.fault();
    };
  }

  private static Fault trap(TrapCode code, String subject) {
    return new Fault.Trap(code, subject, List.of());
  }
}
