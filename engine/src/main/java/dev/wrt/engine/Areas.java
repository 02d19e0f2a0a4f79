package dev.wrt.engine;

import dev.wrt.bounded.Fault;
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
  private final Scrubbing scrubbing;
  private final Images images;
  private Fault.@Nullable IntegrityFault found;

  Areas(Storage storage, EngineOptions options) {
    this.storage = storage;
    this.scrubbing = new Scrubbing(storage, options);
    this.images = new Images(storage, scrubbing);
  }

  /// What never changes.
  Images images() {
    return images;
  }

  /// Keeps a mismatch, if it is the first.
  ///
  /// @param mismatch null if there is none
  /// @return whether there is none
  boolean latch(@Nullable Fault mismatch) {
    if (found == null && mismatch instanceof Fault.IntegrityFault first) {
      found = first;
    }
    return mismatch == null;
  }

  /// Fuel was charged: scrubs what is due.
  ///
  /// @return the first mismatch, or null
  @Nullable Fault charged(long units, boolean paused) {
    Fault mismatch = scrubbing.charged(units, paused);
    latch(mismatch);
    return mismatch;
  }

  /// What verifies everything in turn.
  Scrubbing scrubbing() {
    return scrubbing;
  }

  /// Verifies a memory from now on.
  ///
  /// @return false if the budget refuses
  boolean offer(SafeMemory memory) {
    VerificationLevel level = memory.verification().level();
    boolean checked = level.includes(VerificationLevel.STANDARD);
    if (!storage.offer(BYTES_PER_AREA)) {
      return false;
    }
    if (checked && !scrubbing.offer(memory, level.includes(VerificationLevel.FULL))) {
      storage.release(BYTES_PER_AREA);
      return false;
    }
    memories.add(memory);
    if (checked) {
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
    scrubbing.remove(memory);
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
    Fault first = found;
    for (int i = 0; i < bounded.size(); i++) {
      Fault mismatch = Images.fault(bounded.get(i).verifyTouched());
      first = first == null ? mismatch : first;
    }
    return first;
  }

  /// The mismatch that an area has latched, or null.
  Fault.@Nullable IntegrityFault latched() {
    Fault.IntegrityFault first = found;
    for (int i = 0; i < memories.size() && first == null; i++) {
      first = memories.get(i).fault();
    }
    return first;
  }

  /// Something is as it can't be: looks for the reason in all areas.
  ///
  /// @return a mismatch, or null where everything agrees with its digest or has none
  // [impl->req~areas-search~1]
  @Nullable Fault search() {
    Fault first = latched();
    for (int i = 0; i < memories.size() && first == null; i++) {
      first = Images.fault(memories.get(i).verifyAll());
    }
    first = first == null ? images.verifyAll() : first;
    latch(first);
    return first;
  }

  /// What was verified so far.
  List<AreaReport> reports() {
    List<AreaReport> reports = new ArrayList<>();
    for (SafeMemory memory : memories) {
      if (memory.verification().level() != VerificationLevel.OFF) {
        reports.add(report(memory));
      }
    }
    images.report(reports);
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

  /// Gives back what is not the memories' own.
  void close() {
    images.close();
    scrubbing.close();
  }
}
