package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.IntegrityFault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.engine.AreaReport;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import dev.wrt.memory.Ws3;
import java.util.ArrayDeque;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The second copy of what a handle table holds, in memory with digests.
///
/// A handle is a Java object, and its table's free list a Java array: both could be changed behind
/// the table. So each slot has a record of 32 bytes in a {@link SafeMemory}, which follows what is
/// meant to be in the slot: the kind of the element and which object it is, type, representation,
/// ownership and lends of a resource handle, the index of a waitable; further the entry of the free
/// list of that position, and for the host's handles the generation. Each access to a slot compares
/// object and record before anything of them is used.
///
/// Where they differ, the record's block is verified. If that is wrong, the memory says so (and at
/// `REDUNDANT` may put it right). If it is right, the object is wrong: at `REDUNDANT` a resource
/// handle's numbers are taken from the record, which is an event; else it is a fault.
///
/// What this is not: a copy of the objects that elements point to. Those are the JVM's.
final class HandleRecords implements AutoCloseable {
  /// Bytes of a record, which a slot costs more where there are records.
  static final int RECORD_BYTES = 32;

  /// An entry of the free list.
  static final int FREE = 6;

  /// How often the index was used before, of a handle of the host.
  static final int GENERATION = 7;

  /// Repairs that are remembered, the latest.
  static final int REPAIRS_KEPT = 16;

  private static final int KIND = 0;
  private static final int IDENTITY = 1;
  private static final int TYPE = 2;
  private static final int REP = 3;
  private static final int OWN = 4;
  private static final int LENDS = 5;
  private static final int ELEMENT_WORDS = 6;

  private static final int RECORD_SHIFT = 5;

  private final SafeMemory memory;
  private final int[] element = new int[ELEMENT_WORDS];
  private final ArrayDeque<IntegrityFault> repaired = new ArrayDeque<>(REPAIRS_KEPT);
  private long compared;
  private long mismatches;
  private long repairs;

  private HandleRecords(SafeMemory memory) {
    this.memory = memory;
  }

  /// Makes the records of empty slots.
  ///
  /// @param budget pays for them
  /// @param slots how many
  /// @param verification how they are verified
  static Result<HandleRecords> create(MemoryBudget budget, int slots, Verification verification) {
    int bytes = slots << RECORD_SHIFT;
    String area = budget.path() + " handles";
    return switch (SafeMemory.create(budget, area, bytes, SafeMemory.MAX_BYTES, verification)) {
      case Result.Ok<SafeMemory> ok -> Result.ok(new HandleRecords(ok.value()));
      case Result.Err<SafeMemory> err -> Result.err(err.fault());
    };
  }

  /// Adds records of empty slots.
  ///
  /// @param slots how many there are then
  Result<Unit> grow(int slots) {
    return memory.grow(slots << RECORD_SHIFT);
  }

  /// An element comes into a slot.
  void put(int slot, HandleElement with) {
    describe(with);
    for (int word = 0; word < ELEMENT_WORDS; word++) {
      set(slot, word, element[word]);
    }
  }

  /// The element of a slot goes.
  void remove(int slot) {
    for (int word = 0; word < ELEMENT_WORDS; word++) {
      set(slot, word, 0);
    }
  }

  /// The handle of a slot is lent to so many more calls, or to fewer.
  void lent(int slot, int calls) {
    set(slot, LENDS, word(slot, LENDS) + calls);
  }

  /// A word of a record.
  int word(int slot, int word) {
    return memory.load32((slot << RECORD_SHIFT) + 4 * word);
  }

  /// Sets a word of a record.
  void set(int slot, int word, int value) {
    memory.store32((slot << RECORD_SHIFT) + 4 * word, value);
  }

  /// Compares the element of a slot with its record.
  ///
  /// @param found what is in the slot; null where it is empty
  /// @return why it can't be used; null where it can
  // [impl->req~handles-compared~1]
  // [impl->req~handles-repair~1]
  @Nullable Fault compare(int slot, @Nullable HandleElement found) {
    compared++;
    describe(found);
    int word = differing(slot);
    if (word == ELEMENT_WORDS) {
      return memory.fault();
    }
    Fault wrong = recordFault(slot);
    if (wrong != null) {
      return wrong;
    }
    word = differing(slot);
    if (word == ELEMENT_WORDS) {
      return null;
    }
    boolean repairable = redundant() && word >= REP && found instanceof ResourceHandle;
    if (repairable && found instanceof ResourceHandle handle) {
      handle.rep = word(slot, REP);
      handle.own = word(slot, OWN) != 0;
      handle.numLends = word(slot, LENDS);
    }
    return mismatch(slot, word(slot, word), element[word], repairable);
  }

  /// Compares a number that is kept elsewhere with its word in a record.
  ///
  /// @param word {@link #FREE} or {@link #GENERATION}
  /// @param found the number as it is
  /// @return why it can't be used; null where the record's can, which it then may have been
  ///   repaired to
  @Nullable Fault check(int slot, int word, int found) {
    compared++;
    if (word(slot, word) == found) {
      return memory.fault();
    }
    Fault wrong = recordFault(slot);
    if (wrong != null || word(slot, word) == found) {
      return wrong;
    }
    return mismatch(slot, word(slot, word), found, redundant());
  }

  /// A boundary: verifies the records that were touched since the last one.
  @Nullable Fault verifyTouched() {
    return memory.verifyTouched() instanceof Result.Err<Unit> err ? err.fault() : null;
  }

  /// Verifies all records.
  @Nullable Fault verifyAll() {
    return memory.verifyAll() instanceof Result.Err<Unit> err ? err.fault() : null;
  }

  private @Nullable Fault recordFault(int slot) {
    int block = (slot << RECORD_SHIFT) / Ws3.BLOCK_BYTES;
    return memory.verifyBlock(block) instanceof Result.Err<Unit> err ? err.fault() : null;
  }

  private @Nullable Fault mismatch(int slot, int expected, int found, boolean repairable) {
    mismatches++;
    IntegrityFault what =
        new IntegrityFault(
            ComponentCode.HANDLE_MISMATCH, memory.area(), slot, expected, found, repairable);
    if (!repairable) {
      return what;
    }
    repairs++;
    if (repaired.size() == REPAIRS_KEPT) {
      repaired.removeFirst();
    }
    repaired.addLast(what);
    return null;
  }

  private boolean redundant() {
    return memory.verification().level() == VerificationLevel.REDUNDANT;
  }

  /// The first word of the element described last that is another in the record.
  private int differing(int slot) {
    int word = 0;
    while (word < ELEMENT_WORDS && word(slot, word) == element[word]) {
      word++;
    }
    return word;
  }

  /// Describes an element in the words of its record.
  private void describe(@Nullable HandleElement e) {
    element[KIND] = kind(e);
    element[IDENTITY] = System.identityHashCode(e);
    ResourceHandle handle = e instanceof ResourceHandle r ? r : null;
    element[TYPE] = handle == null ? 0 : System.identityHashCode(handle.type.identity());
    element[OWN] = handle != null && handle.own ? 1 : 0;
    element[LENDS] = handle == null ? 0 : handle.numLends;
    element[REP] = handle == null ? index(e) : handle.rep;
  }

  private static int index(@Nullable HandleElement e) {
    return e instanceof Waitable waitable ? waitable.index : 0;
  }

  private static int kind(@Nullable HandleElement e) {
    return switch (e) {
      case null -> 0;
      case ResourceHandle _ -> 1;
      case Waitable _ -> 2;
      case WaitableSet _ -> 3;
      case ErrorContextHandle _ -> 4;
    };
  }

  /// What was compared, found and put right; the records' own blocks included.
  AreaReport report() {
    AreaReport blocks = blocks(memory);
    return new AreaReport(
        blocks.area(),
        blocks.bytes(),
        blocks.blocks(),
        blocks.verified() + compared,
        blocks.mismatches() + mismatches,
        blocks.repairs() + repairs);
  }

  private static AreaReport blocks(SafeMemory memory) {
    var done = memory.metrics();
    return new AreaReport(
        memory.area(),
        memory.sizeBytes(),
        memory.blocks(),
        done.verifiedBlocks(),
        done.mismatches(),
        done.repairs());
  }

  /// The latest repairs of handles, the oldest first.
  List<IntegrityFault> repaired() {
    return List.copyOf(repaired);
  }

  /// The records themselves; for tests that flip bits behind the API.
  SafeMemory memory() {
    return memory;
  }

  @Override
  public void close() {
    memory.close();
  }
}
