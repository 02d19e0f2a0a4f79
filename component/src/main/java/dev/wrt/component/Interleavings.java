package dev.wrt.component;

import dev.wrt.bounded.BoundedIntVector;
import dev.wrt.bounded.BoundedMap;
import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Fault.LimitFault;
import dev.wrt.bounded.Fault.Trap;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.value.Values;
import dev.wrt.decoder.component.Component;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// Explores every schedule of a small program, and says which outcomes it can have.
///
/// A run of a program is a function of the choices that its scheduler makes. So the schedules are
/// the leaves of a tree: a node is a choice, its children are the candidates. The tree is walked
/// depth first, without keeping it: the program is run again from its start for each leaf, along a
/// prefix of choices that was seen before and with the first candidate from there on; the next
/// prefix is the last choice that has a candidate left, moved on by one. Every schedule is run
/// exactly once.
///
/// A race shows as more than one outcome, a deadlock as an outcome that is a trap, each with the
/// choices that lead to it: {@link Scheduler#replay} with these choices gives the same run again.
///
/// What this is not: a proof for programs whose schedules are too many to be run, and no
/// exploration of what the host does. The number of schedules grows exponentially with the length
/// of a program, hence the bounds.
public final class Interleavings {
  /// Estimate for one outcome without its choices: the object, its values or fault, its key.
  private static final int FOUND_BYTES = 512;

  /// A program that starts from nothing each time it is run.
  @FunctionalInterface
  public interface Program {
    /// Runs from the start to the end; may depend on nothing but the scheduler's choices.
    ///
    /// @param scheduler makes every choice of the run
    Outcome run(Scheduler scheduler);
  }

  /// How far an exploration may go.
  ///
  /// @param runs schedules that are run
  /// @param choices choices of one run
  /// @param outcomes distinct outcomes
  public record Bounds(long runs, int choices, int outcomes) {
    /// 100,000 runs of at most 10,000 choices, 1,000 outcomes.
    public static Bounds standard() {
      return new Bounds(100_000, 10_000, 1_000);
    }

    /// These bounds with another number of runs.
    public Bounds withRuns(long max) {
      return new Bounds(max, choices, outcomes);
    }
  }

  /// An outcome and how it comes about.
  public static final class Found {
    private final Outcome outcome;
    private final int[] choices;
    private long runs = 1;

    private Found(Outcome outcome, int[] choices) {
      this.outcome = outcome;
      this.choices = choices;
    }

    /// The outcome.
    public Outcome outcome() {
      return outcome;
    }

    /// The choices of the first run that ended so.
    public int[] choices() {
      return choices.clone();
    }

    /// Runs that ended so.
    public long runs() {
      return runs;
    }
  }

  /// What an exploration has found.
  ///
  /// @param runs schedules that were run
  /// @param outcomes distinct outcomes, in the order in which they were found
  /// @param refusal the bound that ended the exploration; null if every schedule was run
  public record Report(long runs, List<Found> outcomes, @Nullable Fault refusal) {
    /// Keeps a private copy of the outcomes.
    public Report {
      outcomes = List.copyOf(outcomes);
    }

    /// Whether every schedule was run.
    public boolean isComplete() {
      return refusal == null;
    }
  }

  private final Program program;
  private final Bounds bounds;
  private final FollowedSchedule schedule;
  private final BoundedMap<Object, Found> found;
  private final MemoryBudget budget;
  private long runs;
  private long foundBytes;

  private Interleavings(
      Program program,
      Bounds bounds,
      FollowedSchedule schedule,
      BoundedMap<Object, Found> found,
      MemoryBudget budget) {
    this.program = program;
    this.bounds = bounds;
    this.schedule = schedule;
    this.found = found;
    this.budget = budget;
  }

  /// The program that calls one export of a component, which is instantiated anew for each run, and
  /// then lets what the call has left behind go on until nothing is ready. What that comes to is
  /// the outcome, if it fails.
  ///
  /// @param options fuel bounds a run, and the scheduler is the exploration's
  /// @param linker what the component may import; the host's functions must not remember one run in
  ///   the next
  /// @param component must stay open as long as the program
  /// @param export name as in {@link ComponentInstance#start}
  // [impl->req~interleavings-call~1]
  public static Program call(
      ComponentOptions options,
      Linker linker,
      Component component,
      String export,
      Values arguments) {
    return scheduler -> {
      ComponentEngine engine = ComponentEngine.create(options.withScheduler(() -> scheduler));
      return switch (linker.instantiate(engine, component)) {
        case Result.Ok<ComponentInstance> ok -> {
          try (ComponentInstance instance = ok.value()) {
            yield called(instance, instance.start(export, arguments));
          }
        }
        case Result.Err<ComponentInstance> err -> new Outcome.Failed(err.fault());
      };
    };
  }

  private static Outcome called(ComponentInstance instance, Result<Execution> started) {
    return switch (started) {
      case Result.Ok<Execution> ok -> {
        Outcome outcome = ok.value().run();
        if (!(outcome instanceof Outcome.Returned)) {
          ok.value().abandon();
          yield outcome;
        }
        yield instance.settle() instanceof Result.Err<Unit> err
            ? new Outcome.Failed(err.fault())
            : outcome;
      }
      case Result.Err<Execution> err -> new Outcome.Failed(err.fault());
    };
  }

  /// Runs a program under every schedule.
  ///
  /// @param budget the account that the exploration's own storage is reserved from, and given back
  ///   to at its end
  /// @return the report, which also says whether a bound ended the exploration; a fault if there is
  ///   no room for the bounds
  public static Result<Report> explore(Program program, Bounds bounds, MemoryBudget budget) {
    Holdings holdings = new Holdings();
    BoundedIntVector chosen =
        holdings.take(BoundedIntVector.create(budget, bounds.choices()), BoundedIntVector::close);
    BoundedIntVector candidates =
        holdings.take(BoundedIntVector.create(budget, bounds.choices()), BoundedIntVector::close);
    BoundedMap<Object, Found> found =
        holdings.take(BoundedMap.create(budget, bounds.outcomes()), BoundedMap::close);
    if (chosen == null || candidates == null || found == null) {
      return holdings.failed();
    }
    FollowedSchedule schedule = new FollowedSchedule(chosen, candidates);
    Report report = new Interleavings(program, bounds, schedule, found, budget).explored();
    holdings.giveBack();
    return Result.ok(report);
  }

  // [impl->req~interleavings-exhaustive~1]
  // [impl->req~interleavings-bounded~1]
  private Report explored() {
    Fault refusal = null;
    boolean left = true;
    while (left && refusal == null) {
      if (runs == bounds.runs()) {
        refusal = exhausted("runs", runs);
      } else {
        refusal = run();
        left = schedule.advance();
      }
    }
    Report report = new Report(runs, List.copyOf(found.view().values()), refusal);
    budget.release(foundBytes);
    return report;
  }

  private static LimitFault exhausted(String limit, long max) {
    return new LimitFault(ComponentCode.SCHEDULES_EXHAUSTED, limit, max + 1, max);
  }

  /// Runs the program once.
  ///
  /// @return the bound that was reached, or null
  private @Nullable Fault run() {
    Outcome outcome = program.run(schedule);
    runs++;
    Fault refusal = schedule.refusal();
    if (refusal != null) {
      return refusal;
    }
    Object key = key(outcome);
    Found known = found.get(key);
    if (known != null) {
      known.runs++;
      return null;
    }
    int[] choices = schedule.choices();
    long bytes = FOUND_BYTES + (long) choices.length * Integer.BYTES;
    if (!budget.offer(bytes)) {
      return budget.refusal(bytes);
    }
    foundBytes += bytes;
    return found.offer(key, new Found(outcome, choices))
        ? null
        : exhausted("outcomes", bounds.outcomes());
  }

  /// What makes two outcomes the same: values, or the fault without the functions that were open.
  // [impl->req~interleavings-outcomes~1]
  private static Object key(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Returned returned -> returned;
      case Outcome.Failed(Trap trap) -> new Trap(trap.code(), trap.subject(), List.of());
      case Outcome.Failed(Fault fault) -> fault;
      case Outcome.OutOfFuel suspended -> Outcome.OutOfFuel.class;
      case Outcome.Waiting waiting -> Outcome.Waiting.class;
    };
  }
}
