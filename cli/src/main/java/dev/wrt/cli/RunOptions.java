package dev.wrt.cli;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The options of a run, as typed; `wrtd` and `wrtd explore` have them in common. {@link Settings}
/// says what they mean.
final class RunOptions {
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
          "Calls an export: a name, or WAVE: 'greet(\"World\")', 'my:pkg/iface.func(1, {x: 2})'. A"
              + " stream is written as a list, of bytes also as a string, @FILE or @- for standard"
              + " input; a future as its value.")
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
      paramLabel = "[NAME=]LEVEL",
      description =
          "off, sampling, sampling=K (every K-th access), standard (default), full, redundant; with"
              + " a NAME, for that component and those inside it: component is the file's,"
              + " component/0 the first that it instantiates, component/0/1 the second in that.")
  List<String> verification = new ArrayList<>();

  @Option(
      names = "--limit",
      paramLabel = "NAME=VALUE",
      description = "Sets a limit, such as memory-pages=16; wrtd limits lists them.")
  List<String> limits = new ArrayList<>();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description =
          "Takes options from a TOML file; keys are the long options' names, with tables [limits],"
              + " [env] and [verification-of]. What is typed wins.")
  @Nullable Path config;

  /// Where the file of `--config` says what, by option and value as one text.
  Map<String, String> places = Map.of();

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
      description =
          "Makes random numbers, clocks and the choices of the scheduler depend on this number"
              + " alone; without it, the scheduler lets go on what has waited longest.")
  @Nullable Long seed;

  @Option(
      names = "--schedule",
      paramLabel = "CHOICES",
      description =
          "Makes the scheduler choose as wrtd explore has printed it: comma-separated numbers, or -"
              + " for none.")
  @Nullable String schedule;

  @Option(
      names = "--stream-max",
      paramLabel = "COUNT",
      defaultValue = "1000000",
      description = "The most elements of a returned stream that are read; default 1000000.")
  long streamMax = 1_000_000;

  @ArgGroup Bytes bytes = new Bytes();

  /// Where the bytes of a result go; at most one of them.
  static final class Bytes {
    @Option(
        names = "--raw",
        description =
            "Copies a returned stream<u8>, list<u8> or string to standard output, as bytes and as"
                + " they come.")
    boolean raw;

    @Option(names = "--output", paramLabel = "FILE", description = "The same to a file.")
    @Nullable Path output;

    /// Whether bytes are asked for.
    boolean wanted() {
      return raw || output != null;
    }

    /// Names the place.
    String name() {
      return output == null ? "standard output" : output.toString();
    }

    /// Where they go; closing it leaves standard output open.
    OutputStream open(Console console) throws IOException {
      if (output != null) {
        return Files.newOutputStream(output);
      }
      return new FilterOutputStream(console.out()) {
        @Override
        public void write(byte[] part, int from, int count) throws IOException {
          out.write(part, from, count);
        }

        @Override
        public void close() throws IOException {
          flush();
        }
      };
    }
  }

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

  /// Creates options that were not typed.
  RunOptions() {}

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
