package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.memory.SafeMemory;
import dev.wrt.memory.VerificationLevel;
import java.util.Arrays;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What a {@link Machine} is doing: its stacks and registers. {@link Interpreter} works on copies
/// of the registers in Java locals and writes them back when it leaves its loop.
///
/// **Call stack.** Records of two ints; the topmost says what to go back to when the activation
/// above it returns:
///
/// - code index (at least 0), caller's `fp`: a call within an instance;
/// - {@link #SWITCH}, caller's instance: above the record of a call to another instance;
/// - {@link #BOUNDARY}, the {@link #boundary} before: above four records that {@link #pushBoundary}
///   writes, which are, from the top: the instance and the host function that waits; {@link
///   #entered} and {@link #replied}; {@link #hostBase} and 0; {@link #pc} and {@link #fp}.
final class State {
  /// Marks the record of a change of instance.
  static final int SWITCH = -1;

  /// Marks the record of an entered activation.
  static final int BOUNDARY = -2;

  /// No instance, no function.
  static final int NONE = -1;

  /// Ints of a call record.
  static final int RECORD = 2;

  /// Ints that an entered activation takes.
  static final int BOUNDARY_INTS = 5 * RECORD;

  // Where an entered activation has saved what, from the beginning of its records
  static final int SAVED_PC = 0;
  static final int SAVED_FP = 1;
  static final int SAVED_HOST_BASE = 2;
  static final int SAVED_ENTERED = 4;
  static final int SAVED_REPLIED = 5;
  static final int SAVED_INSTANCE = 6;
  static final int SAVED_CALLEE = 7;
  static final int SAVED_BOUNDARY = 9;

  /// Ints above the limit that {@link Op#ENTER} tests: a call may write its records before.
  static final int CALL_SLACK = 2 * RECORD;

  private static final byte[] NO_MEMORY = {};
  private static final int[] NO_ENTRIES = {};

  final Store store;
  final long[] stack;
  final int[] calls;
  final int callLimit;

  /// What executes register code here.
  final Loop loop;

  /// Slots of the value stack.
  final int stackLimit;

  /// Distance of the slots' copies, see {@link Copies}.
  final int mirror;

  /// Distance of the copies of the call stack's words.
  final int callMirror;

  /// Whether all that is in use is compared at boundaries.
  private final boolean verifyAll;

  /// Decides what becomes of a word that differs from its copy.
  final FrameGuard guard;

  /// The stacks, as those who hold references.
  final Frames frames;

  /// The registers below, as they were when the machine came to rest.
  final ControlWords words;

  /// Whether it executes, so that the registers are in the interpreter's hands.
  boolean running;

  /// The next instruction, in {@link #code}.
  int pc;

  /// First slot of the current frame.
  int fp;

  /// End of the call stack.
  int csp;

  /// End of the records of the innermost entered activation; 0 in an empty machine.
  int boundary;

  /// Its place among the machines that wait.
  final Waiter waiter = new Waiter();

  long fuel;

  /// All fuel that was given, what was taken back subtracted.
  long fuelGiven;

  /// What was executed so far, where tracing is on.
  long traceHash;

  int[] code = CodeArea.RETURN_ONLY;
  int[] entries = NO_ENTRIES;
  byte[] memory = NO_MEMORY;
  @Nullable SafeMemory safeMemory;
  @Nullable ModuleInst instance;

  /// Why the machine does not run; null while it runs.
  @Nullable Status status = Status.RETURNED;

  /// The host's function that waits.
  @Nullable FuncInst callee;

  /// First slot of its arguments and results.
  int hostBase;

  /// Number of activations that were entered and not left.
  int depth;

  /// Whether these slots hold results, because the host has begun to reply.
  boolean replied;

  /// Address of the function that the innermost activation was entered with.
  int entered = NONE;

  @Nullable Fault fault;

  /// The exception that is being thrown, or that nobody has caught; 0 where there is none.
  long thrown;

  State(Store store) {
    EngineOptions options = store.options();
    int copies = store.frames().copies;
    int callInts = options.callDepthMax() * RECORD + CALL_SLACK;
    this.store = store;
    this.stackLimit = options.valueStackSlots();
    this.stack = new long[stackLimit * copies];
    this.calls = new int[callInts * copies];
    this.callLimit = callInts - CALL_SLACK;
    this.mirror = copies > 1 ? stackLimit : 0;
    this.loop = copies > 1 ? Loop.COPIED : Loop.PLAIN;
    this.callMirror = copies > 1 ? callInts : 0;
    this.guard = store.frames();
    this.verifyAll = options.verification().level().includes(VerificationLevel.FULL);
    this.frames = new Frames(store, stack, calls);
    this.words = new ControlWords(guard);
    Arrays.fill(stack, mirror, 2 * mirror, -1L);
    Arrays.fill(calls, callMirror, 2 * callMirror, -1);
  }

  /// Bytes of the stacks of a machine.
  static long bytes(EngineOptions options) {
    long callBytes = ((long) options.callDepthMax() * RECORD + CALL_SLACK) * Integer.BYTES;
    long stackBytes = (long) options.valueStackSlots() * Long.BYTES;
    int copies = Copies.of(options.verification().level());
    return (callBytes + stackBytes) * copies + ControlWords.bytes(copies);
  }

  /// A slot of the value stack.
  long slot(int i) {
    Copies.check(this, stack, mirror, i);
    return stack[i];
  }

  /// Gives a slot of the value stack a value.
  void slot(int i, long value) {
    Copies.write(stack, mirror, i, value);
  }

  /// Gives two slots, one above the other, values.
  void slots(int i, long low, long high) {
    Copies.write(stack, mirror, i, low);
    Copies.write(stack, mirror, i + 1, high);
  }

  /// Compares slots, which are used then.
  void checkSlots(int from, int count) {
    for (int i = from; i < from + count; i++) {
      Copies.check(this, stack, mirror, i);
    }
  }

  /// Makes copies of slots that were written just now.
  void copySlots(int from, int count) {
    for (int i = from; i < from + count; i++) {
      Copies.write(stack, mirror, i, stack[i]);
    }
  }

  /// A word of the call stack.
  int call(int i) {
    Copies.check(this, calls, callMirror, i);
    return calls[i];
  }

  /// Whether the registers are as they were when the machine came to rest, or could be put right.
  boolean intact() {
    return words.intact(this);
  }

  /// The machine comes to rest.
  void keep() {
    words.keep(this);
  }

  /// Writes the registers back.
  void save(int newPc, int newFp, int newCsp, long newFuel) {
    pc = newPc;
    fp = newFp;
    csp = newCsp;
    fuel = newFuel;
  }

  /// The fuel charged since the machine was created.
  long charged() {
    return fuelGiven - fuel;
  }

  /// Holds fuel back, as if it were not there.
  ///
  /// @param units negative to give it again
  void hold(long units) {
    fuel -= units;
    fuelGiven -= units;
  }

  /// Makes an instance the current one, or none.
  void switchTo(@Nullable ModuleInst to) {
    instance = to;
    if (to == null) {
      code = CodeArea.RETURN_ONLY;
      entries = NO_ENTRIES;
      safeMemory = null;
    } else {
      code = to.code().code();
      entries = to.code().entries();
      safeMemory = to.memory();
    }
    reloadMemory();
  }

  /// Fetches the array of the current memory, which growth replaces.
  void reloadMemory() {
    SafeMemory current = safeMemory;
    memory = current == null ? NO_MEMORY : current.plain();
  }

  /// Pushes a record.
  void push(int first, int second) {
    Copies.push(calls, callMirror, csp, first, second);
    csp += RECORD;
  }

  /// The first slot above what is in use, in an empty machine or while a host call waits.
  int top() {
    return top(callee, hostBase);
  }

  /// The same, as it was when the activation was entered whose records begin at `at`.
  int topBelow(int at) {
    int address = call(at + SAVED_CALLEE);
    return top(address == NONE ? null : store.func(address + 1L), call(at + SAVED_HOST_BASE));
  }

  private static int top(@Nullable FuncInst waiting, int base) {
    return waiting == null ? 0 : base + Math.max(waiting.paramSlots, waiting.resultSlots);
  }

  /// Pushes the records of an activation that is entered now.
  void pushBoundary() {
    saveTo(calls, callMirror, csp);
    csp += BOUNDARY_INTS;
    boundary = csp;
    callee = null;
    replied = false;
  }

  /// Writes the records from which {@link #restoreFrom} knows what waits now.
  ///
  /// @param m distance of the copies
  void saveTo(int[] to, int m, int at) {
    ModuleInst running = instance;
    FuncInst waiting = callee;
    int runningIndex = running == null ? NONE : running.index();
    int waitingAddress = waiting == null ? NONE : waiting.address;
    Copies.push(to, m, at + SAVED_PC, pc, fp);
    Copies.push(to, m, at + SAVED_HOST_BASE, hostBase, 0);
    Copies.push(to, m, at + SAVED_ENTERED, entered, replied ? 1 : 0);
    Copies.push(to, m, at + SAVED_INSTANCE, runningIndex, waitingAddress);
    Copies.push(to, m, at + SAVED_BOUNDARY - 1, BOUNDARY, boundary);
  }

  /// Drops the innermost activation: what waited below it waits again. Where that is not known any
  /// more, the machine is lost.
  void restore() {
    int below = boundary - BOUNDARY_INTS;
    depth--;
    if (frames.callsHold(below, boundary)) {
      csp = below;
      restoreFrom(calls, below);
      fault = null;
      thrown = 0;
    } else {
      words.lose(guard.fault());
    }
  }

  /// Drops all activations without asking the records what waited below them.
  void empty() {
    depth = 0;
    csp = 0;
    boundary = 0;
    pc = 0;
    fp = 0;
    hostBase = 0;
    entered = NONE;
    replied = false;
    callee = null;
    fault = null;
    thrown = 0;
    status = Status.RETURNED;
    switchTo(null);
  }

  /// The host gets its turn: compares what it may read, from `FULL` on all that is in use.
  ///
  /// A pass over what is in use costs about a nanosecond a slot and has no other bound than the
  /// size of the stacks. Below `FULL` there is none: see {@link Copies}.
  ///
  /// @return a mismatch, or null
  // [impl->req~integrity-frames-boundary~1]
  @Nullable Fault verifyBoundary() {
    boolean given = status == Status.HOST_CALL || status == Status.RETURNED;
    boolean holds = true;
    if (verifyAll && status != Status.TRAPPED) {
      int frame = store.translator().frameSlotsMax();
      int end = given ? given() : (int) Math.min((long) fp + frame, stackLimit);
      holds = frames.slotsHold(0, end) && frames.callsHold(0, csp);
    } else if (mirror != 0 && given) {
      holds = frames.slotsHold(callee == null ? fp : hostBase, given());
    }
    return holds ? null : guard.fault();
  }

  /// End of what the host may read: of the arguments of a call, or the results.
  private int given() {
    FuncInst waiting = callee;
    return waiting == null
        ? fp + store.func(entered + 1L).resultSlots
        : hostBase + waiting.paramSlots;
  }

  /// What waited then waits again.
  ///
  /// @param from records that were compared with their copies just now
  void restoreFrom(int[] from, int at) {
    int running = from[at + SAVED_INSTANCE];
    int waiting = from[at + SAVED_CALLEE];
    pc = from[at + SAVED_PC];
    fp = from[at + SAVED_FP];
    hostBase = from[at + SAVED_HOST_BASE];
    entered = from[at + SAVED_ENTERED];
    replied = from[at + SAVED_REPLIED] != 0;
    switchTo(running == NONE ? null : store.instance(running));
    callee = waiting == NONE ? null : store.func(waiting + 1L);
    boundary = from[at + SAVED_BOUNDARY];
    status = callee == null ? Status.RETURNED : Status.HOST_CALL;
  }

  /// The instance that runs.
  ModuleInst running() {
    ModuleInst current = instance;
    if (current == null) {
      throw new Invariant.Violation("code that names an instance's parts runs in an instance");
    }
    return current;
  }

  /// The memory of the instance that runs.
  SafeMemory runningMemory() {
    SafeMemory current = safeMemory;
    if (current == null) {
      throw new Invariant.Violation("validation has proved that the memory exists");
    }
    return current;
  }

  /// Ends with a fault.
  void fail(Fault why) {
    fault = why;
    status = Status.TRAPPED;
  }

  /// Ends with what a signal stands for, at the current instruction.
  // [impl->req~engine-trap~1]
  void trap(TrapSignal signal) {
    TrapCode trap = signal.code;
    if (signal == TrapSignal.FRAMES) {
      corrupted(guard.fault());
    } else if (trap == null) {
      fail(Corruption.of(store));
    } else if (trap == TrapCode.HEAP_CORRUPTED) {
      fail(store.heap().corruption());
    } else {
      fail(new Fault.Trap(trap, subject(), Backtrace.of(this)));
    }
  }

  /// The index in the table, for a trap of `call_indirect`; else nothing.
  private String subject() {
    boolean indirect = code[pc] == Op.CALL_INDIRECT || code[pc] == Op.RETURN_CALL_INDIRECT;
    int slot = fp + code[pc + 2];
    boolean known = indirect && frames.slotsHold(slot, slot + 1);
    return known ? Long.toUnsignedString(stack[slot]) : "";
  }

  /// Ends with the integrity fault that a memory holds.
  void corrupted(SafeMemory memory) {
    Fault held = memory.fault();
    if (held == null) {
      throw new Invariant.Violation("a corrupted memory holds a fault");
    }
    fail(held);
  }

  /// Ends with a mismatch that was found between instructions, whatever the status is.
  void corrupted(Fault mismatch) {
    if (status == Status.WAITING) {
      store.waiters.remove(waiter);
    }
    thrown = 0;
    fail(mismatch);
  }
}
