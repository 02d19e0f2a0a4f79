package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentInstance.ExportedFunc;
import dev.wrt.component.Execution;
import dev.wrt.component.Instantiation;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.ReplayedSchedule;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.component.value.Wave;
import dev.wrt.component.value.WaveCall;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Wit;
import dev.wrt.decoder.component.WitTypes;
import dev.wrt.wasi.Wasi02;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One run of `wrtd`: from the file to the result. The order of its methods is the order of a run.
final class Runner {
  private static final String RUN = "wasi:cli/run@";

  private final RunOptions command;
  private final Console console;
  private final Path file;
  private final Settings settings;
  private final Report report;
  private final Progress progress;
  private final Drive drive;
  private final ComponentEngine engine;
  private String sha256 = "";

  private Runner(
      RunOptions command, Console console, Settings settings, Report report, Progress progress) {
    this.command = command;
    this.console = console;
    this.file = command.file;
    this.settings = settings;
    this.report = report;
    this.progress = progress;
    this.engine = ComponentEngine.create(settings.component());
    this.drive = new Drive(file.toString(), settings, String.valueOf(command.timeout));
  }

  /// Runs the command.
  ///
  /// @return the exit status
  static int run(RunOptions command, Console console) {
    Report report = Report.of(console, command.json);
    if (command.json && command.bytes.raw) {
      String allowed = "--output FILE beside --json";
      return report.option(
          new Fault.HostFault(CliCode.BAD_VALUE, "--raw", allowed), command.places);
    }
    return switch (Settings.of(command, console, report::log)) {
      case Result.Err<Settings> err -> report.option(err.fault(), command.places);
      case Result.Ok<Settings> ok -> {
        try (Progress progress =
            Progress.start(console.err(), console.terminals().stderr() && !command.json)) {
          yield new Runner(command, console, ok.value(), report, progress).load();
        }
      }
    };
  }

  // [impl->req~cli-memory-budget~1]
  private int load() {
    progress.stage("reading " + file);
    MemoryBudget account = engine.budget().child("file", Long.MAX_VALUE);
    return switch (ComponentFile.read(file, settings.decoder().limits().bytes(), account)) {
      case Result.Err<byte[]> err -> refuse(err.fault(), fileClass(err.fault()));
      case Result.Ok<byte[]> ok -> {
        progress.stage("decoding " + file);
        sha256 = command.stats ? sha256(ok.value()) : "";
        yield decode(ok.value());
      }
    };
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private int refuse(Fault fault, ExitCode code) {
    progress.close();
    return report.fault(fault, file, code);
  }

  // [impl->req~cli-input-file~1]
  private static ExitCode fileClass(Fault fault) {
    return fault instanceof Fault.HostFault ? ExitCode.NO_INPUT : ExitCode.of(fault);
  }

  private int decode(byte[] bytes) {
    MemoryBudget account = engine.budget().child("decoder", Long.MAX_VALUE);
    return switch (Component.decode(bytes, settings.decoder(), account)) {
      case Result.Err<Component> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Component> ok -> {
        try (Component component = ok.value()) {
          yield select(component);
        }
      }
    };
  }

  /// Calls what is asked for, else runs the command, else lists what there is.
  // [impl->req~cli-list-exports~1]
  // [impl->req~cli-run-command~1]
  private int select(Component component) {
    String call = command.call;
    if (call != null) {
      return switch (Wave.parseCall(call)) {
        case Result.Err<WaveCall> err -> refuse(err.fault(), ExitCode.CALL);
        case Result.Ok<WaveCall> ok -> instantiate(component, ok.value());
      };
    }
    boolean runs = component.type().exports().keySet().stream().anyMatch(n -> n.startsWith(RUN));
    if (runs) {
      return instantiate(component, null);
    }
    if (!command.arguments.isEmpty()) {
      String text = String.join(" ", command.arguments);
      return refuse(new Fault.HostFault(CliCode.LATE_OPTIONS, text, text), ExitCode.USAGE);
    }
    progress.close();
    report.wit(Wit.print(component));
    return ExitCode.OK.status();
  }

  private int instantiate(Component component, @Nullable WaveCall call) {
    progress.stage("instantiating " + file);
    Linker linker = new Linker().intercept(settings.interceptors().chain());
    MemoryBudget account = engine.budget().child("wasi", Long.MAX_VALUE);
    return switch (Wasi02.define(linker, settings.wasi(), account)) {
      case Result.Err<Wasi02> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Wasi02> ok -> {
        try (Wasi02 wasi = ok.value()) {
          if (drive.deadline() != Long.MAX_VALUE) {
            wasi.timeout(drive.deadline() - System.nanoTime());
          }
          yield link(linker, component, call);
        }
      }
    };
  }

  private int link(Linker linker, Component component, @Nullable WaveCall call) {
    return switch (linker.begin(engine, component)) {
      case Result.Err<Instantiation> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Instantiation> ok -> {
        Outcome outcome = drive.run(ok.value());
        ComponentInstance instance = ok.value().instance();
        if (instance == null) {
          yield refuse(drive.faultOf(outcome), drive.classOf(outcome));
        }
        progress.close();
        checkNames(instance);
        try (instance) {
          yield call == null ? command(instance) : call(instance, call);
        }
      }
    };
  }

  /// Says so where a level is given to a component that is not there.
  private void checkNames(ComponentInstance instance) {
    for (String name : settings.component().verifications().keySet()) {
      if (instance.stats().levels().stream().noneMatch(each -> each.component().equals(name))) {
        CliCode code = CliCode.NO_SUCH_COMPONENT;
        report.log(code.text() + ": " + name + ": " + code.advice());
      }
    }
  }

  // [impl->req~cli-run-command~1]
  private int command(ComponentInstance instance) {
    return switch (instance.start("wasi:cli/run#run", Values.NONE)) {
      case Result.Err<Execution> err -> failed(instance, err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Execution> ok ->
          switch (drive.run(ok.value())) {
            case Outcome.Returned returned -> ended(instance, commandStatus(returned.values()));
            case Outcome.Failed(Fault.ExitFault exit) -> ended(instance, exit.status());
            case Outcome other -> failed(instance, drive.faultOf(other), drive.classOf(other));
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
    return switch (export(instance, call)) {
      case Result.Err<ExportedFunc> err -> failed(instance, err.fault(), ExitCode.CALL);
      case Result.Ok<ExportedFunc> ok -> {
        try (HostEnds ends = new HostEnds(instance, console.in())) {
          yield switch (call.arguments(ok.value().type(), ends)) {
            case Result.Err<Values> err -> misfit(instance, err.fault(), ok.value());
            case Result.Ok<Values> arguments ->
                invoke(instance, ok.value(), arguments.value(), ends);
          };
        }
      }
    };
  }

  /// The export that a call means. A function's name alone will do where one exported interface has
  /// it.
  static Result<ExportedFunc> export(ComponentInstance instance, WaveCall call) {
    if (!call.interfaceName().isEmpty()) {
      return instance.export(call.interfaceName() + "#" + call.function());
    }
    Result<ExportedFunc> exact = instance.export(call.function());
    if (exact instanceof Result.Ok<ExportedFunc>) {
      return exact;
    }
    List<ExportedFunc> all =
        instance.exports().stream().filter(f -> f.function().equals(call.function())).toList();
    return all.size() == 1 ? Result.ok(all.getFirst()) : exact;
  }

  private int misfit(ComponentInstance instance, Fault fault, ExportedFunc function) {
    ExitCode code = fault instanceof Fault.HostFault ? ExitCode.NO_INPUT : ExitCode.CALL;
    return failed(instance, withSignature(fault, function), code);
  }

  /// A refusal of arguments that shows the whole signature as the place.
  static Fault withSignature(Fault fault, ExportedFunc function) {
    String signature = WitTypes.print(function.name(), function.type());
    return fault instanceof Fault.CallFault call
        ? new Fault.CallFault(call.code(), signature, call.expected(), call.found())
        : fault;
  }

  // [impl->req~cli-call-export~1]
  private int invoke(
      ComponentInstance instance, ExportedFunc function, Values arguments, HostEnds ends) {
    if (command.bytes.wanted() && !ReturnedEnds.isBytes(function.type())) {
      String signature = WitTypes.print(function.name(), function.type());
      Fault fault = new Fault.HostFault(CliCode.NO_BYTES, signature, signature);
      return failed(instance, fault, ExitCode.USAGE);
    }
    return switch (instance.start(function.name(), arguments)) {
      case Result.Err<Execution> err -> failed(instance, err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Execution> ok ->
          switch (drive.run(ok.value())) {
            case Outcome.Returned returned -> returned(instance, function, returned.values(), ends);
            case Outcome other -> ended(instance, other);
          };
    };
  }

  private int returned(
      ComponentInstance instance, ExportedFunc function, Values values, HostEnds ends) {
    try (OutputStream out = command.bytes.open(console)) {
      ByteSink sink = command.bytes.wanted() ? new ByteSink(command.bytes.name(), out) : null;
      int max = (int) Math.min(command.streamMax, Integer.MAX_VALUE);
      Outcome outcome = new ReturnedEnds(instance, drive, max, sink).finish(values);
      Fault unread = ends.fault();
      if (unread != null) {
        return failed(instance, unread, ExitCode.NO_INPUT);
      }
      if (!(outcome instanceof Outcome.Returned returned)) {
        return ended(instance, outcome);
      }
      if (sink == null) {
        report.result(function.type(), returned.values(), statistics(instance));
      } else {
        report.ended(ExitCode.OK.status(), statistics(instance));
      }
      return ExitCode.OK.status();
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage());
      Fault fault = new Fault.HostFault(CliCode.UNWRITABLE, command.bytes.name(), why);
      return failed(instance, fault, ExitCode.HOST);
    }
  }

  private int ended(ComponentInstance instance, Outcome outcome) {
    return outcome instanceof Outcome.Failed(Fault.ExitFault exit)
        ? ended(instance, exit.status())
        : failed(instance, drive.faultOf(outcome), drive.classOf(outcome));
  }

  private int ended(ComponentInstance instance, int status) {
    report.ended(status, statistics(instance));
    return status;
  }

  private int failed(ComponentInstance instance, Fault fault, ExitCode code) {
    return report.fault(fault, file, code, statistics(instance));
  }

  /// The figures, if they are asked for; the run is over, so a schedule should be used up.
  // [impl->req~cli-schedule~1]
  private @Nullable Statistics statistics(ComponentInstance instance) {
    if (settings.component().scheduler().get() instanceof ReplayedSchedule replayed
        && !replayed.isFollowed()) {
      report.log(CliCode.OTHER_SCHEDULE.text() + ": " + CliCode.OTHER_SCHEDULE.advice());
    }
    if (!command.stats) {
      return null;
    }
    return new Statistics(instance.stats(), engine.budget().breakdown(), sha256, settings);
  }
}
