package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.decoder.core.FuncType;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Executes functions of a {@link Store} without using the Java stack for the guest's calls.
///
/// An activation begins with {@link #enter} and ends with {@link #leave}. In between, {@link #run}
/// goes on until something is to be done by the caller, which {@link Status} says:
///
/// - `RETURNED`: read {@link #result}, then {@link #leave};
/// - `TRAPPED`: read {@link #fault}, then {@link #leave} or {@link #unwind}; where an exception is
///   the reason, there is an {@link #exceptionTag} too;
/// - `OUT_OF_FUEL`: set {@link #fuel(long)} and {@link #run} again, or give up by leaving;
/// - `WAITING`: run another machine of the store, which may notify this one, or {@link #timeOut},
///   and {@link #run} again;
/// - `HOST_CALL`: read {@link #callee} and {@link #argument}, then {@link #reply} and {@link
///   #resume}, or {@link #raise} or {@link #throwException}, and {@link #run} again.
///
/// While a host call waits, another function may be entered; when that activation is left, the host
/// call waits again. Activations that wait for the host can be taken off with {@link #detach} and
/// put on again later, elsewhere, with {@link #attach}. Values are longs: `i32` and `f32`
/// zero-extended, `f64` as its bits, a `v128` as two of them, references as {@link Refs} says.
/// Arguments and results are counted in these slots.
///
/// A machine whose registers are found corrupted while it rests is lost, see {@link ControlWords}:
/// {@link #run} then gives `TRAPPED` with the integrity fault, {@link #enter}, {@link #detach} and
/// {@link #attach} refuse with it, and what else is asked of it has no effect.
public final class Machine implements AutoCloseable {
  /// The headers of the arrays and the objects around them.
  private static final long FIXED_BYTES = 512;

  private final Store store;
  private final Storage storage;
  final State s;
  private final RootSource roots;

  private Machine(Store store, Storage storage) {
    EngineOptions options = store.options();
    this.store = store;
    this.storage = storage;
    this.s = new State(store);
    this.roots = visitor -> s.frames.visit(s, visitor);
    s.keep();
  }

  /// Creates a machine with empty stacks of the sizes in the store's options.
  ///
  /// @param store whose functions it executes
  /// @param budget pays for its stacks
  public static Result<Machine> create(Store store, MemoryBudget budget) {
    return switch (Storage.open(budget, "machine")) {
      case Result.Ok<Storage> ok -> create(store, ok.value());
      case Result.Err<Storage> err -> Result.err(err.fault());
    };
  }

  private static Result<Machine> create(Store store, Storage storage) {
    if (!storage.offer(FIXED_BYTES + State.bytes(store.options()))) {
      Fault refusal = storage.refusal();
      storage.close();
      return Result.err(refusal);
    }
    Machine machine = new Machine(store, storage);
    store.roots().add(machine.roots);
    store.frames().count(store.options(), 1);
    return Result.ok(machine);
  }

  /// The store whose functions it executes.
  public Store store() {
    return store;
  }

  /// Fuel that is left.
  public long fuel() {
    return s.fuel;
  }

  /// Sets the fuel.
  ///
  /// @param units at least 0
  public void fuel(long units) {
    Invariant.check(units >= 0, "fuel is at least 0");
    if (s.intact()) {
      s.fuelGiven += units - s.fuel;
      s.fuel = units;
      s.keep();
    }
  }

  /// Units of fuel that were charged since the machine was created.
  public long instructions() {
    return s.charged();
  }

  /// A hash of all that was executed since the machine was created, with {@link
  /// EngineOptions#trace}, else 0: which blocks, in which order, after how much fuel. It does not
  /// depend on where the machine was suspended.
  public long traceHash() {
    return s.traceHash;
  }

  /// Number of activations that were entered and not left.
  public int depth() {
    return s.depth;
  }

  /// Starts an activation of a function: in an empty machine, or while a host call waits.
  ///
  /// @param f the function, of the guest or of the host
  /// @param args one value per slot of the parameters
  public Result<Unit> enter(FuncInst f, long[] args) {
    FuncType type = f.type();
    if (args.length != f.paramSlots) {
      return Result.err(argumentCount(type, args.length));
    }
    if (!s.intact()) {
      return Result.err(lost());
    }
    Invariant.check(
        s.depth == 0 || s.status == Status.HOST_CALL,
        "a function is entered in an empty machine or while a host call waits");
    int base = s.top();
    int slots = Math.max(1, Math.max(f.paramSlots, f.resultSlots));
    if (slots > s.stackLimit - base || s.csp > s.callLimit - State.BOUNDARY_INTS) {
      return Result.err(new Fault.Trap(TrapCode.CALL_STACK_EXHAUSTED, "", Backtrace.of(s)));
    }
    s.pushBoundary();
    s.entered = f.address;
    s.depth++;
    Slots.copyParams(type, args, s, base);
    s.status = null;
    s.switchTo(null);
    s.pc = 0;
    s.fp = base;
    boolean started = Calls.start(s, f, base);
    s.keep();
    if (!started) {
      Fault refusal = fault();
      leave();
      return Result.err(refusal);
    }
    return Result.ok(Unit.UNIT);
  }

  /// Runs the innermost activation until it ends or waits.
  // [impl->req~engine-fuel-resume~1]
  public Status run() {
    if (!s.intact()) {
      s.fail(lost());
      return Status.TRAPPED;
    }
    Invariant.check(s.depth > 0, "a function has been entered");
    s.running = true;
    try {
      go();
    } finally {
      s.running = false;
      s.keep();
    }
    Status status = s.status;
    if (status == null) {
      throw new Invariant.Violation("a machine that does not run has a status");
    }
    return status;
  }

  private void go() {
    if (s.status == Status.OUT_OF_FUEL) {
      s.status = null;
    }
    // [impl->req~areas-safe-state~1]
    Fault corrupted = store.areas().latched();
    if (corrupted != null) {
      s.corrupted(corrupted);
    }
    if (s.status == null) {
      s.callee = null;
      refresh();
      Windows.run(s);
    }
    verifyBoundary();
  }

  /// After {@link Status#RETURNED}: slot `i` of the results.
  public long result(int i) {
    if (!s.intact()) {
      return 0;
    }
    Invariant.check(s.status == Status.RETURNED && s.depth > 0, "the function has returned");
    return slot(s.fp + i);
  }

  /// A slot that the host reads. If it is corrupted, the machine is lost.
  private long slot(int i) {
    if (s.frames.slotsHold(i, i + 1)) {
      return s.stack[i];
    }
    s.words.lose(store.frames().fault());
    return 0;
  }

  /// Drops the innermost activation, whatever its status; the host call that waits below, if any,
  /// is then pending again.
  public void leave() {
    if (s.waiter.mem != null) {
      store.waiters.remove(s.waiter);
    }
    if (!s.intact()) {
      s.depth = Math.max(0, s.depth - 1);
      return;
    }
    Invariant.check(s.depth > 0, "an activation is left once");
    s.restore();
    s.keep();
  }

  /// Drops all activations, whatever their records say.
  public void unwind() {
    store.waiters.remove(s.waiter);
    s.empty();
    if (s.words.lost() == null) {
      s.keep();
    }
  }

  /// Takes the innermost activations off, so that others can go on, and the machine is as it was
  /// before they were entered. The innermost one is at {@link Status#HOST_CALL}, which will be
  /// pending again after {@link #attach}.
  ///
  /// @param activations how many, at most {@link #depth}; of none there is an empty set, whatever
  ///   the status
  /// @param budget pays for what is kept
  /// @return a fault if the budget refuses; the machine is then as before
  public Result<SavedFrames> detach(int activations, MemoryBudget budget) {
    if (!s.intact()) {
      return Result.err(lost());
    }
    Invariant.check(activations >= 0 && activations <= s.depth, "the activations were entered");
    Invariant.check(
        activations == 0 || s.status == Status.HOST_CALL,
        "activations are taken off while a host call waits");
    Result<SavedFrames> saved = SavedFrames.of(s, activations, budget);
    for (int i = 0; saved instanceof Result.Ok<?> && i < activations; i++) {
      leave();
    }
    return saved;
  }

  /// Puts activations on that were taken off a machine of the store: on an empty machine, or while
  /// a host call waits, which is below them then. Their own host call is pending again.
  ///
  /// @param frames closed by this
  /// @return a trap if there is no room for them; they are then as before, and so is the machine
  public Result<Unit> attach(SavedFrames frames) {
    Invariant.check(frames.store == store, "activations stay in their store");
    if (!s.intact()) {
      return Result.err(lost());
    }
    Invariant.check(
        s.depth == 0 || s.status == Status.HOST_CALL,
        "activations are put on an empty machine or while a host call waits");
    Fault damage = frames.damage();
    if (damage != null) {
      return Result.err(damage);
    }
    if (!frames.fits(s)) {
      return Result.err(new Fault.Trap(TrapCode.CALL_STACK_EXHAUSTED, "", Backtrace.of(s)));
    }
    frames.putOn(s);
    s.depth += frames.depth();
    s.keep();
    return Result.ok(Unit.UNIT);
  }

  /// At {@link Status#HOST_CALL}: the function that the guest has called.
  public FuncInst callee() {
    FuncInst waiting = s.callee;
    if (waiting == null) {
      throw new Invariant.Violation("a host call is pending");
    }
    return waiting;
  }

  /// At {@link Status#HOST_CALL}: slot `i` of the arguments.
  public long argument(int i) {
    if (!s.intact()) {
      return 0;
    }
    Invariant.check(i < callee().paramSlots, "the function has that parameter");
    return slot(s.hostBase + i);
  }

  /// At {@link Status#HOST_CALL}: sets slot `i` of the results. Arguments and results share their
  /// slots: read the arguments first.
  public void reply(int i, long value) {
    if (!s.intact()) {
      return;
    }
    FuncInst waiting = callee();
    if (!s.replied) {
      s.replied = true;
      s.keep();
      Frames.clearResults(s, waiting);
    }
    s.slot(s.hostBase + i, Slots.result(waiting.type(), i, value));
  }

  /// At {@link Status#HOST_CALL}: marks the call as done; the next {@link #run} goes on in the
  /// caller.
  public void resume() {
    if (s.intact()) {
      Invariant.check(s.status == Status.HOST_CALL, "a host call is pending");
      s.status = null;
      s.keep();
    }
  }

  /// At {@link Status#HOST_CALL}: makes the call fail; the next {@link #run} gives {@link
  /// Status#TRAPPED}.
  public void raise(Fault fault) {
    if (s.intact()) {
      Invariant.check(s.status == Status.HOST_CALL, "a host call is pending");
      s.callee = null;
      s.fail(fault);
      s.keep();
    }
  }

  /// At {@link Status#HOST_CALL}: makes the call throw an exception, such as one that a nested
  /// activation has not caught; the next {@link #run} goes on where the guest catches it.
  ///
  /// @param exception a reference to an exception, not null
  public void throwException(long exception) {
    if (!s.intact()) {
      return;
    }
    Invariant.check(s.status == Status.HOST_CALL, "a host call is pending");
    Invariant.check(exception != 0, "an exception is thrown");
    s.callee = null;
    s.status = null;
    s.pc -= Op.WORDS;
    s.thrown = exception;
    s.keep();
  }

  /// At {@link Status#TRAPPED}: the tag of the exception that the activation has not caught; null
  /// where it has ended for another reason.
  // [impl->req~engine-uncaught-exception~1]
  public @Nullable TagInst exceptionTag() {
    return isUncaught() ? store.tag(store.exceptions().tag(s.thrown)) : null;
  }

  /// Where there is an {@link #exceptionTag}: the reference to the exception, until the activation
  /// is left.
  public long exception() {
    Invariant.check(isUncaught(), "an exception was not caught");
    return s.thrown;
  }

  /// Where there is an {@link #exceptionTag}: slot `i` of the exception's values.
  public long exceptionValue(int i) {
    return store.exceptions().value(exception(), i);
  }

  private boolean isUncaught() {
    return s.intact() && s.status == Status.TRAPPED && s.thrown != 0;
  }

  /// At {@link Status#WAITING}: the memory.
  public MemInst waitingMemory() {
    MemInst mem = s.waiter.mem;
    if (mem == null) {
      throw new Invariant.Violation("the machine waits");
    }
    return mem;
  }

  /// At {@link Status#WAITING}: the address in {@link #waitingMemory}.
  public int waitingAddress() {
    return s.waiter.address;
  }

  /// At {@link Status#WAITING}: how long it is to wait, in nanoseconds; for ever if negative.
  public long waitingNanos() {
    return s.waiter.timeoutNanos;
  }

  /// At {@link Status#WAITING}: says that the time is over; the next {@link #run} goes on.
  public void timeOut() {
    if (!s.intact()) {
      return;
    }
    Invariant.check(s.status == Status.WAITING, "the machine waits");
    store.waiters.remove(s.waiter);
    s.waiter.end(Waiters.TIMED_OUT);
  }

  /// At {@link Status#TRAPPED}: why.
  public Fault fault() {
    Fault lost = s.words.lost();
    Fault why = lost == null ? s.fault : lost;
    if (why == null) {
      throw new Invariant.Violation("the machine has trapped");
    }
    return why;
  }

  /// The guest's open calls, innermost first, as in a trap.
  public List<String> backtrace() {
    return Backtrace.of(s);
  }

  /// Gives the stacks back to the budget.
  @Override
  public void close() {
    unwind();
    store.roots().remove(roots);
    store.frames().count(store.options(), -1);
    storage.close();
  }

  /// What its activations hold, for the collector.
  RootSource frames() {
    return roots;
  }

  /// Why the machine executes nothing more.
  private Fault lost() {
    Fault why = s.words.lost();
    if (why == null) {
      throw new Invariant.Violation("only a lost machine refuses");
    }
    return why;
  }

  /// Fetches what may have been replaced while the host was at work.
  private void refresh() {
    s.switchTo(s.instance);
  }

  /// At a boundary, levels from `STANDARD` on verify what was touched since the last one. Whatever
  /// the status is, the host gets its turn now; so it is a boundary.
  // [impl->req~engine-integrity~1]
  // [impl->req~engine-heap-integrity~1]
  private void verifyBoundary() {
    Fault mismatch = store.areas().verifyTouched();
    if (mismatch == null) {
      mismatch = s.verifyBoundary();
    }
    if (mismatch != null) {
      s.corrupted(mismatch);
    }
  }

  private static Fault argumentCount(FuncType type, int found) {
    return new Fault.CallFault(
        EngineCode.ARGUMENT_COUNT, "", type.toString(), found + " arguments");
  }
}
