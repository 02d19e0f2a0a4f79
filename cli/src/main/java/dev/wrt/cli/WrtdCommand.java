package dev.wrt.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of `wrtd`, as typed. {@link Settings} says what they mean.
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
      "wrtd inspect WASM_FILE tells what a component or core module holds.",
      ""
    },
    footer = {
      "",
      "Exit codes: 0 success or the command's own; 64 usage, 65 malformed file, 66 no input file,"
          + " 67 invalid component, 68 import missing, 69 wrong call, 70 internal, 71 trap,"
          + " 72 out of fuel, 73 budget or limit, 74 host, 75 timeout, 76 integrity, 77 policy."
    })
final class WrtdCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "WASM_FILE", description = "The component to run.")
  Path file = Path.of("");

  @Parameters(
      index = "1..*",
      paramLabel = "ARGS",
      description = "Arguments of the component, when it runs as a command.")
  List<String> arguments = new ArrayList<>();

  @Option(
      names = {"-c", "--call"},
      paramLabel = "FUNCTION",
      description =
          "Calls an export: a name, or WAVE: 'greet(\"World\")', 'my:pkg/iface.func(1, {x: 2})'.")
  @Nullable String call;

  @Option(
      names = {"-f", "--fuel"},
      paramLabel = "AMOUNT",
      description = "The most units of fuel to use: one per instruction. No limit by default.")
  @Nullable String fuel;

  @Option(
      names = {"-s", "--stats"},
      description = "Prints statistics of the execution to standard error.")
  boolean stats;

  @Option(
      names = {"-i", "--interceptors"},
      paramLabel = "NAMES",
      split = ",",
      description = "Comma-separated, first is outermost: logging, stats, resources, firewall.")
  List<String> interceptors = new ArrayList<>();

  @Option(
      names = {"-m", "--memory-strategy"},
      paramLabel = "STRATEGY",
      description = "How data crosses: zero-copy, bounded-copy, full-isolation.")
  @Nullable String strategy;

  @Option(
      names = {"-t", "--trust-level"},
      paramLabel = "LEVEL",
      defaultValue = "standard",
      description =
          "trusted, standard (default), untrusted: chooses the strategy if none is named.")
  String trust = "standard";

  @Option(
      names = "--verification",
      paramLabel = "LEVEL",
      defaultValue = "standard",
      description = "off, sampling, standard (default), full, redundant.")
  String verification = "standard";

  @Option(
      names = "--feature",
      paramLabel = "NAMES",
      split = ",",
      description =
          "What may be used beside WebAssembly 3.0 and the stable component model,"
              + " comma-separated: threads, wide-arithmetic, custom-page-sizes, legacy-exceptions,"
              + " values, error-context, fixed-length-lists, cooperative-threads, async-stackful,"
              + " async-builtins, nested-names, canonical-names, component-memory64,"
              + " shared-everything-threads, or all. None by default.")
  List<String> features = new ArrayList<>();

  @Option(
      names = "--memory-budget",
      paramLabel = "SIZE",
      description =
          "All the memory the component may make the host hold, such as 64MiB; by default 1GiB or"
              + " half of Java's heap, whichever is less.")
  @Nullable String memoryBudget;

  @Option(
      names = "--buffer-size",
      paramLabel = "SIZE",
      defaultValue = "1MiB",
      description = "Bytes that may cross in a call under bounded-copy; default 1MiB.")
  String bufferSize = "1MiB";

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "Ends the run after so many seconds; 0.5 is half a second.")
  @Nullable String timeout;

  @Option(
      names = "--dir",
      paramLabel = "HOST::GUEST",
      description = "Gives the component a directory; HOST::GUEST::ro for reading only.")
  List<String> directories = new ArrayList<>();

  @Option(
      names = "--env",
      paramLabel = "NAME=VALUE",
      description = "Sets a variable for the component; NAME alone takes ours.")
  List<String> environment = new ArrayList<>();

  @Option(
      names = "--seed",
      paramLabel = "NUMBER",
      description = "Makes random numbers and clocks depend on this number alone.")
  @Nullable Long seed;

  @Option(
      names = "--firewall",
      paramLabel = "RULE",
      description =
          "A rule for -i firewall, in order: allow:PATTERN, deny:PATTERN, default:allow;"
              + " PATTERN is interface#function with *.")
  List<String> firewall = new ArrayList<>();

  @Option(
      names = "--log-level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description = "For -i logging: info (default) for calls, debug for events too.")
  String logLevel = "info";

  @Option(
      names = "--json",
      description =
          "Prints one JSON object instead of text; the component's output goes to stderr.")
  boolean json;

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
    return Runner.run(this, console);
  }

  /// The variables for the component, in the order given.
  Map<String, String> environmentMap() {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String entry : environment) {
      int equals = entry.indexOf('=');
      String name = equals < 0 ? entry : entry.substring(0, equals);
      String inherited = System.getenv(name);
      if (equals >= 0) {
        variables.put(name, entry.substring(equals + 1));
      } else if (inherited != null) {
        variables.put(name, inherited);
      }
    }
    return variables;
  }
}
