package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Invariant;
import dev.wrt.component.Activation.Next;
import dev.wrt.component.abi.CanonicalOptions;
import dev.wrt.component.abi.Lower;
import dev.wrt.engine.FuncInst;
import dev.wrt.engine.Machine;

/// `LiftLowerContext.reallocate` of CanonicalABI.md: the calls of a guest's `realloc` while an
/// activation lowers into its memory. The guest can't be left while it runs.
final class Reallocation {
  private final ComponentInstance into;
  private final CanonicalOptions options;
  private boolean running;

  Reallocation(ComponentInstance into, CanonicalOptions options) {
    this.into = into;
    this.options = options;
  }

  /// Enters `realloc` with what lowering asks for.
  ///
  /// @param owner the activation that lowers
  /// @param subject what is lowered, for interceptors
  Next call(Driver driver, Activation owner, String subject) {
    FuncInst realloc =
        Invariant.present(options.realloc(), "validated: memory is allocated by realloc");
    Lower lower = into.tree.lower;
    long[] args = new long[4];
    for (int i = 0; i < args.length; i++) {
      args[i] = lower.reallocArgument(i);
    }
    Fault denied = driver.event(into, Point.REALLOC, subject, args[3]);
    if (denied != null) {
      return driver.fail(denied);
    }
    into.mayLeave = false;
    running = true;
    return driver.enter(owner, realloc, args);
  }

  /// `realloc` has returned.
  void returned(Machine machine) {
    Invariant.check(running, "realloc returns where it was called");
    running = false;
    into.mayLeave = true;
    into.tree.lower.reallocated((int) machine.result(0));
  }
}
