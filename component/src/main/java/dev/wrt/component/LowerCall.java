package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.abi.Crossing;
import dev.wrt.component.value.Conformity;
import dev.wrt.component.value.Values;
import dev.wrt.engine.Machine;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// `canon_lower`: the caller's half of a call that a component makes, in the caller's thread.
///
/// It ends when the call has ended, or, lowered asynchronously, when the callee has blocked: then
/// the caller is given the subtask to wait for. Functions of the host are called here.
final class LowerCall extends Activation {
  private final Subtask subtask;
  private boolean begun;

  /// The passage of the arguments of a function of the host, which may be views of the caller's
  /// memory as long as that call lasts.
  private @Nullable Crossing crossing;

  private LowerCall(Subtask subtask) {
    this.subtask = subtask;
  }

  /// A call that core code makes.
  ///
  /// @param machine holds the core arguments
  static LowerCall of(Driver driver, CoreCallee.Lowered lowered, Machine machine) {
    int count = machine.callee().type().paramCount();
    long[] flat = count == 0 ? Task.NO_VALUES : new long[count];
    for (int i = 0; i < count; i++) {
      flat[i] = machine.argument(i);
    }
    Caller above = driver.current().task.caller;
    int depth = above.depth() + 1;
    HookRun hooks = HookRun.of(lowered.hooks(), depth, driver.openHooks());
    return new LowerCall(new Subtask(lowered, hooks, depth, above.meter(), flat));
  }

  @Override
  Next step(Driver driver) {
    if (begun) {
      return subtask.lowered.options().async() ? answerNow(driver) : answerResolved(driver);
    }
    begun = true;
    // [impl->req~component-call-depth~1]
    if (subtask.depth() > driver.depthMax()) {
      return driver.fail(new Trap(ComponentCode.CALL_DEPTH, "", List.of()));
    }
    Fault wrong = driver.tree().boundary(subtask.instance());
    if (wrong != null) {
      return driver.fail(wrong);
    }
    return switch (subtask.lowered.callee()) {
      case ComponentFunc.Lifted lifted -> {
        Passages passages = driver.tree().passages(subtask.instance(), lifted.instance());
        Task task = new Task(lifted, subtask, passages);
        subtask.calls(task);
        yield driver.push(Entry.of(task));
      }
      case ComponentFunc.Hosted hosted -> host(driver, hosted);
    };
  }

  private Next host(Driver driver, ComponentFunc.Hosted hosted) {
    driver.tree().counted(hosted);
    Crossing taken = subtask.instance().passages.take(subtask.meter());
    crossing = taken;
    boolean later = hosted.body() instanceof LaterFunction;
    if (later) {
      taken.outlive();
    }
    return switch (subtask.start(driver, taken)) {
      case Result.Ok<Values> ok -> before(driver, hosted, ok.value());
      case Result.Err<Values> err -> driver.fail(err.fault());
    };
  }

  private Next before(Driver driver, ComponentFunc.Hosted hosted, Values arguments) {
    HookRun hooks = subtask.hooks();
    HookRun.Decision decision = hooks.before(arguments);
    Fault refusal = decision.fault();
    if (refusal != null) {
      return driver.fail(refusal);
    }
    if (decision.before() == HookRun.Before.ANSWERED) {
      return driver.push(Resolving.host(subtask, hooks.values(Values.NONE)));
    }
    HostCall call = new GuestToHostCall(hosted, hooks.values(arguments), subtask.instance());
    if (hosted.body() instanceof LaterFunction later) {
      return callLater(driver, hosted, later, call);
    }
    subtask.meter().enterHost();
    Result<Values> answer = hosted.body().call(call);
    Fault late = subtask.meter().leaveHost();
    return late == null ? resolve(driver, hosted, answer) : driver.fail(late);
  }

  private Next resolve(Driver driver, ComponentFunc.Hosted hosted, Result<Values> answer) {
    return switch (answer) {
      case Result.Ok<Values> ok -> {
        Fault misfit = Conformity.results(hosted.name(), hosted.type(), ok.value());
        yield misfit == null
            ? driver.push(Resolving.host(subtask, ok.value()))
            : driver.fail(misfit);
      }
      case Result.Err<Values> err -> driver.fail(err.fault());
    };
  }

  private Next callLater(
      Driver driver, ComponentFunc.Hosted hosted, LaterFunction later, HostCall call) {
    subtask.meter().enterHost();
    CompletionStage<Result<Values>> stage = later.body().call(call);
    Fault late = subtask.meter().leaveHost();
    Fault refusal = late == null ? LaterCall.reserve(subtask.instance()) : late;
    if (refusal != null) {
      return driver.fail(refusal);
    }
    Crossing taken = Invariant.present(crossing, "the arguments have passed");
    taken.settle();
    crossing = null;
    LaterCall outstanding = new LaterCall(subtask, hosted, stage, taken);
    Result<Values> answer = outstanding.answer();
    if (answer != null) {
      outstanding.closed();
      return resolve(driver, hosted, answer);
    }
    subtask.calls(outstanding);
    driver.hostWork().add(outstanding);
    return Next.AGAIN;
  }

  // [impl->req~async-lower-sync~1]
  private Next answerResolved(Driver driver) {
    if (!subtask.resolved()) {
      return driver.block(new Readiness.SubtaskResolved(subtask), false);
    }
    giveBack();
    return done(driver, subtask.deliverResolve());
  }

  // [impl->req~async-lower~1]
  private Next answerNow(Driver driver) {
    giveBack();
    if (subtask.resolved()) {
      subtask.deliverResolve();
      return done(driver, Subtask.State.RETURNED.ordinal());
    }
    return switch (subtask.instance().handles.add(subtask)) {
      case Result.Ok<Integer> ok ->
          done(driver, Integer.toUnsignedLong(subtask.state().ordinal() | ok.value() << 4));
      case Result.Err<Integer> err -> driver.fail(err.fault());
    };
  }

  private static Next done(Driver driver, long... reply) {
    driver.answer(driver.tree().machine, reply);
    return Next.DONE;
  }

  private void giveBack() {
    Crossing taken = crossing;
    if (taken != null) {
      crossing = null;
      subtask.instance().passages.giveBack(taken);
    }
  }

  @Override
  void aborted(Fault fault) {
    giveBack();
    if (!subtask.resolved()) {
      subtask.scope().release(subtask.instance().tree.hostHandles);
    }
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
