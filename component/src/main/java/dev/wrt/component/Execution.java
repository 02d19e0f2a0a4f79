package dev.wrt.component;

import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A call of an export, or an instantiation, that can stop when fuel runs out and go on later.
///
/// Linked components have one execution under way at a time: while one is suspended, running
/// another is refused.
public sealed class Execution permits Instantiation {
  private final Tree tree;
  private final Activation root;
  private boolean begun;
  private @Nullable Outcome end;

  Execution(Tree tree, Activation root) {
    this.tree = tree;
    this.root = root;
  }

  /// Runs until the call has returned or failed, or fuel has run out. Once it has ended, running it
  /// again gives the same outcome.
  public final Outcome run() {
    Outcome ended = end;
    if (ended != null) {
      return ended;
    }
    // [impl->req~component-one-execution~1]
    if (!begun && tree.driver.owner() != null) {
      return new Outcome.Failed(busy());
    }
    if (!begun && tree.isClosed()) {
      return new Outcome.Failed(new LimitFault(ComponentCode.INSTANCE_CLOSED, "instance", 1, 0));
    }
    if (!begun) {
      begun = true;
      tree.driver.begin(this, root);
    }
    Outcome outcome = tree.driver.run();
    return switch (outcome) {
      case Outcome.OutOfFuel o -> outcome;
      case Outcome.Failed f -> ended(f);
      case Outcome.Returned r ->
          ended(root instanceof Call call ? new Outcome.Returned(call.results()) : r);
    };
  }

  private Outcome ended(Outcome outcome) {
    end = outcome;
    finished(outcome);
    return outcome;
  }

  /// The fault of an execution that is to begin while another one is under way.
  static LimitFault busy() {
    return new LimitFault(ComponentCode.EXECUTION_BUSY, "executions", 2, 1);
  }

  /// The execution has ended.
  void finished(Outcome outcome) {}

  /// Runs to the end; having no fuel left is a fault here.
  final Result<Values> toEnd() {
    return switch (run()) {
      case Outcome.Returned r -> Result.ok(r.values());
      case Outcome.Failed f -> Result.err(f.fault());
      case Outcome.OutOfFuel o -> {
        LimitFault why = outOfFuel();
        abandon(why);
        yield Result.err(why);
      }
    };
  }

  private LimitFault outOfFuel() {
    long used = tree.fuelUsed();
    return new LimitFault(ComponentCode.FUEL_EXHAUSTED, "fuel", used + 1, used);
  }

  /// Fuel that is left.
  public final long fuel() {
    return tree.machine.fuel();
  }

  /// Adds fuel.
  ///
  /// @param amount at least 0
  public final void addFuel(long amount) {
    long left = tree.machine.fuel();
    tree.machine.fuel(amount > Long.MAX_VALUE - left ? Long.MAX_VALUE : left + amount);
  }

  /// Gives the execution up. Of one that is suspended, the guest frames are unwound, and the linked
  /// components can't be entered any more; one that has not been run does no harm.
  public final void abandon() {
    abandon(outOfFuel());
  }

  private void abandon(LimitFault why) {
    if (end != null) {
      return;
    }
    if (begun) {
      ended(tree.driver.abandon(why));
      return;
    }
    root.aborted(why);
    ended(new Outcome.Failed(why));
  }
}
