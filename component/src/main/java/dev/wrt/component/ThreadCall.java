package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;

/// What a thread does that a guest has made: `thread_func` of `canon_thread_new_indirect`.
final class ThreadCall extends Activation {
  private final GuestThread thread;
  private final FuncInst function;
  private final long argument;
  private boolean returned;

  ThreadCall(GuestThread thread, FuncInst function, long argument) {
    this.thread = thread;
    this.function = function;
    this.argument = argument;
  }

  @Override
  Next step(Driver driver) {
    if (!returned) {
      return driver.enter(this, function, new long[] {argument});
    }
    Fault unresolved = thread.task.unregister(thread);
    return unresolved == null ? Next.DONE : driver.fail(unresolved);
  }

  @Override
  void coreReturned(Driver driver, Machine machine) {
    returned = true;
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
