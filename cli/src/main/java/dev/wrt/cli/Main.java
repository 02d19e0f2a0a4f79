package dev.wrt.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
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
    boolean inspects = arguments.length > 0 && arguments[0].equals(InspectCommand.NAME);
    CommandLine line =
        new CommandLine(inspects ? new InspectCommand(console) : new WrtdCommand(console));
    line.setStopAtPositional(!inspects);
    line.setOut(new PrintWriter(console.out(), true));
    line.setErr(new PrintWriter(console.err(), true));
    line.setParameterExceptionHandler((e, given) -> report.usage(e));
    line.setExecutionExceptionHandler((e, command, result) -> report.internal(e));
    try {
      return line.execute(
          inspects ? Arrays.copyOfRange(arguments, 1, arguments.length) : arguments);
    } catch (OutOfMemoryError e) {
      return report.heapExhausted();
    }
  }
}
