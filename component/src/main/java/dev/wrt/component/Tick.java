package dev.wrt.component;

/// `Store.tick`: a thread that is ready goes on, called by nobody.
final class Tick extends Activation {
  private final GuestThread thread;
  private boolean begun;

  Tick(GuestThread thread) {
    this.thread = thread;
  }

  @Override
  Next step(Driver driver) {
    ComponentInstance inst = thread.task.instance();
    if (begun) {
      inst.leaveTo(null);
      return Next.DONE;
    }
    begun = true;
    inst.enterFrom(null);
    return driver.threads().resume(thread, false);
  }

  @Override
  boolean hasEntered() {
    return true;
  }
}
