package dev.wrt.component;

import dev.wrt.bounded.ControlWord;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.component.ResourceType;
import dev.wrt.engine.AreaReport;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Table` of CanonicalABI.md: the handles of one component instance, be they of resources,
/// waitables, waitable sets or error contexts.
///
/// Indices start at 1, and a freed index is the next to be used again: the order is part of the
/// specification, guests can observe it. Guest code names handles by index only, so every access
/// checks that the index is in use and that the handle has the expected type.
///
/// The guest decides how many handles it holds, so the table grows out of the instance's account,
/// up to a fixed count; both refusals are faults, and the table is as it was before.
///
/// **Integrity.** `top`, `freed` and `live` are control words. From `STANDARD` on each slot has a
/// record in {@link HandleRecords}: every access compares control words, element and record first,
/// and {@link #verify} is called at each boundary of the instance. A mismatch is an integrity fault
/// in the place of an answer. Below `STANDARD` nothing is compared.
///
/// Invariant: `entries[i]` is null exactly if `i` is 0, at least `top`, or in `free[0..freed)`.
final class HandleTable implements AutoCloseable {
  /// Bytes reserved for one slot: a reference, an index of the free list, and the element with what
  /// it holds, of which a subtask with its core values is the largest.
  private static final int SLOT_BYTES = 8 + 4 + 256;

  private static final int INITIAL_SLOTS = 8;

  /// Slots that a boundary compares beyond those that were touched, one after the other round the
  /// table.
  private static final int SCRUBBED_SLOTS = 2;

  private final MemoryBudget budget;
  private final int liveMax;
  private final int waitablesMax;
  private final HandleCount count;
  private @Nullable HandleElement[] entries = new @Nullable HandleElement[0];
  private int[] free = new int[0];
  private final ControlWord freed = new ControlWord(0);
  private final ControlWord top = new ControlWord(1);
  private final ControlWord live = new ControlWord(0);
  private final ControlWord waitables = new ControlWord(0);
  private final Verification verification;
  private @Nullable HandleRecords records;
  private int scrubbed;

  /// Makes an empty table, which holds nothing until the first handle is added.
  ///
  /// @param budget pays for the slots
  /// @param liveMax the most handles that may be live
  /// @param waitablesMax the most waitables and waitable sets among them
  /// @param count counts the handles of all tables together
  /// @param verification how it is verified
  HandleTable(
      MemoryBudget budget,
      int liveMax,
      int waitablesMax,
      HandleCount count,
      Verification verification) {
    this.budget = budget;
    this.liveMax = liveMax;
    this.waitablesMax = waitablesMax;
    this.count = count;
    this.verification = verification;
  }

  /// `Table.add`: the index of the new handle, or the refusal.
  Result<Integer> add(HandleElement handle) {
    Fault torn = controlFault();
    if (torn != null) {
      return Result.err(torn);
    }
    // [impl->req~component-handle-bound~1]
    if (live() == liveMax) {
      return Result.err(
          new LimitFault(ComponentCode.HANDLES_EXHAUSTED, "handles", live() + 1L, liveMax));
    }
    // [impl->req~limits-waitables~1]
    if (isWaitable(handle) && waitables() == waitablesMax) {
      return Result.err(
          new LimitFault(
              ComponentCode.WAITABLES_EXHAUSTED, "waitables", waitables() + 1L, waitablesMax));
    }
    Fault refusal = makeRoom();
    if (refusal != null) {
      return Result.err(refusal);
    }
    int index;
    if (freed() > 0) {
      freed.add(-1);
      index = free[freed()];
    } else {
      index = top();
      top.add(1);
    }
    place(index, handle);
    return Result.ok(index);
  }

  private void place(int index, HandleElement handle) {
    entries[index] = handle;
    if (handle instanceof Waitable found) {
      found.index = index;
    }
    if (handle instanceof ResourceHandle resource) {
      resource.placed(this, index);
    }
    if (records != null) {
      records.put(index, handle);
    }
    live.add(1);
    waitables.add(isWaitable(handle) ? 1 : 0);
    count.added();
  }

  /// Makes sure that there is a slot, and that the one to be used again is the one that was freed.
  ///
  /// @return why there is none
  private @Nullable Fault makeRoom() {
    if (freed() == 0) {
      return top() < entries.length ? null : grow();
    }
    int last = freed() - 1;
    Fault wrong = check(last, HandleRecords.FREE, free[last]);
    if (wrong == null) {
      free[last] = recorded(last, HandleRecords.FREE, free[last]);
    }
    return wrong;
  }

  private static boolean isWaitable(@Nullable HandleElement element) {
    return element instanceof Waitable || element instanceof WaitableSet;
  }

  /// Waitables and waitable sets in the table.
  int waitables() {
    return (int) waitables.value();
  }

  /// `Table.get`
  ///
  /// @param index 32 bits, to be read unsigned
  // [impl->req~component-handle-checked~1]
  Result<HandleElement> get(int index) {
    Fault torn = controlFault();
    if (torn != null) {
      return Result.err(torn);
    }
    boolean used = index != 0 && Integer.compareUnsigned(index, top()) < 0;
    HandleElement element = used ? entries[index] : null;
    Fault wrong = used ? difference(index, element) : null;
    if (wrong != null) {
      return Result.err(wrong);
    }
    return element == null
        ? Result.err(trap(ComponentCode.HANDLE_UNKNOWN, index))
        : Result.ok(element);
  }

  /// `Table.remove` of an element that was found at this index.
  void remove(int index) {
    HandleElement element = entries[index];
    Invariant.check(element != null, "what is removed was found");
    released(element);
    if (records != null) {
      records.remove(index);
    }
    record(freed(), HandleRecords.FREE, index);
    entries[index] = null;
    free[freed()] = index;
    freed.add(1);
    live.add(-1);
    waitables.add(isWaitable(element) ? -1 : 0);
    count.removed();
  }

  private static void released(@Nullable HandleElement element) {
    if (element instanceof Waitable waitable) {
      waitable.index = 0;
    }
    if (element instanceof ResourceHandle handle) {
      handle.placed(null, 0);
    }
  }

  /// The resource handle of an index, with the check of its type.
  ///
  /// @param index 32 bits, to be read unsigned
  /// @param type the type expected
  // [impl->req~component-handle-checked~1]
  Result<ResourceHandle> get(int index, ResourceType type) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok -> {
        if (!(ok.value() instanceof ResourceHandle handle)) {
          yield Result.err(wrongKind(index, ok.value(), "a resource"));
        }
        yield handle.type.identity() == type.identity()
            ? Result.ok(handle)
            : Result.err(trap(ComponentCode.HANDLE_TYPE, index));
      }
    };
  }

  /// The waitable of an index.
  ///
  /// @param index 32 bits, to be read unsigned
  Result<Waitable> waitable(int index) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof Waitable waitable
              ? Result.ok(waitable)
              : Result.err(wrongKind(index, ok.value(), "a waitable"));
    };
  }

  /// The waitable set of an index.
  ///
  /// @param index 32 bits, to be read unsigned
  Result<WaitableSet> waitableSet(int index) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof WaitableSet set
              ? Result.ok(set)
              : Result.err(wrongKind(index, ok.value(), "a waitable set"));
    };
  }

  /// The error context of an index.
  ///
  /// @param index 32 bits, to be read unsigned
  Result<ErrorContextHandle> errorContext(int index) {
    return switch (get(index)) {
      case Result.Err<HandleElement> err -> Result.err(err.fault());
      case Result.Ok<HandleElement> ok ->
          ok.value() instanceof ErrorContextHandle context
              ? Result.ok(context)
              : Result.err(wrongKind(index, ok.value(), "an error context"));
    };
  }

  /// The fault of an element of the wrong kind.
  // [impl->req~handles-one-space~1]
  static Fault wrongKind(int index, HandleElement found, String expected) {
    String subject =
        Integer.toUnsignedString(index) + " is " + found.kind() + ", expected " + expected;
    return new Trap(ComponentCode.HANDLE_KIND, subject, List.of());
  }

  /// `Table.remove` for a resource handle that leaves the table: it must not be lent.
  ///
  /// @param index 32 bits, to be read unsigned
  /// @param type the type expected
  Result<ResourceHandle> remove(int index, ResourceType type) {
    Result<ResourceHandle> found = get(index, type);
    if (found instanceof Result.Ok<ResourceHandle> ok) {
      // [impl->req~component-handle-lent~1]
      if (ok.value().numLends != 0) {
        return Result.err(trap(ComponentCode.HANDLE_LENT, index));
      }
      remove(index);
    }
    return found;
  }

  /// A resource handle of this table is lent to so many more calls, or to fewer.
  void lent(int index, int calls) {
    if (records != null) {
      records.lent(index, calls);
    }
  }

  /// Compares a number that belongs to a slot with its record, where there is one.
  ///
  /// @param word {@link HandleRecords#GENERATION}
  /// @return why it can't be used; null where it can
  @Nullable Fault check(int index, int word, int found) {
    return records == null ? null : records.check(index, word, found);
  }

  /// The number that belongs to a slot according to its record; as given where there is none.
  int recorded(int index, int word, int found) {
    return records == null ? found : records.word(index, word);
  }

  /// Keeps a number that belongs to a slot in its record, where there is one.
  void record(int index, int word, int value) {
    if (records != null) {
      records.set(index, word, value);
    }
  }

  /// A boundary of the instance: compares control words, the records that were touched since the
  /// last one, and some more slots. Does nothing below `STANDARD`.
  // [impl->req~handles-boundary~1]
  @Nullable Fault verify() {
    HandleRecords kept = records;
    if (kept == null) {
      return null;
    }
    Fault wrong = controlFault();
    for (int i = 0; i < SCRUBBED_SLOTS && wrong == null; i++) {
      scrubbed = scrubbed + 1 < entries.length ? scrubbed + 1 : 0;
      wrong = difference(scrubbed, entries[scrubbed]);
    }
    return wrong == null ? kept.verifyTouched() : wrong;
  }

  /// Compares everything at once. Does nothing below `STANDARD`.
  @Nullable Fault verifyAll() {
    Fault wrong = controlFault();
    if (wrong == null && records != null) {
      wrong = records.verifyAll();
    }
    for (int slot = 0; slot < entries.length && wrong == null; slot++) {
      wrong = difference(slot, entries[slot]);
    }
    for (int at = 0; at < freed() && wrong == null; at++) {
      wrong = check(at, HandleRecords.FREE, free[at]);
    }
    return wrong;
  }

  /// Why an element can't be used; null where it can.
  private @Nullable Fault difference(int index, @Nullable HandleElement element) {
    if (records == null) {
      return null;
    }
    Fault wrong = records.compare(index, element);
    boolean intact =
        switch (element) {
          case Waitable waitable -> waitable.isIntact();
          case WaitableSet set -> set.isIntact();
          case null, default -> true;
        };
    return wrong != null || intact ? wrong : controlFault(index, 0, 0);
  }

  // [impl->req~handles-control-words~1]
  private @Nullable Fault controlFault() {
    if (records == null || isIntact()) {
      return null;
    }
    ControlWord torn = freed;
    for (ControlWord word : controls()) {
      torn = word.intact() ? torn : word;
    }
    return controlFault(0, torn.inverted(), torn.value());
  }

  private boolean isIntact() {
    return freed.intact() && top.intact() && live.intact() && waitables.intact();
  }

  private Fault controlFault(int block, long expected, long found) {
    return new IntegrityFault(
        ComponentCode.HANDLE_CONTROL, budget.path() + " handles", block, expected, found, false);
  }

  /// What was compared, found and put right; null where nothing is compared or was held yet.
  @Nullable AreaReport report() {
    return records == null ? null : records.report();
  }

  /// The latest repairs, the oldest first.
  List<IntegrityFault> repairs() {
    return records == null ? List.of() : records.repaired();
  }

  /// Freed slots, first unused slot, handles, waitables; for tests that flip bits behind the API.
  List<ControlWord> controls() {
    return List.of(freed, top, live, waitables);
  }

  /// The records; for tests that flip bits behind the API.
  @Nullable HandleRecords records() {
    return records;
  }

  /// The slots; for tests that change them behind the API.
  @Nullable HandleElement[] entries() {
    return entries;
  }

  /// The free list; for tests that flip bits behind the API.
  int[] free() {
    return free;
  }

  private int top() {
    return (int) top.value();
  }

  private int freed() {
    return (int) freed.value();
  }

  /// Handles in the table.
  int live() {
    return (int) live.value();
  }

  /// Some element that is still in the table, which is thereby removed and the table with it; null
  /// when it is empty. Where it is torn how many slots are in use, all are looked at.
  @Nullable HandleElement drain() {
    if (!top.intact()) {
      top.set(entries.length);
    }
    while (top() > 1) {
      top.add(-1);
      HandleElement handle = entries[top()];
      if (handle != null) {
        entries[top()] = null;
        released(handle);
        live.add(-1);
        count.removed();
        return handle;
      }
    }
    return null;
  }

  /// Gives the slots back to the budget.
  @Override
  public void close() {
    while (drain() != null) {
      // What is left ends with the table.
    }
    budget.release((long) entries.length * SLOT_BYTES);
    if (records != null) {
      records.close();
      records = null;
    }
    entries = new @Nullable HandleElement[0];
    free = new int[0];
    freed.set(0);
    top.set(1);
    live.set(0);
    waitables.set(0);
  }

  private @Nullable Fault grow() {
    int added = entries.length == 0 ? INITIAL_SLOTS : entries.length;
    Fault refusal = growRecords(entries.length + added);
    if (refusal != null) {
      return refusal;
    }
    if (!budget.offer((long) added * SLOT_BYTES)) {
      return budget.refusal((long) added * SLOT_BYTES);
    }
    entries = Arrays.copyOf(entries, entries.length + added);
    free = Arrays.copyOf(free, entries.length);
    return null;
  }

  /// Records for so many slots, at the levels that compare them.
  private @Nullable Fault growRecords(int slots) {
    if (!verification.level().includes(VerificationLevel.STANDARD)) {
      return null;
    }
    HandleRecords kept = records;
    if (kept != null) {
      return kept.grow(slots) instanceof Result.Err<Unit> err ? err.fault() : null;
    }
    return switch (HandleRecords.create(budget, slots, verification)) {
      case Result.Ok<HandleRecords> ok -> {
        records = ok.value();
        yield null;
      }
      case Result.Err<HandleRecords> err -> err.fault();
    };
  }

  private static Fault trap(ComponentCode code, int index) {
    return new Trap(code, Integer.toUnsignedString(index), List.of());
  }
}
