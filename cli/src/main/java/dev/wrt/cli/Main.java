package dev.wrt.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;

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
    Callable<Integer> command = command(arguments.length == 0 ? "" : arguments[0], console);
    boolean runs = command instanceof WrtdCommand;
    CommandLine line = new CommandLine(command);
    line.setStopAtPositional(runs);
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setParameterExceptionHandler((e, given) -> report.usage(e));
    line.setExecutionExceptionHandler((e, parsed, result) -> report.internal(e));
    try {
      return line.execute(runs ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length));
    } catch (OutOfMemoryError e) {
      return report.heapExhausted();
    }
  }

  private static Callable<Integer> command(String word, Console console) {
    return switch (word) {
      case InspectCommand.NAME -> new InspectCommand(console);
      case ExploreCommand.NAME -> new ExploreCommand(console);
      default -> new WrtdCommand(console);
    };
  }
}
