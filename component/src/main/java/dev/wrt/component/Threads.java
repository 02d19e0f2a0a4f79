package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.Activation.Next;
import java.util.List;
import org.checkerframework.checker.initialization.qual.NotOnlyInitialized;
import org.checkerframework.checker.initialization.qual.UnderInitialization;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The threads of a driver: segments of its stack, each on top of the one that resumed it, and
/// those that are parked.
final class Threads {
  private final @NotOnlyInitialized Driver driver;
  private final ActivationStack stack;
  private final ParkedThreads parked;
  private @Nullable GuestThread current;

  Threads(@UnderInitialization Driver driver, ActivationStack stack, ParkedThreads parked) {
    this.driver = driver;
    this.stack = stack;
    this.parked = parked;
  }

  /// The thread that runs.
  GuestThread current() {
    return Invariant.present(current, "a thread runs");
  }

  /// A new thread begins on top of the stack.
  Next start(GuestThread thread, Activation first) {
    placed(thread);
    return driver.push(first);
  }

  private void placed(GuestThread thread) {
    thread.placed(stack.height(), driver.tree().machine);
    thread.resumer = current;
    current = thread;
  }

  /// An activation has been taken off: if it was the last of its thread, this one has ended.
  void popped() {
    GuestThread thread = current;
    if (thread != null && thread.base() == stack.height()) {
      left(thread);
    }
  }

  private void left(GuestThread thread) {
    current = thread.resumer;
    thread.resumer = null;
  }

  /// `Thread.resume`: a parked thread goes on, on top of the stack.
  Next resume(GuestThread thread, boolean cancelled) {
    Parking parking = Invariant.present(thread.parking, "a parked thread goes on");
    if (!stack.fits(parking.height())) {
      return driver.fail(new Trap(ComponentCode.CALL_DEPTH, "", List.of()));
    }
    placed(thread);
    Fault refusal = parking.putOn(stack, driver.tree().machine);
    if (refusal != null) {
      left(thread);
      return driver.fail(refusal);
    }
    parked.remove(parking);
    thread.cancelled = cancelled;
    return Next.AGAIN;
  }

  /// `Thread.wait_until`, `Thread.suspend` and `Thread.switch_to_internal`: the current thread is
  /// taken off the stack.
  ///
  /// @param other the thread that goes on instead; null for whatever has resumed the current one
  /// @param until what the current thread waits for; null to be suspended
  /// @param cancellable whether this may end by cancellation; a pending one ends it at once
  Next switchTo(@Nullable GuestThread other, @Nullable Readiness until, boolean cancellable) {
    GuestThread thread = current();
    if (thread.task.deliverPendingCancel(cancellable)) {
      thread.cancelled = true;
      return Next.AGAIN;
    }
    thread.cancellable = cancellable;
    Fault refusal = parked.refusal();
    if (refusal != null) {
      return driver.fail(refusal);
    }
    return switch (Parking.of(thread, stack, driver.tree().machine)) {
      case Result.Ok<Parking> ok -> {
        parked.add(ok.value(), until);
        left(thread);
        yield other == null ? Next.BLOCKED : resume(other, false);
      }
      case Result.Err<Parking> err -> driver.fail(err.fault());
    };
  }

  /// A suspended thread that begins with an activation.
  ///
  /// @return the refusal, or null
  @Nullable Fault add(GuestThread thread, Activation first) {
    Fault full = parked.refusal();
    if (full != null) {
      return full;
    }
    return switch (Parking.of(thread, first)) {
      case Result.Ok<Parking> ok -> {
        parked.add(ok.value(), null);
        yield thread.task.register(thread);
      }
      case Result.Err<Parking> err -> err.fault();
    };
  }

  /// Whether a thread that blocks now could ever go on: false in a synchronous task while nothing
  /// else of its instance is ready.
  boolean couldBlock() {
    Task task = current().task;
    return task.isAsync() || task.resolved() || parked.any(t -> Entry.mayGoOn(t, task.instance()));
  }

  /// The trap of a synchronous call that is not resolved while none of the threads that may go on
  /// in its place is ready.
  Fault cannotBlock() {
    boolean othersReady = parked.any(GuestThread::ready);
    return new Trap(
        othersReady ? ComponentCode.DEADLOCK : ComponentCode.CANNOT_BLOCK, "", List.of());
  }

  /// Nothing runs any more.
  void unwound() {
    current = null;
  }
}
