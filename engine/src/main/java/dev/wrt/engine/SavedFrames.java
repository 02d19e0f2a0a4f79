package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Activations that {@link Machine#detach} has taken off a machine, and that {@link Machine#attach}
/// puts on again: a blocked thread of the guest costs these bytes, and nothing else.
///
/// **Layout.** Of both stacks exactly the used part is kept. All places are counted from the first
/// slot and from the first call record of the lowest of these activations, so that they can be put
/// on at any depth. The records that {@link Machine#enter} pushes tell what waits *below* an
/// activation; so those of the lowest one are not kept, but made anew when it is put on, and at the
/// end lie such records as one more activation would have pushed: the registers.
///
/// **References** in it are roots of the collector, as they were on the stack: the store has a list
/// of all that is detached.
///
/// **Room.** A function was let in because its whole frame has room, of which the part in use is
/// known here. Further down there is room again; further up, there must be some for the largest
/// frame of the store above what is in use.
///
/// **Integrity.** From level `STANDARD` on its words have copies, as those of the stacks have, see
/// {@link Copies}: what is taken off is compared before, and what is put on is compared again.
///
/// What this is not: a copy. It is put on at most once; whoever holds it closes it if it is not.
// [impl->req~engine-detach~1]
public final class SavedFrames extends FrameStack implements AutoCloseable {
  /// The object and the headers of its arrays.
  private static final long FIXED_BYTES = 136;

  /// The block of a fault that concerns the numbers in this object.
  private static final int SEAL = -1;

  private static final long PRIME = 0x9E37_79B9_7F4A_7C15L;

  private static final long[] NO_SLOTS = {};
  private static final int[] NO_RECORDS = {};

  private final MemoryBudget budget;
  private final int depth;

  /// Where its first slot was.
  private final int base;

  /// Slots that are enough anywhere.
  private final long roomSlots;

  /// What the numbers above make.
  private final long seal;

  private boolean closed;

  /// Its neighbours in the list of the store.
  @Nullable SavedFrames next;

  @Nullable SavedFrames previous;

  private SavedFrames(State s, MemoryBudget budget) {
    super(s.store, NO_SLOTS, NO_RECORDS, s.guard.saved, s.guard.saved);
    this.budget = budget;
    this.depth = 0;
    this.base = 0;
    this.roomSlots = 0;
    this.seal = seal();
  }

  private SavedFrames(State s, int depth, int first, int base, MemoryBudget budget) {
    super(
        s.store,
        new long[(s.top() - base) * s.guard.copies],
        new int[(s.csp - first + State.BOUNDARY_INTS) * s.guard.copies],
        s.guard.saved,
        s.guard.saved);
    this.budget = budget;
    this.depth = depth;
    this.base = base;
    this.roomSlots = (long) slots() + s.store.translator().frameSlotsMax();
    this.seal = seal();
    for (int i = 0; i < slots(); i++) {
      slot(i, s.stack[base + i]);
    }
    int ints = s.csp - first;
    for (int i = 0; i < ints; i++) {
      call(i, s.calls[first + i]);
    }
    s.saveTo(calls, s.guard.distance(calls.length), ints);
    shift(-base, -first);
  }

  /// Copies the innermost activations of a machine, which is at a call of the host.
  ///
  /// @param depth how many
  /// @param budget pays
  // [impl->req~engine-detach-budget~1]
  static Result<SavedFrames> of(State s, int depth, MemoryBudget budget) {
    if (depth == 0) {
      return budget.offer(FIXED_BYTES)
          ? Result.ok(new SavedFrames(s, budget))
          : Result.err(budget.refusal(FIXED_BYTES));
    }
    if (!s.frames.callsHold(0, s.csp)) {
      return Result.err(s.guard.fault());
    }
    int first = first(s, depth);
    int base = s.topBelow(first - State.BOUNDARY_INTS);
    if (!s.frames.slotsHold(base, s.top())) {
      return Result.err(s.guard.fault());
    }
    int ints = s.csp - first + State.BOUNDARY_INTS;
    long bytes = bytes((s.top() - base) * s.guard.copies, ints * s.guard.copies);
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    SavedFrames saved = new SavedFrames(s, depth, first, base, budget);
    s.store.roots().add(saved);
    s.guard.saved.resize(saved.bytes());
    return Result.ok(saved);
  }

  /// Where the records of the lowest of the innermost activations begin, behind those that say what
  /// waits below it.
  private static int first(State s, int depth) {
    int first = s.boundary;
    for (int i = 1; i < depth; i++) {
      first = s.call(first - State.BOUNDARY_INTS + State.SAVED_BOUNDARY);
    }
    return first;
  }

  private static long bytes(int slots, int ints) {
    return FIXED_BYTES + (long) slots * Long.BYTES + (long) ints * Integer.BYTES;
  }

  /// How many activations it holds.
  public int depth() {
    return depth;
  }

  /// What it has reserved; 0 once it is closed, or on a machine again.
  public long bytes() {
    return closed ? 0 : bytes(stack.length, calls.length);
  }

  /// The guest's calls that are open in it, innermost first, as in a trap.
  public List<String> backtrace() {
    return Backtrace.of(this, ints(), null, 0);
  }

  /// Drops the activations, which will not go on, and gives the bytes back. Does nothing where they
  /// are on a machine again.
  @Override
  public void close() {
    if (closed) {
      return;
    }
    budget.release(bytes());
    closed = true;
    if (depth > 0) {
      store.roots().remove(this);
      store.frames().saved.resize(-bytes(stack.length, calls.length));
    }
    stack = NO_SLOTS;
    calls = NO_RECORDS;
  }

  /// Whether a machine has room for it.
  // [impl->req~engine-detach-room~1]
  boolean fits(State s) {
    int at = s.top();
    boolean slots = at <= base || at + roomSlots <= s.stackLimit;
    return depth == 0 || slots && s.csp + (long) ints() <= s.callLimit;
  }

  /// What has changed behind our back since they were taken off, and can't be put right; null where
  /// there is nothing.
  // [impl->req~integrity-saved-frames~1]
  @Nullable Fault damage() {
    if (seal != seal()) {
      return store.frames().saved.mismatch(SEAL, seal, seal(), false);
    }
    boolean holds = slotsHold(0, slots()) && callsHold(0, ints());
    return holds ? null : store.frames().fault();
  }

  private long seal() {
    return ~((base * PRIME + depth) * PRIME + roomSlots);
  }

  /// Puts the activations on a machine that has room for them, and closes this.
  void putOn(State s) {
    Invariant.check(!closed, "activations are put on a machine once");
    if (depth > 0) {
      int at = s.top();
      int length = ints() - State.BOUNDARY_INTS;
      s.pushBoundary();
      shift(at, s.csp);
      for (int i = 0; i < slots(); i++) {
        s.slot(at + i, stack[i]);
      }
      for (int i = 0; i < length; i++) {
        Copies.write(s.calls, s.callMirror, s.csp + i, calls[i]);
      }
      s.csp += length;
      s.restoreFrom(calls, length);
    }
    close();
  }

  /// Hands each reference to a visitor and keeps what it answers.
  void visit(RefVisitor visitor) {
    visitCalls(ints(), null, visitor);
  }

  /// Adds to all places, of slots and of call records.
  private void shift(int slots, int records) {
    int at = ints();
    while (at > 0) {
      int mark = calls[at - State.RECORD];
      if (mark == State.BOUNDARY) {
        at -= State.BOUNDARY_INTS;
        add(at + State.SAVED_FP, slots);
        add(at + State.SAVED_HOST_BASE, slots);
        add(at + State.SAVED_BOUNDARY, records);
      } else {
        at -= State.RECORD;
        add(at + 1, mark == State.SWITCH ? 0 : slots);
      }
    }
  }

  /// Adds to a word that was compared just now.
  private void add(int i, int delta) {
    call(i, calls[i] + delta);
  }
}
