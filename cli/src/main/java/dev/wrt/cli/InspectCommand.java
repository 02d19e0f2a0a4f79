package dev.wrt.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of `wrtd inspect`, as typed. {@link Inspector} does what they say.
@Command(
    name = "wrtd inspect",
    versionProvider = Version.class,
    sortOptions = false,
    usageHelpAutoWidth = true,
    description = {
      "Tells what a component or core module holds, without running it.",
      "",
      "Without options: kind, sections, imports and exports, features, sizes.",
      ""
    })
final class InspectCommand implements Callable<Integer> {
  /// The word that stands for this command.
  static final String NAME = "inspect";

  private final Console console;

  @Parameters(index = "0", paramLabel = "WASM_FILE", description = "A component or core module.")
  Path file = Path.of("");

  @ArgGroup Form form = new Form();

  /// What is printed; at most one of them.
  static final class Form {
    @Option(
        names = "--wat",
        description = "Prints WebAssembly text: of a core module, or of one in a component.")
    boolean wat;

    @Option(names = "--wit", description = "Prints the imports and exports of a component as WIT.")
    boolean wit;

    @Option(names = "--json", description = "Prints the summary as one JSON object.")
    boolean json;
  }

  @Option(
      names = "--module",
      paramLabel = "NUMBER",
      description = "Chooses a core module of a component, from 0 on; the summary lists them.")
  @Nullable Integer module;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this help.")
  boolean help;

  /// Creates the command.
  ///
  /// @param console where it prints
  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    return Inspector.run(this, console);
  }
}
