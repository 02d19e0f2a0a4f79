package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.engine.Machine;
import dev.wrt.engine.SavedFrames;
import org.checkerframework.checker.nullness.qual.Nullable;

/// What is kept of a thread while it is off the stack: its activations and its core frames, paid
/// for by the account of its instance.
final class Parking {
  /// Bytes reserved for a parked thread: itself, its task, the call that its task stands for.
  private static final long THREAD_BYTES = 512;

  /// Bytes reserved for each of its activations.
  private static final long ACTIVATION_BYTES = 128;

  /// Whose it is.
  final GuestThread thread;

  /// What it waits for; null while it is suspended.
  @Nullable Readiness waitingFor;

  /// Neighbours among the parked threads.
  @Nullable Parking previous;

  @Nullable Parking next;

  private final Activation[] segment;
  private final MemoryBudget account;
  private final long bytes;
  private @Nullable SavedFrames frames;

  private Parking(GuestThread thread, Activation[] segment, long bytes) {
    this.thread = thread;
    this.segment = segment;
    this.account = thread.task.instance().account();
    this.bytes = bytes;
  }

  /// Takes what belongs to a thread off the stack and off the machine.
  // [impl->req~async-blocked-bytes~1]
  static Result<Parking> of(GuestThread thread, ActivationStack stack, Machine machine) {
    MemoryBudget account = thread.task.instance().account();
    long bytes = bytes(stack.height() - thread.base());
    if (!account.offer(bytes)) {
      return Result.err(account.refusal(bytes));
    }
    int frames = machine.depth() - thread.machineBase();
    SavedFrames saved = null;
    if (frames > 0) {
      switch (machine.detach(frames, account)) {
        case Result.Ok<SavedFrames> ok -> saved = ok.value();
        case Result.Err<SavedFrames> err -> {
          account.release(bytes);
          return Result.err(err.fault());
        }
      }
    }
    Parking parking = new Parking(thread, stack.cut(thread.base()), bytes);
    parking.frames = saved;
    return Result.ok(parking);
  }

  /// A thread that has not begun to run.
  ///
  /// @param first what it begins with
  static Result<Parking> of(GuestThread thread, Activation first) {
    MemoryBudget account = thread.task.instance().account();
    long bytes = bytes(1);
    return account.offer(bytes)
        ? Result.ok(new Parking(thread, new Activation[] {first}, bytes))
        : Result.err(account.refusal(bytes));
  }

  private static long bytes(int activations) {
    return THREAD_BYTES + activations * ACTIVATION_BYTES;
  }

  /// Number of activations.
  int height() {
    return segment.length;
  }

  /// Whether what it waits for has come.
  boolean ready() {
    Readiness until = waitingFor;
    return until != null && until.ready();
  }

  /// Puts everything on top of the stack, which has room, and of the machine.
  ///
  /// @return the refusal, or null
  @Nullable Fault putOn(ActivationStack stack, Machine machine) {
    SavedFrames saved = frames;
    if (saved != null && machine.attach(saved) instanceof Result.Err<Unit> err) {
      return err.fault();
    }
    frames = null;
    for (Activation a : segment) {
      stack.push(a);
    }
    account.release(bytes);
    return null;
  }

  /// Ends the thread for good: gives back what it holds.
  void discard(Fault why) {
    SavedFrames saved = frames;
    frames = null;
    account.release(bytes);
    if (saved != null) {
      saved.close();
    }
    for (int i = segment.length - 1; i >= 0; i--) {
      segment[i].aborted(why);
    }
  }
}
