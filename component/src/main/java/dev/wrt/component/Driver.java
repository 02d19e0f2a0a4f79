package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.HostFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.Activation.Next;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.checkerframework.checker.initialization.qual.NotOnlyInitialized;
import org.checkerframework.checker.initialization.qual.UnderInitialization;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Runs the activations of a tree of linked components: one loop over one bounded stack.
///
/// The stack mirrors the guests' own nesting. A call of an export is at its bottom; core code runs
/// in the tree's machine on behalf of the activation on top; when that code calls the host, an
/// activation for this call comes on top of it, and so on. Each turn of the loop either runs the
/// machine until it returns, calls out, traps or has no fuel left, or advances the activation on
/// top by one step. So a turn is where everything can be suspended, and nothing lives on the Java
/// stack between two turns.
///
/// The threads of the guests are segments of this stack, each on top of the one that resumed it. A
/// thread that blocks is taken off, and what resumed it goes on.
///
/// This is also the one place where broken invariants of wrt are caught: they end the execution
/// with a fault and leave the tree in its safe state, in which no guest code runs any more.
final class Driver {
  private final @NotOnlyInitialized Tree tree;
  private final ActivationStack stack;
  private final ParkedThreads parked;
  private final @NotOnlyInitialized Threads threads;
  private final Scheduler scheduler;
  private final HostWork hostWork;
  private final int depthMax;
  private final SequencedSet<HookRun> openHooks = new LinkedHashSet<>();
  private boolean callsExpected;
  private @Nullable Execution owner;
  private @Nullable Fault fault;

  /// Whether the fault has been given its backtrace.
  private boolean traced;

  /// The context slots of the `realloc` that runs; null while none does.
  private @Nullable ContextSlots reallocContext;

  Driver(@UnderInitialization Tree tree, ComponentOptions options, HostWork hostWork) {
    this.tree = tree;
    this.hostWork = hostWork;
    this.depthMax = options.limits().depth();
    this.stack = new ActivationStack(depthMax);
    this.scheduler = options.scheduler().get();
    this.parked = new ParkedThreads(options.limits().tasks(), scheduler);
    this.threads = new Threads(this, stack, parked);
  }

  /// The tree whose activations it runs.
  Tree tree() {
    return tree;
  }

  /// The execution under way, if there is one: the one that runs, or whose guests have run out of
  /// fuel.
  @Nullable Execution owner() {
    return owner;
  }

  /// The threads on the stack, and the way off and on it.
  Threads threads() {
    return threads;
  }

  /// The threads that are off the stack.
  ParkedThreads parked() {
    return parked;
  }

  /// What the host has still to do.
  HostWork hostWork() {
    return hostWork;
  }

  /// The interceptors of calls that have begun and not ended, in that order.
  Collection<HookRun> openHooks() {
    return openHooks;
  }

  /// Runs until the execution has ended or is suspended.
  ///
  /// The loop around the two phases ends: once a fault is set, only unwinding is left, and each
  /// attempt at it takes a hook or an activation off the stack before it can throw, or is the only
  /// one that looks for a backtrace.
  Outcome run(Execution execution) {
    Invariant.check(owner == null || owner == execution, "one execution at a time");
    owner = execution;
    while (true) {
      try {
        Fault failed = fault;
        return failed == null ? drive(execution) : unwind(failed);
      } catch (RuntimeException e) {
        if (fault == null) {
          fault = safeState(e);
        }
      }
    }
  }

  /// Ends everything from outside: nothing of the tree runs again if any of its code has run.
  Outcome abandon(Execution execution, Fault why) {
    if (fault == null) {
      fault = why;
    }
    return run(execution);
  }

  /// `Store.tick`: takes up what the host has done, or lets a thread go on that is ready.
  ///
  /// @return whether there was anything
  boolean tick() {
    if (hostWork.advance(this)) {
      return true;
    }
    GuestThread next = parked.choose(GuestThread::ready);
    return next != null && push(new Tick(next)) == Next.AGAIN;
  }

  /// Whether the host may make a call while others wait, which could let those go on: then it is no
  /// deadlock that nothing is ready.
  // [impl->req~async-calls-expected~1]
  void expectCalls(boolean expected) {
    callsExpected = expected;
  }

  /// Nothing is ready, and a call has not returned.
  Outcome stuck() {
    // [impl->req~async-deadlock~1]
    if (!hostWork.isPending() && !callsExpected) {
      fail(new Trap(ComponentCode.DEADLOCK, "", List.of()));
    }
    return new Outcome.Waiting();
  }

  private Outcome drive(Execution execution) {
    while (true) {
      Fault latched = tree.latched();
      if (latched != null) {
        return unwind(latched);
      }
      if (stack.height() == 0) {
        Outcome idle = execution.idle(this);
        if (fault != null) {
          return unwind(failure());
        }
        if (idle == null) {
          continue;
        }
        owner = null;
        return idle;
      }
      Activation a = stack.top();
      switch (a.inCore ? core(a) : a.step(this)) {
        case AGAIN, BLOCKED -> {}
        case DONE -> {
          stack.pop();
          threads.popped();
        }
        case FAILED -> {
          return unwind(failure());
        }
        case SUSPENDED -> {
          tree.outOfFuel();
          return new Outcome.OutOfFuel(tree.fuelUsed());
        }
      }
    }
  }

  private Fault failure() {
    return Invariant.present(fault, "a failed step has set the fault");
  }

  private Next core(Activation a) {
    Machine machine = tree.machine;
    return switch (machine.run()) {
      case RETURNED -> {
        a.inCore = false;
        a.coreReturned(this, machine);
        machine.leave();
        yield Next.AGAIN;
      }
      case HOST_CALL -> CoreCalls.called(this, machine, machine.callee());
      // [impl->req~component-uncaught-exception~1]
      case TRAPPED -> fail(machine.fault());
      // [impl->req~component-fuel-resume~1]
      // [impl->req~async-fuel~1]
      case OUT_OF_FUEL -> Next.SUSPENDED;
      case WAITING -> waiting(machine);
    };
  }

  /// Ends a wait at once: a tree has one machine, so there is nobody who could notify it. The guest
  /// sees that its time is over; with no time limit it would wait for ever.
  // [impl->req~component-wait~1]
  private Next waiting(Machine machine) {
    if (machine.waitingNanos() < 0) {
      return fail(
          new Trap(ComponentCode.WAITS_FOR_EVER, "address " + machine.waitingAddress(), List.of()));
    }
    machine.timeOut();
    return Next.AGAIN;
  }

  /// The most component-level calls that may be open, one within the other.
  int depthMax() {
    return depthMax;
  }

  /// Number of activations on the stack.
  int depth() {
    return stack.height();
  }

  /// Puts an activation on top, or fails where the depth is used up.
  Next push(Activation a) {
    // [impl->req~component-call-depth~1]
    if (!stack.fits(1)) {
      return fail(new Trap(ComponentCode.CALL_DEPTH, "", List.of()));
    }
    stack.push(a);
    return Next.AGAIN;
  }

  /// Enters core code on behalf of the activation on top.
  Next enter(Activation a, FuncInst f, long[] args) {
    return switch (tree.machine.enter(f, args)) {
      case Result.Ok<Unit> ok -> {
        a.inCore = true;
        yield Next.AGAIN;
      }
      case Result.Err<Unit> err -> fail(err.fault());
    };
  }

  /// Makes the execution fail.
  Next fail(Fault why) {
    fault = why;
    return Next.FAILED;
  }

  /// Answers the host call that waits in the machine.
  ///
  /// @param values the core results
  Next answer(Machine machine, long... values) {
    for (int i = 0; i < values.length; i++) {
      machine.reply(i, values[i]);
    }
    machine.resume();
    return Next.AGAIN;
  }

  /// Makes the host call that waits in the machine fail.
  Next trap(Machine machine, Fault why) {
    machine.raise(why);
    return Next.AGAIN;
  }

  /// Makes a built-in fail that may block by its kind.
  ///
  /// @param why the reason
  /// @param async whether it returns where it can't complete; one that does not is refused for that
  ///   where the thread can't block at all
  Next trapUnable(Machine machine, Fault why, boolean async) {
    boolean unable = !async && !threads.couldBlock();
    return trap(machine, unable ? new Trap(ComponentCode.CANNOT_BLOCK, "", List.of()) : why);
  }

  /// The thread that runs.
  GuestThread current() {
    return threads.current();
  }

  /// The context slots of what runs.
  ContextSlots context() {
    ContextSlots own = reallocContext;
    return own == null ? current().context() : own;
  }

  /// `realloc` is about to run.
  void enterRealloc() {
    reallocContext = new ContextSlots();
  }

  /// `realloc` has returned.
  void leaveRealloc() {
    reallocContext = null;
  }

  /// Chooses one of several where the specification leaves the choice.
  int choose(int candidates) {
    return candidates < 2 ? 0 : scheduler.choose(candidates);
  }

  /// `Thread.wait_until`, called by the activation on top: takes the current thread off the stack
  /// until it is ready. Then that activation is asked to step again, and {@link
  /// GuestThread#cancelled} of the current thread says how the wait ended.
  ///
  /// @param until what it waits for
  /// @param cancellable whether the wait may end by cancellation
  Next block(Readiness until, boolean cancellable) {
    return threads.switchTo(null, until, cancellable);
  }

  /// `Task.cancel`
  ///
  /// @return the trap, or null
  @Nullable Fault cancel(Task task) {
    Fault refusal = task.cancel();
    return refusal == null
        ? event(task.instance(), Point.TASK_CANCEL, "task", task.caller.depth())
        : refusal;
  }

  /// Tells the interceptors that watch a point what happens.
  ///
  /// @return the denial, or null to go on
  @Nullable Fault event(ComponentInstance where, Point point, String subject, long amount) {
    Interceptors watching = where.watching(point);
    if (watching.isEmpty()) {
      return null;
    }
    Event event = new Event(point, where.name(), subject, amount);
    // [impl->req~component-event~1]
    for (Interceptor i : watching.chain()) {
      if (i.onEvent(event) instanceof Verdict.Deny deny) {
        return Hooks.denied(i, deny, subject.isEmpty() ? point.name() : subject);
      }
    }
    return null;
  }

  private Outcome unwind(Fault why) {
    fault = why;
    Fault failed = traced(why);
    fault = failed;
    tree.reached(failed);
    boolean entered = stack.height() == 0 || tree.machine.depth() > 0;
    for (int i = 0; i < stack.height(); i++) {
      entered |= stack.at(i).hasEntered();
    }
    // [impl->req~component-trap-poisons~1]
    // [impl->req~component-fault-harmless~1]
    // [impl->req~component-integrity~1]
    if (entered || failed instanceof Fault.IntegrityFault) {
      tree.poison(failed);
    }
    tree.machine.unwind();
    if (tree.isPoisoned()) {
      abortAll(failed);
    }
    while (stack.height() > 0) {
      stack.top().aborted(failed);
      stack.pop();
    }
    threads.unwound();
    reallocContext = null;
    owner = null;
    fault = null;
    traced = false;
    return new Outcome.Failed(failed);
  }

  /// Ends all that is under way and not on the stack.
  // [impl->req~async-lockdown~1]
  private void abortAll(Fault why) {
    while (!openHooks.isEmpty()) {
      openHooks.getLast().aborted(why);
    }
    parked.discard(why);
    hostWork.close();
    tree.streams.fail(why);
  }

  /// Ends all that is still under way: nothing of the tree runs any more.
  void close(Fault why) {
    Invariant.check(stack.height() == 0, "nothing runs while it is closed");
    abortAll(why);
  }

  /// A trap that the runtime raises says which guest functions were open, unless the records of
  /// them are damaged, which shows in an exception: there is one attempt.
  private Fault traced(Fault why) {
    boolean bare = !traced && why instanceof Trap trap && trap.backtrace().isEmpty();
    traced = true;
    return bare && tree.machine.depth() > 0
        ? new Trap(why.code(), ((Trap) why).subject(), tree.machine.backtrace())
        : why;
  }

  // [impl->req~component-safe-state~1]
  private Fault safeState(RuntimeException bug) {
    Fault broken =
        new HostFault(
            ComponentCode.SAFE_STATE,
            bug.getClass().getSimpleName(),
            String.valueOf(bug.getMessage()));
    tree.poison(broken);
    return broken;
  }
}
