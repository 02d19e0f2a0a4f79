package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.LiftLowerContext;
import java.util.List;
import org.checkerframework.checker.initialization.qual.NotOnlyInitialized;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Task` of CanonicalABI.md: one call of a lifted function, from the callee's side.
final class Task implements Subtask.Cancellable {
  /// `Task.State`
  enum State {
    INITIAL,
    STARTED,
    PENDING_CANCEL,
    CANCEL_DELIVERED,
    RESOLVED
  }

  static final long[] NO_VALUES = {};

  final ComponentFunc.Lifted callee;
  final Caller caller;

  /// The passages of its values.
  final Passages passages;

  /// Its `implicit_thread`.
  final @NotOnlyInitialized GuestThread implicitThread;

  /// Bytes of linear memory when it was started.
  long memoryBefore;

  private State state = State.INITIAL;
  private int threads;

  Task(ComponentFunc.Lifted callee, Caller caller, Passages passages) {
    this.callee = callee;
    this.caller = caller;
    this.passages = passages;
    this.implicitThread = new GuestThread(this);
  }

  /// The instance that it runs in.
  ComponentInstance instance() {
    return callee.instance();
  }

  /// The options of `canon lift`.
  CanonicalOptions options() {
    return callee.options();
  }

  /// Its function's type with its layout.
  FuncLayout layout() {
    return callee.layout();
  }

  /// Whether its function's type is `async`.
  boolean isAsync() {
    return callee.layout().type().async();
  }

  /// Whether its results, or its cancellation, have been passed on.
  boolean resolved() {
    return state == State.RESOLVED;
  }

  /// Whether it has not begun to run.
  boolean initial() {
    return state == State.INITIAL;
  }

  /// Whether it was told that it is cancelled.
  boolean cancelDelivered() {
    return state == State.CANCEL_DELIVERED;
  }

  /// `needs_exclusive`: whether its implicit thread must be alone among its kind in the instance.
  boolean needsExclusive() {
    return isAsync() && (!options().async() || options().callback() != null);
  }

  /// `has_backpressure`: whether the task has to wait before it can start.
  boolean hasBackpressure() {
    ComponentInstance inst = instance();
    return inst.backpressure > 0 || needsExclusive() && inst.exclusiveThread != null;
  }

  /// The end of `enter_implicit_thread`.
  ///
  /// @return the refusal, or null
  @Nullable Fault enter() {
    if (needsExclusive()) {
      acquire();
    }
    return register(implicitThread);
  }

  /// Its implicit thread becomes the exclusive one of the instance.
  void acquire() {
    Invariant.check(instance().exclusiveThread == null, "one exclusive thread at a time");
    instance().exclusiveThread = implicitThread;
  }

  /// Its implicit thread is no longer the exclusive one.
  void release() {
    Invariant.check(instance().exclusiveThread == implicitThread, "what was acquired is released");
    instance().exclusiveThread = null;
  }

  /// `register_thread`
  ///
  /// @return the refusal, or null
  @Nullable Fault register(GuestThread thread) {
    if (!instance().threads.add(thread)) {
      return instance().account().refusal(1);
    }
    threads++;
    return null;
  }

  /// `exit_implicit_thread`
  ///
  /// @return the trap of a task that ends unresolved, or null
  @Nullable Fault exit() {
    Fault unresolved = unregister(implicitThread);
    if (unresolved == null && needsExclusive()) {
      release();
    }
    return unresolved;
  }

  /// `unregister_thread`
  ///
  /// @return the trap of a task that ends unresolved, or null
  @Nullable Fault unregister(GuestThread thread) {
    threads--;
    if (threads == 0 && !resolved()) {
      return trap(ComponentCode.TASK_UNRESOLVED);
    }
    instance().threads.remove(thread);
    return null;
  }

  /// `start`
  void started() {
    Invariant.check(state == State.INITIAL, "a task is started once");
    state = State.STARTED;
    memoryBefore = instance().tree.memoryBytes();
  }

  /// The first half of `return_`: why it can't return now, or null.
  @Nullable Fault returnRefusal() {
    return resolved() ? trap(ComponentCode.TASK_RESOLVED) : borrowsLeft();
  }

  // [impl->req~component-handle-lent~1]
  private @Nullable Fault borrowsLeft() {
    int left = caller.scope().numBorrows();
    return left == 0
        ? null
        : new Trap(ComponentCode.BORROWS_LEFT, Integer.toString(left), List.of());
  }

  /// The second half of `return_`: the caller has the results.
  void returned() {
    state = State.RESOLVED;
  }

  /// `cancel`
  ///
  /// @return the trap, or null
  // [impl->req~async-cancel~1]
  @Nullable Fault cancel() {
    if (state != State.CANCEL_DELIVERED) {
      return trap(ComponentCode.NOT_CANCELLED);
    }
    Fault left = borrowsLeft();
    if (left == null) {
      caller.cancelled(cancelled());
      state = State.RESOLVED;
    }
    return left;
  }

  /// Why a cancelled call has no results.
  static Fault cancelled() {
    return new LimitFault(ComponentCode.CANCELLED, "calls", 1, 0);
  }

  /// `deliver_pending_cancel`: whether a cancellation was pending, and is thereby delivered.
  boolean deliverPendingCancel(boolean cancellable) {
    if (!cancellable || state != State.PENDING_CANCEL) {
      return false;
    }
    state = State.CANCEL_DELIVERED;
    return true;
  }

  /// The cancellation waits until a thread can be told.
  void pendCancel() {
    state = State.PENDING_CANCEL;
  }

  /// A thread is told that the task is cancelled.
  void deliverCancel() {
    state = State.CANCEL_DELIVERED;
  }

  /// The callee's side of the passage of values.
  LiftLowerContext side(Driver driver, Crossing crossing) {
    Tree tree = instance().tree;
    CallHandles handles =
        new CallHandles(
            driver,
            instance(),
            caller.scope(),
            caller instanceof HostCaller ? tree.hostHandles : null);
    return new LiftLowerContext(options(), handles, crossing);
  }

  /// The task ends without having run: what it has taken in the instance is given back.
  void abandoned() {
    if (implicitThread.index != 0) {
      instance().threads.remove(implicitThread);
    }
    if (instance().exclusiveThread == implicitThread) {
      instance().exclusiveThread = null;
    }
  }

  private static Fault trap(ComponentCode code) {
    return new Trap(code, "", List.of());
  }
}
