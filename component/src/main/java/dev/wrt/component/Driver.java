package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.HostFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.value.Values;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import java.util.List;
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
/// This is also the one place where broken invariants of wrt are caught: they end the execution
/// with a fault and leave the tree in its safe state, in which no guest code runs any more.
final class Driver {
  private final @NotOnlyInitialized Tree tree;
  private final @Nullable Activation[] stack;
  private int top;
  private @Nullable Execution owner;
  private @Nullable Fault fault;
  private @Nullable GuestThread current;

  Driver(@UnderInitialization Tree tree, int depthMax) {
    this.tree = tree;
    this.stack = new @Nullable Activation[depthMax];
  }

  /// The execution under way, if there is one.
  @Nullable Execution owner() {
    return owner;
  }

  /// Starts an execution.
  void begin(Execution execution, Activation root) {
    Invariant.check(owner == null && top == 0, "one execution at a time");
    owner = execution;
    fault = null;
    stack[top++] = root;
  }

  /// Number of activations on the stack.
  int depth() {
    return top;
  }

  /// Runs until the execution has ended or is suspended.
  ///
  /// The loop around the two phases ends: once a fault is set, only unwinding is left, and each
  /// attempt at it takes at least one hook or activation off the stack before it can throw.
  Outcome run() {
    while (true) {
      try {
        Fault failed = fault;
        return failed == null ? drive() : unwind(failed);
      } catch (RuntimeException e) {
        if (fault == null) {
          fault = safeState(e);
        }
      }
    }
  }

  /// Ends the execution from outside.
  Outcome abandon(Fault why) {
    if (fault == null) {
      fault = why;
    }
    return run();
  }

  private Outcome drive() {
    while (top > 0) {
      Activation a = peek();
      switch (a.inCore ? core(a) : a.step(this)) {
        case AGAIN -> {}
        case DONE -> stack[--top] = null;
        case BLOCKED -> {}
        case FAILED -> {
          return unwind(failure());
        }
        case SUSPENDED -> {
          return new Outcome.OutOfFuel(tree.fuelUsed());
        }
      }
    }
    owner = null;
    return new Outcome.Returned(Values.NONE);
  }

  private Activation peek() {
    Activation a = stack[top - 1];
    if (a == null) {
      throw new Invariant.Violation("the stack is filled up to its top");
    }
    return a;
  }

  private Fault failure() {
    Fault failed = fault;
    if (failed == null) {
      throw new Invariant.Violation("a failed step has set the fault");
    }
    return failed;
  }

  private Next core(Activation a) {
    Machine machine = tree.machine;
    return switch (machine.run()) {
      case RETURNED -> {
        a.inCore = false;
        a.coreReturned(machine);
        machine.leave();
        yield Next.AGAIN;
      }
      case HOST_CALL -> called(machine, machine.callee());
      case TRAPPED -> fail(machine.fault());
      // [impl->req~component-fuel-resume~1]
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
          new Trap(ComponentCode.DEADLOCK, "address " + machine.waitingAddress(), List.of()));
    }
    machine.timeOut();
    return Next.AGAIN;
  }

  private Next called(Machine machine, FuncInst callee) {
    Object tag = callee.tag();
    if (!(tag instanceof CoreCallee canon)) {
      throw new Invariant.Violation("a function of the host is a canonical definition");
    }
    // [impl->req~component-may-leave~1]
    if (!canon.instance().mayLeave && !(canon instanceof CoreCallee.ResourceRep)) {
      machine.raise(new Trap(ComponentCode.CANNOT_LEAVE, "", List.of()));
      return Next.AGAIN;
    }
    return switch (canon) {
      case CoreCallee.Lowered lowered -> push(Call.fromGuest(tree, lowered, machine));
      case CoreCallee.ResourceNew made -> ResourceBuiltins.resourceNew(this, machine, made);
      case CoreCallee.ResourceRep rep -> ResourceBuiltins.resourceRep(this, machine, rep);
      case CoreCallee.ResourceDrop drop -> ResourceBuiltins.resourceDrop(this, machine, drop);
      case CoreCallee.TaskReturn c -> unsupported("task.return");
      case CoreCallee.NewThread c -> unsupported("thread.new-indirect");
      case CoreCallee.Builtin c -> builtin(machine, c);
      case CoreCallee.Copy c -> CopyBuiltins.call(this, machine, c);
      case CoreCallee.ErrorContext c -> ErrorContextBuiltins.call(this, machine, c);
    };
  }

  private Next builtin(Machine machine, CoreCallee.Builtin canon) {
    return switch (canon.builtin()) {
      case WAITABLE_SET_NEW,
          WAITABLE_SET_WAIT,
          WAITABLE_SET_POLL,
          WAITABLE_SET_DROP,
          WAITABLE_JOIN ->
          WaitableBuiltins.call(this, machine, canon);
      default -> unsupported(canon.builtin().mnemonic());
    };
  }

  private Next unsupported(String what) {
    return fail(new Trap(ComponentCode.UNSUPPORTED, what, List.of()));
  }

  /// The thread that runs.
  GuestThread current() {
    GuestThread thread = current;
    if (thread == null) {
      throw new Invariant.Violation("a thread runs");
    }
    return thread;
  }

  /// The choices of this tree.
  Scheduler scheduler() {
    return Scheduler.OLDEST;
  }

  /// `Thread.wait_until`, called by the activation on top: takes the current thread off the stack
  /// until it is ready. Then that activation is asked to step again, and {@link
  /// GuestThread#cancelled} of the current thread says how the wait ended.
  ///
  /// @param until what it waits for
  /// @param cancellable whether the wait may end by cancellation
  Next block(Readiness until, boolean cancellable) {
    GuestThread thread = current();
    thread.waitingFor = until;
    thread.cancellable = cancellable;
    return unsupported("blocking");
  }

  /// Whether a thread that blocks now could ever go on: false in a synchronous task while nothing
  /// else of its instance is ready. A synchronous built-in that can't block says so.
  boolean couldBlock() {
    return true;
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

  /// Puts an activation on top, or fails where the depth is used up.
  Next push(Activation a) {
    // [impl->req~component-call-depth~1]
    if (top == stack.length) {
      return fail(new Trap(ComponentCode.CALL_DEPTH, "", List.of()));
    }
    stack[top++] = a;
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
    Fault failed = traced(why);
    fault = failed;
    boolean entered = tree.machine.depth() > 0;
    for (int i = 0; i < top; i++) {
      Activation a = stack[i];
      entered |= a != null && a.hasEntered();
    }
    // [impl->req~component-trap-poisons~1]
    // [impl->req~component-fault-harmless~1]
    // [impl->req~component-integrity~1]
    if (entered || failed instanceof Fault.IntegrityFault) {
      tree.poison(failed);
    }
    tree.machine.unwind();
    while (top > 0) {
      peek().aborted(failed);
      stack[--top] = null;
    }
    owner = null;
    return new Outcome.Failed(failed);
  }

  /// A trap that the runtime raises says which guest functions were open.
  private Fault traced(Fault why) {
    boolean bare = why instanceof Trap trap && trap.backtrace().isEmpty();
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
