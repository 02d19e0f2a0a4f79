package dev.wrt.engine;

import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.decoder.core.DataSegment;
import dev.wrt.decoder.core.ElemSegment;
import dev.wrt.decoder.core.Module;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The passive segments of an instance (`eleminst`, `datainst`): which data segments were dropped,
/// and the references of the element segments. All others are dropped by instantiation.
///
/// They lie in a {@link SafeMemory}, in words: for each data segment 1 as long as it is there; for
/// each element segment its number of references, which dropping sets to 0; then the references.
/// Their storage is kept until the store is closed.
// [impl->req~areas-segments~1]
final class Segments {
  private final RefArea words;
  private final int[] starts;

  private Segments(SafeMemory memory, int[] starts) {
    this.words = new RefArea(memory);
    this.starts = starts;
  }

  /// The segments of an instance.
  ///
  /// @param area names them in faults
  /// @return null if the module has no passive ones
  static @Nullable Result<Segments> create(
      MemoryBudget budget, String area, Module module, Verification verification) {
    int[] starts = new int[module.elems().size() + 1];
    long next = module.datas().size() + (long) module.elems().size();
    boolean any = false;
    for (int i = 0; i < module.elems().size(); i++) {
      starts[i] = (int) next;
      boolean passive = module.elems().get(i).mode() == ElemSegment.Mode.PASSIVE;
      next += passive ? module.elems().get(i).count() : 0;
      any |= passive;
    }
    for (DataSegment data : module.datas()) {
      any |= !data.active();
    }
    if (!any) {
      return null;
    }
    long bytes = next * Integer.BYTES;
    if (bytes > SafeMemory.MAX_BYTES) {
      return Result.err(budget.refusal(bytes));
    }
    return switch (SafeMemory.create(budget, area, (int) bytes, (int) bytes, verification)) {
      case Result.Ok<SafeMemory> ok -> Result.ok(new Segments(ok.value(), starts).begun(module));
      case Result.Err<SafeMemory> err -> Result.err(err.fault());
    };
  }

  private Segments begun(Module module) {
    for (int i = 0; i < module.datas().size(); i++) {
      words.store(i, module.datas().get(i).active() ? 0 : 1);
    }
    return this;
  }

  /// Where they lie.
  SafeMemory memory() {
    return words.memory();
  }

  /// Gives an element segment its references.
  void elem(Module module, int elemidx, int[] refs) {
    words.write(starts[elemidx], refs);
    words.store(module.datas().size() + elemidx, refs.length);
  }

  /// Number of references of an element segment.
  int elemLength(Module module, int elemidx) {
    return words.load(module.datas().size() + elemidx);
  }

  /// Where in {@link #words} the references of an element segment begin.
  int elemStart(int elemidx) {
    return starts[elemidx];
  }

  /// All of it.
  RefArea words() {
    return words;
  }

  /// `elem.drop`
  void dropElem(Module module, int elemidx) {
    words.store(module.datas().size() + elemidx, 0);
  }

  /// Whether a data segment is still there.
  boolean hasData(int dataidx) {
    return words.load(dataidx) != 0;
  }

  /// `data.drop`
  void dropData(int dataidx) {
    words.store(dataidx, 0);
  }
}
