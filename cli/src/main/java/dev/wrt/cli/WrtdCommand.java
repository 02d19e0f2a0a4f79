package dev.wrt.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The command `wrtd`: runs a component, see {@link RunOptions}.
@Command(
    name = "wrtd",
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Runs WebAssembly components, bounded and checked.",
      "",
      "Without --call, a component that exports wasi:cli/run runs as a command: ARGS are its"
          + " arguments, and its exit code is ours. Any other component's imports and exports are"
          + " listed as WIT.",
      "",
      "wrtd inspect WASM_FILE tells what a component or core module holds; wrtd explore WASM_FILE"
          + " --call FUNCTION runs a call under every schedule.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 success or the command's own; 64 usage, 65 malformed file, 66 no input file,"
          + " 67 invalid component, 68 import missing, 69 wrong call, 70 internal, 71 trap, 72 out"
          + " of fuel, 73 budget or limit, 74 host, 75 timeout, 76 integrity, 77 policy, 78"
          + " outcomes differ."
    })
final class WrtdCommand implements Callable<Integer> {
  private final Console console;

  @Mixin RunOptions options = new RunOptions();

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help.")
  boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Prints versions of wrtd and of Java.")
  boolean version;

  /// Creates the command.
  ///
  /// @param console where it reads and writes
  WrtdCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Runner.run(options, console);
  }
}
