package dev.wrt.component;

import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.Result;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// The loop of `canon_lift` over the codes that the callback of a task returns.
///
/// Between two calls of the callback the task has no frame of core code, and others may be the
/// exclusive thread of the instance.
// [impl->req~async-callback~1]
final class CallbackLoop extends Activation {
  private static final int CODE_MASK = 0xf;
  private static final int INDEX_SHIFT = 4;
  private static final int EXIT = 0;
  private static final int YIELD = 1;
  private static final int WAIT = 2;

  private final Task task;
  private final FuncInst callback;
  private int packed;
  private boolean waited;

  /// The set that is waited for; null for a yield.
  private @Nullable WaitableSet set;

  /// @param packed what the core function has returned
  CallbackLoop(Task task, FuncInst callback, int packed) {
    this.task = task;
    this.callback = callback;
    this.packed = packed;
  }

  @Override
  Next step(Driver driver) {
    return waited ? event(driver) : code(driver);
  }

  /// `unpack_callback_result`
  private Next code(Driver driver) {
    return switch (packed & CODE_MASK) {
      case EXIT -> Next.DONE;
      case YIELD -> {
        task.release();
        waited = true;
        yield driver.block(new Readiness.NoExclusive(task.instance()), true);
      }
      case WAIT -> waitFor(driver, packed >>> INDEX_SHIFT);
      default ->
          driver.fail(
              new Trap(
                  ComponentCode.CALLBACK_CODE, Integer.toString(packed & CODE_MASK), List.of()));
    };
  }

  private Next waitFor(Driver driver, int index) {
    return switch (task.instance().handles.waitableSet(index)) {
      case Result.Ok<WaitableSet> ok -> {
        task.release();
        set = ok.value();
        ok.value().waits(1);
        waited = true;
        yield driver.block(new Readiness.SetEvent(ok.value(), task.instance()), true);
      }
      case Result.Err<WaitableSet> err -> driver.fail(err.fault());
    };
  }

  private Next event(Driver driver) {
    WaitableEvent event = WaitableEvent.NONE;
    WaitableSet from = set;
    boolean cancelled = driver.current().cancelled;
    if (cancelled) {
      event = WaitableEvent.TASK_CANCELLED;
    } else if (from != null) {
      event = from.takePendingEvent(driver.choose(from.pendingCount()));
    }
    if (from != null) {
      from.waits(-1);
    }
    set = null;
    waited = false;
    task.acquire();
    long[] args = {
      event.code(), Integer.toUnsignedLong(event.p1()), Integer.toUnsignedLong(event.p2())
    };
    return driver.enter(this, callback, args);
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    packed = (int) machine.result(0);
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
