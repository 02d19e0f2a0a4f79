package dev.wrt.cli;

import dev.wrt.bounded.Fault;
import dev.wrt.bounded.MemoryBudget;
import dev.wrt.bounded.Result;
import dev.wrt.bounded.Unit;
import dev.wrt.component.ComponentOptions;
import dev.wrt.decoder.DecoderOptions;
import dev.wrt.decoder.Features;
import dev.wrt.decoder.component.Component;
import dev.wrt.decoder.component.Wit;
import dev.wrt.decoder.core.Module;
import dev.wrt.decoder.core.text.WatPrinter;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/// One `wrtd inspect`: from the file to what is printed.
final class Inspector {
  /// To look at something is no reason to refuse a feature.
  private static final DecoderOptions OPTIONS = DecoderOptions.of(Features.ALL);

  /// Byte of a file's preamble that is 1 in components and 0 in core modules.
  private static final int LAYER = 6;

  private final InspectCommand command;
  private final Console console;
  private final Report report;
  private final MemoryBudget budget;

  private Inspector(InspectCommand command, Console console, MemoryBudget budget) {
    this.command = command;
    this.console = console;
    this.report = Report.of(console, command.form.json);
    this.budget = budget;
  }

  /// Runs the command.
  ///
  /// @return the exit status
  static int run(InspectCommand command, Console console) {
    long heap = Runtime.getRuntime().maxMemory();
    long bytes = Math.min(ComponentOptions.standard().memoryBudgetBytes(), heap / 2);
    return new Inspector(command, console, MemoryBudget.root("inspect", bytes)).load();
  }

  // [impl->req~cli-inspect~1]
  private int load() {
    return switch (ComponentFile.read(command.file, OPTIONS.limits().bytes(), budget)) {
      case Result.Err<byte[]>(Fault fault) ->
          refuse(fault, fault instanceof Fault.HostFault ? ExitCode.NO_INPUT : ExitCode.of(fault));
      case Result.Ok<byte[]>(byte[] bytes) ->
          bytes.length > LAYER && bytes[LAYER] == 1 ? component(bytes) : module(bytes);
    };
  }

  private int refuse(Fault fault, ExitCode code) {
    return report.fault(fault, command.file, code);
  }

  private int module(byte[] bytes) {
    Result<Module> decoded = Module.decode(bytes, 0, bytes.length, OPTIONS, budget);
    return switch (decoded) {
      case Result.Err<Module>(Fault fault) -> refuse(fault, ExitCode.of(fault));
      case Result.Ok<Module>(Module module) -> {
        try (module) {
          yield module(module);
        }
      }
    };
  }

  private int module(Module module) {
    Integer number = command.module;
    if (number != null && number != 0) {
      return noSuchModule(number, 1);
    }
    if (command.form.wit) {
      Path file = command.file;
      return refuse(
          new Fault.HostFault(CliCode.NOT_A_COMPONENT, file.toString(), file.toString()),
          ExitCode.USAGE);
    }
    return print(module);
  }

  private int print(Module module) {
    if (command.form.wat) {
      return wat(module);
    }
    return switch (ModuleSummary.of(module)) {
      case Result.Err<ModuleSummary>(Fault fault) -> refuse(fault, ExitCode.of(fault));
      case Result.Ok<ModuleSummary>(ModuleSummary summary) -> {
        String text = command.form.json ? SummaryText.json(summary) : SummaryText.table(summary);
        console.out().print(text);
        yield ExitCode.OK.status();
      }
    };
  }

  private int wat(Module module) {
    PrintWriter out =
        new PrintWriter(
            new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8)));
    Result<Unit> printed =
        WatPrinter.print(
            module,
            budget,
            line -> {
              out.write(line);
              out.write('\n');
            });
    out.flush();
    return switch (printed) {
      case Result.Err<Unit>(Fault fault) -> refuse(fault, ExitCode.of(fault));
      case Result.Ok<Unit> ok -> ExitCode.OK.status();
    };
  }

  private int component(byte[] bytes) {
    return switch (Component.decode(bytes, OPTIONS, budget)) {
      case Result.Err<Component>(Fault fault) -> refuse(fault, ExitCode.of(fault));
      case Result.Ok<Component>(Component component) -> {
        try (component) {
          yield component(component, bytes.length);
        }
      }
    };
  }

  private int component(Component component, int length) {
    if (command.form.wit) {
      report.wit(Wit.print(component));
      return ExitCode.OK.status();
    }
    List<Module> modules = component.coreModules();
    Integer number = command.module;
    if (number == null && !command.form.wat) {
      String text =
          command.form.json
              ? SummaryText.json(component, length)
              : SummaryText.table(component, length);
      console.out().print(text);
      return ExitCode.OK.status();
    }
    Module chosen = chosen(modules, number);
    if (chosen != null) {
      return print(chosen);
    }
    return number == null ? choose(modules.size()) : noSuchModule(number, modules.size());
  }

  private static @Nullable Module chosen(List<Module> modules, @Nullable Integer number) {
    if (number == null) {
      return modules.size() == 1 ? modules.get(0) : null;
    }
    return number >= 0 && number < modules.size() ? modules.get(number) : null;
  }

  private int choose(int count) {
    return refuse(
        new Fault.HostFault(
            CliCode.CHOOSE_MODULE, command.file.toString(), "the component has " + count),
        ExitCode.USAGE);
  }

  private int noSuchModule(int number, int count) {
    String allowed = count == 0 ? "none: there are no core modules" : "0 to " + (count - 1);
    return report.option(new Fault.HostFault(CliCode.BAD_VALUE, "--module " + number, allowed));
  }
}
