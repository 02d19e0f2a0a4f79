package dev.wrt.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options of `wrtd explore`, as typed. {@link Explorer} does what they say.
@Command(
    name = "wrtd explore",
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Runs a call, or a command, under every schedule, and tells which outcomes it can have.",
      "",
      "A schedule is the choices that the runtime makes where several tasks, threads or events may"
          + " come next. Each outcome is printed with the number of schedules that lead to it and"
          + " the shortest of them, for --schedule. What the component prints is part of the"
          + " outcome; clocks and random numbers are the same in every run.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 every schedule was run and has the same result; 78 results differ; that of the"
          + " fault's class, 71 for a deadlock, where a schedule ends in one; 73 the bound was"
          + " reached before the end."
    })
final class ExploreCommand implements Callable<Integer> {
  /// The word that stands for this command.
  static final String NAME = "explore";

  private final Console console;

  @Mixin RunOptions options = new RunOptions();

  @Option(
      names = "--runs",
      paramLabel = "COUNT",
      defaultValue = "100000",
      description = "The most schedules that are run; default 100000.")
  long runs = 100_000;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help.")
  boolean help;

  /// Creates the command.
  ///
  /// @param console where it prints
  ExploreCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Explorer.run(this, console);
  }
}
