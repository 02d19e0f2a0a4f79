package dev.wrt.component;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Invariant;
import dev.wrt.bounded.Result;
import dev.wrt.component.value.Values;
import java.util.concurrent.CompletionStage;
import org.checkerframework.checker.nullness.qual.Nullable;

/// A call of an export, or an instantiation, that can stop when fuel runs out or when guests wait
/// for the host, and go on later.
///
/// Of linked components one execution runs at a time: while the guest frames of one are open,
/// because fuel has run out, running another is refused. Where no frame is open, because all guests
/// wait, others may be begun and run.
public sealed class Execution permits Instantiation, Invocation, Settling {
  final Tree tree;
  private final @Nullable Activation root;
  private boolean begun;
  private @Nullable Outcome end;
  private int turnsLeft;

  /// @param root what it begins with; null where it only lets others go on
  Execution(Tree tree, @Nullable Activation root) {
    this.tree = tree;
    this.root = root;
  }

  /// Runs until the call has returned or failed, fuel has run out, or all guests wait for the host.
  /// Once it has ended, running it again gives the same outcome.
  public final Outcome run() {
    return run(Integer.MAX_VALUE);
  }

  /// The same for a while: comes back with {@link Outcome.Waiting} also when so many threads of the
  /// guests have gone on; {@link #wakeup} is complete then, as others may be ready. So whoever runs
  /// several executions gets to all of them, although one turns in a circle.
  ///
  /// @param turns how many threads may go on, besides the call itself where it begins
  // [impl->req~async-turns~1]
  public final Outcome run(int turns) {
    Invariant.check(turns >= 0, "a number of turns is at least 0");
    turnsLeft = turns;
    Outcome ended = end;
    if (ended != null) {
      return ended;
    }
    Execution owner = tree.driver.owner();
    // [impl->req~component-one-execution~1]
    // [impl->req~async-executions~1]
    if (owner != null && owner != this) {
      return new Outcome.Failed(busy());
    }
    Fault poison = tree.poison();
    // [impl->req~component-safe-state-answer~1]
    if (poison != null && (begun || poison instanceof Fault.IntegrityFault)) {
      return ended(new Outcome.Failed(poison));
    }
    if (tree.isClosed()) {
      Outcome closed =
          new Outcome.Failed(new LimitFault(ComponentCode.INSTANCE_CLOSED, "instance", 1, 0));
      return begun ? ended(closed) : closed;
    }
    Outcome outcome = tree.driver.run(this);
    return switch (outcome) {
      case Outcome.OutOfFuel o -> outcome;
      case Outcome.Waiting w -> outcome;
      case Outcome.Failed f -> ended(f);
      case Outcome.Returned r -> ended(r);
    };
  }

  /// The driver's stack is empty: begins, lets guests go on, or says that there is nothing to do.
  ///
  /// @return how the stretch has ended; null to go on
  @Nullable Outcome idle(Driver driver) {
    Activation first = root;
    if (begun || first == null) {
      begun = true;
      return goOn(driver);
    }
    begun = true;
    driver.push(first);
    return null;
  }

  /// The same after the beginning.
  @Nullable Outcome goOn(Driver driver) {
    return new Outcome.Returned(Values.NONE);
  }

  /// Takes one of the turns that are left; where there is none, it is worth running again.
  final boolean takesTurn(Driver driver) {
    if (turnsLeft == 0) {
      driver.hostWork().wake();
      return false;
    }
    turnsLeft--;
    return true;
  }

  /// Whether it has ended: {@link #run} just says how.
  public final boolean hasEnded() {
    return end != null || begun && (tree.isPoisoned() || isResolved());
  }

  /// Whether the call is resolved.
  boolean isResolved() {
    return false;
  }

  /// Asks for an early end of the call, as a caller that is a component could: the callee decides
  /// whether and how it heeds that. One that does ends with {@link ComponentCode#CANCELLED}, and
  /// does the linked components no harm. It happens with the next {@link #run}.
  public void cancel() {}

  /// Completes when it is worth running again after {@link Outcome.Waiting}.
  public final CompletionStage<Void> wakeup() {
    return tree.driver.hostWork().wakeup();
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

  /// Runs to the end, and waits for the host where guests do; having no fuel left is a fault here.
  final Result<Values> toEnd() {
    Outcome outcome = run();
    while (outcome instanceof Outcome.Waiting) {
      tree.driver.hostWork().await();
      outcome = run();
    }
    return switch (outcome) {
      case Outcome.Waiting w -> throw new Invariant.Violation("the wait is over");
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
    Execution owner = tree.driver.owner();
    if (begun && (owner == null || owner == this)) {
      ended(tree.driver.abandon(this, why));
      return;
    }
    Activation first = root;
    if (!begun && first != null) {
      first.aborted(why);
    }
    ended(new Outcome.Failed(why));
  }
}
