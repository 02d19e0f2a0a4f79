package dev.wrt.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// Starts `wrtd`: reads the command line, runs, and ends the process with the exit code.
public final class Main {
  private Main() {}

  /// The process's entry point.
  ///
  /// @param arguments options, the file, and the component's arguments
  public static void main(String[] arguments) {
    Console console = Console.system();
    int status = run(arguments, console);
    console.out().flush();
    console.err().flush();
    System.exit(status);
  }

  /// Runs `wrtd` within this process.
  ///
  /// @param arguments options, the file, and the component's arguments
  /// @param console streams to use
  /// @return the exit status
  static int run(String[] arguments, Console console) {
    Report report = Report.of(console, List.of(arguments).contains("--json"));
    String word = arguments.length == 0 ? "" : arguments[0];
    boolean runs = command(word, console) instanceof WrtdCommand;
    String[] typed = runs ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
    try {
      ConfigFile config = config(word, console, typed);
      FaultReport refusal = config == null ? null : config.refusal();
      if (refusal != null) {
        return report.refused(refusal, null);
      }
      Callable<Integer> command = command(word, console);
      CommandLine line = line(command, console);
      line.setParameterExceptionHandler((e, given) -> report.usage(e));
      line.setExecutionExceptionHandler((e, parsed, result) -> report.internal(e));
      if (config == null) {
        return line.execute(typed);
      }
      switch (command) {
        case WrtdCommand c -> c.options.places = config.places();
        case ExploreCommand c -> c.options.places = config.places();
        default -> throw new IllegalStateException(word + " has no configuration");
      }
      List<String> all = new ArrayList<>(config.arguments());
      all.addAll(List.of(typed));
      return line.execute(all.toArray(String[]::new));
    } catch (OutOfMemoryError e) {
      return report.heapExhausted();
    }
  }

  private static CommandLine line(Callable<Integer> command, Console console) {
    CommandLine line = new CommandLine(command);
    line.setStopAtPositional(command instanceof WrtdCommand);
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    return line;
  }

  /// The file of `--config`, if there is one; a command line that is wrong by itself is refused
  /// later.
  private static @Nullable ConfigFile config(String word, Console console, String[] typed) {
    if (Arrays.stream(typed).noneMatch(argument -> argument.startsWith("--config"))) {
      return null;
    }
    try {
      ParseResult parsed = line(command(word, console), console).parseArgs(typed);
      Path path = parsed.matchedOptionValue("--config", null);
      return path == null ? null : ConfigFile.read(path, parsed::hasMatchedOption);
    } catch (ParameterException e) {
      return null;
    }
  }

  private static Callable<Integer> command(String word, Console console) {
    return switch (word) {
      case InspectCommand.NAME -> new InspectCommand(console);
      case ExploreCommand.NAME -> new ExploreCommand(console);
      case LimitsCommand.NAME -> new LimitsCommand(console);
      default -> new WrtdCommand(console);
    };
  }
}
