package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.engine.Machine;
import dev.wrt.engine.SavedFrames;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Thread` of CanonicalABI.md: one flow of control of a task.
///
/// While it runs it is a segment of the driver's stack, together with the machine's frames above
/// the point where it was resumed. When it blocks, the segment is taken off and kept here: it is
/// parked. A thread that never blocks costs no copy.
final class GuestThread {
  /// Bytes reserved for a parked thread: itself, its task, the call that its task stands for.
  private static final long PARKED_BYTES = 512;

  /// Bytes reserved for each activation of a parked thread.
  private static final long ACTIVATION_BYTES = 128;

  private static final Activation[] NO_SEGMENT = {};

  final Task task;

  /// Its `storage`.
  final ContextSlots context = new ContextSlots();

  /// Its index in the table of its instance; 0 while it has none.
  int index;

  /// What it waits for; null while it runs, and while it is suspended.
  @Nullable Readiness waitingFor;

  /// Whether the block that it is in may end by cancellation.
  boolean cancellable;

  /// How the last block ended: true if by cancellation.
  boolean cancelled;

  /// The thread that goes on when this one blocks or ends; null where the driver does.
  @Nullable GuestThread resumer;

  /// Neighbours among the parked threads.
  @Nullable GuestThread previous;

  @Nullable GuestThread next;

  private int base;
  private int machineBase;
  private boolean parked;
  private Activation[] segment = NO_SEGMENT;
  private @Nullable SavedFrames frames;
  private long bytes;

  GuestThread(Task task) {
    this.task = task;
  }

  /// `suspended`: parked without waiting for anything.
  boolean suspended() {
    return parked && waitingFor == null;
  }

  /// Whether it is off the stack: suspended or waiting.
  boolean parked() {
    return parked;
  }

  /// `ready`: parked, and what it waits for has come.
  boolean ready() {
    Readiness until = waitingFor;
    return parked && until != null && until.ready();
  }

  /// Whether nothing of it is left on a stack of this height.
  boolean endsAt(int top) {
    return top == base;
  }

  /// It comes on top of the stack.
  void placed(int top, Machine machine) {
    base = top;
    machineBase = machine.depth();
  }

  /// A thread that has not begun to run.
  ///
  /// @param first what it begins with
  /// @return the refusal, or null
  @Nullable Fault park(Activation first) {
    return park(new Activation[] {first});
  }

  private @Nullable Fault park(Activation[] activations) {
    MemoryBudget account = task.instance().account();
    long wanted = PARKED_BYTES + activations.length * ACTIVATION_BYTES;
    // [impl->req~async-blocked-bytes~1]
    if (!account.offer(wanted)) {
      return account.refusal(wanted);
    }
    bytes = wanted;
    segment = activations;
    parked = true;
    return null;
  }

  /// Takes what belongs to it off the top of the stack.
  ///
  /// @param stack filled up to `top`; the caller takes away what is from {@link #base} on
  /// @return the refusal, or null
  @Nullable Fault takeOff(@Nullable Activation[] stack, int top, Machine machine) {
    Activation[] taken = new Activation[top - base];
    for (int i = 0; i < taken.length; i++) {
      taken[i] = Invariant.present(stack[base + i], "the stack is filled up to its top");
    }
    Fault refusal = park(taken);
    int activations = machine.depth() - machineBase;
    if (refusal != null || activations == 0) {
      return refusal;
    }
    return switch (machine.detach(activations, task.instance().account())) {
      case Result.Ok<SavedFrames> ok -> {
        frames = ok.value();
        yield null;
      }
      case Result.Err<SavedFrames> err -> err.fault();
    };
  }

  /// Where its segment begins while it is on the stack.
  int base() {
    return base;
  }

  /// Number of its activations while it is parked.
  int height() {
    return segment.length;
  }

  /// Puts what was taken off on top of the stack, which has room; {@link #unpark} then ends its
  /// being parked.
  ///
  /// @return the refusal, or null
  @Nullable Fault putOn(@Nullable Activation[] stack, int top, Machine machine) {
    placed(top, machine);
    SavedFrames saved = frames;
    if (saved != null && machine.attach(saved) instanceof Result.Err<Unit> err) {
      return err.fault();
    }
    frames = null;
    System.arraycopy(segment, 0, stack, top, segment.length);
    return null;
  }

  /// Ends a parked thread for good: gives back what it holds.
  void discard(Fault why) {
    Activation[] left = segment;
    SavedFrames saved = frames;
    frames = null;
    unpark();
    if (saved != null) {
      saved.close();
    }
    for (int i = left.length - 1; i >= 0; i--) {
      left[i].aborted(why);
    }
  }

  /// Gives back what it held while it was parked.
  void unpark() {
    task.instance().account().release(bytes);
    bytes = 0;
    segment = NO_SEGMENT;
    parked = false;
    waitingFor = null;
  }
}
