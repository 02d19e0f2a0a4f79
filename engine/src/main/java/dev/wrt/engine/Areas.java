package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.memory.MemoryMetrics;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// All of a {@link Store} that is verified: linear memories, tables, globals, segments and heap as
/// {@link SafeMemory}, and what reports for itself. The one place that knows them all: boundaries,
/// the search for a mismatch, the scrubber and the report go through it.
// [impl->req~areas-report~1]
final class Areas {
  /// Its place in the lists here.
  private static final int BYTES_PER_AREA = 32;

  private final Storage storage;
  private final List<SafeMemory> memories = new ArrayList<>();
  private final List<SafeMemory> bounded = new ArrayList<>();
  private final List<CheckedArea> others = new ArrayList<>();

  Areas(Storage storage) {
    this.storage = storage;
  }

  /// Verifies a memory from now on.
  ///
  /// @return false if the budget refuses
  boolean offer(SafeMemory memory) {
    if (!storage.offer(BYTES_PER_AREA)) {
      return false;
    }
    memories.add(memory);
    if (memory.verification().level().includes(VerificationLevel.STANDARD)) {
      bounded.add(memory);
    }
    return true;
  }

  /// Why something could not be added.
  Fault refusal() {
    return storage.refusal();
  }

  /// Verifies a memory no longer.
  void remove(SafeMemory memory) {
    bounded.remove(memory);
    if (memories.remove(memory)) {
      storage.release(BYTES_PER_AREA);
    }
  }

  /// Reports about another area from now on.
  void add(CheckedArea area) {
    others.add(area);
  }

  /// Reports about an area no longer.
  void remove(CheckedArea area) {
    others.remove(area);
  }

  /// A boundary: verifies what was touched since the last one, where the level is `STANDARD` or
  /// above.
  ///
  /// @return the first mismatch, or null
  // [impl->req~areas-boundary~1]
  @Nullable Fault verifyTouched() {
    Fault first = null;
    for (int i = 0; i < bounded.size(); i++) {
      Fault found = fault(bounded.get(i).verifyTouched());
      first = first == null ? found : first;
    }
    return first;
  }

  /// The mismatch that an area has latched, or null.
  Fault.@Nullable IntegrityFault latched() {
    for (int i = 0; i < memories.size(); i++) {
      Fault.IntegrityFault found = memories.get(i).fault();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// Something is as it can't be: looks for the reason in all areas.
  ///
  /// @return a mismatch, or null where everything agrees with its digest or has none
  // [impl->req~areas-search~1]
  @Nullable Fault search() {
    Fault first = latched();
    for (int i = 0; i < memories.size() && first == null; i++) {
      first = fault(memories.get(i).verifyAll());
    }
    return first;
  }

  private static @Nullable Fault fault(Result<Unit> result) {
    return result instanceof Result.Err<Unit> err ? err.fault() : null;
  }

  /// What was verified so far.
  List<AreaReport> reports() {
    List<AreaReport> reports = new ArrayList<>();
    for (SafeMemory memory : memories) {
      if (memory.verification().level() != VerificationLevel.OFF) {
        reports.add(report(memory));
      }
    }
    for (CheckedArea area : others) {
      reports.add(area.report());
    }
    return reports;
  }

  private static AreaReport report(SafeMemory memory) {
    MemoryMetrics metrics = memory.metrics();
    return new AreaReport(
        memory.area(),
        memory.sizeBytes(),
        memory.blocks(),
        metrics.verifiedBlocks(),
        metrics.mismatches(),
        metrics.repairs());
  }

  /// The latest repairs, at most 16 of each area.
  List<Fault.IntegrityFault> repairs() {
    List<Fault.IntegrityFault> repairs = new ArrayList<>();
    for (SafeMemory memory : memories) {
      repairs.addAll(memory.repairs());
    }
    for (CheckedArea area : others) {
      repairs.addAll(area.repairs());
    }
    return List.copyOf(repairs);
  }
}
