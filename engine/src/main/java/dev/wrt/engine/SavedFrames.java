package dev.wrt.engine;

import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import java.util.Arrays;
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
/// What this is not: a copy. It is put on at most once; whoever holds it closes it if it is not.
// [impl->req~engine-detach~1]
public final class SavedFrames extends FrameStack implements AutoCloseable {
  /// The object and the headers of its arrays.
  private static final long FIXED_BYTES = 112;

  private static final long[] NO_SLOTS = {};
  private static final int[] NO_RECORDS = {};

  private final MemoryBudget budget;
  private final int depth;

  /// Where its first slot was.
  private final int base;

  /// Slots that are enough anywhere.
  private final long roomSlots;

  private boolean closed;

  /// Its neighbours in the list of the store.
  @Nullable SavedFrames next;

  @Nullable SavedFrames previous;

  private SavedFrames(State s, MemoryBudget budget) {
    super(s.store, NO_SLOTS, NO_RECORDS);
    this.budget = budget;
    this.depth = 0;
    this.base = 0;
    this.roomSlots = 0;
  }

  private SavedFrames(State s, int depth, int first, int base, MemoryBudget budget) {
    super(
        s.store,
        Arrays.copyOfRange(s.stack, base, s.top()),
        Arrays.copyOfRange(s.calls, first, s.csp + State.BOUNDARY_INTS));
    this.budget = budget;
    this.depth = depth;
    this.base = base;
    this.roomSlots = (long) stack.length + s.store.translator().frameSlotsMax();
    s.saveTo(calls, calls.length - State.BOUNDARY_INTS);
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
    int first = first(s, depth);
    int base = s.topBelow(first - State.BOUNDARY_INTS);
    long bytes = bytes(s.top() - base, s.csp - first + State.BOUNDARY_INTS);
    if (!budget.offer(bytes)) {
      return Result.err(budget.refusal(bytes));
    }
    SavedFrames saved = new SavedFrames(s, depth, first, base, budget);
    s.store.roots().add(saved);
    return Result.ok(saved);
  }

  /// Where the records of the lowest of the innermost activations begin, behind those that say what
  /// waits below it.
  private static int first(State s, int depth) {
    int first = s.boundary;
    for (int i = 1; i < depth; i++) {
      first = s.calls[first - State.BOUNDARY_INTS + State.SAVED_BOUNDARY];
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
    return Backtrace.of(store, calls, calls.length, null, 0);
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
    }
    stack = NO_SLOTS;
    calls = NO_RECORDS;
  }

  /// Whether a machine has room for it.
  // [impl->req~engine-detach-room~1]
  boolean fits(State s) {
    int at = s.top();
    boolean slots = at <= base || at + roomSlots <= s.stack.length;
    return depth == 0 || slots && s.csp + (long) calls.length <= s.callLimit;
  }

  /// Puts the activations on a machine that has room for them, and closes this.
  void putOn(State s) {
    Invariant.check(!closed, "activations are put on a machine once");
    if (depth > 0) {
      int at = s.top();
      int length = calls.length - State.BOUNDARY_INTS;
      s.pushBoundary();
      shift(at, s.csp);
      System.arraycopy(stack, 0, s.stack, at, stack.length);
      System.arraycopy(calls, 0, s.calls, s.csp, length);
      s.csp += length;
      s.restoreFrom(calls, length);
    }
    close();
  }

  /// Hands each reference to a visitor and keeps what it answers.
  void visit(RefVisitor visitor) {
    visitCalls(calls.length, null, visitor);
  }

  /// Adds to all places, of slots and of call records.
  private void shift(int slots, int records) {
    int at = calls.length;
    while (at > 0) {
      int mark = calls[at - State.RECORD];
      if (mark == State.BOUNDARY) {
        at -= State.BOUNDARY_INTS;
        calls[at + State.SAVED_FP] += slots;
        calls[at + State.SAVED_HOST_BASE] += slots;
        calls[at + State.SAVED_BOUNDARY] += records;
      } else {
        at -= State.RECORD;
        calls[at + 1] += mark == State.SWITCH ? 0 : slots;
      }
    }
  }
}
