package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.Verification;
import dev.wrt.memory.VerificationLevel;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The values of all globals of a {@link Store}: slots of eight bytes in a {@link SafeMemory}, two
/// for a `v128`. A store without globals has none.
///
/// At level `OFF` the interpreter reads and writes the plain array; above, translation emits {@link
/// Op#GLOBAL}, which goes through the digests.
// [impl->req~areas-globals~1]
final class Globals {
  private static final byte[] NONE = {};

  private final Storage storage;
  private final Areas areas;
  private final Verification verification;
  private @Nullable SafeMemory memory;
  private int slots;

  /// The array of the memory, which growth replaces.
  byte[] plain = NONE;

  Globals(Storage storage, Areas areas, Verification verification) {
    this.storage = storage;
    this.areas = areas;
    this.verification = verification;
  }

  /// Whether accesses go through digests.
  boolean verified() {
    return verification.level() != VerificationLevel.OFF;
  }

  /// Where the interpreter finds the first byte of a slot.
  static int offset(int address) {
    return address * Long.BYTES;
  }

  /// Where they lie; only asked where there are any.
  SafeMemory memory() {
    SafeMemory current = memory;
    if (current == null) {
      throw new Invariant.Violation("a store with globals has a memory for them");
    }
    return current;
  }

  /// Slots that are in use.
  int slots() {
    return slots;
  }

  /// A slot's value.
  long get(int address) {
    SafeMemory current = memory;
    return current == null ? 0 : current.load64(offset(address));
  }

  /// Sets a slot's value.
  void set(int address, long value) {
    SafeMemory current = memory;
    if (current != null) {
      current.store64(offset(address), value);
    }
  }

  /// `global.get` and `global.set` above `OFF`.
  ///
  /// @return where the next instruction is
  static int step(State s, int fp, int[] code, int pc) {
    Globals globals = s.store.globals();
    int at = fp + code[pc + 1];
    int address = code[pc + 2];
    if ((code[pc] & 0xFF) == Op.GET) {
      s.slot(at, globals.get(address));
    } else {
      globals.set(address, s.slot(at));
    }
    SafeMemory memory = globals.memory;
    if (memory != null && !memory.intact()) {
      throw TrapSignal.CORRUPTED;
    }
    return pc + Op.WORDS;
  }

  /// Takes the next global's slots, for which there is room.
  ///
  /// @return its address, the first of them
  int add(int count) {
    int address = slots;
    slots += count;
    return address;
  }

  /// Takes out what was added since there were so many slots.
  void cutTo(int before) {
    for (int i = before; i < slots; i++) {
      set(i, 0);
    }
    slots = before;
  }

  /// Makes room for so many slots.
  ///
  /// @return why there is none, or null
  @Nullable Fault reserve(int more) {
    int capacity = plain.length / Long.BYTES;
    long wanted = Math.max(slots + (long) more, 2L * capacity) * Long.BYTES;
    if (more <= capacity - slots) {
      return null;
    }
    SafeMemory current = memory;
    int bytes = (int) Math.min(wanted, SafeMemory.MAX_BYTES & -Long.BYTES);
    Fault refusal = current == null ? create(bytes) : refusal(current.grow(bytes));
    if (memory != null) {
      plain = memory.plain();
    }
    return refusal;
  }

  private @Nullable Fault create(int bytes) {
    Result<SafeMemory> created =
        SafeMemory.create(storage.account(), "globals", bytes, SafeMemory.MAX_BYTES, verification);
    if (created instanceof Result.Ok<SafeMemory>(SafeMemory made)) {
      if (areas.offer(made)) {
        memory = made;
      } else {
        made.close();
        return areas.refusal();
      }
    }
    return refusal(created);
  }

  private static @Nullable Fault refusal(Result<?> result) {
    return result instanceof Result.Err<?> err ? err.fault() : null;
  }

  /// Gives the bytes back.
  void close() {
    SafeMemory current = memory;
    if (current != null) {
      current.close();
    }
    memory = null;
    plain = NONE;
    slots = 0;
  }
}
