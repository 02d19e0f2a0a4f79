package dev.wrt.component;

import dev.wrt.bounded.Fault;

/// A host's end that may be asked again on behalf of a guest whose copy waits: work that belongs to
/// no thread of a guest.

final class HostService extends Activation {
  private final HostEnd end;
  private boolean asked;

  HostService(HostEnd end) {
    this.end = end;
  }

  @Override
  Next step(Driver driver) {
    if (asked || !end.isWanted()) {
      return Next.DONE;
    }
    asked = true;
    GuestBuffer guest = end.shared.pending();
    if (guest == null) {
      return end.serveKept(driver);
    }
    Fault changed = guest.changed();
    return changed == null ? end.serve(driver, guest) : driver.fail(changed);
  }

  @Override
  boolean hasEntered() {
    return false;
  }
}
