package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.abi.FuncLayout;
import dev.wrt.component.abi.LiftLowerContext;
import dev.wrt.component.value.Values;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `Subtask` of CanonicalABI.md: a call that a component makes, from the caller's side.
final class Subtask extends Waitable implements Caller {
  /// `Subtask.State`; the ordinal is what the caller is told.
  enum State {
    STARTING,
    STARTED,
    RETURNED,
    CANCELLED_BEFORE_STARTED,
    CANCELLED_BEFORE_RETURNED
  }

  /// What {@link #stateWord} is more than the ordinal of its state once the end is delivered.
  private static final int DELIVERED = 8;

  final CoreCallee.Lowered lowered;

  /// `cancellation_requested`
  boolean cancellationRequested;

  private final BorrowScope scope = new BorrowScope();
  private final HookRun hooks;
  private final int depth;
  private final CallMeter meter;
  private State state = State.STARTING;
  private boolean delivered;
  private @Nullable Cancellable callee;

  /// The core arguments until they are lifted; then the core results.
  private long[] flat;

  /// The last core argument: where results go that don't stay flat.
  private final long outParam;

  /// What can be asked to end early: `on_cancel`.
  sealed interface Cancellable permits Task, LaterCall {}

  /// @param depth number of component-level calls that are open, this one included
  /// @param meter of the call that it is a part of
  /// @param flat the core arguments
  Subtask(CoreCallee.Lowered lowered, HookRun hooks, int depth, CallMeter meter, long[] flat) {
    this.lowered = lowered;
    this.hooks = hooks;
    this.depth = depth;
    this.meter = meter;
    this.flat = flat;
    this.outParam = flat.length == 0 ? 0 : flat[flat.length - 1];
  }

  @Override
  public String kind() {
    return "a subtask";
  }

  /// What happens to the call.
  State state() {
    return state;
  }

  /// `resolved`
  boolean resolved() {
    return state.ordinal() >= State.RETURNED.ordinal();
  }

  /// `resolve_delivered`: whether the caller knows that the call has ended.
  boolean resolveDelivered() {
    return delivered;
  }

  /// Who carries the call out.
  void calls(Cancellable other) {
    callee = other;
  }

  /// `on_cancel`: who carries the call out; null where it ends before it can be cancelled.
  @Nullable Cancellable callee() {
    return callee;
  }

  @Override
  public ComponentInstance instance() {
    return lowered.instance();
  }

  @Override
  public int depth() {
    return depth;
  }

  @Override
  public HookRun hooks() {
    return hooks;
  }

  @Override
  public CallMeter meter() {
    return meter;
  }

  @Override
  public BorrowScope scope() {
    return scope;
  }

  @Override
  public Result<Values> start(Driver driver, Crossing crossing) {
    progress(State.STARTED);
    FuncLayout layout = lowered.callee().layout();
    int maxFlat = FuncLayout.maxFlatParams(lowered.options().async());
    Tree tree = instance().tree;
    Result<Values> lifted =
        tree.lift.values(side(driver, crossing), layout.params(), maxFlat, flat);
    flat = Task.NO_VALUES;
    if (lifted instanceof Result.Ok<Values>) {
      Fault denied = tree.crossed(instance(), Point.LIFT);
      return denied == null ? lifted : Result.err(denied);
    }
    return lifted;
  }

  /// The caller's side of the passage of values.
  LiftLowerContext side(Driver driver, Crossing crossing) {
    Tree tree = instance().tree;
    boolean host = lowered.callee() instanceof ComponentFunc.Hosted;
    CallHandles handles =
        new CallHandles(driver, instance(), scope, host ? tree.hostHandles : null);
    return new LiftLowerContext(lowered.options(), handles, crossing);
  }

  /// Where the caller wants results that don't stay flat.
  long outParam() {
    return outParam;
  }

  /// `on_resolve` with results that are lowered.
  void returned(long[] results) {
    flat = results;
    progress(State.RETURNED);
  }

  @Override
  public void cancelled(Fault why) {
    Invariant.check(cancellationRequested, "a call is cancelled at the caller's request");
    hooks.aborted(why);
    progress(
        state == State.STARTING ? State.CANCELLED_BEFORE_STARTED : State.CANCELLED_BEFORE_RETURNED);
  }

  private void progress(State reached) {
    Invariant.check(!resolved(), "a call ends once");
    stateChanges(state.ordinal(), reached.ordinal());
    state = reached;
    if (index != 0) {
      setPendingEvent();
    }
  }

  /// `deliver_resolve`: the caller learns that the call has ended.
  ///
  /// @return the core results
  long[] deliverResolve() {
    Invariant.check(resolved() && !delivered, "the end of a call is delivered once");
    stateChanges(0, DELIVERED);
    delivered = true;
    scope.release(instance().tree.hostHandles);
    return flat;
  }

  @Override
  int stateWord() {
    return state.ordinal() + (delivered ? DELIVERED : 0);
  }

  @Override
  WaitableEvent deliver() {
    int told = index;
    if (resolved()) {
      deliverResolve();
    }
    return new WaitableEvent(WaitableEvent.SUBTASK, told, state.ordinal());
  }

  /// `Subtask.drop`: the reason why it can't be dropped, or null.
  @Nullable Fault dropRefusal() {
    return delivered
        ? null
        : new Trap(ComponentCode.SUBTASK_UNRESOLVED, Integer.toUnsignedString(index), List.of());
  }
}
