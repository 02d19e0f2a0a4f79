package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.component.ComponentOptions;
import dev.wrt.component.Execution;
import dev.wrt.component.Outcome;
import dev.wrt.wasi.WasiCode;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Runs executions one after another, with one account of fuel and one time limit for all.
final class Drive {
  /// Fuel between two looks at the clock, when there is a time limit.
  private static final long FUEL_SLICE = 5_000_000;

  private final String file;
  private final ComponentOptions options;
  private final String limit;
  private final long deadline;
  private long fuelLeft;

  /// Starts the clock.
  ///
  /// @param file names the component
  /// @param limit the time limit as typed
  Drive(String file, Settings settings, String limit) {
    this.file = file;
    this.options = settings.component();
    this.limit = limit;
    long nanos = settings.timeoutNanos();
    this.deadline = nanos == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + nanos;
    this.fuelLeft = options.fuel();
  }

  /// When the time is over, on the clock of {@link System#nanoTime}; {@code Long.MAX_VALUE} for
  /// never.
  long deadline() {
    return deadline;
  }

  /// Runs to the end, to the last unit of fuel, or to the time limit, whichever comes first.
  // [impl->req~cli-fuel~1]
  // [impl->req~cli-timeout~1]
  Outcome run(Execution execution) {
    long slice = Math.min(fuelLeft, deadline == Long.MAX_VALUE ? Long.MAX_VALUE : FUEL_SLICE);
    execution.addFuel(slice - execution.fuel());
    long given = slice;
    while (true) {
      Outcome outcome = execution.run();
      boolean waits = outcome instanceof Outcome.Waiting;
      if (!waits && !(outcome instanceof Outcome.OutOfFuel)) {
        fuelLeft -= given - execution.fuel();
        return outcome;
      }
      boolean late = waits ? !awaited(execution) : System.nanoTime() >= deadline;
      if (late) {
        execution.abandon();
        return new Outcome.Failed(new Fault.HostFault(CliCode.TIMEOUT, file, limit + " s"));
      }
      long more = waits ? 0 : Math.min(fuelLeft - given, FUEL_SLICE);
      if (more <= 0 && !waits) {
        execution.abandon();
        return outcome;
      }
      given += more;
      execution.addFuel(more);
    }
  }

  /// Waits for the host's work.
  ///
  /// @return whether there is time left
  private boolean awaited(Execution execution) {
    try {
      var wakeup = execution.wakeup().toCompletableFuture();
      if (deadline == Long.MAX_VALUE) {
        wakeup.get();
      } else {
        wakeup.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a signal does not fail", e);
    }
  }

  /// The fault of an outcome that is no result.
  Fault faultOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.fault();
      case Outcome.OutOfFuel out ->
          new Fault.HostFault(CliCode.OUT_OF_FUEL, file, options.fuel() + " units");
      case Outcome.Returned returned ->
          new Fault.HostFault(CliCode.INTERNAL, file, "returned without an instance");
      case Outcome.Waiting waiting ->
          new Fault.HostFault(CliCode.INTERNAL, file, "waits for the host");
    };
  }

  /// The exit code of an outcome that is no result.
  // [impl->req~cli-fuel~1]
  // [impl->req~cli-timeout~1]
  ExitCode classOf(Outcome outcome) {
    Fault fault = faultOf(outcome);
    if (outcome instanceof Outcome.OutOfFuel) {
      return ExitCode.FUEL;
    }
    boolean late = fault.code() == CliCode.TIMEOUT || fault.code() == WasiCode.DEADLINE_PASSED;
    if (late) {
      return ExitCode.TIMEOUT;
    }
    return fault.code() == CliCode.UNFINISHED ? ExitCode.TRAP : ExitCode.of(fault);
  }
}
