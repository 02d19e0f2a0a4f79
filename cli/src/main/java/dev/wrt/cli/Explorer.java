package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.Result;
import dev.wrt.component.ComponentEngine;
import dev.wrt.component.ComponentInstance;
import dev.wrt.component.ComponentInstance.ExportedFunc;
import dev.wrt.component.Execution;
import dev.wrt.component.Instantiation;
import dev.wrt.component.Interleavings;
import dev.wrt.component.Linker;
import dev.wrt.component.Outcome;
import dev.wrt.component.Scheduler;
import dev.wrt.component.value.Value;
import dev.wrt.component.value.Values;
import dev.wrt.component.value.Wave;
import dev.wrt.component.value.WaveCall;
import dev.wrt.decoder.component.Component;
import dev.wrt.wasi.Terminals;
import dev.wrt.wasi.Wasi02;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// One `wrtd explore`: the same call again and again, each time instantiated anew, under every
/// schedule.
// [impl->req~cli-explore~1]
final class Explorer {
  private static final String RUN = "wasi:cli/run#run";

  private final ExploreCommand command;
  private final RunOptions options;
  private final Path file;
  private final Report report;
  private final Progress progress;
  private final WaveCall call;
  private final long deadline;
  private final Map<String, Ending> endings = new HashMap<>();
  private final Map<String, List<Integer>> shortest = new HashMap<>();
  private long runs;

  /// How a run has ended.
  ///
  /// @param code the exit code that it would have
  /// @param id of the fault; empty for a result
  /// @param text the result, or what went wrong
  /// @param output what the component has printed
  record Ending(ExitCode code, String id, String text, String output) {
    private String key() {
      return code + "\n" + id + "\n" + text + "\n" + output;
    }
  }

  /// An ending, how many schedules lead to it, and the shortest of them.
  record Reached(Ending ending, long schedules, String schedule) {}

  private Explorer(ExploreCommand command, Report report, Progress progress, WaveCall call) {
    this.command = command;
    this.options = command.options;
    this.file = options.file;
    this.report = report;
    this.progress = progress;
    this.call = call;
    String limit = options.timeout;
    double seconds = limit == null ? 0 : Double.parseDouble(limit);
    this.deadline = limit == null ? Long.MAX_VALUE : System.nanoTime() + (long) (seconds * 1e9);
  }

  /// Runs the command.
  ///
  /// @return the exit status
  static int run(ExploreCommand command, Console console) {
    RunOptions options = command.options;
    Report report = Report.of(console, options.json);
    String text = options.call == null ? RUN : options.call;
    if (settings(options, silent(new ByteArrayOutputStream()))
        instanceof Result.Err<Settings> err) {
      return report.option(err.fault(), command.options.places);
    }
    return switch (Wave.parseCall(text)) {
      case Result.Err<WaveCall> err -> report.fault(err.fault(), options.file, ExitCode.CALL);
      case Result.Ok<WaveCall> ok -> {
        try (Progress progress =
            Progress.start(console.err(), console.terminals().stderr() && !options.json)) {
          yield new Explorer(command, report, progress, ok.value()).load();
        }
      }
    };
  }

  /// Clocks and random numbers must be the same in every run.
  private static Result<Settings> settings(RunOptions options, Console console) {
    if (options.seed == null) {
      options.seed = 0L;
    }
    return Settings.of(options, console, line -> {});
  }

  private static Console silent(ByteArrayOutputStream output) {
    PrintStream out = new PrintStream(output, true, StandardCharsets.UTF_8);
    return new Console(new ByteArrayInputStream(new byte[0]), out, out, Terminals.NONE);
  }

  private static Settings checked(Result<Settings> result) {
    return switch (result) {
      case Result.Ok<Settings> ok -> ok.value();
      case Result.Err<Settings> err -> throw new IllegalStateException("checked: " + err.fault());
    };
  }

  private int load() {
    Settings settings = checked(settings(options, silent(new ByteArrayOutputStream())));
    ComponentEngine engine = ComponentEngine.create(settings.component());
    int bytesMax = settings.decoder().limits().bytes();
    return switch (ComponentFile.read(file, bytesMax, engine.budget())) {
      case Result.Err<byte[]> err ->
          refuse(
              err.fault(),
              err.fault() instanceof Fault.HostFault
                  ? ExitCode.NO_INPUT
                  : ExitCode.of(err.fault()));
      case Result.Ok<byte[]> ok ->
          switch (Component.decode(ok.value(), settings.decoder(), engine.budget())) {
            case Result.Err<Component> err -> refuse(err.fault(), ExitCode.of(err.fault()));
            case Result.Ok<Component> decoded -> {
              try (Component component = decoded.value()) {
                yield explore(component, engine);
              }
            }
          };
    };
  }

  private int refuse(Fault fault, ExitCode code) {
    progress.close();
    return report.fault(fault, file, code);
  }

  private int explore(Component component, ComponentEngine engine) {
    Interleavings.Bounds bounds = Interleavings.Bounds.standard().withRuns(command.runs);
    var explored =
        Interleavings.explore(scheduler -> once(component, scheduler), bounds, engine.budget());
    return switch (explored) {
      case Result.Err<Interleavings.Report> err -> refuse(err.fault(), ExitCode.of(err.fault()));
      case Result.Ok<Interleavings.Report> ok -> {
        progress.close();
        yield report.explored(reached(ok.value()), ok.value());
      }
    };
  }

  private List<Reached> reached(Interleavings.Report found) {
    List<Reached> all = new ArrayList<>();
    for (Interleavings.Found each : found.outcomes()) {
      if (each.outcome() instanceof Outcome.Returned returned
          && returned.values().get(0) instanceof Value.Str key) {
        Ending ending = endings.get(key.value());
        if (ending != null) {
          List<Integer> choices = shortest.getOrDefault(key.value(), List.of());
          all.add(new Reached(ending, each.runs(), text(choices)));
        }
      }
    }
    return all;
  }

  /// Choices as `--schedule` takes them.
  private static String text(List<Integer> choices) {
    return choices.isEmpty()
        ? "-"
        : String.join(",", choices.stream().map(String::valueOf).toList());
  }

  /// Notes the choices; at the end, the first candidate need not be named.
  private static final class Recorder implements Scheduler {
    private final Scheduler chooser;
    private final List<Integer> choices = new ArrayList<>();

    Recorder(Scheduler chooser) {
      this.chooser = chooser;
    }

    @Override
    public int choose(int candidates) {
      int choice = chooser.choose(candidates);
      choices.add(choice);
      return choice;
    }

    List<Integer> shortened() {
      while (!choices.isEmpty() && choices.getLast() == 0) {
        choices.removeLast();
      }
      return List.copyOf(choices);
    }
  }

  private Outcome once(Component component, Scheduler scheduler) {
    runs++;
    progress.stage("schedule " + runs + ", outcomes " + endings.size());
    Recorder recorder = new Recorder(scheduler);
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    Ending ending =
        System.nanoTime() >= deadline
            ? fault(new Fault.HostFault(CliCode.TIMEOUT, file.toString(), options.timeout + " s"))
            : ran(component, recorder, output);
    Ending whole =
        new Ending(
            ending.code(), ending.id(), ending.text(), output.toString(StandardCharsets.UTF_8));
    endings.putIfAbsent(whole.key(), whole);
    List<Integer> choices = recorder.shortened();
    shortest.merge(whole.key(), choices, (a, b) -> b.size() < a.size() ? b : a);
    return new Outcome.Returned(Values.of(new Value.Str(whole.key())));
  }

  private Ending fault(Fault fault) {
    ExitCode code = fault.code() == CliCode.TIMEOUT ? ExitCode.TIMEOUT : ExitCode.of(fault);
    return fault(fault, code);
  }

  private Ending fault(Fault fault, ExitCode code) {
    return new Ending(code, fault.code().id(), FaultReport.of(fault, file.toString()).what(), "");
  }

  private Ending ran(Component component, Recorder recorder, ByteArrayOutputStream output) {
    Settings settings = checked(settings(options, silent(output)));
    ComponentEngine engine =
        ComponentEngine.create(settings.component().withScheduler(() -> recorder));
    Linker linker = new Linker().intercept(settings.interceptors().chain());
    Drive drive = new Drive(file.toString(), settings, String.valueOf(options.timeout));
    return switch (Wasi02.define(linker, settings.wasi(), engine.budget())) {
      case Result.Err<Wasi02> err -> fault(err.fault());
      case Result.Ok<Wasi02> ok -> {
        try (Wasi02 wasi = ok.value()) {
          if (deadline != Long.MAX_VALUE) {
            wasi.timeout(deadline - System.nanoTime());
          }
          yield switch (linker.begin(engine, component)) {
            case Result.Err<Instantiation> err -> fault(err.fault());
            case Result.Ok<Instantiation> begun -> instantiated(begun.value(), drive);
          };
        }
      }
    };
  }

  private Ending instantiated(Instantiation instantiation, Drive drive) {
    Outcome outcome = drive.run(instantiation);
    ComponentInstance instance = instantiation.instance();
    if (instance == null) {
      return fault(drive.faultOf(outcome), drive.classOf(outcome));
    }
    try (instance) {
      return switch (Runner.export(instance, call)) {
        case Result.Err<ExportedFunc> err -> fault(err.fault(), ExitCode.CALL);
        case Result.Ok<ExportedFunc> ok -> called(instance, ok.value(), drive);
      };
    }
  }

  private Ending called(ComponentInstance instance, ExportedFunc function, Drive drive) {
    try (HostEnds ends = new HostEnds(instance, null)) {
      return switch (call.arguments(function.type(), ends)) {
        case Result.Err<Values> err -> fault(err.fault(), ExitCode.CALL);
        case Result.Ok<Values> arguments ->
            switch (instance.start(function.name(), arguments.value())) {
              case Result.Err<Execution> err -> fault(err.fault());
              case Result.Ok<Execution> ok ->
                  ended(instance, function, drive, drive.run(ok.value()));
            };
      };
    }
  }

  private Ending ended(
      ComponentInstance instance, ExportedFunc function, Drive drive, Outcome outcome) {
    Outcome end = outcome;
    if (outcome instanceof Outcome.Returned returned) {
      int max = (int) Math.min(options.streamMax, Integer.MAX_VALUE);
      end = new ReturnedEnds(instance, drive, max, null).finish(returned.values());
    }
    return switch (end) {
      case Outcome.Returned(Values values) ->
          new Ending(
              ExitCode.OK,
              "",
              function.type().result().isPresent()
                  ? Wave.print(values.get(0), function.type().result().get())
                  : "",
              "");
      case Outcome.Failed(Fault.ExitFault exit) ->
          new Ending(ExitCode.OK, "", "exit " + exit.status(), "");
      case Outcome other -> fault(drive.faultOf(other), drive.classOf(other));
    };
  }
}
