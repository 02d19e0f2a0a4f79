package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentInstance.ExportedFunc;
import dev.wrt.component.Execution;
import dev.wrt.component.Instantiation;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.component.value.Wave;
import dev.wrt.component.value.WaveCall;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Wit;
import dev.wrt.decoder.component.WitTypes;
import dev.wrt.wasi.Wasi02;
import dev.wrt.wasi.WasiCode;
import java.nio.file.Path;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One run of `wrtd`: from the file to the result. The order of its methods is the order of a run.
final class Runner {
  /// Fuel between two looks at the clock, when there is a time limit.
  private static final long FUEL_SLICE = 5_000_000;

  private static final String RUN = "wasi:cli/run@";

  private final WrtdCommand command;
  private final Path file;
  private final Settings settings;
  private final Report report;
  private final Progress progress;
  private final long deadline;
  private long fuelLeft;

  private Runner(
      WrtdCommand command, Path file, Settings settings, Report report, Progress progress) {
    this.command = command;
    this.file = file;
    this.settings = settings;
    this.report = report;
    this.progress = progress;
    long limit = settings.timeoutNanos();
    this.deadline = limit == Long.MAX_VALUE ? Long.MAX_VALUE : System.nanoTime() + limit;
    this.fuelLeft = settings.component().fuel();
  }

  /// Runs the command.
  ///
  /// @return the exit status
  static int run(WrtdCommand command, Console console) {
    Report report = Report.of(console, command.json);
    Path file = command.file;
    return switch (Settings.of(command, console, report::log)) {
      case Result.Err<Settings> err -> report.option(err.fault());
      case Result.Ok<Settings> ok -> {
        try (Progress progress =
            Progress.start(console.err(), console.terminals().stderr() && !command.json)) {
          yield new Runner(command, file, ok.value(), report, progress).load();
        }
      }
    };
  }

  // [impl->req~cli-memory-budget~1]
  private int load() {
    ComponentEngine engine = ComponentEngine.create(settings.component());
    progress.stage("reading " + file);
    return switch (ComponentFile.read(file, settings.decoder().limits().bytes(), engine.budget())) {
      case Result.Err<byte[]> err -> refuse(err.fault(), fileClass(err.fault()));
      case Result.Ok<byte[]> ok -> {
        progress.stage("decoding " + file);
        yield decode(engine, ok.value());
      }
    };
  }

  private int refuse(Fault fault, ExitCode code) {
    progress.close();
    return report.fault(fault, file, code);
  }

  // [impl->req~cli-input-file~1]
  private static ExitCode fileClass(Fault fault) {
    return fault instanceof Fault.HostFault ? ExitCode.NO_INPUT : ExitCode.of(fault);
  }

  private int decode(ComponentEngine engine, byte[] bytes) {
    return switch (Component.decode(bytes, settings.decoder(), engine.budget())) {
      case Result.Err<Component> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Component> ok -> {
        try (Component component = ok.value()) {
          yield select(engine, component);
        }
      }
    };
  }

  /// Calls what is asked for, else runs the command, else lists what there is.
  // [impl->req~cli-list-exports~1]
  // [impl->req~cli-run-command~1]
  private int select(ComponentEngine engine, Component component) {
    String call = command.call;
    if (call != null) {
      return switch (Wave.parseCall(call)) {
        case Result.Err<WaveCall> err -> refuse(err.fault(), ExitCode.CALL);
        case Result.Ok<WaveCall> ok -> instantiate(engine, component, ok.value());
      };
    }
    boolean runs = component.type().exports().keySet().stream().anyMatch(n -> n.startsWith(RUN));
    if (runs) {
      return instantiate(engine, component, null);
    }
    progress.close();
    report.wit(Wit.print(component));
    return ExitCode.OK.status();
  }

  private int instantiate(ComponentEngine engine, Component component, @Nullable WaveCall call) {
    progress.stage("instantiating " + file);
    Linker linker = new Linker().intercept(settings.interceptors().chain());
    return switch (Wasi02.define(linker, settings.wasi(), engine.budget())) {
      case Result.Err<Wasi02> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Wasi02> ok -> {
        try (Wasi02 wasi = ok.value()) {
          if (deadline != Long.MAX_VALUE) {
            wasi.timeout(deadline - System.nanoTime());
          }
          yield link(linker, engine, component, call);
        }
      }
    };
  }

  private int link(
      Linker linker, ComponentEngine engine, Component component, @Nullable WaveCall call) {
    return switch (linker.begin(engine, component)) {
      case Result.Err<Instantiation> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Instantiation> ok -> {
        Outcome outcome = drive(ok.value());
        ComponentInstance instance = ok.value().instance();
        if (instance == null) {
          yield refuse(faultOf(outcome), classOf(outcome));
        }
        progress.close();
        try (instance) {
          yield call == null ? command(instance) : call(instance, call);
        }
      }
    };
  }

  // [impl->req~cli-run-command~1]
  private int command(ComponentInstance instance) {
    return switch (instance.start("wasi:cli/run#run", Values.NONE)) {
      case Result.Err<Execution> err -> failed(instance, err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Execution> ok ->
          switch (drive(ok.value())) {
            case Outcome.Returned returned -> ended(instance, commandStatus(returned.values()));
            case Outcome.Failed(Fault.ExitFault exit) -> ended(instance, exit.status());
            case Outcome other -> failed(instance, faultOf(other), classOf(other));
          };
    };
  }

  /// `wasi:cli/run#run` returns a `result` without payloads.
  private static int commandStatus(Values values) {
    return values.get(0) instanceof Value.ResultValue result && result.ok() ? 0 : 1;
  }

  // [impl->req~cli-call-export~1]
  // [impl->req~cli-unknown-export~1]
  // [impl->req~cli-arguments~1]
  private int call(ComponentInstance instance, WaveCall call) {
    String name =
        call.interfaceName().isEmpty()
            ? call.function()
            : call.interfaceName() + "#" + call.function();
    return switch (instance.export(name)) {
      case Result.Err<ExportedFunc> err -> failed(instance, err.fault(), ExitCode.CALL);
      case Result.Ok<ExportedFunc> ok ->
          switch (call.arguments(ok.value().type())) {
            case Result.Err<Values> err ->
                failed(instance, withSignature(err.fault(), name, ok.value()), ExitCode.CALL);
            case Result.Ok<Values> arguments ->
                invoke(instance, name, ok.value(), arguments.value());
          };
    };
  }

  /// A refusal of arguments that shows the whole signature as the place.
  private static Fault withSignature(Fault fault, String name, ExportedFunc function) {
    String signature = WitTypes.print(name, function.type());
    return fault instanceof Fault.CallFault call
        ? new Fault.CallFault(call.code(), signature, call.expected(), call.found())
        : fault;
  }

  // [impl->req~cli-call-export~1]
  private int invoke(
      ComponentInstance instance, String name, ExportedFunc function, Values arguments) {
    return switch (instance.start(name, arguments)) {
      case Result.Err<Execution> err -> failed(instance, err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Execution> ok ->
          switch (drive(ok.value())) {
            case Outcome.Returned returned -> {
              report.result(function.type(), returned.values(), statistics(instance));
              yield ExitCode.OK.status();
            }
            case Outcome.Failed(Fault.ExitFault exit) -> ended(instance, exit.status());
            case Outcome other -> failed(instance, faultOf(other), classOf(other));
          };
    };
  }

  /// Runs to the end, to the last unit of fuel, or to the time limit, whichever comes first.
  // [impl->req~cli-fuel~1]
  // [impl->req~cli-timeout~1]
  private Outcome drive(Execution execution) {
    long slice = Math.min(fuelLeft, deadline == Long.MAX_VALUE ? Long.MAX_VALUE : FUEL_SLICE);
    execution.addFuel(slice - execution.fuel());
    long given = slice;
    while (true) {
      Outcome outcome = execution.run();
      if (!(outcome instanceof Outcome.OutOfFuel)) {
        fuelLeft -= given - execution.fuel();
        return outcome;
      }
      if (System.nanoTime() >= deadline) {
        execution.abandon();
        return new Outcome.Failed(
            new Fault.HostFault(CliCode.TIMEOUT, file.toString(), command.timeout + " s"));
      }
      long more = Math.min(fuelLeft - given, FUEL_SLICE);
      if (more <= 0) {
        execution.abandon();
        return outcome;
      }
      given += more;
      execution.addFuel(more);
    }
  }

  private Fault faultOf(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Failed failed -> failed.fault();
      case Outcome.OutOfFuel out ->
          new Fault.HostFault(
              CliCode.OUT_OF_FUEL, file.toString(), settings.component().fuel() + " units");
      case Outcome.Returned returned ->
          new Fault.HostFault(CliCode.INTERNAL, file.toString(), "returned without an instance");
      case Outcome.Waiting waiting ->
          new Fault.HostFault(CliCode.INTERNAL, file.toString(), "waits for the host");
    };
  }

  // [impl->req~cli-fuel~1]
  // [impl->req~cli-timeout~1]
  private ExitCode classOf(Outcome outcome) {
    Fault fault = faultOf(outcome);
    if (outcome instanceof Outcome.OutOfFuel) {
      return ExitCode.FUEL;
    }
    boolean late = fault.code() == CliCode.TIMEOUT || fault.code() == WasiCode.DEADLINE_PASSED;
    return late ? ExitCode.TIMEOUT : ExitCode.of(fault);
  }

  private int ended(ComponentInstance instance, int status) {
    report.ended(status, statistics(instance));
    return status;
  }

  private int failed(ComponentInstance instance, Fault fault, ExitCode code) {
    return report.fault(fault, file, code, statistics(instance));
  }

  private @Nullable Statistics statistics(ComponentInstance instance) {
    return command.stats ? new Statistics(instance.stats(), settings) : null;
  }
}
