package dev.wrt.component;

import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Lets the guests go on that have something to do after their calls have returned, until none is
/// ready.
// [impl->req~async-settle~1]
final class Settling extends Execution {
  Settling(Tree tree) {
    super(tree, null);
  }

  @Override
  @Nullable Outcome goOn(Driver driver) {
    if (!takesTurn(driver)) {
      return new Outcome.Waiting();
    }
    if (driver.tick()) {
      return null;
    }
    return driver.hostWork().isPending()
        ? new Outcome.Waiting()
        : new Outcome.Returned(Values.NONE);
  }
}
