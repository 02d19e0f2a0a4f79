package dev.wrt.engine;

import dev.wrt.bounded.Fault;
import java.util.List;

/// Something in a store is as it can't be: the fault to end with.
final class Corruption {
  private Corruption() {}

  /// The mismatch that some area of the store shows; or, where no digest says what has changed, a
  /// trap.
  static Fault of(Store store) {
    Fault found = store.areas().search();
    return found != null ? found : new Fault.Trap(TrapCode.STATE_CORRUPTED, "", List.of());
  }
}
