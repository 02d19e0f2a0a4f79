package dev.wrt.cli;

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
    CommandLine line = new CommandLine(new WrtdCommand(console));
    line.setStopAtPositional(true);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new java.io.PrintWriter(console.out(), true));
    line.setErr(new java.io.PrintWriter(console.err(), true));
    line.setParameterExceptionHandler((e, given) -> {
      Report.of(console, java.util.List.of(given).contains("--json")).usage(e);
      return ExitCode.USAGE.status();
    });
    line.setExecutionExceptionHandler((e, command, result) -> {
      Report.of(console, result.hasMatchedOption("--json")).internal(e);
      return ExitCode.INTERNAL.status();
    });
    return line.execute(arguments);
  }
}
