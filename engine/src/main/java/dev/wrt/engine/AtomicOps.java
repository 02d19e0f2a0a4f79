package dev.wrt.engine;

import dev.wrt.memory.SafeMemory;

/// Atomic instructions (feature `threads`), one of which {@link ColdOps} stands in front of.
///
/// **One at a time.** A memory, shared or not, belongs to a store, and one machine of a store runs
/// at a time. So every instruction is atomic, plain accesses are sequentially consistent, and what
/// is special about atomic ones is the trap on an address that is not aligned.
///
/// **Waiting** is a status, see {@link Waiters}: the machine stops behind the instruction, and
/// whoever wakes it writes its result.
///
/// An instruction is `op a b` with the memory's index in `b`, and the offset in the two words that
/// follow (8 words in all). Operands lie in `r a` and above, as on the operand stack, and so does
/// the result. From {@link #FIRST} on, the kinds are groups of {@link #VARIANTS}, one for each type
/// and width.
final class AtomicOps {
  private static final int NOTIFY = 0x00;
  private static final int WAIT32 = 0x01;
  private static final int WAIT64 = 0x02;

  /// The first load.
  private static final int FIRST = 0x10;

  /// i32, i64, i32 of 8 and 16 bits, i64 of 8, 16 and 32 bits.
  private static final int VARIANTS = 7;

  private static final int[] BYTES = {4, 8, 1, 2, 1, 2, 4};
  private static final int[] LOADS = {
    Op.I32_LOAD,
    Op.I64_LOAD,
    Op.I32_LOAD8_U,
    Op.I32_LOAD16_U,
    Op.I64_LOAD8_U,
    Op.I64_LOAD16_U,
    Op.I64_LOAD32_U
  };
  private static final int[] STORES = {
    Op.I32_STORE,
    Op.I64_STORE,
    Op.I32_STORE8,
    Op.I32_STORE16,
    Op.I64_STORE8,
    Op.I64_STORE16,
    Op.I64_STORE32
  };

  // Groups
  private static final int LOAD = 0;
  private static final int STORE = 1;
  private static final int ADD = 2;
  private static final int SUB = 3;
  private static final int AND = 4;
  private static final int OR = 5;
  private static final int XOR = 6;
  private static final int XCHG = 7;

  private static final int WORDS = 2 * Op.WORDS;

  /// The operand of `wait` was not what the memory holds.
  private static final int NOT_EQUAL = 1;

  private AtomicOps() {}

  /// Executes the instruction at hand.
  // [impl->req~engine-atomics~1]
  static void step(State s) {
    int kind = s.code[s.pc] & 0xFF;
    int at = s.fp + s.code[s.pc + 1];
    MemInst mem = s.running().mem(s.code[s.pc + 2]);
    if (kind >= FIRST) {
      int variant = (kind - FIRST) % VARIANTS;
      int address = address(s, mem.memory(), BYTES[variant]);
      access(s, (kind - FIRST) / VARIANTS, variant, mem.memory(), address);
    } else if (kind == NOTIFY) {
      int address = address(s, mem.memory(), Integer.BYTES);
      s.slot(at, s.store.waiters.wake(mem, address, s.slot(at + 1)));
    } else {
      waitAt(s, mem, kind == WAIT32 ? Op.I32_LOAD : Op.I64_LOAD);
    }
    s.pc += WORDS;
  }

  private static int address(State s, SafeMemory memory, int bytes) {
    long base = s.slot(s.fp + s.code[s.pc + 1]);
    long offset = Lanes.pair(s.code[s.pc + 4], s.code[s.pc + 5]);
    TrapSignal.trapIf((base + offset & bytes - 1) != 0, TrapCode.UNALIGNED_ATOMIC);
    return MemoryOps.index(base, offset, bytes, memory.sizeBytes());
  }

  private static void access(State s, int group, int variant, SafeMemory memory, int address) {
    int at = s.fp + s.code[s.pc + 1];
    if (group == STORE) {
      MemoryOps.store(s, memory, STORES[variant], address, s.slot(at + 1));
      return;
    }
    long loaded = MemoryOps.load(s, memory, LOADS[variant], address);
    if (group > XCHG) {
      compareAndExchange(s, variant, memory, address, loaded);
    } else if (group != LOAD) {
      long value = modified(group, loaded, s.slot(at + 1));
      MemoryOps.store(s, memory, STORES[variant], address, value);
    }
    s.slot(at, loaded);
  }

  /// What a read-modify-write instruction writes; only as many low bits count as it has.
  private static long modified(int group, long loaded, long operand) {
    return switch (group) {
      case ADD -> loaded + operand;
      case SUB -> loaded - operand;
      case AND -> loaded & operand;
      case OR -> loaded | operand;
      case XOR -> loaded ^ operand;
      default -> operand;
    };
  }

  /// The expected value is wrapped to the width of the access.
  private static void compareAndExchange(
      State s, int variant, SafeMemory memory, int address, long loaded) {
    int at = s.fp + s.code[s.pc + 1];
    long mask = -1L >>> Long.SIZE - Byte.SIZE * BYTES[variant];
    if (loaded == (s.slot(at + 1) & mask)) {
      MemoryOps.store(s, memory, STORES[variant], address, s.slot(at + 2));
    }
  }

  /// `memory.atomic.wait32` and `wait64`: only blocks if the memory holds the expected value, and
  /// not at all for a timeout of 0.
  // [impl->req~engine-wait~1]
  private static void waitAt(State s, MemInst mem, int load) {
    int at = s.fp + s.code[s.pc + 1];
    int address = address(s, mem.memory(), load == Op.I32_LOAD ? Integer.BYTES : Long.BYTES);
    TrapSignal.trapIf(!mem.shared(), TrapCode.EXPECTED_SHARED_MEMORY);
    long timeout = s.slot(at + 2);
    if (MemoryOps.load(s, mem.memory(), load, address) != s.slot(at + 1)) {
      s.slot(at, NOT_EQUAL);
    } else if (timeout == 0) {
      s.slot(at, Waiters.TIMED_OUT);
    } else {
      s.waiter.begin(s, mem, address, timeout, at);
      s.store.waiters.add(s.waiter);
      s.status = Status.WAITING;
    }
  }
}
