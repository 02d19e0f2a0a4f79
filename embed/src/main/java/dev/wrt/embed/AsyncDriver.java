package dev.wrt.embed;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.HostFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.Execution;
import dev.wrt.component.Outcome;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The thread that owns the instance of an {@link AsyncComponent}: begins what it is handed, lets
/// what is under way go on, and sleeps until there is something new or the host has done what
/// guests wait for.
///
/// It goes on in rounds, none of which is long: so many threads of the guests take a turn, with so
/// much fuel each. In between it looks for what is new, so neither a guest that turns in a circle
/// nor one that never stops keeps it from the other calls or from its end.
final class AsyncDriver implements Runnable {
  private static final long FUEL = 1_000_000;
  private static final int TURNS = 256;

  private final AsyncComponent component;
  private final ComponentInstance instance;
  private final List<AsyncCall.Export> underWay = new ArrayList<>();

  /// What it listens to; each is listened to once.
  private @Nullable CompletionStage<Void> heard;

  /// What it was to end in the middle of.
  private @Nullable Execution interrupted;

  AsyncDriver(AsyncComponent component, ComponentInstance instance) {
    this.component = component;
    this.instance = instance;
  }

  @Override
  public void run() {
    Fault why = AsyncComponent.closed();
    component.owned();
    try {
      instance.expectCalls(true);
      while (component.await()) {
        beginAll();
        cancelAll();
        goOn();
        answerAll();
      }
    } catch (RuntimeException e) {
      why = new HostFault(EmbedCode.HOST_THREW, "AsyncComponent", e.toString());
    } finally {
      end(why);
    }
  }

  private void beginAll() {
    AsyncCall<?> next = component.poll();
    while (next != null) {
      switch (next) {
        case AsyncCall.Export call -> begin(call);
        case AsyncCall.Work<?> work -> {
          component.done();
          work.run(instance);
        }
      }
      next = component.poll();
    }
  }

  private void begin(AsyncCall.Export call) {
    Result<Execution> started = started(call);
    if (started instanceof Result.Ok<Execution>(Execution execution)) {
      call.execution = execution;
      underWay.add(call);
      run(execution, 0);
    } else if (started instanceof Result.Err<Execution>(Fault fault)) {
      component.done();
      call.fail(fault);
    }
  }

  private Result<Execution> started(AsyncCall.Export call) {
    try {
      return instance.start(call.name, call.arguments.apply(instance));
    } catch (Refusal refusal) {
      return Result.err(refusal.fault());
    } catch (RuntimeException e) {
      return Result.err(new HostFault(EmbedCode.HOST_THREW, call.name, e.toString()));
    }
  }

  private void cancelAll() {
    for (AsyncCall.Export call : underWay) {
      if (call.future.isDone() && !call.cancelled) {
        call.cancelled = true;
        call.execution().cancel();
        run(call.execution(), 0);
      }
    }
  }

  /// Lets threads take turns, and listens to what the host has still to do.
  private void goOn() {
    Execution all = instance.settling();
    if (run(all, TURNS) instanceof Outcome.Waiting) {
      CompletionStage<Void> wakeup = all.wakeup();
      if (wakeup != heard) {
        heard = wakeup;
        wakeup.whenComplete((done, failure) -> component.ready());
      }
    }
  }

  /// Runs until the execution has ended or must wait; a guest that does not stop is looked after
  /// from time to time.
  private Outcome run(Execution execution, int turns) {
    while (true) {
      long left = instance.fuel();
      long slice = Math.min(left, FUEL);
      instance.fuel(slice);
      Outcome outcome = execution.run(turns);
      instance.fuel(left - slice + instance.fuel());
      if (!(outcome instanceof Outcome.OutOfFuel)) {
        return outcome;
      }
      if (component.isClosing()) {
        interrupted = execution;
        return outcome;
      }
      if (instance.fuel() == 0) {
        execution.abandon();
      }
    }
  }

  private void answerAll() {
    Iterator<AsyncCall.Export> calls = underWay.iterator();
    while (calls.hasNext()) {
      AsyncCall.Export call = calls.next();
      if (call.execution().hasEnded()) {
        calls.remove();
        component.done();
        switch (call.execution().run()) {
          case Outcome.Returned returned -> call.answer(returned.values());
          case Outcome.Failed failed -> call.fail(failed.fault());
          case Outcome.OutOfFuel _, Outcome.Waiting _ ->
              throw new Invariant.Violation("an execution that has ended stays so");
        }
      }
    }
  }

  private void end(Fault why) {
    List<AsyncCall<?>> left = component.end();
    Execution open = interrupted;
    if (open != null) {
      open.abandon();
    }
    for (AsyncCall.Export call : underWay) {
      call.execution().abandon();
    }
    instance.close();
    component.gone();
    underWay.forEach(call -> call.fail(why));
    left.forEach(call -> call.fail(why));
  }
}
